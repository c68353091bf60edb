// The one list of commands.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/commands/command.h"

namespace linter::commands {

// In the order of help. Lives as long as the program.
[[nodiscard]] std::span<const Command> commands();

// Null when there is none of that name.
[[nodiscard]] const Command* command_named(std::span<const Command> table, std::string_view name);

// The commands one level below `group` ("" = the top): "policy" -> "policy test", …
[[nodiscard]] std::vector<const Command*> members_of(std::span<const Command> table,
                                                     std::string_view group);

// The last word of a name: "policy test" -> "test".
[[nodiscard]] std::string_view last_word(std::string_view name);

}  // namespace linter::commands
