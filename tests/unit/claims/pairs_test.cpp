// Every pair of statements in tests/golden/claims comes out as its author says, in one article and
// in two.
#include "tests/support/pairs.h"

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "linter/checks/claims/pairs.h"
#include "tests/support/scratch.h"

namespace {

TEST(Pairs, ComeOutAsTheirAuthorSays) {
  const tests::PairJudge judge(tests::shipped_room());
  const auto pairs = tests::read_pairs(GALLEY_SOURCE_DIR "/tests/golden/claims/pairs.tsv");
  EXPECT_GE(pairs.size(), 200U);
  for (const tests::Pair& pair : pairs)
    for (const bool one_article : {true, false}) EXPECT_EQ(judge.wrong(pair, one_article), "");
}

// What is put to an editor as a question is one about a single article.
TEST(Pairs, AreAskedAboutWithinOneArticleOnly) {
  const tests::PairJudge judge(tests::shipped_room());
  const auto pairs = tests::read_pairs(GALLEY_SOURCE_DIR "/tests/golden/claims/asked.tsv");
  EXPECT_GE(pairs.size(), 20U);
  for (const tests::Pair& pair : pairs) {
    EXPECT_EQ(judge.wrong(pair, true), "");
    EXPECT_EQ(judge.verdict(pair, false), pair.kind == "breath" ? pair.verdict : "silent")
        << pair.first << "\n"
        << pair.second;
  }
}

// Packs of other fields, in YAML alone.
TEST(Pairs, OfOtherFieldsNeedNoCode) {
  const std::vector<std::pair<std::string, std::size_t>> fields = {{"savings", 40},
                                                                   {"dog-food", 20},
                                                                   {"e-bikes", 15},
                                                                   {"sunscreen", 15},
                                                                   {"home-insurance", 15},
                                                                   {"wall-paint", 40},
                                                                   {"cloud-backup", 25},
                                                                   {"mattresses", 25},
                                                                   {"courses", 25},
                                                                   {"tariffs", 25},
                                                                   {"cruises", 25},
                                                                   {"running-shoes", 30}};
  for (const auto& [field, least] : fields) {
    const std::string folder = GALLEY_SOURCE_DIR "/tests/golden/claims/" + field;
    const tests::PairJudge judge({folder});
    const auto pairs = tests::read_pairs(folder + "/pairs.tsv");
    EXPECT_GE(pairs.size(), least) << field;
    for (const tests::Pair& pair : pairs)
      for (const bool one_article : {true, false})
        EXPECT_EQ(judge.wrong(pair, one_article), "") << field;
  }
}

linter::checks::claims::PairsReport run_pairs(const tests::ReadingRoom& room) {
  std::vector<linter::knowledge::Document> documents;
  for (const linter::packs::Pack& pack : room.packs())
    for (const linter::packs::Document& one : pack.knowledge)
      documents.push_back({pack.id, pack.files[one.file].path, &one.document});
  const auto pairs = linter::knowledge::pairs_of(documents);
  EXPECT_TRUE(pairs.errors.empty());
  return linter::checks::claims::run_pairs(pairs.value, room.knowledge(), room.cues(),
                                           room.vocabulary());
}

// The pairs that shipped packs are tested by.
TEST(PackPairs, OfShippedPacksHold) {
  const auto report = run_pairs(tests::shipped_room());
  EXPECT_GE(report.results.size(), 30U);
  EXPECT_TRUE(report.errors.empty());
  EXPECT_EQ(report.failures, 0U) << rendered(report);
}

// What does not hold says what each side was read to assert, and why the two meet or not.
TEST(PackPairs, ExplainWhatDoesNotHold) {
  const tests::Scratch folder;
  folder.write("pack.yaml", "pack: lamps\nneeds: [english]\n");
  folder.write("lamps.yaml", R"(
types: [{type: lamp, subject: true}, {type: fault}]
concepts:
  - {concept: lamp, type: lamp, terms: [lamp]}
  - {concept: flicker, type: fault, terms: [flicker]}
frames: [{frame: can-fail, objects: [fault], default_for: [fault]}]
pairs:
  - {first: The lamp never flickers., second: The lamp flickers now and then., verdict: none}
  - {first: The lamp never flickers., second: Buy a lamp., verdict: tension}
  - {first: The lamp never flickers., second: In rare cases the lamp flickers., verdict: contradiction}
  - {first: The lamp never flickers., fact: no-such, verdict: tension}
)");
  const auto report = run_pairs(tests::ReadingRoom({folder.path()}));
  EXPECT_EQ(report.errors.size(), 1U);
  ASSERT_EQ(report.results.size(), 3U);
  EXPECT_EQ(report.failures, 2U);
  const std::string text = rendered(report);
  for (const std::string_view wanted :
       {"lamps.yaml:8:5: a pair gives contradiction, not none", "| first: The lamp never flickers.",
        "=> polarity    one denies flicker, the other states flicker",
        "gives no finding, not tension", "the second is read to assert nothing",
        "3 pairs, 2 do not hold\n"})
    EXPECT_NE(text.find(wanted), std::string::npos) << wanted << "\n" << text;
}

// The same for the shipped facts: what they rule out, and what they leave alone.
TEST(Facts, AreHeldAgainstWhatArticlesSay) {
  const tests::PairJudge judge(tests::shipped_room());
  const auto pairs = tests::read_pairs(GALLEY_SOURCE_DIR "/tests/golden/claims/facts.tsv");
  EXPECT_GE(pairs.size(), 40U);
  for (const tests::Pair& pair : pairs)
    EXPECT_TRUE(pair.is_right(judge.verdict(pair, true))) << "wanted " << pair.verdict << "\n"
                                                          << pair.first << "\n"
                                                          << judge.assertions(pair);
}

}  // namespace
