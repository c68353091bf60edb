#include "linter/run/paragraphs.h"

#include <gtest/gtest.h>

namespace linter::run {
namespace {

struct LikenessCase {
  const char* name;
  std::string_view before;
  std::string_view after;
  bool alike;
};

class Likeness : public testing::TestWithParam<LikenessCase> {};

TEST_P(Likeness, is_of_words) {
  const Paragraphs before(GetParam().before);
  const Paragraphs after(GetParam().after);
  const double found = likeness(before.words_at(1), after.words_at(1));
  EXPECT_EQ(found > 0, GetParam().alike) << found;
  EXPECT_EQ(found, likeness(after.words_at(1), before.words_at(1)));
}

INSTANTIATE_TEST_SUITE_P(
    Table, Likeness,
    testing::Values(
        LikenessCase{"same", "We open at ten.", "We open at ten.", true},
        LikenessCase{"a_word_more", "We open at ten.", "Today we open at ten.", true},
        LikenessCase{"other_lines_and_marks", "We open\nat ten", "**We** open at ten.", true},
        LikenessCase{"another_paragraph_follows", "We open at ten.\n\nCome soon.",
                     "We open at ten.", true},
        LikenessCase{"nothing_in_common", "We open at ten.", "Parking is behind.", false},
        LikenessCase{"too_little", "We open at ten.", "We close doors early on Sundays.", false},
        LikenessCase{"split",
                     "We open at ten. Parking is behind the house, and the meter takes coins.",
                     "We open at ten.", true},
        LikenessCase{"too_short_for_a_part", "You can park behind the house, and we open at ten.",
                     "We open.", false},
        LikenessCase{"empty", "", "We open at ten.", false}),
    [](const auto& row) { return row.param.name; });

TEST(Paragraphs, are_between_blank_lines) {
  const Paragraphs paragraphs("One two\nthree\n \t\nfour\r\n\r\nfive");
  EXPECT_EQ(paragraphs.words_at(1).size(), 3U);
  EXPECT_EQ(paragraphs.words_at(2), paragraphs.words_at(1));
  EXPECT_TRUE(paragraphs.words_at(3).empty());
  EXPECT_EQ(paragraphs.words_at(4).size(), 1U);
  EXPECT_EQ(paragraphs.words_at(6).size(), 1U);
  EXPECT_TRUE(paragraphs.words_at(0).empty());
  EXPECT_TRUE(paragraphs.words_at(7).empty());
}

}  // namespace
}  // namespace linter::run
