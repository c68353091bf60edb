// `galley stet list`.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_stet_list();

}  // namespace linter::commands
