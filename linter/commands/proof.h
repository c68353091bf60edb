// `galley proof`: articles with remarks in the margin, as a page for a browser.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_proof();

}  // namespace linter::commands
