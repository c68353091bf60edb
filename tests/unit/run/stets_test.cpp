// Comments that let a finding stand.
#include "linter/suppression/stets.h"

#include <gtest/gtest.h>

#include "tests/unit/run/run_fixture.h"

namespace linter::run {
namespace {

using Lines = std::vector<std::string>;

// "very" is a warning of house.very, "miracle" an error of house.never-say.
struct StetCase {
  const char* name;
  std::string file;
  std::string text;
  Lines left;  // findings that stay
  std::uint64_t silenced = 0;
};

class Stets : public testing::TestWithParam<StetCase> {};

TEST_P(Stets, silence_what_they_cover) {
  const StetCase& row = GetParam();
  const auto files = base::memory(with_house_pack({{"/w/" + row.file, row.text}}));
  const auto outcome = check(request_for({row.file}), *files);
  EXPECT_EQ(lines_of(outcome), row.left);
  EXPECT_EQ(outcome.suppressed, row.silenced);
}

INSTANTIATE_TEST_SUITE_P(
    table, Stets,
    testing::Values(
        StetCase{"the_next_block",
                 "a.md",
                 "<!-- stet house.very: a quotation -->\n\nVery.\n\nVery.\n",
                 {"a.md:5:1:house.very:warning"},
                 1},
        StetCase{"right_above_the_paragraph",
                 "a.md",
                 "<!-- stet house.very: a quotation -->\nVery.\n\nVery.\n",
                 {"a.md:4:1:house.very:warning"},
                 1},
        StetCase{"the_block_it_stands_in",
                 "a.md",
                 "It is <!-- stet house.very: a name --> very good.\n\nVery.\n",
                 {"a.md:3:1:house.very:warning"},
                 1},
        StetCase{"the_block_it_ends",
                 "a.md",
                 "It is very good. <!-- stet house.very: a name -->\n\nVery.\n",
                 {"a.md:3:1:house.very:warning"},
                 1},
        StetCase{"all_of_a_list",
                 "a.md",
                 "<!-- stet house.very: a menu -->\n\n- very\n- very\n\nVery.\n",
                 {"a.md:6:1:house.very:warning"},
                 2},
        StetCase{"nothing_else_in_the_block",
                 "a.md",
                 "<!-- stet house.very: a name -->\nA very fine miracle.\n",
                 {"a.md:2:13:house.never-say:error"},
                 1},
        StetCase{"several_rules",
                 "a.md",
                 "<!-- stet house.very, house.never-say: a name -->\nA very fine miracle.\n",
                 {},
                 2},
        StetCase{"the_article",
                 "a.md",
                 "Very.\n\n<!-- stet-file house.very: a satire -->\n\nVery.\n",
                 {},
                 2},
        StetCase{
            "from_begin_to_end",
            "a.md",
            "Very.\n\n<!-- stet-begin house.very: a letter -->\n\nVery.\n\nVery.\n\n<!-- stet-end "
            "-->\n\nVery.\n",
            {"a.md:1:1:house.very:warning", "a.md:11:1:house.very:warning"},
            2},
        StetCase{"in_mdx", "a.mdx", "{/* stet house.very: a name */}\n\nVery.\n", {}, 1},
        StetCase{"in_html",
                 "a.html",
                 "<!-- stet house.very: a name --><p>Very.</p><p>Very.</p>",
                 {"a.html:1:48:house.very:warning"},
                 1},
        StetCase{"between_two_paragraphs_of_one_line",
                 "a.html",
                 "<p>Very.</p><!-- stet house.very: a name --><p>Very.</p>",
                 {"a.html:1:4:house.very:warning"},
                 1},
        StetCase{"in_plain_text",
                 "a.txt",
                 "[stet house.very: a name]\nVery good.\n\nVery.\n",
                 {"a.txt:4:1:house.very:warning"},
                 1},
        StetCase{"in_front_matter",
                 "a.md",
                 "---\ngalley:\n  stet:\n    house.very until 2099-01-01: a name\n---\n\nVery.\n",
                 {},
                 1},
        StetCase{"until_its_last_day",
                 "a.md",
                 "<!-- stet house.very until 2026-01-01: a name -->\nVery.\n",
                 {},
                 1},
        StetCase{"not_a_day_longer",
                 "a.md",
                 "<!-- stet house.very until 2025-12-31: a name -->\nVery.\n",
                 {"a.md:1:1:stet.expired:warning", "a.md:2:1:house.very:warning"}},
        StetCase{"not_without_a_reason",
                 "a.md",
                 "<!-- stet house.very -->\nVery.\n",
                 {"a.md:1:1:stet.no-reason:warning", "a.md:2:1:house.very:warning"}},
        StetCase{"no_rule_of_that_name",
                 "a.md",
                 "<!-- stet house.vary: a name -->\nVery.\n",
                 {"a.md:1:1:stet.unknown-rule:warning", "a.md:2:1:house.very:warning"}},
        StetCase{"nothing_to_silence",
                 "a.md",
                 "<!-- stet house.very: a name -->\nFine.\n",
                 {"a.md:1:1:stet.unused:warning"}},
        StetCase{"a_whole_pack_for_one_rule",
                 "a.md",
                 "<!-- stet house: a name -->\nVery.\n",
                 {"a.md:1:1:stet.too-broad:suggestion"},
                 1},
        StetCase{"not_the_rules_about_stets",
                 "a.md",
                 "<!-- stet stet.unused: why not -->\nFine.\n",
                 {"a.md:1:1:stet.never:warning"}},
        StetCase{"no_such_date",
                 "a.md",
                 "<!-- stet house.very until spring: a name -->\nVery.\n",
                 {"a.md:1:1:stet.malformed:warning", "a.md:2:1:house.very:warning"}},
        StetCase{"no_day_of_the_calendar",
                 "a.md",
                 "<!-- stet house.very until 2027-02-30: a name -->\nVery.\n",
                 {"a.md:1:1:stet.malformed:warning", "a.md:2:1:house.very:warning"}},
        StetCase{"never_ended",
                 "a.md",
                 "<!-- stet-begin house.very: a letter -->\n\nVery.\n",
                 {"a.md:1:1:stet.malformed:warning", "a.md:3:1:house.very:warning"}},
        StetCase{"ends_nothing",
                 "a.md",
                 "Fine.\n\n<!-- stet-end -->\n",
                 {"a.md:3:1:stet.malformed:warning"}},
        StetCase{"another_word",
                 "a.md",
                 "<!-- stetson house.very: a hat -->\nVery.\n",
                 {"a.md:2:1:house.very:warning"}},
        StetCase{"not_in_code",
                 "a.md",
                 "`<!-- stet house.very: a name -->`\n\nVery.\n",
                 {"a.md:3:1:house.very:warning"}}),
    [](const auto& row) { return std::string(row.param.name); });

// Every comment is looked at against a few blocks only, and there is an end to them.
TEST(StetNotes, more_than_an_article_may_have_are_not_read) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "<!-- stet house.very: a name -->\n\n- very\n\n";
  const auto files = base::memory(with_house_pack({{"/w/a.md", text}}));
  const auto outcome = check(request_for({"a.md"}), *files);
  EXPECT_EQ(outcome.stets.size(), suppression::max_stets);
  EXPECT_GT(outcome.findings.size(), 0U);
}

TEST(StetNotes, say_what_each_let_stand_and_why) {
  const auto files = base::memory(with_house_pack(
      {{"/w/a.md", "<!-- stet house.very until 2030-06-01: a name -->\nVery, very.\n"}}));
  CheckRequest request = request_for({"a.md"});
  request.show_suppressed = true;
  const auto outcome = check(request, *files);
  ASSERT_EQ(outcome.stets.size(), 1U);
  EXPECT_EQ(outcome.stets[0].rule, "house.very");
  EXPECT_EQ(outcome.stets[0].until, "2030-06-01");
  EXPECT_EQ(outcome.stets[0].reason, "a name");
  EXPECT_EQ(outcome.stets[0].state, "in use");
  EXPECT_EQ(outcome.stets[0].silenced, 2U);
  ASSERT_EQ(outcome.findings.size(), 2U);
  EXPECT_EQ(outcome.findings[0].suppressed, "stet in line 1: a name (until 2030-06-01)");
  EXPECT_EQ(outcome.failing, 0U);
}

}  // namespace
}  // namespace linter::run
