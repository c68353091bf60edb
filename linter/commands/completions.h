// Completions for shells, from the table.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "linter/commands/command.h"

namespace linter::commands {

struct Shell {
  std::string_view name;
  std::string (*completions)(std::span<const Command> table);
};

[[nodiscard]] std::span<const Shell> shells();

[[nodiscard]] std::string bash_completions(std::span<const Command> table);
[[nodiscard]] std::string zsh_completions(std::span<const Command> table);
[[nodiscard]] std::string fish_completions(std::span<const Command> table);

// What the value of an option is, as far as a shell can help.
enum class ValueKind : std::uint8_t { none, choice, path, text };
[[nodiscard]] ValueKind value_kind(const Option& option);
// "-q,--quiet" -> "-q", "--quiet".
[[nodiscard]] std::vector<std::string_view> names_of(const Option& option);
// Words with single quotes around them, for all three shells.
[[nodiscard]] std::string quoted(std::string_view text);
[[nodiscard]] std::string spaced(std::span<const std::string_view> words);

}  // namespace linter::commands
