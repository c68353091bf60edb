#include "linter/prose/corrected.h"

#include <gtest/gtest.h>

#include "tests/unit/prose/reading.h"

namespace linter::prose::testing {
namespace {

struct Case {
  const char* name;
  std::string bytes;                                       // Markdown
  std::vector<std::pair<std::string, std::string>> words;  // as in the view, and what is meant
  std::string view;
  std::vector<std::string> sources;  // of what is meant
};

class CorrectedViews : public ::testing::TestWithParam<Case> {};

TEST_P(CorrectedViews, ReadsWhatIsMeantAndKnowsWhereItStands) {
  const auto& [name, bytes, words, view, sources] = GetParam();
  const Article written = read("markdown", bytes);
  std::vector<Correction> corrections;
  for (const auto& [wrong, right] : words) corrections.push_back({find(written, wrong), right});
  const Article article = corrected(written, corrections);
  EXPECT_EQ(article.view, view);
  expect_sound(article, bytes);
  ASSERT_EQ(sources.size(), words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(source_of(article, bytes, words[i].second), sources[i]);
    EXPECT_FALSE(article.is_verbatim(find(article, words[i].second)));
  }
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    EXPECT_EQ(article.source_span(article.blocks[i].text),
              written.source_span(written.blocks[i].text));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Views, CorrectedViews,
    ::testing::Values(
        Case{"nothing", "A safe peel.\n", {}, "A safe peel.", {}},
        Case{
            "longer", "A paless peel.\n", {{"paless", "painless"}}, "A painless peel.", {"paless"}},
        Case{"shorter_at_the_end", "It is saffe\n", {{"saffe", "safe"}}, "It is safe", {"saffe"}},
        Case{"two_in_a_line",
             "Saffe, pianless.\n",
             {{"Saffe", "Safe"}, {"pianless", "painless"}},
             "Safe, painless.",
             {"Saffe", "pianless"}},
        Case{"side_by_side",
             "Saffe-pianless.\n",
             {{"Saffe", "Safe"}, {"pianless", "painless"}},
             "Safe-painless.",
             {"Saffe", "pianless"}},
        Case{"in_two_blocks",
             "# Saffe\n\nIt is pianless here.\n",
             {{"Saffe", "Safe"}, {"pianless", "painless"}},
             "Safe\n\nIt is painless here.",
             {"Saffe", "pianless"}},
        Case{"with_marks_inside",
             "It is pian**les** here.\n",
             {{"pianles", "painless"}},
             "It is painless here.",
             {"pian**les"}},
        Case{"with_an_entity",
             "It is pain&shy;les&#115; &amp; safe.\n",
             {{"painless", "unfelt"}},
             "It is unfelt & safe.",
             {"pain&shy;les&#115;"}},
        Case{"two_words",
             "per manent hair\n",
             {{"per manent", "permanent"}},
             "permanent hair",
             {"per manent"}}),
    name_of);

TEST(CorrectedInlines, GrowWithWhatIsMeant) {
  const Article written = read("markdown", "It is **pian**les *here*.\n");
  const std::vector<Correction> corrections{{find(written, "pianles"), "painless"}};
  const Article article = corrected(written, corrections);
  ASSERT_EQ(article.inlines.size(), 2U);
  EXPECT_EQ(article.inlines[0].text.of(article.view), "painless");
  EXPECT_EQ(article.inlines[1].text.of(article.view), "here");
}

}  // namespace
}  // namespace linter::prose::testing
