// `galley assertions`: what articles were read to assert, and why two statements do or do not
// clash.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_assertions();

}  // namespace linter::commands
