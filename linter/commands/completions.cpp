#include "linter/commands/completions.h"

namespace linter::commands {
namespace {

constexpr std::array<Shell, 3> table_of_shells{{
    {"bash", bash_completions},
    {"zsh", zsh_completions},
    {"fish", fish_completions},
}};

}  // namespace

std::span<const Shell> shells() {
  return table_of_shells;
}

ValueKind value_kind(const Option& option) {
  if (option.is_flag()) return ValueKind::none;
  if (!option.choices.empty()) return ValueKind::choice;
  const std::string_view value = option.is_positional() ? option.names : option.value;
  return value == "PATH" || value == "FILE" || value == "FOLDER" ? ValueKind::path
                                                                 : ValueKind::text;
}

std::vector<std::string_view> names_of(const Option& option) {
  const std::size_t comma = option.names.find(',');
  if (comma == std::string_view::npos) return {option.names};
  return {option.names.substr(0, comma), option.names.substr(comma + 1)};
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char letter : text)
    out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return out + "'";
}

std::string spaced(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

}  // namespace linter::commands
