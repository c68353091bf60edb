#include "linter/lexicon/word_set.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

#include "linter/lexicon/building/sources.h"
#include "linter/lexicon/sound.h"
#include "tests/support/build.h"
#include "tests/support/scratch.h"

namespace linter::lexicon {
namespace {

building::Entries sample() {
  building::Entries entries;
  constexpr auto both = building::all_dialects;
  const auto add = [&](std::string_view word, std::uint8_t tier, Dialects dialects) {
    building::add_spelling(entries, word, dialects).tier = tier;
  };
  add("skin", 10, both);
  add("skinned", 50, both);
  add("Paris", 50, both);
  add("iPhone", 60, both);
  add("McCoy", 70, both);
  add("Mccoy", 70, both);
  add("NASA", 40, both);
  add("color", 10, static_cast<Dialects>(Dialect::american));
  add("colour", 10, static_cast<Dialects>(Dialect::british));
  add("na\u00EFve", 40, both);
  return entries;
}

WordSet open_sample() {
  auto set =
      WordSet::from_bytes(building::word_set_bytes(sample(), {{"colour", "color"}}, "x"), "sample");
  EXPECT_TRUE(set.has_value());
  return std::move(*set);
}

// Half of the way is remembered for words that begin alike: the answers are those of a look at each
// word, the first time and later.
TEST(WordSet, FindsAsALookAtEachWordDoes) {
  const WordSet set = open_sample();
  std::mt19937 random(5);
  constexpr std::string_view letters = "acilmnopruskz'\xC3\xAF";
  for (int round = 0; round < 9000; ++round) {
    std::string word;
    for (std::size_t left = random() % 5; left > 0; --left)
      word += letters[random() % letters.size()];
    if (round % 3 == 0) word = std::string(set.text(static_cast<WordIndex>(random() % set.size())));
    if (round % 9 == 0) word.pop_back();
    std::optional<WordIndex> there;
    for (WordIndex i = 0; i < set.size(); ++i) {
      if (set.text(i) == word) there = i;
    }
    EXPECT_EQ(set.find(word), there) << word;
  }
}

TEST(WordSet, FindsWhatWasWritten) {
  const WordSet set = open_sample();
  EXPECT_EQ(set.size(), 9U);
  for (const auto& [word, entry] : sample()) {
    SCOPED_TRACE(word);
    const auto index = set.find(word);
    ASSERT_TRUE(index.has_value());
    EXPECT_EQ(set.text(*index), word);
    EXPECT_EQ(set.tier(*index), entry.tier);
    EXPECT_EQ(set.forms(*index), entry.forms);
    EXPECT_EQ(set.dialects(*index), building::dialects_of(entry));
  }
  EXPECT_FALSE(set.find("ski").has_value());
  EXPECT_FALSE(set.find("zzz").has_value());
  EXPECT_FALSE(set.find("").has_value());
}

TEST(WordSet, WritesWordsAsTheDictionaryDoes) {
  const WordSet set = open_sample();
  EXPECT_EQ(set.written(*set.find("skin")), "skin");
  EXPECT_EQ(set.written(*set.find("paris")), "Paris");
  EXPECT_EQ(set.written(*set.find("iphone")), "iPhone");
  EXPECT_EQ(set.written(*set.find("nasa")), "NASA");
  EXPECT_EQ(set.exact(*set.find("mccoy")), "McCoy");
  EXPECT_EQ(set.exact(*set.find("skin")), "");
}

TEST(WordSet, PairsDialectsBothWays) {
  const WordSet set = open_sample();
  EXPECT_EQ(set.counterpart(*set.find("colour")), set.find("color"));
  EXPECT_EQ(set.counterpart(*set.find("color")), set.find("colour"));
  EXPECT_FALSE(set.counterpart(*set.find("skin")).has_value());
}

TEST(WordSet, IndexesSounds) {
  const WordSet set = open_sample();
  const auto alike = set.sounding_like(sound_key("collor"));
  ASSERT_EQ(alike.size(), 2U);
  EXPECT_EQ(set.text(alike[0]), "color");
  EXPECT_TRUE(set.sounding_like(12345).empty());
}

TEST(WordSet, GivesTheSameBytesForTheSameWords) {
  EXPECT_EQ(building::word_set_bytes(sample(), {{"colour", "color"}}, "x"),
            building::word_set_bytes(sample(), {{"colour", "color"}}, "x"));
}

// What is damaged of the sounds is made anew from the words: the same comes back.
TEST(WordSet, RefusesEveryDamage) {
  const std::string good = building::word_set_bytes(sample(), {{"colour", "color"}}, "x");
  const WordSet sound = open_sample();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x55);
    const auto set = WordSet::from_bytes(bad, "bad");
    if (!set) {
      ++refused;
      continue;
    }
    for (WordIndex word = 0; word < sound.size(); ++word) {
      const std::uint32_t key = sound_key(sound.text(word));
      EXPECT_TRUE(std::ranges::equal(set->sounding_like(key), sound.sounding_like(key)))
          << "byte " << i;
    }
  }
  EXPECT_EQ(good.size() - refused, 2U * 40) << "only the sounds: two rows of nine numbers, padded";
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{60}, good.size() - 1}) {
    EXPECT_FALSE(WordSet::from_bytes(good.substr(0, size), "bad").has_value()) << size;
  }
  EXPECT_FALSE(WordSet::from_bytes(good + "x", "bad").has_value());
}

TEST(WordSet, SaysWhatIsMissing) {
  const auto missing = WordSet::open("/nowhere/en_US.words");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, base::ErrorCode::missing_data);
  EXPECT_EQ(missing.error().file, "/nowhere/en_US.words");
  const tests::Scratch folder;
  const auto other = WordSet::open(folder.write("other.words", "something else"));
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().code, base::ErrorCode::missing_data);
  EXPECT_FALSE(WordSet::open(folder.path()).has_value()) << "a folder";
}

TEST(EnglishWords, AreFoundWhereTheyAre) {
  const auto set = WordSet::open(tests::build_folder() + "/data/words/en_US.words");
  ASSERT_TRUE(set.has_value());
  for (WordIndex index = 0; index < set->size(); ++index) {
    const std::string word(set->text(index));
    ASSERT_EQ(set->find(word), index) << word;
    ASSERT_FALSE(set->find(word + "'")) << word;
  }
}

TEST(EnglishWords, AreAsHunspellHasThem) {
  const auto set = WordSet::open(tests::build_folder() + "/data/words/en_US.words");
  ASSERT_TRUE(set.has_value());
  EXPECT_GT(set->size(), 100'000U);
  struct Row {
    const char* word;
    bool american;
    bool british;
  };
  for (const Row& row :
       {Row{"skin", true, true}, Row{"color", true, false}, Row{"colour", false, true},
        Row{"organize", true, false}, Row{"organise", false, true}, Row{"paris", true, true}}) {
    SCOPED_TRACE(row.word);
    const auto index = set->find(row.word);
    ASSERT_TRUE(index.has_value());
    EXPECT_EQ(has(set->dialects(*index), Dialect::american), row.american);
    EXPECT_EQ(has(set->dialects(*index), Dialect::british), row.british);
  }
  for (const auto& [other, american] :
       std::vector<std::pair<const char*, const char*>>{{"colour", "color"},
                                                        {"discolouration", "discoloration"},
                                                        {"centre", "center"},
                                                        {"tyre", "tire"},
                                                        {"anaemia", "anemia"},
                                                        {"analyse", "analyze"},
                                                        {"catalogue", "catalog"},
                                                        {"travelled", "traveled"},
                                                        {"defence", "defense"},
                                                        {"grey", "gray"},
                                                        {"aluminium", "aluminum"},
                                                        {"oestrogen", "estrogen"},
                                                        {"paediatric", "pediatric"},
                                                        {"moisturiser", "moisturizer"},
                                                        {"fulfil", "fulfill"},
                                                        {"programme", "program"},
                                                        {"sceptical", "skeptical"},
                                                        {"mould", "mold"}}) {
    SCOPED_TRACE(other);
    const auto index = set->find(other);
    ASSERT_TRUE(index.has_value());
    const auto pair = set->counterpart(*index);
    ASSERT_TRUE(pair.has_value());
    EXPECT_EQ(set->text(*pair), american);
  }
}

}  // namespace
}  // namespace linter::lexicon
