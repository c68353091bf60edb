#include "linter/commands/terminal.h"

#include <gtest/gtest.h>
#include <map>

namespace linter::commands {
namespace {

using Environment = std::map<std::string, std::string>;

Variables variables_of(Environment environment) {
  return [environment = std::move(environment)](const std::string& name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::nullopt : std::optional(found->second);
  };
}

struct TerminalRow {
  const char* name;
  bool is_terminal;
  Colour colour;
  Environment environment;
  bool wants_colour;
  bool wants_hyperlinks;
};

class TerminalOf : public testing::TestWithParam<TerminalRow> {};

TEST_P(TerminalOf, colour_and_hyperlinks) {
  const TerminalRow& row = GetParam();
  const auto terminal = terminal_of(row.is_terminal, 0, row.colour, variables_of(row.environment));
  EXPECT_EQ(terminal.colour, row.wants_colour);
  EXPECT_EQ(terminal.hyperlinks, row.wants_hyperlinks);
}

constexpr auto automatic = Colour::automatic;

INSTANTIATE_TEST_SUITE_P(
    rows, TerminalOf,
    testing::Values(
        TerminalRow{"terminal", true, automatic, {{"TERM", "xterm"}}, true, false},
        TerminalRow{"pipe", false, automatic, {{"TERM", "xterm"}}, false, false},
        TerminalRow{"dumb", true, automatic, {{"TERM", "dumb"}}, false, false},
        TerminalRow{"no_term", true, automatic, {}, false, false},
        TerminalRow{
            "no_color", true, automatic, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, false, false},
        TerminalRow{
            "empty_no_color", true, automatic, {{"TERM", "xterm"}, {"NO_COLOR", ""}}, true, false},
        TerminalRow{"forced", false, automatic, {{"CLICOLOR_FORCE", "1"}}, true, false},
        TerminalRow{"not_forced", false, automatic, {{"CLICOLOR_FORCE", "0"}}, false, false},
        TerminalRow{"no_color_before_force",
                    false,
                    automatic,
                    {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}},
                    false,
                    false},
        TerminalRow{
            "always", false, Colour::always, {{"NO_COLOR", "1"}, {"TERM", "dumb"}}, true, false},
        TerminalRow{"never",
                    true,
                    Colour::never,
                    {{"TERM", "xterm"}, {"CLICOLOR_FORCE", "1"}},
                    false,
                    false},
        TerminalRow{
            "links", true, automatic, {{"TERM", "xterm"}, {"TERM_PROGRAM", "WezTerm"}}, true, true},
        TerminalRow{"links_of_vte",
                    true,
                    automatic,
                    {{"TERM", "xterm"}, {"VTE_VERSION", "7200"}},
                    true,
                    true},
        TerminalRow{
            "old_vte", true, automatic, {{"TERM", "xterm"}, {"VTE_VERSION", "4205"}}, true, false},
        TerminalRow{
            "odd_vte", true, automatic, {{"TERM", "xterm"}, {"VTE_VERSION", "x"}}, true, false},
        TerminalRow{
            "no_links_in_a_pipe", false, Colour::always, {{"WT_SESSION", "a"}}, true, false},
        TerminalRow{"links_forced", false, Colour::always, {{"FORCE_HYPERLINK", "1"}}, true, true},
        TerminalRow{"links_refused",
                    true,
                    automatic,
                    {{"TERM", "xterm"}, {"WT_SESSION", "a"}, {"FORCE_HYPERLINK", "0"}},
                    true,
                    false}),
    [](const auto& row) { return row.param.name; });

TEST(TerminalOf, width_is_the_terminals_own) {
  const auto none = variables_of({});
  EXPECT_EQ(terminal_of(true, 120, automatic, none).width, 120U);
  EXPECT_EQ(terminal_of(true, 0, automatic, none).width, 80U);
  EXPECT_EQ(terminal_of(false, 120, automatic, none).width, 80U);
}

}  // namespace
}  // namespace linter::commands
