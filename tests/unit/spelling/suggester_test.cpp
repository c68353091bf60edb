#include "linter/checks/spelling/suggest/suggester.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "linter/checks/spelling/suggest/edit_cost.h"
#include "linter/checks/spelling/suggest/slip_costs.h"
#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

using Strings = std::vector<std::string>;

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

// The recurrence by the book: every cell asks for all that may lead to it.
int plain_cost(std::string_view written, std::string_view meant) {
  const SlipCosts& costs = SlipCosts::of_english();
  std::vector<std::vector<int>> cells(meant.size() + 1, std::vector<int>(written.size() + 1));
  for (std::size_t j = 0; j <= meant.size(); ++j) {
    for (std::size_t i = 0; i <= written.size(); ++i) {
      int& best = cells[j][i];
      best = i + j == 0 ? 0 : 1 << 20;
      if (i > 0) best = std::min(best, cells[j][i - 1] + costs.added(written, i - 1));
      if (j > 0) best = std::min(best, cells[j - 1][i] + costs.missed(meant, j - 1));
      if (i == 0 || j == 0) continue;
      const char wrote = written[i - 1];
      const char right = meant[j - 1];
      best =
          std::min(best, cells[j - 1][i - 1] + (wrote == right ? 0 : costs.replaced(wrote, right)));
      for (const SlipCosts::Rewrite& one : costs.rewritten(wrote, SlipCosts::slot(right))) {
        if (written.substr(0, i).ends_with(one.written) && meant.substr(0, j).ends_with(one.meant))
          best = std::min(best, cells[j - one.meant.size()][i - one.written.size()] + one.cost);
      }
      if (i > 1 && j > 1 && wrote != right && wrote == meant[j - 2] && written[i - 2] == right)
        best = std::min(best, cells[j - 2][i - 2] + costs.swapped(wrote, right));
    }
  }
  return cells[meant.size()][written.size()];
}

TEST(EditCost, IsThatOfThePlainRecurrence) {
  std::mt19937 random(11);
  constexpr std::string_view letters = "aeiouyphfcksthgnrl'-\xC3\xA9";
  const auto word = [&] {
    std::string made;
    for (std::size_t left = random() % 12; left > 0; --left)
      made += letters[random() % letters.size()];
    return made;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string written = word();
    std::string meant = round % 3 == 0 ? word() : written;
    for (std::size_t slips = random() % 4; slips > 0 && !meant.empty(); --slips)
      meant.replace(random() % meant.size(), random() % 3, word().substr(0, 2));
    const int plain = plain_cost(written, meant);
    EXPECT_EQ(edit_cost(written, meant, 1 << 19), plain) << written << " for " << meant;
    for (const int limit : {plain / 2, plain - 1, plain, plain + 1, 2 * plain}) {
      EXPECT_EQ(edit_cost(written, meant, limit), std::min(plain, limit))
          << written << " for " << meant << " below " << limit;
    }
  }
}

class Suggestions : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    words_ = std::make_unique<lexicon::Vocabulary>(
        Desk::open("microneedling\ncomedogenic\ncatagen\nHydraFacial\nBotox\n", "en"));
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
  static std::string first_in(lexicon::Dialect dialect, std::string_view word) {
    const auto all = suggester_->suggest(word, {}, 5, dialect);
    return all.empty() ? "" : all.front().text;
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
                                                        {"presher", "pressure"},
                                                        {"prision", "prison"},
                                                        {"wierd", "weird"}}) {
    EXPECT_EQ(first(wrong), right) << wrong;
  }
}

TEST_F(Suggestions, CarryCapitalsAndPossessives) {
  EXPECT_EQ(first("Recieve"), "Receive");
  EXPECT_EQ(first("RECIEVE"), "RECEIVE");
  EXPECT_EQ(first("THier"), "Their");
  EXPECT_EQ(first("docter's"), "doctor's");
  EXPECT_EQ(first("Docter's"), "Doctor's");
  EXPECT_EQ(first("DOCTER'S"), "DOCTOR'S");
  EXPECT_EQ(first("Docter\u2019s"), "Doctor\u2019s");
  EXPECT_EQ(first("docters'"), "doctors'");
  EXPECT_EQ(first("docters\u2019"), "doctors\u2019");
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

TEST_F(Suggestions, PreferWhatTheDocumentHasOfWordsAsGood) {
  const std::vector<DocumentWord> document{{"carton", 1, true}, {"weaker", 2, true}};
  EXPECT_EQ(first("curton"), "curtain");
  EXPECT_EQ(first("curton", document), "carton");
  EXPECT_EQ(first("wekr", document), "weaker");
  EXPECT_EQ(first("recieve", document), "receive");
  const std::vector<DocumentWord> unknown{{"curtun", 2, false}};
  EXPECT_EQ(first("curton", unknown), "curtain") << "a slip of its own";
}

TEST_F(Suggestions, SpellAsTheDialectDoes) {
  struct Row {
    const char* wrong;
    const char* american;
    const char* british;
  };
  for (const Row& row : {Row{"critising", "criticizing", "criticising"},
                         {"neigbouring", "neighboring", "neighbouring"},
                         {"colurr", "color", "colour"},
                         {"centr", "center", "centre"},
                         {"Oestrogn", "Estrogen", "Oestrogen"},
                         {"favorit", "favorite", "favourite"},
                         {"travelr", "traveler", "traveller"},
                         {"behavoir", "behavior", "behaviour"}}) {
    EXPECT_EQ(first_in(lexicon::Dialect::american, row.wrong), row.american) << row.wrong;
    EXPECT_EQ(first_in(lexicon::Dialect::british, row.wrong), row.british) << row.wrong;
  }
  EXPECT_EQ(first("critising"), "criticising") << "no dialect is known, and this is nearer";
}

TEST_F(Suggestions, MindTheCapital) {
  EXPECT_EQ(first("Polland"), "Poland");
  EXPECT_EQ(first("Spayn"), "Spain");
  EXPECT_EQ(first("Luter"), "Luther");
  EXPECT_EQ(first("Recieve"), "Receive");
  EXPECT_EQ(first("gere"), "gear") << "seldom a name";
  EXPECT_EQ(first("egypt"), "Egypt");
  EXPECT_EQ(first("portugal"), "Portugal");
}

TEST_F(Suggestions, MendPartsAndApostrophes) {
  EXPECT_EQ(first("non-persisitent"), "non-persistent");
  EXPECT_EQ(first("childrens"), "children's");
  EXPECT_EQ(first("thisis"), "this is");
  // words that only a prefix makes
  EXPECT_EQ(first("preinitalization"), "preinitialization");
  EXPECT_EQ(first("unintuitve"), "unintuitive");
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

TEST_F(Suggestions, AreTheSameWithAMemory) {
  const std::vector<std::vector<DocumentWord>> documents{
      {{"microneedling", 40, true}, {"skin", 30, true}, {"the", 90, true}},
      {},
      {{"comedogenic", 1, true}, {"the", 2, true}, {"zorbexation", 3, false}},
      {{"carton", 1, true}, {"catagen", 1, true}, {"weaker", 2, true}}};
  SuggestionMemory memory;
  for (int turn = 0; turn < 2; ++turn) {
    for (const std::vector<DocumentWord>& document : documents) {
      memory.begin_document();
      for (const char* word : {"micronedlean", "comedogennick", "hte", "zorbexasion", "curton",
                               "wekr", "Skni", "catagenn", "non-comedogenik"}) {
        EXPECT_EQ(suggester_->suggest(word, document, 5, std::nullopt, &memory),
                  suggester_->suggest(word, document))
            << word;
      }
    }
  }
}

// What is within two edits comes first either way; a memory keeps both apart.
TEST_F(Suggestions, ComeFromCloseByWhereNoMoreIsAskedFor) {
  const auto suggest = [&](const char* word, Reach reach, SuggestionMemory* memory) {
    return suggester_->suggest(word, {}, 5, std::nullopt, memory, reach);
  };
  SuggestionMemory memory;
  for (const char* word : {"recieve", "treatmant", "seperate", "hte", "micronedlean"}) {
    const std::vector<Suggestion> far = suggest(word, Reach::far, nullptr);
    const std::vector<Suggestion> close = suggest(word, Reach::close, nullptr);
    EXPECT_EQ(suggest(word, Reach::far, &memory), far) << word;
    EXPECT_EQ(suggest(word, Reach::close, &memory), close) << word;
    EXPECT_EQ(suggest(word, Reach::far, &memory), far) << word;
  }
  for (const char* word : {"recieve", "treatmant", "seperate", "hte"}) {
    EXPECT_EQ(suggest(word, Reach::close, nullptr).front(),
              suggest(word, Reach::far, nullptr).front())
        << word;
  }
}

TEST_F(Suggestions, AreTheSameEachTime) {
  for (const char* word : {"adjoests", "fisicly", "micronedlean"})
    EXPECT_EQ(texts(word), texts(word));
}

TEST_F(Suggestions, TellWhatIsNearAnEverydayWord) {
  EXPECT_TRUE(suggester_->is_near_common("treatmant", 35));
  EXPECT_TRUE(suggester_->is_near_common("teh", 35));
  EXPECT_FALSE(suggester_->is_near_common("zelquin", 50));
  EXPECT_TRUE(suggester_->is_slip_of_listed_name("hydrafacail"));
  EXPECT_FALSE(suggester_->is_slip_of_listed_name("comedogneic")) << "no name";
  EXPECT_TRUE(suggester_->is_slip_of_listed_word("comedogneic"));
  EXPECT_TRUE(suggester_->is_slip_of_listed_word("cataegn")) << "seven letters, as the check asks";
  EXPECT_FALSE(suggester_->is_slip_of_listed_word("comedogenic")) << "the word itself";
}

}  // namespace
}  // namespace linter::checks::spelling
