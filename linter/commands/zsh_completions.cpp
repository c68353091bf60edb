#include <algorithm>

#include "linter/commands/completions.h"
#include "linter/commands/table.h"

namespace linter::commands {
namespace {

constexpr std::string_view zsh_head =
    "#compdef galley\n# zsh completion of galley, made from its command table\n";

std::string function_name(std::string_view command) {
  std::string name = "_galley";
  if (!command.empty()) name += '_' + std::string(command);
  std::ranges::replace(name, ' ', '_');
  return name;
}

// Inside _arguments' brackets and after its colons.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') out += '\\';
    out += letter;
  }
  return out;
}

std::string action(const Option& option) {
  switch (value_kind(option)) {
    case ValueKind::none:
      return "";
    case ValueKind::choice:
      return ":(" + spaced(option.choices) + ")";
    case ValueKind::path:
      return ":_files";
    case ValueKind::text:
      return ": ";
  }
  return "";
}

void append_option(std::string& out, const Option& option) {
  if (option.is_positional()) {
    const std::string count = option.repeats() ? "*" : "";
    out += " \\\n    " + quoted(count + ':' + escaped(option.names) + action(option));
    return;
  }
  for (const auto name : names_of(option)) {
    std::string spec =
        (option.repeats() ? "*" : "") + std::string(name) + '[' + escaped(option.about) + ']';
    if (!option.is_flag()) spec += ':' + escaped(option.value) + action(option);
    out += " \\\n    " + quoted(spec);
  }
}

void append_zsh_command(std::string& out, const Command& command) {
  out += function_name(command.name) + "() {\n  _arguments -s '(-h --help)'{-h,--help}'[help]'";
  for (const Option& option : command.prepare().options) append_option(out, option);
  out += "\n}\n\n";
}

void append_group(std::string& out, std::span<const Command> table, std::string_view group) {
  out += function_name(group) + "() {\n  local -a members=(\n";
  std::string cases;
  for (const Command* member : members_of(table, group)) {
    if (member->hidden) continue;
    const std::string word(last_word(member->name));
    out += "    " + quoted(escaped(word) + ':' + std::string(member->about)) + '\n';
    cases += "        " + word + ") " + function_name(member->name) + " ;;\n";
  }
  out +=
      "  )\n  local curcontext=$curcontext state line\n  _arguments -C '(-h "
      "--help)'{-h,--help}'[help]'";
  if (group.empty()) out += " '(-V --version)'{-V,--version}'[version]'";
  out +=
      " \\\n    '1: :->member' '*:: :->rest'\n"
      "  case $state in\n"
      "    member) _describe command members ;;\n"
      "    rest)\n      case $line[1] in\n" +
      cases + "      esac ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zsh_completions(std::span<const Command> table) {
  std::string out(zsh_head);
  out += '\n';
  for (const Command& command : table) {
    if (command.hidden) continue;
    if (command.prepare == nullptr) {
      append_group(out, table, command.name);
    } else {
      append_zsh_command(out, command);
    }
  }
  append_group(out, table, "");
  return out + "_galley \"$@\"\n";
}

}  // namespace linter::commands
