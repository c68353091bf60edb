// What a check says of its rules, under the name that checks use.
#pragma once

#include "linter/findings/rule_info.h"

namespace linter::checks {

using findings::RuleInfo;

}  // namespace linter::checks
