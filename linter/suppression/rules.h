// The rules about stets, by what they find.
#pragma once

#include <cstdint>
#include <string>

#include "linter/findings/rule_info.h"

namespace linter::suppression {

enum class Rule : std::uint8_t {
  malformed,
  no_reason,
  unknown_rule,
  never,
  expired,
  unused,
  too_broad
};

[[nodiscard]] const findings::RuleInfo& info(Rule rule);
[[nodiscard]] findings::Finding finding_of(Rule rule, const findings::Location& place,
                                           std::string message);

}  // namespace linter::suppression
