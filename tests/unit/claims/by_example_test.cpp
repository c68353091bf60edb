// What is read by example (docs/claims.md, "By example"): where it is read, what it carries, and what it
// never does.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "linter/assertions/extract.h"
#include "tests/support/pairs.h"
#include "tests/support/scratch.h"

namespace {

constexpr std::string_view tents = R"(
types:
  - {type: tent, subject: true}
  - {type: hands}
concepts:
  - {concept: tent, label: tents, type: tent, terms: [tent]}
  - {concept: one-person, type: hands, terms: [pitching alone], exclusive: [several-people]}
  - {concept: several-people, type: hands, terms: [pitching together]}
frames:
  - {frame: pitched-by, objects: [hands], default_for: [hands]}
facts:
  - fact: together
    subject: tent
    frame: pitched-by
    concept: several-people
    says: A tent takes two.
    source: {title: Tents, url: "https://example.org", date: "2026-11-22"}
stances:
  - stance: alone
    frame: pitched-by
    concept: one-person
    examples: |
      One person can pitch it.
      You can put it up on your own.
      Nobody needs to lend you a hand.
      You will manage without help, even in the dark.
      It goes up without anybody to help you.
      A single camper can put the poles up alone.
      There is no need for a second pair of hands.
      You do not need a friend to hold the poles.
  - stance: together
    frame: pitched-by
    concept: several-people
    examples: |
      It takes two people to pitch it.
      You will need a friend to hold the poles.
      Bring somebody who can help you put it up.
      Ask a friend to lend you a hand with the poles.
      A second pair of hands is needed in the wind.
      One person alone cannot manage the poles.
      You cannot put it up on your own.
      Do not try it without help.
  - stance: nothing
    examples: |
      Two people can sleep in it.
      There is no need to carry a second bag.
      The poles are made of aluminium.
      It is dark inside, even in the morning.
      You can put it in the back of a car.
      A friend of ours sleeps in it all summer.
      Nobody needs a bigger one.
      One person will find it roomy.
      Bring it in before the wind gets up.
      You will not need a second tent for your bags.
)";

class ByExample : public testing::Test {
 protected:
  ByExample() {
    folder_.write("pack.yaml", "pack: tents\nneeds: [english]\n");
    folder_.write("tents.yaml", std::string(tents));
  }
  [[nodiscard]] std::vector<std::string> packs() const { return {folder_.path()}; }

 private:
  tests::Scratch folder_;
};

const std::string alone = "You can put the poles up without a friend to help.";
const std::string together = "In the wind you need a second pair of hands to hold it.";

struct Read {
  const char* name;
  std::string text;
  std::size_t by_example = 0;
  std::size_t by_words = 0;
};

const Read readings[] = {
    {"a sentence", "# Tents\n\n" + alone + "\n", 1},
    {"an item of a list", "# Tents\n\n- Roomy\n- " + alone + "\n", 1},
    {"its part", "# Tents\n\nThe colour is green; you can put the poles up without a friend to help.\n",
     1},
    {"a sentence of nothing", "# Tents\n\nTwo friends can sleep in it without poles.\n"},
    {"a heading", "# Tents\n\n## You can put the poles up without a friend to help\n\nIt is green.\n"},
    {"a question", "# Tents\n\nCan you put the poles up without a friend to help?\n"},
    {"before a colon", "# Tents\n\nYou can put the poles up without a friend to help:\n"},
    {"words of others", "# Tents\n\nSome shops claim that you can put the poles up without a friend to "
                        "help.\n"},
    {"quoted words", "# Tents\n\n“You can put the poles up without a friend to help,” says one shop.\n"},
    {"of nothing that a pack knows", "# Breakfast\n\n" + alone + "\n"},
    {"told by words", "# Tents\n\nPitching alone is what you can do without a friend to help.\n", 0, 1},
    {"few known words", "# Tents\n\nNo friend ever complained about oranges.\n"},
};

TEST_F(ByExample, IsReadInSentencesThatNoWordingTells) {
  const tests::ReadingRoom room(packs());
  for (const Read& one : readings) {
    auto article = room.read("a.md", one.text);
    std::vector<linter::assertions::Assertion> found;
    linter::assertions::Extractor(room.knowledge())
        .extract(article.reading(), article.context(), found);
    std::size_t by_example = 0;
    for (const linter::assertions::Assertion& each : found) by_example += each.claim.by_example ? 1 : 0;
    EXPECT_EQ(by_example, one.by_example) << one.name;
    EXPECT_EQ(found.size() - by_example, one.by_words) << one.name;
  }
}

// `with` and `unless`: words of which a sentence has one, and beside which it says less.
TEST(ByExampleWith, AsksForAWordAndStopsAtAnother) {
  for (const auto& [key, read] : {std::pair{"with: [pole, rope]", true}, {"with: [rope]", false},
                                  {"unless: [rope]", true}, {"unless: [friend]", false}}) {
    tests::Scratch folder;
    std::string pack(tents);
    const std::string before = "    concept: one-person\n    examples";
    pack.insert(pack.find(before) + before.find("    examples"), std::string("    ") + key + "\n");
    folder.write("pack.yaml", "pack: tents\nneeds: [english]\n");
    folder.write("tents.yaml", pack);
    const tests::ReadingRoom room({folder.path()});
    auto article = room.read("a.md", "# Tents\n\n" + alone + "\n");
    std::vector<linter::assertions::Assertion> found;
    linter::assertions::Extractor(room.knowledge())
        .extract(article.reading(), article.context(), found);
    EXPECT_EQ(found.size(), read ? 1U : 0U) << key;
  }
}

// How sure it is, is what the examples give, and not one figure for all.
TEST_F(ByExample, SaysHowSureItIs) {
  const tests::ReadingRoom room(packs());
  std::vector<int> sure;
  for (const std::string& sentence : {alone, together}) {
    auto article = room.read("a.md", "# Tents\n\n" + sentence + "\n");
    std::vector<linter::assertions::Assertion> found;
    linter::assertions::Extractor(room.knowledge())
        .extract(article.reading(), article.context(), found);
    ASSERT_EQ(found.size(), 1U) << sentence;
    EXPECT_GE(found.front().probability, 65) << sentence;
    EXPECT_LE(found.front().probability, 100) << sentence;
    sure.push_back(found.front().probability);
  }
  EXPECT_NE(sure.front(), sure.back());
}

TEST_F(ByExample, AsksWithinAnArticleAlone) {
  const tests::PairJudge judge(packs());
  const tests::Pair pair{"", "", "Tents", alone, together};
  EXPECT_EQ(judge.verdict(pair, true), "query") << judge.assertions(pair);
  EXPECT_EQ(judge.verdict(pair, false), "silent") << judge.assertions(pair);
  const tests::Pair reversed{"", "", "Tents", together, alone};
  EXPECT_EQ(judge.verdict(reversed, true), "query");
}

// Where words tell both sides it is an error, across articles and against a fact, too.
TEST_F(ByExample, AsksAgainstWordsAndNeverByAFact) {
  const tests::PairJudge judge(packs());
  const std::string words = "A tent means pitching together.";
  const tests::Pair by_words{"", "", "Tents", "A tent means pitching alone.", words};
  EXPECT_EQ(judge.verdict(by_words, true), "contradiction") << judge.assertions(by_words);
  EXPECT_EQ(judge.verdict(by_words, false), "contradiction");
  const tests::Pair half{"", "", "Tents", alone, words};
  EXPECT_EQ(judge.verdict(half, true), "query") << judge.assertions(half);
  EXPECT_EQ(judge.verdict(half, false), "silent");
  const tests::Pair words_and_fact{"", "", "Tents", "A tent means pitching alone.", "[fact sheet]"};
  EXPECT_EQ(judge.verdict(words_and_fact, true), "contradiction");
  const tests::Pair fact{"", "", "Tents", alone, "[fact sheet]"};
  EXPECT_EQ(judge.verdict(fact, true), "silent") << judge.assertions(fact);
}

// What the examples of the shipped pack find, and what they leave alone: never across articles.
TEST(ByExampleOfShippedPacks, ComesOutAsItsAuthorSays) {
  const tests::PairJudge judge(tests::shipped_room());
  const auto pairs = tests::read_pairs(GALLEY_SOURCE_DIR "/tests/golden/claims/stances.tsv");
  EXPECT_GE(pairs.size(), 40U);
  for (const tests::Pair& pair : pairs) {
    EXPECT_EQ(judge.wrong(pair, true), "");
    EXPECT_EQ(judge.verdict(pair, false), "silent") << pair.first << "\n" << pair.second;
  }
}

}  // namespace
