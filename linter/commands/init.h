// `galley init`: a configuration to begin with.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_init();

}  // namespace linter::commands
