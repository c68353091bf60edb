// From the words of a command line to a command that runs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/commands/command.h"
#include "linter/commands/console.h"

namespace linter::commands {

// Runs what `arguments` (without the program's name) ask for. Wrong usage is reported with the
// nearest right name.
[[nodiscard]] Exit dispatch(std::span<const Command> table, std::vector<std::string> arguments,
                            Console& console);

}  // namespace linter::commands
