// Help for a command or a group, from the table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/commands/command.h"

namespace linter::commands {

// "galley check [OPTION]... [PATH]...", from the options.
[[nodiscard]] std::string usage_of(const Command& command);

// What "galley COMMAND --help" prints, `width` columns wide.
[[nodiscard]] std::string help_of(const Command& command, std::size_t width);

// What "galley --help" and "galley policy --help" print; `group` is empty for the first.
[[nodiscard]] std::string group_help(std::span<const Command> table, std::string_view group,
                                     std::size_t width);

// "-q, --quiet" or "--format FORMAT"; "PATH..." for a positional.
[[nodiscard]] std::string shown_names(const Option& option);
// The option's `about`, with its choices.
[[nodiscard]] std::string shown_about(const Option& option);

}  // namespace linter::commands
