// A folder of rules, and the examples that are kept.
#include "linter/vale/style.h"

#include <gtest/gtest.h>

namespace {

namespace vale = linter::vale;
namespace base = linter::base;

TEST(Style, rules_by_file_with_names_of_their_own) {
  const auto files =
      base::memory({{"s/House/AB.yml", "extends: existence\nmessage: x\ntokens: [a]\n"},
                    {"s/House/ab.yaml", "extends: existence\nmessage: x\ntokens: [b]\n"},
                    {"s/House/Bad.yml", "extends: [\n"},
                    {"s/House/.hidden.yml", "extends: existence\n"},
                    {"s/House/meta.json", "{}"},
                    {"s/House/deep/C.yml", "extends: existence\n"}});
  const auto style = vale::read_style(*files, "s/House/", "house");
  ASSERT_TRUE(style);
  EXPECT_EQ(style->name, "House");
  ASSERT_EQ(style->rules.size(), 2U);
  EXPECT_EQ(style->rules[0].name, "ab");
  EXPECT_EQ(style->rules[1].name, "ab-2");
  EXPECT_EQ(style->rules[1].body.find("rule")->text, "ab-2");
  EXPECT_EQ(style->lost_files(), 1U);
  EXPECT_EQ(style->lost.front().file, "s/House/Bad.yml");
}

TEST(Style, a_folder_of_styles_names_them) {
  const auto files =
      base::memory({{"s/House/A.yml", ""}, {"s/Other/B.yml", ""}, {"s/x/y.txt", ""}});
  const auto style = vale::read_style(*files, "s", "s");
  ASSERT_FALSE(style);
  EXPECT_EQ(
      style.error().message,
      "holds no rules of Vale's, files that end in .yml: name one of its styles, s/House, s/Other");
  EXPECT_FALSE(vale::read_style(*files, "nowhere", "s"));
}

TEST(Style, notes_with_control_characters_are_comments_all_the_same) {
  const auto files =
      base::memory({{"s/A.yml", "extends: existence\nmessage: x\ntokens: [a, \"(\\b\\n\"]\n"}});
  const auto style = vale::read_style(*files, "s", "s");
  ASSERT_TRUE(style);
  const auto parsed = base::yaml::parse(vale::pack_text(*style), "s.yaml");
  EXPECT_TRUE(parsed.errors.empty()) << vale::pack_text(*style);
}

TEST(Style, the_first_candidate_that_holds_is_kept) {
  vale::Style style{.name = "House", .pack = "house", .about = {}, .rules = {}, .lost = {}};
  vale::Rule rule;
  rule.name = "a";
  rule.bad = {{"one", "two", "three"}, {"four"}};
  rule.good = {"five", "six"};
  style.rules = {rule};
  const std::vector<vale::TrialResult> results{
      {"a", true, 1, false}, {"a", true, 2, true},   {"a", true, 3, true}, {"a", true, 4, false},
      {"a", false, 1, true}, {"a", false, 2, false}, {"b", true, 4, true}};
  vale::keep_examples(style, results);
  EXPECT_EQ(style.rules[0].bad, (std::vector<vale::Candidates>{{"two"}}));
  EXPECT_EQ(style.rules[0].good, std::vector<std::string>{"five"});
  vale::drop_rule(style, "a", "why");
  EXPECT_TRUE(style.rules.empty());
  EXPECT_EQ(style.lost.back().text, "why");
}

}  // namespace
