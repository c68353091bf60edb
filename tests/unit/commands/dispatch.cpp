#include "linter/commands/dispatch.h"

#include <gtest/gtest.h>

#include "linter/commands/help.h"
#include "linter/commands/table.h"
#include "tests/unit/commands/sample_table.h"

namespace linter::commands {
namespace {

struct Said {
  Exit exit = Exit::fine;
  std::string out;
  std::string err;
};

Said dispatched(std::vector<std::string> arguments) {
  const auto files = base::memory({{"articles/peel.md", ""}});
  const std::atomic<bool> interrupted = false;
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Said said;
  {
    Console console(*files, [](const auto&) { return std::nullopt; }, interrupted);
    said.exit = dispatch(sample_table, std::move(arguments), console);
  }
  said.out = testing::internal::GetCapturedStdout();
  said.err = testing::internal::GetCapturedStderr();
  return said;
}

TEST(Dispatch, runs_the_command_of_the_longest_name) {
  const Said read = dispatched({"read", "a.md", "--format", "json"});
  EXPECT_EQ(read.out, "json a.md\n");
  EXPECT_EQ(read.exit, Exit::fine);
  EXPECT_EQ(dispatched({"policy", "list", "x", "-q"}).exit, Exit::findings);
  EXPECT_EQ(dispatched({"secret"}).out, "text\n");
}

struct Row {
  const char* name;
  std::vector<std::string> arguments;
  std::string err;
};

class DispatchRefuses : public testing::TestWithParam<Row> {};

TEST_P(DispatchRefuses, with_a_hint_and_exit_2) {
  const Said said = dispatched(GetParam().arguments);
  EXPECT_EQ(said.exit, Exit::incomplete);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err, "galley: " + GetParam().err + " [bad-usage]\n");
}

INSTANTIATE_TEST_SUITE_P(
    rows, DispatchRefuses,
    testing::Values(
        Row{"command",
            {"raed"},
            "unknown command 'raed' (did you mean 'read'?); 'galley --help' says what it takes"},
        Row{"path",
            {"articles/peel.md"},
            "unknown command 'articles/peel.md' (did you mean 'galley check articles/peel.md'?); "
            "'galley --help' says what it takes"},
        Row{"member",
            {"policy", "lsit"},
            "unknown command 'lsit' (did you mean 'list'?); 'galley policy --help' says what it "
            "takes"},
        Row{"option",
            {"read", "--quit"},
            "unknown option '--quit' (did you mean '--quiet'?); 'galley read --help' says what it "
            "takes"},
        Row{"option_of_none",
            {"--verbose"},
            "unknown option '--verbose'; 'galley --help' says what it takes"}),
    [](const auto& row) { return row.param.name; });

TEST(Dispatch, version_and_help_go_to_standard_output) {
  EXPECT_TRUE(dispatched({"--version"}).out.starts_with("galley "));
  EXPECT_EQ(dispatched({"--help"}).out, group_help(sample_table, "", 80));
  EXPECT_EQ(dispatched({"policy", "-h"}).out, group_help(sample_table, "policy", 80));
  EXPECT_EQ(dispatched({"read", "--help"}).out, help_of(sample_table[0], 80));
  EXPECT_EQ(dispatched({"read", "--help"}).exit, Exit::fine);
}

TEST(Dispatch, no_command_shows_help_as_an_error) {
  const Said said = dispatched({});
  EXPECT_EQ(said.exit, Exit::incomplete);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err, group_help(sample_table, "", 80));
}

}  // namespace
}  // namespace linter::commands
