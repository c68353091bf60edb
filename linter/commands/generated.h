// The commands that write what is made from the command table, for packagers.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_man();
[[nodiscard]] Job prepare_completions();

}  // namespace linter::commands
