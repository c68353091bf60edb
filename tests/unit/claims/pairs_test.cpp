// Every pair of statements in tests/golden/claims comes out as its author says, in one article and
// in two.
#include "tests/support/pairs.h"

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace {

TEST(Pairs, ComeOutAsTheirAuthorSays) {
  const tests::PairJudge judge({"english", "medical-aesthetics"});
  const auto pairs = tests::read_pairs(GALLEY_SOURCE_DIR "/tests/golden/claims/pairs.tsv");
  EXPECT_GE(pairs.size(), 200U);
  for (const tests::Pair& pair : pairs)
    for (const bool one_article : {true, false})
      EXPECT_TRUE(pair.is_right(judge.verdict(pair, one_article)))
          << "wanted " << pair.verdict << (one_article ? " in one article\n" : " in two articles\n")
          << pair.first << "\n"
          << pair.second << "\n"
          << judge.assertions(pair);
}

// Packs of other fields, in YAML alone.
TEST(Pairs, OfOtherFieldsNeedNoCode) {
  const std::vector<std::pair<std::string, std::size_t>> fields = {
      {"savings", 40}, {"dog-food", 20}, {"e-bikes", 15}, {"sunscreen", 15}, {"home-insurance", 15}};
  for (const auto& [field, least] : fields) {
    const std::string folder = GALLEY_SOURCE_DIR "/tests/golden/claims/" + field;
    const tests::PairJudge judge({folder});
    const auto pairs = tests::read_pairs(folder + "/pairs.tsv");
    EXPECT_GE(pairs.size(), least) << field;
    for (const tests::Pair& pair : pairs)
      for (const bool one_article : {true, false})
        EXPECT_TRUE(pair.is_right(judge.verdict(pair, one_article)))
            << field << ": wanted " << pair.verdict
            << (one_article ? " in one article\n" : " in two articles\n") << pair.first << "\n"
            << pair.second << "\n"
            << judge.assertions(pair);
  }
}

// The same for the shipped facts: what they rule out, and what they leave alone.
TEST(Facts, AreHeldAgainstWhatArticlesSay) {
  const tests::PairJudge judge({"english", "medical-aesthetics"});
  const auto pairs = tests::read_pairs(GALLEY_SOURCE_DIR "/tests/golden/claims/facts.tsv");
  EXPECT_GE(pairs.size(), 40U);
  for (const tests::Pair& pair : pairs)
    EXPECT_TRUE(pair.is_right(judge.verdict(pair, true))) << "wanted " << pair.verdict << "\n"
                                                          << pair.first << "\n"
                                                          << judge.assertions(pair);
}

}  // namespace
