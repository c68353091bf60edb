#include "linter/checks/policy/requirement.h"

#include <gtest/gtest.h>

namespace linter::checks::policy {
namespace {

std::string shown(const Clue& clue) {
  switch (clue.kind) {
    case ClueKind::word:
      return clue.text;
    case ClueKind::prefix:
      return clue.text + "*";
    case ClueKind::suffix:
      return "*" + clue.text;
    case ClueKind::infix:
      return "*" + clue.text + "*";
    case ClueKind::digits:
      return "<digits>";
    case ClueKind::capitals:
      return "<capitals>";
    case ClueKind::mark:
      return "<" + clue.text + ">";
    case ClueKind::spaced_mark:
      return "< " + clue.text + ">";
    case ClueKind::second_mark:
      return "<" + (clue.before == 0 ? "." : std::string(1, clue.before)) + clue.text + ">";
    case ClueKind::tight_mark:
      return "<" + clue.text + "|>";
    case ClueKind::repeated_mark:
      return "<" + clue.text + clue.text + ">";
    case ClueKind::repeated_word:
      return "<repeated>";
    case ClueKind::foreign_mark:
      return "<foreign>";
  }
  return "?";
}

// longer.
std::string shown(const Requirement& requirement) {
  std::string out;
  for (const Clue& clue : requirement.any_of) {
    if (!out.empty()) out += ' ';
    out += shown(clue);
  }
  return out;
}

struct RequirementRow {
  const char* name;
  const char* expression;
  std::vector<std::string> required;
  ExpressionOptions options{};
};

constexpr ExpressionOptions phrase{.literal = true};
constexpr ExpressionOptions unbounded{.word_bounded = false};
constexpr ExpressionOptions cased{.ignore_case = false};

TEST(Requirement, is_the_rarest_words_that_every_match_needs) {
  const std::vector<RequirementRow> rows = {
      {"one word", "painless", {"painless"}},
      {"the rarer of two words", "no downtime", {"downtime", "no"}},
      {"capitals are folded", "FDA", {"fda"}},
      {"a phrase", "at the hands of", {"hands", "at", "of", "the"}, phrase},
      {"a phrase takes dots for dots", "e.g. botox", {"botox", "<.|>", "e", "g"}, phrase},
      {"alternatives", "cure|remedy", {"cure remedy"}},
      {"two rare words", "totally painless", {"painless", "totally"}},
      {"a group in the middle",
       "micro(?:needling|dermabrasion)",
       {"microdermabrasion microneedling"}},
      {"an optional end", "guarantees?", {"guarantee guarantees"}},
      {"an optional hyphen", "pain[- ]?free", {"free painfree"}},
      {"a gap", "safe.*children", {"*children", "safe*"}},
      {"an open suffix", R"(guarante\w+)", {"guarante*"}},
      {"an open prefix", R"(\w+izations)", {"*izations"}},
      {"a word with an apostrophe", "don't worry", {"worry", "don't"}},
      {"a small class", "organi[sz]ed", {"organised organized"}},
      {"a wide class", "x[a-z]+ing trials", {"trials", "*ing", "x*"}},
      {"what stands in a lookahead counts for nothing", "safe(?! word)", {"safe"}},
      {"a lookbehind", "(?<!not )painless", {"painless"}},
      {"a word boundary inside", R"(\bcure\b)", {"cure"}, unbounded},
      {"unbounded", "cure", {"*cure*"}, unbounded},
      {"no word at all", R"(\w+ \w+)", {}},
      {"a branch without a word", R"(cure|\w+)", {}},
      {"everything optional", "(?:cure)?(?:heal)?", {}},
      {"a star takes its words away", "(?:very )*safe", {"*safe"}},
      {"a plus does not", "(?:very )+safeness", {"*safeness", "very"}},
      {"a backreference", R"((\w+) and \1)", {"and"}},
      {"a match that begins later", R"(laser\b.{0,60}?\Kharmless)", {"harmless", "*laser"}},
      {"an unbounded match that begins later", R"([a-z]\K - )", {"< ->"}, unbounded},
      {"a number", R"(100 ?%)", {"100 < %>", "100 <%>"}},
      {"any number", R"(\d+ ?%)", {"<%> < %>", "<digits> <foreign>"}},
      {"two capitals", "[A-Z]{2,5}", {"<capitals>"}, cased},
      {"a few capitals are letters", R"(\b[DM]rs?)", {"dr drs mr mrs"}, cased},
      {"units are rarer than digits", R"(\d+mm)", {"*mm", "<digits> <foreign>"}},
      {"capitals without case say nothing", "[A-Z]{2,5}", {}},
      {"doubled comma", ",,", {"<,,>", "<,>"}, unbounded},
      {"a comma after a space", " ,", {"< ,>"}, unbounded},
      {"two dots", R"(\.\.)", {"<..>"}, unbounded},
      {"a spaced hyphen", " - ", {"< ->"}, unbounded},
      {"a comma before a capital", "[a-z]{2,},[A-Z]", {"<,|>"}, cased},
      {"a comma between digits is no mark", R"(\d,\d)", {"<digits> <foreign>"}},
      {"a curly quotation mark", "“", {"<\xE2>"}, unbounded},
      {"a letter of another script", "über", {"über"}},
      {"a quotation", R"(\Qsafe.\E word)", {"safe", "word", "<.>"}},
      {"case flags", "(?i)Painless", {"painless"}},
      {"extended syntax is not understood", "(?x) pain less", {}},
      {"a condition is not understood", "(a)?(?(1)b|c)", {}},
      {"an apostrophe at an edge", "'tis", {"tis*"}, unbounded},
      {"digits and letters", "b12 vitamins", {"vitamins", "b12"}},
      {"many alternatives times many",
       "(?:a|b|c|d|e|f|g|h|i|j|k|l)(?:a|b|c|d|e|f|g|h|i|j|k|l) needlework",
       {"needlework", "a* b* c* d* e* f* g* h* i* j* k* l*",
        "*a *b *c *d *e *f *g *h *i *j *k *l"}},
      {"many whole words times many",
       "(?:no|zero|not one|without any|never a) "
       "(?:pain|scar|burn|mark|itch|ache|bruise|wound|rash|spot)",
       {"ache bruise burn itch mark pain rash scar spot wound", "never no one without zero"}},
      {"whole words in a group",
       "(?:(?:a|b|c|d|e|f|g) (?:h|i|j|k|l|m|n|o)|zero) risk",
       {"risk", "h i j k l m n o zero"}},
  };
  for (const RequirementRow& row : rows) {
    SCOPED_TRACE(std::string(row.name) + ": " + row.expression);
    std::vector<std::string> required;
    for (const Requirement& one : requirements_of(skeletons_of(row.expression, row.options))) {
      required.push_back(shown(one));
    }
    EXPECT_EQ(required, row.required);
  }
}

TEST(Requirement, hostile_expressions_cost_little) {
  std::string nested;
  for (int i = 0; i < 10000; ++i) nested += "(";
  EXPECT_TRUE(skeletons_of(nested, {}).empty());
  std::string classes;
  for (int i = 0; i < 8000; ++i) classes += "[ab]";
  EXPECT_LE(skeletons_of(classes, {}).size(), 17U);
  std::string branches = "a0";
  for (int i = 1; i < 5000; ++i) branches += "|a" + std::to_string(i);
  EXPECT_TRUE(requirements_of(skeletons_of(branches, {})).empty());
}

}  // namespace
}  // namespace linter::checks::policy
