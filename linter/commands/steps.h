// The steps of a check, for more articles than one machine holds: `galley scan`, `galley reconcile`
// and `galley report`.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_scan();
[[nodiscard]] Job prepare_reconcile();
[[nodiscard]] Job prepare_report();

}  // namespace linter::commands
