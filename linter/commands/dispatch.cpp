#include "linter/commands/dispatch.h"

#include <algorithm>
#include <exception>

#include "linter/base/names.h"
#include "linter/commands/arguments.h"
#include "linter/commands/facts.h"
#include "linter/commands/help.h"
#include "linter/commands/table.h"

namespace linter::commands {
namespace {

// The longest name of a command at the front of `words`, and how many words it takes.
struct Found {
  std::string name;
  std::size_t words = 0;
};

Found longest_name(std::span<const Command> table, const std::vector<std::string>& words) {
  Found found;
  for (const std::string& word : words) {
    const std::string longer = found.name.empty() ? word : found.name + ' ' + word;
    if (command_named(table, longer) == nullptr) break;
    found = {longer, found.words + 1};
  }
  return found;
}

std::size_t help_width(const Console& console) {
  return std::clamp<std::size_t>(console.out_terminal().width, 60, 100);
}

Exit refuse(Console& console, std::string_view command, std::string message,
            Exit exit = Exit::incomplete) {
  const std::string whole = "galley" + (command.empty() ? "" : ' ' + std::string(command));
  message += "; '" + whole + " --help' says what it takes";
  console.report({base::ErrorCode::bad_usage, std::move(message), {}});
  return exit;
}

std::string unknown_word(std::span<const Command> table, std::string_view group,
                         const std::string& word, const base::FileSystem& files) {
  if (word.starts_with('-')) return "unknown option '" + word + "'";
  std::vector<std::string_view> names;
  for (const Command* member : members_of(table, group)) names.push_back(last_word(member->name));
  const std::string hint = base::nearest_hint(word, names);
  const bool is_path = group.empty() && files.status(word).kind != base::FileKind::missing;
  return "unknown command '" + word + "'" +
         (is_path && hint.empty() ? " (did you mean 'galley check " + word + "'?)" : hint);
}

Exit answer_for_group(std::span<const Command> table, const std::string& group,
                      std::span<const std::string> rest, Console& console) {
  const std::string help = group_help(table, group, help_width(console));
  if (rest.empty()) {
    console.say(help);
    return Exit::incomplete;
  }
  const std::string& word = rest.front();
  if (word == "--help" || word == "-h") return console.print(help);
  if (group.empty() && (word == "--version" || word == "-V")) {
    return console.print("galley " + std::string(version()) + '\n');
  }
  return refuse(console, group, unknown_word(table, group, word, console.files()));
}

}  // namespace

Exit dispatch(std::span<const Command> table, std::vector<std::string> arguments,
              Console& console) {
  const Found found = longest_name(table, arguments);
  arguments.erase(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(found.words));
  const Command* command = command_named(table, found.name);
  if (command == nullptr || command->prepare == nullptr) {
    return answer_for_group(table, found.name, arguments, console);
  }
  Job job = command->prepare();
  const auto wish = fill(job.options, std::move(arguments));
  if (!wish) return refuse(console, found.name, wish.error().message, command->failure);
  if (*wish == Wish::help) return console.print(help_of(*command, help_width(console)));
  try {
    return job.run(console);
  } catch (const std::exception& failure) {
    console.report({base::ErrorCode::internal,
                    std::string("this should not have happened: ") + failure.what(),
                    {}});
    return command->failure;
  }
}

}  // namespace linter::commands
