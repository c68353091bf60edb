// The corpus pass over many articles: what is shown of many sides, where findings stand, and that a
// contradiction is the same from either side.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <tuple>
#include <vector>

#include "linter/assertions/extract.h"
#include "linter/checks/claims/claims.h"
#include "linter/findings/gather_turned.h"
#include "tests/support/article.h"

namespace {

using linter::checks::Summary;
using linter::findings::Finding;

class ClaimsOfACorpus : public testing::Test {
 protected:
  void add(const std::string& file, const std::string& statement, bool asked = true) {
    auto article = room().read(file, "# Chemical peels\n\n" + statement + "\n");
    linter::checks::ArticleResult result;
    linter::checks::claims::make_claims(room().knowledge())
        ->check_article(article.reading(), article.context(), result);
    for (Summary& summary : result.summaries) {
      summary.asked = asked;
      summaries_.push_back(std::move(summary));
    }
  }

  // The findings, those against facts alone left out, as a run has them.
  std::vector<Finding> findings() {
    std::ranges::stable_sort(summaries_, {}, [](const Summary& one) {
      return std::tie(one.key, one.location.file, one.location.span);
    });
    std::vector<Finding> all;
    linter::checks::claims::make_claims(room().knowledge())->check_corpus(summaries_, all);
    std::erase_if(all, [](const Finding& one) {
      return std::ranges::all_of(one.related,
                                 [](const auto& side) { return side.source.has_value(); });
    });
    std::ranges::sort(all, linter::findings::before);
    linter::findings::fingerprint_all(all);
    return all;
  }

  static const tests::ReadingRoom& room() { return tests::shipped_room(); }

  std::vector<Summary> summaries_;
};

std::string numbered(std::string_view name, int number) {
  return std::string(name) + (number < 10 ? "0" : "") + std::to_string(number) + ".md";
}

TEST_F(ClaimsOfACorpus, ShowsAFewSidesAndCountsTheRest) {
  add("m.md", "A peel never causes swelling.");
  for (int i = 0; i < 50; ++i) add(numbered("n", i), "Swelling is common.");
  const auto found = findings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].location.file, "m.md");
  ASSERT_EQ(found[0].related.size(), 5U);
  EXPECT_EQ(found[0].related[0].location.file, "n00.md");
  EXPECT_EQ(found[0].related[4].location.file, "n04.md");
  EXPECT_EQ(found[0].related_omitted, 45U);
}

TEST_F(ClaimsOfACorpus, PutsTheSameArticleFirst) {
  add("a.md", "Swelling is common.");
  add("m.md", "A peel never causes swelling.\n\nMild swelling is normal.");
  const auto found = findings();
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].related.size(), 2U);
  EXPECT_EQ(found[0].related[0].location.file, "m.md");
  EXPECT_EQ(found[0].related[1].location.file, "a.md");
}

TEST_F(ClaimsOfACorpus, EveryDenialHasItsFinding) {
  for (int i = 0; i < 20; ++i) add(numbered("d", i), "A peel never causes swelling.");
  add("z.md", "Swelling is common.");
  const auto found = findings();
  EXPECT_EQ(found.size(), 20U);
  for (const Finding& one : found) EXPECT_EQ(one.related.size(), 1U);
}

TEST_F(ClaimsOfACorpus, TellsOneMistakeAFewTimesAndAnAnswerOnce) {
  std::string article = "This peel is minimally invasive.";
  for (int i = 0; i < 9; ++i)
    article +=
        "\n\nIt takes some twenty minutes, and the skin is cleaned before.\n\n"
        "The peel is a non-invasive treatment.";
  add("words.md", article);
  const auto words = findings();
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[2].related_omitted, 6U);
  summaries_.clear();
  add("answer.md",
      "Does a peel cause swelling?\n\nNo. A peel never causes swelling.\n\n"
      "Swelling is common after a peel.");
  EXPECT_EQ(findings().size(), 1U);
}

TEST_F(ClaimsOfACorpus, TellsOneStatementOnceHoweverItIsAtOdds) {
  add("ways.md",
      "The results of a peel are permanent.\n\nThe results are not permanent.\n\n"
      "The results of a peel last about six months.");
  const auto found = findings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].related.size(), 3U) << "two, and a fact";
}

TEST_F(ClaimsOfACorpus, TellsTheSameWordsAgainstTheSameOtherSideOnce) {
  add("visits.md", "You need just one visit.\n\nMost people need five visits.");
  const auto found = findings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].related.size(), 1U);
}

TEST_F(ClaimsOfACorpus, PutsTheArticlesOwnSideBeforeAFactThatIsNoGraver) {
  auto article = room().read("own.md",
                             "# Botox\n\nThe effect of Botox lasts three to four months.\n\n"
                             "Once you did it, wrinkles will never come back.\n");
  linter::checks::ArticleResult result;
  const auto check = linter::checks::claims::make_claims(room().knowledge());
  check->check_article(article.reading(), article.context(), result);
  std::ranges::sort(result.summaries, {}, &Summary::key);
  std::vector<Finding> found;
  check->check_corpus(result.summaries, found);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_GT(found[0].related.size(), 1U);
  EXPECT_EQ(found[0].related[0].location.file, "own.md");
}

TEST_F(ClaimsOfACorpus, OfManyFiguresTheOddOneOutBearsTheFinding) {
  for (int i = 0; i < 30; ++i) add(numbered("a", i), "Redness lasts two days.");
  add("m.md", "Redness lasts five weeks.");
  const auto found = findings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].location.file, "m.md");
  EXPECT_EQ(found[0].related_omitted, 25U);
}

TEST_F(ClaimsOfACorpus, SaysWhatFiguresDifferOn) {
  add("n.md", "A peel takes one session.\n\nPeels take eight to twelve sessions.");
  const auto found = findings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].message.contains(
      "they differ on how many sessions it takes: the first says 1, the second 8 to 12."))
      << found[0].message;
}

TEST_F(ClaimsOfACorpus, StandsWhereItWasAskedForWithTheSameIdentity) {
  add("a.md", "Swelling is common.");
  add("b.md", "A peel never causes swelling.", false);
  const auto admitting = findings();
  summaries_.clear();
  add("a.md", "Swelling is common.", false);
  add("b.md", "A peel never causes swelling.");
  const auto denying = findings();
  ASSERT_EQ(admitting.size(), 1U);
  ASSERT_EQ(denying.size(), 1U);
  EXPECT_EQ(admitting[0].location.file, "a.md");
  EXPECT_EQ(denying[0].location.file, "b.md");
  EXPECT_EQ(admitting[0].fingerprint, denying[0].fingerprint);
  EXPECT_EQ(admitting[0].related[0].fingerprint, denying[0].related[0].fingerprint);
  EXPECT_TRUE(admitting[0].message.contains("Mend the other statement"));
}

TEST_F(ClaimsOfACorpus, BearsOneFindingForManyDenialsElsewhere) {
  add("a.md", "Swelling is common.");
  for (int i = 0; i < 9; ++i) add(numbered("d", i), "A peel never causes swelling.", false);
  auto found = findings();
  EXPECT_EQ(found.size(), 9U) << "each has an identity of its own";
  linter::findings::gather_turned(found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].location.file, "a.md");
  EXPECT_EQ(found[0].related.size(), 5U);
  EXPECT_EQ(found[0].related_omitted, 4U);
}

TEST_F(ClaimsOfACorpus, SeesAStatementAskedAboutInAnArticleThatIsOld) {
  add("a.md", "A peel never causes swelling.\n\nSwelling is common.\n\nSwelling is normal.");
  for (Summary& summary : summaries_) summary.asked = summary.quote.contains("normal");
  auto found = findings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].message.contains("“Swelling is normal.”")) << found[0].message;
  EXPECT_EQ(found[0].identity_file, "a.md");
}

TEST_F(ClaimsOfACorpus, SaysNothingOfArticlesNobodyAskedFor) {
  add("a.md", "Swelling is common.", false);
  add("b.md", "A peel never causes swelling.", false);
  EXPECT_TRUE(findings().empty());
}

TEST_F(ClaimsOfACorpus, PairsKeepTheirIdentityWhereOthersCome) {
  add("a.md", "A peel never causes swelling.");
  add("c.md", "Swelling is common.");
  const auto before = findings();
  add("b.md", "Swelling is normal.");
  const auto after = findings();
  ASSERT_EQ(before.size(), 1U);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(before[0].fingerprint, after[0].fingerprint);
  EXPECT_EQ(before[0].related[0].fingerprint, after[0].related[1].fingerprint);
}

TEST_F(ClaimsOfACorpus, AreTheSameInAHurry) {
  namespace fs = std::filesystem;
  std::size_t made = 0;
  for (const auto& entry : fs::recursive_directory_iterator(GALLEY_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::vector<linter::assertions::Assertion>> all(2);
    for (const bool hurried : {false, true}) {
      auto article = room().read("a.md", text);
      linter::assertions::Extractor(room().knowledge(), hurried)
          .extract(article.reading(), article.context(), all[hurried ? 1 : 0]);
    }
    EXPECT_TRUE(all[0] == all[1]) << entry.path();
    made += all[0].size();
  }
  EXPECT_GT(made, 200U);
}

}  // namespace
