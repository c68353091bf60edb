#include "linter/lexicon/lexicon.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "linter/prose/article.h"
#include "tests/support/build.h"

namespace linter::lexicon {
namespace {

struct Fixture {
  Vocabulary vocabulary = [] {
    VocabularyOptions options;
    options.data_folder = tests::build_folder() + "/data";
    return std::move(*Vocabulary::open(std::move(options)));
  }();
  TriggerTable triggers{
      std::vector<Atom>{{AtomKind::word, "safe", 1}, {AtomKind::suffix, "less", 2}}};
  Lexicon lexicon{vocabulary, triggers};
};

TEST(Lexicon, GivesEachDistinctWordOneEntry) {
  Fixture f;
  const WordId safe = f.lexicon.intern("Safe");
  EXPECT_EQ(f.lexicon.intern("Safe"), safe);
  EXPECT_EQ(f.lexicon[safe].text, "Safe");
  const WordId folded = f.lexicon[safe].folded;
  EXPECT_NE(folded, safe);
  EXPECT_EQ(f.lexicon[folded].text, "safe");
  EXPECT_EQ(f.lexicon[folded].folded, folded);
  EXPECT_EQ(f.lexicon.intern("safe"), folded);
  ASSERT_EQ(f.lexicon[safe].triggers.size(), 1U);
  EXPECT_EQ(f.lexicon[safe].triggers[0], 1U);
  EXPECT_EQ(f.lexicon[safe].tier, f.lexicon[folded].tier);
  EXPECT_TRUE(has(f.lexicon[safe].parts, PartOfSpeech::adjective));
  EXPECT_EQ(f.lexicon[f.lexicon.intern("Painless")].triggers.size(), 1U);
}

TEST(Lexicon, RemembersVerdictsAsWritten) {
  Fixture f;
  EXPECT_TRUE(f.lexicon.accepts(f.lexicon.intern("skin")));
  EXPECT_TRUE(f.lexicon.accepts(f.lexicon.intern("Paris")));
  EXPECT_FALSE(f.lexicon.accepts(f.lexicon.intern("paris")));
  EXPECT_FALSE(f.lexicon.accepts(f.lexicon.intern("adjoests")));
  EXPECT_FALSE(f.lexicon.accepts(f.lexicon.intern("adjoests")));
}

TEST(Lexicon, KeepsIdsAndTextsWhileItGrows) {
  Fixture f;
  std::vector<WordId> ids;
  for (int i = 0; i < 20'000; ++i) ids.push_back(f.lexicon.intern("w" + std::to_string(i)));
  for (int i = 0; i < 20'000; ++i) {
    ASSERT_EQ(f.lexicon.intern("w" + std::to_string(i)), ids[static_cast<std::size_t>(i)]);
    ASSERT_EQ(f.lexicon[ids[static_cast<std::size_t>(i)]].text, "w" + std::to_string(i));
  }
  EXPECT_EQ(f.lexicon.size(), 20'000U);
  EXPECT_EQ(f.lexicon.generation(), 0U);
}

TEST(Lexicon, TellsWordsOfEveryLengthApart) {
  Fixture f;
  std::vector<WordId> ids;
  std::string word;
  for (int i = 0; i < 300; ++i) {
    ids.push_back(f.lexicon.intern(word + "a"));
    ids.push_back(f.lexicon.intern(word + "b"));
    word += static_cast<char>('a' + i % 26);
  }
  std::ranges::sort(ids);
  EXPECT_EQ(std::ranges::unique(ids).begin(), ids.end());
  const std::string huge(100'000, 'x');
  EXPECT_EQ(f.lexicon[f.lexicon.intern(huge)].text, huge);
  EXPECT_EQ(f.lexicon[f.lexicon.intern("\u00C9CLAT")].folded, f.lexicon.intern("\u00E9clat"));
  EXPECT_EQ(f.lexicon[f.lexicon.intern("")].text, "");
}

TEST(Lexicon, AnnotatesWordsAndNumbers) {
  Fixture f;
  prose::Article article;
  article.view = "Safe skin, 24 \x1A skin";
  prose::Block block;
  block.text = {0, static_cast<std::uint32_t>(article.view.size())};
  article.blocks.push_back(block);
  sentences::Text text;
  sentences::split(article, text);
  f.lexicon.annotate(article.view, text);
  ASSERT_EQ(text.tokens.size(), 6U);
  EXPECT_EQ(f.lexicon[text.tokens[0].word].text, "Safe");
  EXPECT_EQ(f.lexicon[text.tokens[3].word].text, "24");
  EXPECT_EQ(text.tokens[1].word, text.tokens[5].word);
}

// Words of a text are looked up by the bytes before their ends, wherever they stand in it.
TEST(Lexicon, AnnotatesAsItInterns) {
  Fixture f;
  prose::Article article;
  std::string word;
  for (int i = 0; i < 40; ++i) {
    word.insert(word.begin(), static_cast<char>('a' + i % 26));
    article.view += (i == 0 ? "" : " ") + word + " x" + word.substr(1);
  }
  prose::Block block;
  block.text = {0, static_cast<std::uint32_t>(article.view.size())};
  article.blocks.push_back(block);
  sentences::Text text;
  sentences::split(article, text);
  f.lexicon.annotate(article.view, text);
  ASSERT_EQ(text.tokens.size(), 80U);
  for (const sentences::Token& token : text.tokens) {
    const std::string_view read = token.text.of(article.view);
    EXPECT_EQ(f.lexicon[token.word].text, read);
    EXPECT_EQ(token.word, f.lexicon.intern(std::string(read)));
  }
}

}  // namespace
}  // namespace linter::lexicon
