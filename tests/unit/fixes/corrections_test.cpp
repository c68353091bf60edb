#include "linter/fixes/corrections.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "linter/fixes/drafts.h"

namespace linter::fixes {
namespace {

// A rule that puts one text in the place of another, wherever it stands.
struct Swap {
  std::string rule;
  std::string text;
  std::string right;
};

// What a check by these rules finds.
std::vector<findings::Finding> found(const std::string& text, const std::vector<Swap>& swaps) {
  std::vector<findings::Finding> all;
  for (const Swap& swap : swaps) {
    for (std::size_t at = text.find(swap.text); at != std::string::npos;
         at = text.find(swap.text, at + 1)) {
      findings::Finding& one = all.emplace_back();
      one.rule = swap.rule;
      one.location.span = {static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(at + swap.text.size())};
      one.location.text = swap.text;
      one.suggestions = {swap.right};
      one.safe_fix = true;
    }
  }
  std::ranges::sort(all, {}, [](const findings::Finding& one) { return one.location.span; });
  return all;
}

struct RoundsCase {
  const char* name;
  std::string text;
  std::vector<Swap> swaps;
  std::string after;
  std::size_t fixes;
};

class Rounds : public testing::TestWithParam<RoundsCase> {};

TEST_P(Rounds, end_where_nothing_is_left) {
  const RoundsCase& row = GetParam();
  const auto corrected = [&](std::string text) {
    Corrections corrections(std::move(text));
    for (int round = 0; round < 20; ++round) {
      const auto findings = found(corrections.text(), row.swaps);
      if (!corrections.make(fitting(corrections.text(), sure_fixes(findings)), findings)) break;
      EXPECT_LT(round, 19) << corrections.text();
    }
    return corrections;
  };
  const Corrections once = corrected(row.text);
  EXPECT_EQ(once.text(), row.after);
  const std::vector<Fix> fixes = once.fixes();
  EXPECT_EQ(fixes.size(), row.fixes);
  EXPECT_EQ(fitting(row.text, fixes), fixes);
  EXPECT_EQ(applied(row.text, fixes), row.after);
  EXPECT_EQ(corrected(row.after).text(), row.after) << "once more changes nothing";
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Rounds,
    testing::Values(
        RoundsCase{
            "one_round", "teh skin, teh peel", {{"s", "teh", "the"}}, "the skin, the peel", 2},
        RoundsCase{"what_one_brings_to_light",
                   "xx teh the skin teh end",
                   {{"s", "teh", "the"}, {"d", "the the", "the"}},
                   "xx the skin the end",
                   2},
        RoundsCase{"a_rule_that_shortens_its_own_words",
                   "x is is is is y",
                   {{"d", "is is", "is"}},
                   "x is y",
                   1},
        RoundsCase{"words_apart_stay_apart",
                   "aa b aa b",
                   {{"1", "aa", "c"}, {"2", "c b a", "c B a"}},
                   "c b c b",
                   2},
        RoundsCase{"a_rule_that_asks_for_more",
                   "the app, teh app",
                   {{"app", "app", "the app"}, {"s", "teh", "the"}},
                   "the app, the app",
                   1},
        RoundsCase{"rules_that_undo_each_other",
                   "a grey cat, teh end",
                   {{"g", "grey", "gray"}, {"h", "gray", "grey"}, {"s", "teh", "the"}},
                   "a grey cat, the end",
                   1},
        RoundsCase{"what_comes_back_to_what_it_was",
                   "one two",
                   {{"a", "one", "uno"}, {"b", "uno", "one "}, {"c", "  ", " "}},
                   "one two",
                   0},
        RoundsCase{"words_before_and_behind_those_left_alone",
                   "teh app teh",
                   {{"app", "app", "apps"}, {"s", "teh", "the"}},
                   "the app the",
                   2}),
    [](const auto& row) { return row.param.name; });

TEST(Corrections, ThatAreTakenBackAreNotMadeAgain) {
  const std::vector<Swap> swaps{{"s", "teh", "the"}};
  Corrections corrections("teh skin and teh peel");
  const auto round = [&] {
    const auto findings = found(corrections.text(), swaps);
    return corrections.make(sure_fixes(findings), findings);
  };
  EXPECT_TRUE(round());
  corrections.take_back(corrections.fixes().front());
  EXPECT_EQ(corrections.text(), "teh skin and the peel");
  EXPECT_FALSE(round());
  EXPECT_EQ(corrections.text(), "teh skin and the peel");
}

TEST(Drafts, StandInThePlaceOfFilesThatStayAsTheyAre) {
  const auto files = base::memory({{"/a/x.md", "one"}, {"/a/y.md", "two"}});
  Drafts drafts(*files);
  ASSERT_TRUE(drafts.write("/a/./x.md", "longer").has_value());
  EXPECT_EQ(drafts.read("/a/x.md", 100).value(), "longer");
  EXPECT_EQ(drafts.status("/a/x.md").size, 6U);
  EXPECT_EQ(drafts.list("/a").value().front().status.size, 6U);
  EXPECT_EQ(drafts.read("/a/x.md", 3).error().code, base::ErrorCode::too_large);
  EXPECT_EQ(drafts.read("/a/y.md", 100).value(), "two");
  EXPECT_EQ(files->read("/a/x.md", 100).value(), "one");
}

}  // namespace
}  // namespace linter::fixes
