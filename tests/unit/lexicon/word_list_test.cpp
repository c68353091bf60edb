#include <gtest/gtest.h>

#include "linter/lexicon/vocabulary.h"

namespace linter::lexicon {
namespace {

using Strings = std::vector<std::string>;

TEST(WordList, ReadsWordsTermsAndComments) {
  const auto list = parse_word_list(
      "\uFEFF# origin: us\r\nzinc  # a metal\n\n  Botox\nacne  "
      "vulgaris\nBotox\nmicro-needling\npatient\u2019s\nlast",
      "own.txt");
  EXPECT_TRUE(list.errors.empty());
  EXPECT_EQ(list.value.name, "own.txt");
  EXPECT_EQ(list.value.words, (Strings{"Botox", "last", "patient's", "zinc"}));
  EXPECT_EQ(list.value.terms, (Strings{"acne vulgaris", "micro-needling"}));
}

TEST(WordList, ReportsWhatIsNoEntry) {
  const auto list = parse_word_list(
      "good\nb\xFF"
      "d\n" +
          std::string(101, 'x') + "\nta\tb\nfine\n",
      "own.txt");
  ASSERT_EQ(list.errors.size(), 3U);
  EXPECT_EQ(list.errors[0].line, 2U);
  EXPECT_EQ(list.errors[1].line, 3U);
  EXPECT_EQ(list.errors[2].line, 4U);
  EXPECT_EQ(list.errors[0].code, base::ErrorCode::bad_value);
  EXPECT_EQ(list.errors[0].file, "own.txt");
  EXPECT_EQ(list.value.words, (Strings{"fine", "good"}));
}

TEST(WordList, MayBeEmpty) {
  EXPECT_TRUE(parse_word_list("", "own.txt").value.words.empty());
  EXPECT_TRUE(parse_word_list("# nothing", "own.txt").value.words.empty());
}

}  // namespace
}  // namespace linter::lexicon
