#include "linter/context/phrase.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

#include "tests/unit/context/draft.h"

namespace {

using linter::context::Element;
using linter::context::parse_phrase;
using linter::context::Phrase;

// All wordings of a sequence from the element at `at` on.
std::vector<std::string> wordings(const linter::context::Sequence& sequence, std::size_t at = 0) {
  if (at == sequence.size()) return {""};
  const Element& element = sequence[at];
  std::vector<std::string> heads;
  switch (element.kind) {
    case Element::Kind::word:
      heads = {element.word};
      break;
    case Element::Kind::any:
      heads = {"_"};
      break;
    case Element::Kind::number:
      heads = {"#"};
      break;
    case Element::Kind::group:
      for (const auto& alternative : element.alternatives)
        std::ranges::move(wordings(alternative), std::back_inserter(heads));
      if (element.optional) heads.emplace_back();
  }
  std::vector<std::string> result;
  for (const std::string& head : heads)
    for (const std::string& tail : wordings(sequence, at + 1))
      result.push_back(head + (head.empty() || tail.empty() ? "" : " ") + tail);
  return result;
}

// "a b | a c": sorted, each once.
std::string shown(const Phrase& phrase) {
  std::set<std::string> all;
  for (const auto& sequence : phrase.sequences)
    std::ranges::move(wordings(sequence), std::inserter(all, all.end()));
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : " | ") + one;
  return text;
}

struct Good {
  const char* name;
  const char* phrase;
  const char* sequences;
};
class GoodPhrase : public testing::TestWithParam<Good> {};
TEST_P(GoodPhrase, Expands) {
  const auto phrase = parse_phrase(GetParam().phrase);
  ASSERT_TRUE(phrase) << phrase.error();
  EXPECT_EQ(shown(*phrase), GetParam().sequences);
}
INSTANTIATE_TEST_SUITE_P(
    Phrases, GoodPhrase,
    testing::ValuesIn(std::to_array<Good>({
        {"words", "no evidence of", "no evidence of"},
        {"folded", "No Evidence", "no evidence"},
        {"alternatives", "(no|any) harm", "any harm | no harm"},
        {"several_words", "(no|not a) harm", "no harm | not a harm"},
        {"nested", "(a (b|c)|d) e", "a b e | a c e | d e"},
        {"optional_group", "(very)? safe", "safe | very safe"},
        {"optional_letter", "clinics?", "clinic | clinics"},
        {"ending", "advertis(ed|ing) as", "advertised as | advertising as"},
        {"optional_ending", "clinic(s)? here", "clinic here | clinics here"},
        {"top_level", "no|none", "no | none"},
        {"inflected", "promise~ to", "promise to | promised to | promises to | promising to"},
        {"doubled", "stop~", "stop | stoped | stoping | stopped | stopping | stops"},
        {"any_word", "what _ is", "what _ is"},
        {"optional_any", "what _? is", "what _ is | what is"},
        {"number", "# in #", "# in #"},
        {"mark", ", however", ", however"},
        {"question_mark", "no ?", "no ?"},
        {"hyphens", "so-called", "so - called"},
        {"each_once", "(a|a) b", "a b"},
        {"leading_options", "(a)? (b)? c", "a b c | a c | b c | c"},
        {"product", "(a|b) (c|d) (e|f)",
         "a c e | a c f | a d e | a d f | b c e | b c f | b d e | b d f"},
        {"apostrophe", "isn't", "isn't"},
    })),
    [](const auto& row) { return row.param.name; });

struct Bad {
  const char* name;
  std::string phrase;
  const char* fault;
};
class BadPhrase : public testing::TestWithParam<Bad> {};
TEST_P(BadPhrase, SaysWhy) {
  const auto phrase = parse_phrase(GetParam().phrase);
  ASSERT_FALSE(phrase);
  EXPECT_NE(phrase.error().find(GetParam().fault), std::string::npos) << phrase.error();
}
INSTANTIATE_TEST_SUITE_P(
    Phrases, BadPhrase,
    testing::ValuesIn(std::vector<Bad>{
        {"empty", "", "an alternative is empty"},
        {"empty_alternative", "(a|) b", "an alternative is empty"},
        {"not_closed", "(a|b", "a bracket is not closed"},
        {"not_opened", "a) b", "closed that was not opened"},
        {"nothing_left", "(very)?", "it can be empty"},
        {"begins_with_any", "_ is", "must begin with a word"},
        {"begins_with_gap_inside", "((very)? safe|new) x", "must begin with a word"},
        {"glued_group", "(a b|c)d", "only single words can be glued"},
        {"too_long", tests::repeated("a ", 17), "longer than 16 words"},
        {"too_deep", tests::repeated("(", 6) + "a" + tests::repeated(")", 6), "nested too deeply"},
        {"glue_bomb", tests::repeated("(a|b|c|d|e|f|g|h)", 100), "too many parts"},
        {"too_many_parts", "(" + tests::repeated("a|", 1000) + "a)", "more than 1000 parts"},
    }),
    [](const auto& row) { return row.param.name; });

TEST(Phrase, ReadsAffixes) {
  const auto suffix = parse_phrase("-free");
  ASSERT_TRUE(suffix);
  EXPECT_EQ(suffix->affix, Phrase::Affix::suffix);
  EXPECT_EQ(suffix->affix_text, "free");
  const auto prefix = parse_phrase("un-");
  ASSERT_TRUE(prefix);
  EXPECT_EQ(prefix->affix, Phrase::Affix::prefix);
  EXPECT_EQ(prefix->affix_text, "un");
  EXPECT_TRUE(prefix->sequences.empty());
}

TEST(Phrase, InflectsRegularly) {
  using linter::context::inflections;
  using Forms = std::vector<std::string>;
  EXPECT_EQ(inflections("deny"), (Forms{"deny", "denies", "denied", "denying"}));
  EXPECT_EQ(inflections("tie"), (Forms{"tie", "ties", "tied", "tying"}));
  EXPECT_EQ(inflections("wish"), (Forms{"wish", "wishes", "wished", "wishing"}));
  EXPECT_EQ(inflections("play"), (Forms{"play", "plays", "played", "playing"}));
}

}  // namespace
