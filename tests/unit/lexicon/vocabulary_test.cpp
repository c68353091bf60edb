#include "linter/lexicon/vocabulary.h"

#include <gtest/gtest.h>
#include <thread>

#include "tests/support/build.h"
#include "tests/support/scratch.h"

namespace linter::lexicon {
namespace {

WordList list(std::string_view text) {
  return parse_word_list(text, "own").value;
}

Vocabulary english(std::vector<WordList> lists = {}, std::string language = "en") {
  VocabularyOptions options;
  options.language = std::move(language);
  options.data_folder = tests::build_folder() + "/data";
  options.lists = std::move(lists);
  auto vocabulary = Vocabulary::open(std::move(options));
  EXPECT_TRUE(vocabulary.has_value());
  return std::move(*vocabulary);
}

TEST(English, AcceptsWordsInTheirCases) {
  const Vocabulary words = english();
  for (const char* word :
       {"skin",    "Skin",   "SKIN",   "Paris",    "PARIS",  "NASA",       "don't",
        "Don't",   "won't",  "skin's", "patients", "colour", "color",      "organise",
        "running", "unsafe", "I'm",    "o'clock",  "boss's", "Children's", "colours"}) {
    EXPECT_TRUE(words.accepts(word)) << word;
  }
  for (const char* word :
       {"adjoests", "micronedlean", "TThe", "paris", "sKin", "SkIn", "nasa", "teh", "her's",
        "your's", "xqz's", "", "gentleand", "dont", "wrinkels"}) {
    EXPECT_FALSE(words.accepts(word)) << word;
  }
  EXPECT_FALSE(words.accepts(std::string(101, 'a')));
  EXPECT_FALSE(words.accepts(std::string("hello\0world", 11)));
  EXPECT_FALSE(words.accepts("<?xml?>"));
}

TEST(English, KnowsTiersDialectsAndParts) {
  const Vocabulary words = english();
  EXPECT_EQ(words.look_up("the").tier, 10);
  EXPECT_GT(words.look_up("cytokine").tier, 40);
  EXPECT_TRUE(has(words.look_up("colour").dialects, Dialect::british));
  EXPECT_FALSE(has(words.look_up("colour").dialects, Dialect::american));
  struct Row {
    const char* word;
    PartOfSpeech part;
    bool expected;
  };
  for (const Row& row :
       {Row{"needle", PartOfSpeech::noun, true}, Row{"needles", PartOfSpeech::plural, true},
        Row{"heals", PartOfSpeech::finite_verb, true}, Row{"healing", PartOfSpeech::gerund, true},
        Row{"healed", PartOfSpeech::participle, true}, Row{"went", PartOfSpeech::participle, false},
        Row{"gone", PartOfSpeech::finite_verb, false}, Row{"quickly", PartOfSpeech::adverb, true},
        Row{"the", PartOfSpeech::determiner, true}, Row{"in", PartOfSpeech::noun, false},
        Row{"smoother", PartOfSpeech::adjective, true},
        Row{"paris", PartOfSpeech::proper_noun, true}, Row{"24", PartOfSpeech::number, true},
        Row{"reduce", PartOfSpeech::base_form, true}}) {
    SCOPED_TRACE(row.word);
    EXPECT_EQ(has(words.look_up(row.word).parts, row.part), row.expected);
  }
}

TEST(Lists, AcceptAWordItsPluralAndPossessive) {
  const Vocabulary words = english(
      {list("dermaroller\nBotox\nHydraFacial\nSPF\nphototherapy\nacne vulgaris\nmicro-cannula\n")});
  for (const char* word :
       {"dermaroller", "Dermaroller", "DERMAROLLER", "dermarollers", "dermaroller's",
        "dermarollers'", "Botox", "BOTOX", "Botox's", "HydraFacial", "HYDRAFACIAL", "HydraFacials",
        "SPF", "SPFs", "phototherapies"}) {
    if (std::string_view(word).ends_with('\'')) continue;  // a mark, never part of a word
    EXPECT_TRUE(words.accepts(word)) << word;
  }
  for (const char* word :
       {"botox", "Hydrafacial", "spf", "Spf", "dermarolled", "dermarolling", "dermaRoller"}) {
    EXPECT_FALSE(words.accepts(word)) << word;
  }
  EXPECT_TRUE(words.look_up("dermaroller").listed);
  EXPECT_FALSE(words.look_up("skin").listed);
  EXPECT_TRUE(words.is_term("acne vulgaris"));
  EXPECT_TRUE(words.is_term("micro-cannula"));
  EXPECT_FALSE(words.is_term("acne"));
  EXPECT_EQ(words.longest_term(), 2U);
}

TEST(Vocabulary, AsksHunspellForOtherLanguages) {
  const tests::Scratch folder;
  folder.write("qq_QQ.aff", "SET ISO8859-1\nSFX S Y 1\nSFX S 0 n .\n");
  folder.write("qq_QQ.dic", "2\nHaut/S\nsch\xF6n\n");
  VocabularyOptions options;
  options.language = "qq";
  options.dictionary_folders = {folder.path()};
  const auto words = Vocabulary::open(options);
  ASSERT_TRUE(words.has_value());
  EXPECT_EQ(words->language(), "qq");
  EXPECT_FALSE(words->is_english());
  EXPECT_EQ(words->words(), nullptr);
  EXPECT_TRUE(words->accepts("Hautn"));
  EXPECT_TRUE(words->accepts("sch\u00F6n")) << "in the dictionary's encoding";
  EXPECT_FALSE(words->accepts("schon"));
  EXPECT_FALSE(words->accepts("\u043A\u043E\u0436\u0430")) << "not in that encoding";
  EXPECT_FALSE(words->look_up("Haut").accepted) << "look_up never loads Hunspell";
  ASSERT_EQ(words->data().size(), 1U);
  EXPECT_EQ(words->data()[0].digest.size(), 32U);
}

TEST(Vocabulary, NamesThePackageOfAMissingDictionary) {
  VocabularyOptions options;
  options.language = "de";
  options.dictionary_folders = {"/nowhere"};
  const auto words = Vocabulary::open(options);
  ASSERT_FALSE(words.has_value());
  EXPECT_EQ(words.error().code, base::ErrorCode::missing_dictionary);
  EXPECT_NE(words.error().message.find("apt-get install hunspell-de-de"), std::string::npos);
  options.language = "../de";
  const auto bad = Vocabulary::open(options);
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().code, base::ErrorCode::bad_value);
}

TEST(Vocabulary, DoesWithoutTheSetWhereHunspellIsInstalled) {
  const tests::Scratch folder;
  folder.write("en_US.aff", "SET UTF-8\n");
  folder.write("en_US.dic", "2\nskin\nglow\n");
  VocabularyOptions options;
  options.dictionary_folders = {folder.path()};
  options.data_folder = "/nowhere";
  const auto words = Vocabulary::open(options);
  ASSERT_TRUE(words.has_value());
  EXPECT_TRUE(words->accepts("skin"));
  EXPECT_TRUE(words->accepts("skin's"));
  EXPECT_FALSE(words->accepts("hair"));
}

TEST(Vocabulary, TakesFurtherDictionariesByName) {
  const tests::Scratch folder;
  folder.write("en_med.aff", "SET UTF-8\n");
  folder.write("en_med.dic", "1\nzyxoderm\n");
  VocabularyOptions options;
  options.dictionary_folders = {folder.path()};
  options.data_folder = tests::build_folder() + "/data";
  EXPECT_FALSE(Vocabulary::open(options)->accepts("zyxoderm"));
  options.extra_dictionaries = {"en_med"};
  EXPECT_TRUE(Vocabulary::open(options)->accepts("zyxoderm"));
  options.extra_dictionaries = {"en_law"};
  const auto missing = Vocabulary::open(options);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, base::ErrorCode::missing_dictionary);
}

TEST(Vocabulary, AnswersManyThreadsAtOnce) {
  const tests::Scratch folder;
  folder.write("qq.aff", "SET UTF-8\n");
  folder.write("qq.dic", "2\nhaut\nhaar\n");
  VocabularyOptions options;
  options.language = "qq";
  options.dictionary_folders = {folder.path()};
  const auto words = Vocabulary::open(options);
  ASSERT_TRUE(words.has_value());
  std::vector<std::thread> threads;
  std::vector<int> right(4);
  for (std::size_t i = 0; i < right.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 200; ++n)
        right[i] += words->accepts("haut") && !words->accepts("hauut") ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, std::vector<int>(4, 200));
}

}  // namespace
}  // namespace linter::lexicon
