#include "linter/commands/completions.h"
#include "linter/commands/table.h"

namespace linter::commands {
namespace {

constexpr std::string_view head = R"(# bash completion of galley, made from its command table
_galley() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command= words= files= word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command $word" in
)";

constexpr std::string_view foot = R"(  esac
  [[ $current == -* || -z $files ]] && COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $current != -* && -n $files ]] && COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _galley galley
)";

void append_value_case(std::string& out, const Command& command, const Option& option) {
  const ValueKind kind = value_kind(option);
  if (kind == ValueKind::none || option.is_positional()) return;
  std::string pattern;
  for (const auto name : names_of(option)) {
    pattern += (pattern.empty() ? "    \"" : "|\"") + std::string(command.name) + ' ' +
               std::string(name) + '"';
  }
  out += pattern + ") COMPREPLY=(";
  if (kind == ValueKind::choice) {
    out += "$(compgen -W \"" + spaced(option.choices) + "\" -- \"$current\")";
  } else if (kind == ValueKind::path) {
    out += "$(compgen -f -- \"$current\")";
  }
  out += "); return ;;\n";
}

void append_words_case(std::string& out, const Command& command) {
  std::string words;
  bool files = false;
  for (const Option& option : command.prepare().options) {
    if (option.is_positional()) {
      files = files || value_kind(option) == ValueKind::path;
      words += ' ' + spaced(option.choices);
    } else {
      words += ' ' + spaced(names_of(option));
    }
  }
  out += "    \"" + std::string(command.name) + "\") words=\"--help" + words + "\"" +
         (files ? " files=1" : "") + " ;;\n";
}

void append_group_case(std::string& out, std::span<const Command> table, std::string_view group) {
  std::string words = group.empty() ? "--help --version" : "--help";
  for (const Command* member : members_of(table, group)) {
    if (!member->hidden) words += ' ' + std::string(last_word(member->name));
  }
  out += "    \"" + std::string(group) + "\") words=\"" + words + "\" ;;\n";
}

}  // namespace

std::string bash_completions(std::span<const Command> table) {
  std::string out(head);
  for (const Command& command : table) {
    if (command.hidden) continue;
    const std::string name(command.name);
    const std::string typed = name.find(' ') == std::string::npos ? ' ' + name : name;
    out += "      \"" + typed + "\") command=\"" + name + "\" ;;\n";
  }
  out += "    esac\n  done\n  case \"$command $previous\" in\n";
  for (const Command& command : table) {
    if (command.hidden || command.prepare == nullptr) continue;
    for (const Option& option : command.prepare().options) append_value_case(out, command, option);
  }
  out += "  esac\n  case \"$command\" in\n";
  append_group_case(out, table, "");
  for (const Command& command : table) {
    if (command.hidden) continue;
    if (command.prepare == nullptr) {
      append_group_case(out, table, command.name);
    } else {
      append_words_case(out, command);
    }
  }
  return out.append(foot);
}

}  // namespace linter::commands
