#include "linter/commands/table.h"

#include <algorithm>

#include "linter/commands/generated.h"

namespace linter::commands {
namespace {

constexpr Example man_examples[] = {{"galley man > galley.1", "for a package"}};

constexpr Example completions_examples[] = {
    {"galley completions bash > /etc/bash_completion.d/galley", "for every user"}};

constexpr Command table[] = {
    {.name = "man",
     .about = "writes the man page",
     .details = "",
     .examples = man_examples,
     .prepare = prepare_man,
     .hidden = true},
    {.name = "completions",
     .about = "writes completions for a shell",
     .details = "",
     .examples = completions_examples,
     .prepare = prepare_completions,
     .hidden = true},
};

}  // namespace

std::span<const Command> commands() {
  return table;
}

const Command* command_named(std::span<const Command> all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : &*found;
}

std::vector<const Command*> members_of(std::span<const Command> all, std::string_view group) {
  const std::size_t begin = group.empty() ? 0 : group.size() + 1;
  std::vector<const Command*> members;
  for (const Command& command : all) {
    const std::string_view name = command.name;
    if (name.size() <= begin || !name.starts_with(group)) continue;
    if (begin > 0 && name[group.size()] != ' ') continue;
    if (name.find(' ', begin) == std::string_view::npos) members.push_back(&command);
  }
  return members;
}

std::string_view last_word(std::string_view name) {
  return name.substr(name.rfind(' ') + 1);
}

}  // namespace linter::commands
