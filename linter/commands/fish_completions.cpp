#include "linter/commands/completions.h"
#include "linter/commands/help.h"
#include "linter/commands/table.h"

namespace linter::commands {
namespace {

constexpr std::string_view fish_head = "# fish completion of galley, made from its command table\n";

// True on a command line whose first words are those of `name` and no command below it.
std::string condition(std::string_view name) {
  if (name.empty()) return "__fish_use_subcommand";
  std::string text;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    name.remove_prefix(std::min(word.size() + 1, name.size()));
    text += (text.empty() ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") +
            std::string(word);
  }
  return text;
}

std::string group_condition(std::span<const Command> table, std::string_view group) {
  std::string text = condition(group);
  if (group.empty()) return text;
  text += "; and not __fish_seen_subcommand_from";
  for (const Command* member : members_of(table, group)) {
    text += ' ' + std::string(last_word(member->name));
  }
  return text;
}

std::string line_for(const Command& command, const Option& option) {
  std::string line = "complete -c galley -n " + quoted(condition(command.name));
  const ValueKind kind = value_kind(option);
  if (!option.is_positional()) {
    for (const auto name : names_of(option)) {
      line += name.starts_with("--") ? " -l " + std::string(name.substr(2))
                                     : " -s " + std::string(name.substr(1));
    }
    if (kind != ValueKind::none) line += " -r";
  }
  if (kind == ValueKind::choice) line += " -a " + quoted(spaced(option.choices));
  if (kind == ValueKind::path) line += " -F";
  return line + " -d " + quoted(option.about) + '\n';
}

}  // namespace

std::string fish_completions(std::span<const Command> table) {
  std::string out(fish_head);
  out += "complete -c galley -f\n";
  out += "complete -c galley -s h -l help -d 'help'\n";
  out += "complete -c galley -n __fish_use_subcommand -s V -l version -d 'the version'\n";
  for (const Command& command : table) {
    if (command.hidden) continue;
    const std::size_t space = command.name.rfind(' ');
    const auto group = space == std::string_view::npos ? "" : command.name.substr(0, space);
    out += "complete -c galley -n " + quoted(group_condition(table, group)) + " -a " +
           std::string(last_word(command.name)) + " -d " + quoted(command.about) + '\n';
    if (command.prepare == nullptr) continue;
    for (const Option& option : command.prepare().options) out += line_for(command, option);
  }
  return out;
}

}  // namespace linter::commands
