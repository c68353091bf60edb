// Help, man page and completions: made from the table, and complete.
#include <filesystem>
#include <gtest/gtest.h>

#include "linter/commands/arguments.h"
#include "linter/commands/completions.h"
#include "linter/commands/help.h"
#include "linter/commands/man_page.h"
#include "linter/commands/table.h"
#include "tests/support/golden.h"
#include "tests/support/process.h"
#include "tests/support/scratch.h"
#include "tests/unit/commands/sample_table.h"

namespace linter::commands {
namespace {

const std::string goldens = GALLEY_SOURCE_DIR "/tests/unit/commands/generated/";

TEST(Generated, goldens) {
  tests::expect_golden(goldens + "help", help_of(sample_table[0], 60));
  tests::expect_golden(goldens + "group", group_help(sample_table, "policy", 60));
  tests::expect_golden(goldens + "all", group_help(sample_table, "", 60));
  tests::expect_golden(goldens + "man", man_page(sample_table, "1.2.3"));
  for (const Shell& shell : shells()) {
    tests::expect_golden(goldens + std::string(shell.name), shell.completions(sample_table));
  }
}

// What bash offers for a line that is being typed.
std::string completed(const std::string& line) {
  const tests::Scratch scratch;
  scratch.write("_galley", bash_completions(sample_table));
  scratch.write("article.md", "");
  return tests::run({.arguments = {"bash", "-c",
                                   "source ./_galley; COMP_WORDS=(" + line +
                                       "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _galley; "
                                       "printf '%s ' \"${COMPREPLY[@]}\""},
                     .folder = scratch.path()})
      .out;
}

TEST(BashCompletions, complete_what_is_typed) {
  EXPECT_EQ(completed("galley re"), "read ");
  EXPECT_EQ(completed("galley \"\""), "--help --version read policy ");
  EXPECT_EQ(completed("galley policy \"\""), "--help list ");
  EXPECT_EQ(completed("galley read --f"), "--format ");
  EXPECT_EQ(completed("galley read --format j"), "json ");
  EXPECT_EQ(completed("galley read -q ar"), "article.md ");
  EXPECT_EQ(completed("galley policy list --q"), "--quiet ");
}

bool has(const std::string& program) {
  return tests::run({.arguments = {"bash", "-c", "command -v " + program}}).exit == 0;
}

// Shells and man-db are not needed to build galley: where they are, they must agree.
TEST(Generated, other_programs_read_it_without_complaint) {
  const tests::Scratch scratch;
  scratch.write("galley.1", man_page(commands(), "1.2.3"));
  for (const Shell& shell : shells()) {
    scratch.write(std::string(shell.name), shell.completions(commands()));
  }
  const std::vector<std::pair<std::string, std::string>> checks{
      {"man",
       "man --warnings -l galley.1 >page 2>&1; grep warning: page; grep -q 'EXIT STATUS' page"},
      {"bash", "bash -n bash"},
      {"zsh", "zsh -n zsh"},
      {"fish", "fish --no-execute fish"}};
  for (const auto& [program, check] : checks) {
    if (!has(program)) continue;
    const auto ended = tests::run({.arguments = {"bash", "-c", check}, .folder = scratch.path()});
    EXPECT_EQ(ended.exit, 0) << program;
    EXPECT_EQ(ended.out + ended.err, "") << program;
  }
}

// The words of a command line as a shell would split them, up to what the shell itself reads.
std::vector<std::string> words_of(std::string_view command) {
  std::vector<std::string> words(1);
  bool quoting = false;
  for (const char letter : command) {
    if (letter == '\'') {
      quoting = !quoting;
    } else if (letter == ' ' && !quoting) {
      words.emplace_back();
    } else if ((letter == '<' || letter == '>' || letter == '|') && !quoting) {
      break;
    } else {
      words.back() += letter;
    }
  }
  std::erase(words, "");
  return words;
}

TEST(Commands, every_example_is_a_command_line_that_galley_takes) {
  for (const Command& command : commands()) {
    EXPECT_EQ(command.examples.empty(), command.prepare == nullptr) << command.name;
    for (const Example& example : command.examples) {
      const std::string_view whole = example.command;
      const std::string prefix = "galley " + std::string(command.name);
      const std::size_t begin = whole.find(prefix);
      ASSERT_NE(begin, std::string_view::npos) << whole;
      const Job job = command.prepare();
      const auto filled = fill(job.options, words_of(whole.substr(begin + prefix.size())));
      EXPECT_TRUE(filled) << whole << ": " << (filled ? "" : filled.error().message);
    }
  }
}

TEST(Commands, say_what_they_are) {
  for (const Command& command : commands()) {
    EXPECT_FALSE(command.about.empty()) << command.name;
    EXPECT_FALSE(command.about.ends_with('.')) << command.name;
    if (command.prepare == nullptr) continue;
    for (const Option& option : command.prepare().options) {
      EXPECT_FALSE(option.about.empty()) << command.name << ' ' << option.names;
      if (option.is_positional() || option.is_flag()) continue;
      EXPECT_FALSE(option.value.empty()) << command.name << ' ' << option.names;
    }
  }
}

}  // namespace
}  // namespace linter::commands
