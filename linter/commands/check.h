// `galley check`: articles in, findings out.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_check();

}  // namespace linter::commands
