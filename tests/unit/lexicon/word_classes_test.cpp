#include "linter/lexicon/word_classes.h"

#include <gtest/gtest.h>
#include <string_view>
#include <vector>

namespace linter::lexicon {
namespace {

TEST(WordClasses, AskForWholeFoldedWords) {
  struct Row {
    WordClass one;
    std::string_view word;
    bool is;
  };
  const std::vector<Row> rows = {
      {WordClass::giving, "achieve", true},             // its first word
      {WordClass::giving, "yields", true},              // its last
      {WordClass::giving, "achiev", false},             // a part
      {WordClass::giving, "achieved", false},           // more
      {WordClass::giving, "Achieve", false},            // not folded
      {WordClass::giving, "zebra", false},              // no word begins so
      {WordClass::giving, "", false},                   //
      {WordClass::giving, "\xC3\xA9t\xC3\xA9", false},  //
      {WordClass::verb_of_i, "don't", true},            //
      {WordClass::no_regular_plural, "woman", true},    // the last word of the last class
  };
  for (const Row& row : rows) EXPECT_EQ(is_of(row.one, row.word), row.is) << row.word;
}

}  // namespace
}  // namespace linter::lexicon
