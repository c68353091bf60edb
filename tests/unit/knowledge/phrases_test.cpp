#include "linter/knowledge/phrases.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace linter::knowledge {
namespace {

// The words of `text` as stems, a comma as a boundary.
std::vector<StemId> stems(const PhraseIndex& index, Stemmer& stemmer, const std::string& text) {
  std::vector<StemId> ids;
  std::istringstream words(text);
  for (std::string word; words >> word;)
    ids.push_back(word == "," ? boundary : index.id_of(stemmer.stem(word)));
  return ids;
}

struct Case {
  std::string name;
  std::string phrase;
  std::string text;
  bool found;
};

class Phrase : public testing::TestWithParam<Case> {};

TEST_P(Phrase, IsFoundOrNot) {
  Stemmer stemmer;
  PhraseIndex index;
  ASSERT_TRUE(index.add(GetParam().phrase, {1, 7}, stemmer));
  std::vector<PhraseMatch> matches;
  index.find(stems(index, stemmer, GetParam().text), matches);
  EXPECT_EQ(!matches.empty(), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, Phrase,
    testing::Values(Case{"as_written", "side effect", "a side effect of", true},
                    Case{"inflected", "side effect", "few side effects", true},
                    Case{"inflected_verb", "result in", "it resulted in pain", true},
                    Case{"british", "discoloration", "slight discolouration", true},
                    Case{"american", "anaesthetic", "an anesthetic", true},
                    Case{"apart", "hyperpigmentation", "hyper pigmentation", true},
                    Case{"joined", "micro-needling", "microneedling", true},
                    Case{"hyphen_apart", "micro-needling", "micro needling", true},
                    Case{"two_words_not_joined", "skin type", "skintype", false},
                    Case{"alternative", "(cause|lead to) pain", "leads to pain", true},
                    Case{"optional_absent", "no (known)? risk", "no risk", true},
                    Case{"optional_present", "no (known)? risk", "no known risks", true},
                    Case{"gap", "results ~ permanent", "results are usually permanent", true},
                    Case{"gap_too_wide", "results ~ permanent",
                         "results we saw last year were permanent", false},
                    Case{"gap_stops_at_mark", "results ~ permanent", "results , permanent", false},
                    Case{"mark_between", "side effect", "side , effect", false},
                    Case{"other_word", "dermis", "derm", false}),
    [](const auto& row) { return row.param.name; });

TEST(Phrases, KeepsTheLongestOfAKind) {
  Stemmer stemmer;
  PhraseIndex index;
  ASSERT_TRUE(index.add("scar", {1, 1}, stemmer));
  ASSERT_TRUE(index.add("scar tissue", {1, 2}, stemmer));
  ASSERT_TRUE(index.add("scar", {2, 3}, stemmer));
  std::vector<PhraseMatch> matches;
  index.find(stems(index, stemmer, "scar tissue"), matches);
  std::vector<std::uint32_t> ids;
  for (const PhraseMatch& match : matches) ids.push_back(match.payload.id);
  std::ranges::sort(ids);
  EXPECT_EQ(ids, (std::vector<std::uint32_t>{2, 3}));
}

TEST(Phrases, RefuseWhatCannotBeRead) {
  Stemmer stemmer;
  for (const char* phrase : {"", "(a", "a)", "(a)?", "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)"}) {
    PhraseIndex index;
    EXPECT_FALSE(index.add(phrase, {1, 1}, stemmer)) << phrase;
  }
}

}  // namespace
}  // namespace linter::knowledge
