// `galley suggest` and `galley words`.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_suggest();
[[nodiscard]] Job prepare_words();

}  // namespace linter::commands
