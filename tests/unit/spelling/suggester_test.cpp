#include "linter/checks/spelling/suggest/suggester.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "linter/checks/spelling/suggest/edit_cost.h"
#include "linter/checks/spelling/suggest/near_words.h"
#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

using Strings = std::vector<std::string>;

// Letters missing, extra, other, or two neighbours swapped, by the book.
unsigned distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<unsigned>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST(NearWords, AreTheSameAsByBruteForce) {
  std::mt19937 random(7);
  std::vector<std::string> sorted;
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (unsigned n = random() % 8 + 1; n > 0; --n) word += static_cast<char>('a' + random() % 4);
    sorted.push_back(word);
  }
  std::ranges::sort(sorted);
  const auto repeated = std::ranges::unique(sorted);
  sorted.erase(repeated.begin(), repeated.end());
  const auto shared = shared_prefixes(sorted);
  for (const char* pattern : {"a", "abc", "dcba", "aabbcc", "abcdabcd", "zzz", "bb"}) {
    for (unsigned limit = 0; limit <= max_distance; ++limit) {
      std::vector<Near> found;
      find_near(sorted, shared, pattern, limit, found);
      std::vector<Near> expected;
      for (std::uint32_t i = 0; i < sorted.size(); ++i) {
        if (const unsigned d = distance(pattern, sorted[i]); d <= limit) expected.push_back({i, d});
      }
      ASSERT_EQ(found.size(), expected.size()) << pattern << ' ' << limit;
      for (std::size_t i = 0; i < found.size(); ++i) {
        ASSERT_EQ(found[i].index, expected[i].index) << pattern;
        ASSERT_EQ(found[i].distance, expected[i].distance)
            << pattern << ' ' << sorted[found[i].index];
      }
    }
  }
}

TEST(NearWords, StandAnyPattern) {
  const Strings sorted{"a", "ab", std::string(300, 'x')};
  const auto shared = shared_prefixes(sorted);
  std::vector<Near> found;
  find_near(sorted, shared, "", 2, found);
  find_near(sorted, shared, std::string(64, 'a'), 2, found);
  EXPECT_TRUE(found.empty());
  find_near(sorted, shared, std::string(63, 'x'), 4, found);
  EXPECT_TRUE(found.empty());
  find_near({}, {}, "a", 2, found);
  EXPECT_TRUE(found.empty());
}

TEST(EditCost, KnowsWhichSlipsAreLikely) {
  constexpr int limit = 5000;
  const auto cost = [](std::string_view wrote, std::string_view meant) {
    return edit_cost(wrote, meant, limit);
  };
  EXPECT_EQ(cost("skin", "skin"), 0);
  EXPECT_LT(cost("recieve", "receive"), cost("recxive", "receive")) << "two vowels swapped";
  EXPECT_LT(cost("accomodate", "accommodate"), cost("acommodate", "accummodate"))
      << "a double letter missed";
  EXPECT_LT(cost("fone", "phone"), cost("gone", "phone") + 1) << "ph for f";
  EXPECT_LT(cost("seperate", "separate"), cost("sepkrate", "separate")) << "vowel for vowel";
  EXPECT_LT(cost("dkin", "skin"), cost("mkin", "skin")) << "the next key";
  EXPECT_LT(cost("colum", "column"), cost("colmn", "column")) << "a silent letter";
  EXPECT_EQ(cost("xxxxxxxxxxxxxxx", "skin"), edit_cost("xxxxxxxxxxxxxxx", "skin", limit));
  EXPECT_EQ(edit_cost("xxxxxxxxxxxx", "skin", 100), 100) << "never above the limit";
  EXPECT_EQ(edit_cost(std::string(64, 'a'), "skin", 100), 100);
  EXPECT_GT(cost("", "skin"), 0);
}

class Suggestions : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    words_ = std::make_unique<lexicon::Vocabulary>(
        Desk::open("microneedling\ncomedogenic\nHydraFacial\nBotox\n", "en"));
    suggester_ = std::make_unique<Suggester>(*words_);
  }
  static void TearDownTestSuite() {
    suggester_.reset();
    words_.reset();
  }
  static Strings texts(std::string_view word, std::span<const DocumentWord> document = {}) {
    Strings out;
    for (const Suggestion& one : suggester_->suggest(word, document)) out.push_back(one.text);
    return out;
  }
  static std::string first(std::string_view word, std::span<const DocumentWord> document = {}) {
    const Strings all = texts(word, document);
    return all.empty() ? "" : all.front();
  }
  static std::unique_ptr<lexicon::Vocabulary> words_;
  static std::unique_ptr<Suggester> suggester_;
};
std::unique_ptr<lexicon::Vocabulary> Suggestions::words_;
std::unique_ptr<Suggester> Suggestions::suggester_;

TEST_F(Suggestions, PutTheRightWordFirst) {
  for (const auto& [wrong, right] :
       std::vector<std::pair<const char*, const char*>>{{"adjoests", "adjusts"},
                                                        {"recieve", "receive"},
                                                        {"seperate", "separate"},
                                                        {"definately", "definitely"},
                                                        {"accomodate", "accommodate"},
                                                        {"teh", "the"},

                                                        {"wich", "which"},
                                                        {"occured", "occurred"},
                                                        {"tommorow", "tomorrow"},
                                                        {"enviroment", "environment"},
                                                        {"goverment", "government"},
                                                        {"comedogennic", "comedogenic"},
                                                        {"gentleand", "gentle and"},
                                                        {"begining", "beginning"},
                                                        {"neccessary", "necessary"},
                                                        {"untill", "until"},
                                                        {"wierd", "weird"}}) {
    EXPECT_EQ(first(wrong), right) << wrong;
  }
}

TEST_F(Suggestions, CarryCapitalsAndPossessives) {
  EXPECT_EQ(first("Recieve"), "Receive");
  EXPECT_EQ(first("RECIEVE"), "RECEIVE");
  EXPECT_EQ(first("docter's"), "doctor's");
  EXPECT_EQ(first("Docter's"), "Doctor's");
  EXPECT_EQ(first("hydrafacil"), "HydraFacial");
}

TEST_F(Suggestions, PreferTheDocumentsOwnTerms) {
  const std::vector<DocumentWord> document{
      {"microneedling", 40, true}, {"the", 90, true}, {"skin", 30, true}};
  EXPECT_EQ(first("micronedlean", document), "microneedling");
  EXPECT_EQ(first("micronedling", document), "microneedling");
  EXPECT_EQ(first("hte", document), "the");
  const std::vector<DocumentWord> unknown{{"zorbexation", 3, false}};
  EXPECT_EQ(first("zorbexasion", unknown), "zorbexation");
}

TEST_F(Suggestions, AreFewAndDiffer) {
  for (const char* word :
       {"recieve", "abotu", "thier", "xqzvbnmw", "a", "zzzzzzzzzzzzzzzzzzzzzzz"}) {
    const Strings all = texts(word);
    EXPECT_LE(all.size(), 5U) << word;
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size()) << word;
  }
  EXPECT_TRUE(texts("").empty());
  EXPECT_TRUE(texts(std::string(64, 'a')).empty());
  EXPECT_EQ(suggester_->suggest("recieve", {}, 1).size(), 1U);
}

TEST_F(Suggestions, AreTheSameEachTime) {
  for (const char* word : {"adjoests", "fisicly", "micronedlean"})
    EXPECT_EQ(texts(word), texts(word));
}

TEST_F(Suggestions, TellWhatIsNearAnEverydayWord) {
  EXPECT_TRUE(suggester_->is_near_common("treatmant", 35));
  EXPECT_TRUE(suggester_->is_near_common("teh", 35));
  EXPECT_FALSE(suggester_->is_near_common("zelquin", 50));
}

}  // namespace
}  // namespace linter::checks::spelling
