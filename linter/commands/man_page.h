// The man page galley(1), from the table.
#pragma once

#include <span>
#include <string>

#include "linter/commands/command.h"

namespace linter::commands {

// Roff for man-db and mandoc. No date in it: the same version gives the same bytes.
[[nodiscard]] std::string man_page(std::span<const Command> table, std::string_view version);

}  // namespace linter::commands
