#include "linter/lexicon/foreign_sentences.h"

#include <gtest/gtest.h>
#include <ostream>
#include <string>

namespace linter::lexicon {
namespace {

struct Row {
  std::string name;
  std::string sentence;
  bool foreign;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

class ForeignSentence : public testing::TestWithParam<Row> {};

TEST_P(ForeignSentence, is_told_by_its_function_words) {
  prose::Article article;
  article.view = GetParam().sentence;
  prose::Block block;
  block.text = {0, static_cast<std::uint32_t>(article.view.size())};
  article.blocks.push_back(block);
  sentences::Text text;
  sentences::split(article, text);
  ASSERT_EQ(text.sentences.size(), 1U);
  const Vocabulary vocabulary = *Vocabulary::open({});
  const TriggerTable triggers;
  Lexicon lexicon(vocabulary, triggers);
  lexicon.annotate(article.view, text);
  const source::Source source{.path = "a.md", .bytes = article.view};
  const Reading reading{source, article, text, lexicon};
  ForeignSentences sentences;
  sentences.begin();
  EXPECT_EQ(sentences.has(reading, 0), GetParam().foreign);
  EXPECT_EQ(sentences.has(reading, 0), GetParam().foreign) << "asked again";
}

TEST(ForeignSentences, AreToldByTheirParagraphWhereTheyAreShort) {
  prose::Article article;
  const std::string french = "Rides profondes. Les rides sont visibles dans la glace.";
  const std::string english = "Rides here. The rides are in the park.";
  article.view = french + "\n" + english;
  const auto end = static_cast<std::uint32_t>(french.size());
  article.blocks.resize(2);
  article.blocks[0].text = {0, end};
  article.blocks[1].text = {end + 1, static_cast<std::uint32_t>(article.view.size())};
  sentences::Text text;
  sentences::split(article, text);
  ASSERT_EQ(text.sentences.size(), 4U);
  const Vocabulary vocabulary = *Vocabulary::open({});
  const TriggerTable triggers;
  Lexicon lexicon(vocabulary, triggers);
  lexicon.annotate(article.view, text);
  const source::Source source{.path = "a.md", .bytes = article.view};
  const Reading reading{source, article, text, lexicon};
  ForeignSentences sentences;
  sentences.begin();
  EXPECT_TRUE(sentences.has(reading, 0));
  EXPECT_TRUE(sentences.has(reading, 1));
  EXPECT_FALSE(sentences.has(reading, 2));
  EXPECT_FALSE(sentences.has(reading, 3));
}

INSTANTIATE_TEST_SUITE_P(
    rows, ForeignSentence,
    testing::Values(
        Row{"french", "Les informations sont affichées dans la salle d'attente.", true},
        Row{"spanish", "Los efectos aparecen a un mes de la visita.", true},
        Row{"portuguese", "A pele melhora com uma hora de tratamento, mas não para todos.", true},
        Row{"italian", "Il trattamento dura una ora e non lascia segni sulla pelle.", true},
        Row{"german", "Die Behandlung dauert eine Stunde und ist nicht teuer.", true},
        Row{"dutch", "De behandeling duurt een uur en is niet duur.", true},
        Row{"without_accents", "Un traitement a effet lent est pour les patients.", true},
        Row{"english", "The laser treats a small area, and the skin heals in a week.", false},
        Row{"a_name", "She works at the Hospital de la Paz in La Jolla.", false},
        Row{"a_loan", "He ordered the plat du jour and a glass of vin de pays.", false},
        Row{"accents", "The façade of the café was repainted by the naïve mayor.", false},
        Row{"one_word", "Un moment, please.", false}, Row{"nothing", "24 %.", false}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::lexicon
