// `galley approved …`: what a project has approved, and where it is used.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_approved_list();
[[nodiscard]] Job prepare_approved_used_by();

}  // namespace linter::commands
