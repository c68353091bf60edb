#include "linter/commands/help.h"

#include <algorithm>

#include "linter/commands/facts.h"
#include "linter/commands/table.h"
#include "linter/reports/wording.h"

namespace linter::commands {
namespace {

struct Row {
  std::string left;
  std::string right;
};

constexpr std::size_t widest_left = 28;

void append_rows(std::string& out, std::string_view title, const std::vector<Row>& rows,
                 std::size_t width) {
  if (rows.empty()) return;
  std::size_t left = 0;
  for (const Row& row : rows) {
    if (row.left.size() <= widest_left) left = std::max(left, row.left.size());
  }
  out.append("\n").append(title) += ":\n";
  const std::string indent(left + 4, ' ');
  for (const Row& row : rows) {
    std::string head = "  " + row.left;
    if (head.size() + 2 > indent.size()) {
      out += head + '\n';
      head.clear();
    }
    head.resize(indent.size(), ' ');
    for (const auto& line : reports::wrapped(row.right, width - indent.size())) {
      out += head + line + '\n';
      head = indent;
    }
  }
}

void append_paragraphs(std::string& out, std::string_view text, std::size_t width) {
  while (!text.empty()) {
    const std::string_view paragraph = text.substr(0, text.find("\n\n"));
    text.remove_prefix(std::min(paragraph.size() + 2, text.size()));
    out += '\n';
    for (const auto& line : reports::wrapped(paragraph, width)) out += line + '\n';
  }
}

std::vector<Row> option_rows(const std::vector<Option>& options, bool positional) {
  std::vector<Row> rows;
  for (const Option& option : options) {
    if (option.is_positional() != positional) continue;
    // Options without a short name line up with those that have one.
    const bool only_long = option.names.starts_with("--");
    rows.push_back({(only_long ? "    " : "") + shown_names(option), shown_about(option)});
  }
  if (!positional) rows.push_back({"-h, --help", "this help"});
  return rows;
}

std::vector<Row> rows_of(std::span<const Fact> facts) {
  std::vector<Row> rows;
  for (const Fact& fact : facts) rows.push_back({std::string(fact.name), std::string(fact.about)});
  return rows;
}

void append_examples(std::string& out, std::span<const Example> examples) {
  if (examples.empty()) return;
  out += "\nExamples:\n";
  for (const Example& example : examples) {
    out.append("  ").append(example.command).append("\n      ").append(example.about) += '\n';
  }
}

}  // namespace

std::string shown_names(const Option& option) {
  std::string text;
  for (const char letter : option.names) {
    text += letter;
    if (letter == ',') text += ' ';
  }
  if (option.is_positional()) return text + (option.repeats() ? "..." : "");
  return option.is_flag() ? text : text + ' ' + std::string(option.value);
}

std::string shown_about(const Option& option) {
  std::string text(option.about);
  std::string choices;
  for (const auto choice : option.choices) {
    choices += (choices.empty() ? ": " : ", ") + std::string(choice);
  }
  return text + choices;
}

std::string usage_of(const Command& command) {
  std::string text = "galley " + std::string(command.name) + " [OPTION]...";
  for (const Option& option : command.prepare().options) {
    if (!option.is_positional()) continue;
    const std::string name = shown_names(option);
    text += option.required ? ' ' + name : " [" + name + ']';
  }
  return text;
}

std::string help_of(const Command& command, std::size_t width) {
  std::string out = "galley " + std::string(command.name) + ": " + std::string(command.about) +
                    "\n\nUsage: " + usage_of(command) + '\n';
  append_paragraphs(out, command.details, width);
  const Job job = command.prepare();
  append_rows(out, "Arguments", option_rows(job.options, true), width);
  append_rows(out, "Options", option_rows(job.options, false), width);
  append_examples(out, command.examples);
  return out;
}

std::string group_help(std::span<const Command> table, std::string_view group, std::size_t width) {
  const Command* own = command_named(table, group);
  std::string name = "galley";
  if (own != nullptr) name += ' ' + std::string(group);
  std::string out = name + ": " + std::string(own != nullptr ? own->about : tagline) +
                    "\n\nUsage: " + name + " COMMAND [OPTION]...\n";
  if (own != nullptr) append_paragraphs(out, own->details, width);
  std::vector<Row> rows;
  for (const Command* member : members_of(table, group)) {
    if (member->hidden) continue;
    rows.push_back({std::string(last_word(member->name)), std::string(member->about)});
  }
  append_rows(out, "Commands", rows, width);
  if (own == nullptr) {
    append_rows(out, "Options",
                {{"-h, --help", "this help; 'galley COMMAND --help' tells more of a command"},
                 {"-V, --version", "the version"}},
                width);
    append_rows(out, "Exit status", rows_of(exits), width);
    append_rows(out, "Environment", rows_of(variables), width);
    append_rows(out, "Files", rows_of(own_files), width);
  } else {
    append_examples(out, own->examples);
  }
  return out;
}

}  // namespace linter::commands
