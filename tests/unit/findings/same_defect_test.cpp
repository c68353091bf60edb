#include "linter/findings/same_defect.h"

#include <gtest/gtest.h>

namespace linter::findings {
namespace {

struct Row {
  const char* name;
  std::vector<Finding> findings;
  std::vector<std::string> kept;  // rules
};

Finding finding(Category category, std::string rule, std::uint32_t begin, std::string text,
                std::vector<std::string> suggestions = {}) {
  Finding one;
  one.category = category;
  one.rule = std::move(rule);
  one.location.span = {begin, begin + static_cast<std::uint32_t>(text.size())};
  one.location.text = std::move(text);
  one.suggestions = std::move(suggestions);
  return one;
}

Finding spelling(std::uint32_t begin, std::string text, std::vector<std::string> suggestions = {}) {
  return finding(Category::spelling, "spelling", begin, std::move(text), std::move(suggestions));
}
Finding wording(std::uint32_t begin, std::string text, std::vector<std::string> suggestions = {}) {
  return finding(Category::wording, "wording", begin, std::move(text), std::move(suggestions));
}

Finding graver(Finding one) {
  one.severity = Severity::error;
  return one;
}

Finding of_rule(std::string rule, std::uint32_t begin, std::string text, std::string suggestion,
                Severity severity = Severity::suggestion) {
  Finding one =
      finding(Category::wording, std::move(rule), begin, std::move(text), {std::move(suggestion)});
  one.severity = severity;
  return one;
}

class SameDefect : public testing::TestWithParam<Row> {};

TEST_P(SameDefect, IsToldOnce) {
  std::vector<Finding> findings = GetParam().findings;
  keep_one_of_each_defect(findings);
  std::vector<std::string> rules;
  for (const Finding& one : findings) rules.push_back(one.rule);
  EXPECT_EQ(rules, GetParam().kept);
}

using Rules = std::vector<std::string>;

INSTANTIATE_TEST_SUITE_P(
    Table, SameDefect,
    testing::Values(
        Row{"a_word_that_is_wrong_elsewhere_is_advised",
            {finding(Category::spelling, "spelling.confused-word", 3, "an", {"and"}),
             wording(20, "a", {"an"})},
            {"spelling.confused-word", "wording"}},
        Row{"none", {}, {}},
        Row{"same_words",
            {spelling(4, "informations", {"information"}), wording(4, "informations", {"data"})},
            Rules{"wording"}},
        Row{"same_words_and_suggestion_where_spelling_is_graver",
            {graver(spelling(4, "proced ure", {"procedure"})),
             of_rule("wording", 4, "proced ure", "procedure")},
            Rules{"spelling"}},
        Row{"same_words_and_suggestion_of_a_rule_that_warns",
            {graver(spelling(4, "the the", {"the"})),
             of_rule("wording", 4, "the the", "the", Severity::warning)},
            Rules{"wording"}},
        Row{"same_words_where_the_graver_spelling_suggests_another",
            {graver(spelling(4, "kit", {"kits"})), of_rule("wording", 4, "kit", "Kit")},
            Rules{"wording"}},
        Row{"same_word_refused_without_another",
            {spelling(4, "peelwell", {"peel well"}), wording(4, "peelwell")},
            Rules{"wording"}},
        Row{"rules_on_a_part_of_a_term",
            {of_rule("hyphen", 4, "Platelet Rich", "Platelet-rich"),
             of_rule("modifier", 4, "Platelet Rich", "Platelet-Rich"),
             of_rule("term", 4, "Platelet Rich Plasma", "Platelet-rich plasma")},
            Rules{"term"}},
        Row{"rules_on_the_same_words",
            {of_rule("term", 0, "Non invasive", "Noninvasive"),
             of_rule("hyphen", 0, "Non invasive", "Non-invasive")},
            Rules{"hyphen"}},
        Row{"a_graver_rule_on_the_same_words",
            {of_rule("hyphen", 0, "Non invasive", "Non-invasive"),
             of_rule("term", 0, "Non invasive", "Noninvasive", Severity::warning)},
            Rules{"term"}},
        Row{"a_graver_rule_on_a_part",
            {of_rule("term", 0, "an micro needling", "a microneedling"),
             of_rule("article", 0, "an micro", "a micro", Severity::warning)},
            Rules{"term", "article"}},
        Row{"rules_on_different_defects",
            {of_rule("capital", 0, "The Fillers is", "The fillers is"),
             of_rule("agreement", 12, "is", "are")},
            Rules{"capital", "agreement"}},
        Row{"same_correction_around",
            {wording(0, "a hydra facial", {"a Hydrafacial"}),
             spelling(2, "hydra facial", {"Hydrafacial"})},
            Rules{"wording"}},
        Row{"part_of_what_spelling_mends",
            {wording(5, "- "), spelling(0, "micro- needling", {"microneedling"})},
            Rules{"spelling"}},
        Row{"a_rule_that_suggests_what_spelling_reports",
            {of_rule("ending", 0, "specialize", "specialise"),
             spelling(20, "specialise", {"specialize"})},
            Rules{"spelling"}},
        Row{"a_rule_that_suggests_what_spelling_only_doubts",
            {of_rule("ending", 0, "peel well", "peelwell"), spelling(20, "peelwell")},
            Rules{"ending", "spelling"}},
        Row{"other_words",
            {wording(0, "very", {"so"}), spelling(5, "recieve", {"receive"})},
            Rules{"wording", "spelling"}},
        Row{"a_long_passage_with_a_slip",
            {wording(0, "is recieved by us", {"we receive"}),
             spelling(3, "recieved", {"received"})},
            Rules{"wording", "spelling"}},
        Row{"a_claim_on_the_same_word",
            {finding(Category::claim, "claim", 0, "painles"), spelling(0, "painles", {"painless"})},
            Rules{"claim", "spelling"}},
        Row{"spelling_twice",
            {spelling(0, "to gether", {"together"}), spelling(0, "to gether", {"together"})},
            Rules{"spelling"}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(DefectAcrossArticles, IsToldByTheArticleWhereItCan) {
  const auto in = [](std::string file, Finding one, bool across) {
    one.location.file = std::move(file);
    one.across = across;
    one.message = "said";
    return one;
  };
  std::vector<Finding> findings{
      in("a.md", finding(Category::wording, "own", 10, "skin care"), false),
      in("a.md", finding(Category::wording, "the same words", 10, "skin care"), true),
      in("a.md", finding(Category::spelling, "a part of them", 15, "care"), true),
      in("a.md", finding(Category::wording, "other words", 40, "skin care"), true),
      in("b.md", finding(Category::wording, "another article", 10, "skin care"), true),
      in("a.md", finding(Category::contradiction, "no words", 10, "skin care"), true)};
  drop_what_articles_told(findings);
  std::vector<std::string> rules;
  for (const Finding& one : findings) rules.push_back(one.rule);
  EXPECT_EQ(rules, (std::vector<std::string>{"own", "other words", "another article", "no words"}));
}

TEST(DefectAcrossArticles, SaysWhatTheArticlesOwnFindingShouldSuggestFirst) {
  const auto amending = [](std::uint32_t begin, std::string right) {
    Finding one = spelling(begin, "colur", {std::move(right)});
    one.across = true;
    return one;
  };
  Finding own = spelling(5, "colur", {"color", "colour", "cruel"});
  own.message = "“colur” is a usual misspelling of “color”; write that";
  std::vector<Finding> findings{own, amending(5, "colour"), amending(40, "colour")};
  drop_what_articles_told(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().suggestions, (std::vector<std::string>{"colour", "color", "cruel"}));
  EXPECT_EQ(findings.front().message, "“colur” is a usual misspelling of “colour”; write that");
}

}  // namespace
}  // namespace linter::findings
