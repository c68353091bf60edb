#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "linter/sentences/text.h"
#include "tests/unit/sentences/articles.h"

namespace linter::sentences {
namespace {

std::vector<std::string> sentences_of(std::string_view block) {
  const prose::Article article = article_of({block});
  Text text;
  split(article, text);
  std::vector<std::string> out;
  for (const Sentence& s : text.sentences) out.emplace_back(s.text.of(article.view));
  return out;
}

struct Case {
  const char* name;
  std::vector<std::string> sentences;  // joined with a space they are the block
  std::string joint = " ";
};

class Split : public testing::TestWithParam<Case> {};

TEST_P(Split, FindsTheSentences) {
  std::string block;
  for (const std::string& s : GetParam().sentences) {
    if (!block.empty()) block += GetParam().joint;
    block += s;
  }
  EXPECT_EQ(sentences_of(block), GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Split,
    testing::Values(
        Case{"two", {"It heals fast.", "Then it glows."}},
        Case{"question_exclamation", {"Is it safe?", "Yes!", "Ask us."}},
        Case{"question_in_mid_sentence", {"Ask \"is it safe?\" before you book."}},
        Case{"title", {"Dr. Hale saw Mrs. Roe.", "She left."}},
        Case{"latin", {"Use a serum, e.g. Hydra, i.e. The blue one."}},
        Case{"etc_inside", {"Serums, creams, etc. are extra."}},
        Case{"etc_at_the_end", {"We sell serums, creams, etc.", "Ask us."}},
        Case{"decimal", {"Needles of 1.5 mm or 0.25 mm.", "Both work."}},
        Case{"year", {"It began in 2019.", "It grew."}},
        Case{"label", {"See Fig. 2 and No. 5 for more.", "The answer was no.", "We stopped."}},
        Case{"unit", {"Wait 5 min. before washing.", "The serum holds 5 ml.", "It stings."}},
        Case{"initials", {"A study by J. R. Moran and K. Lee found it.", "The end."}},
        Case{"unit_of_a_letter",
             {"We do not go to 40 °C.", "Lasers are painless.", "It takes 5 V.", "Peels sting."}},
        Case{"letter_at_the_end", {"It needs vitamin C.", "The skin heals."}},
        Case{"dotted_country",
             {"The U.S. Congress met.", "It is made in the U.S.", "The label says so."}},
        Case{"half_day", {"We open at 9 a.m. daily.", "We close at 5 p.m.", "The phone rings."}},
        Case{"company",
             {"Dermal Inc. Labs made it.", "It was sold to Dermal Inc.", "They kept it."}},
        Case{"unknown_abbreviation", {"The mfg. process is old."}},
        Case{"lower_case_start", {"It calms the surface.", "microneedling follows."}},
        Case{"ellipsis_inside", {"It was... fine."}},
        Case{"ellipsis_at_the_end", {"It was fine...", "Then it was not."}},
        Case{"one_character_ellipsis", {"It was fine\u2026", "Then not."}},
        Case{"closing_quote", {"\u201CIt glows.\u201D", "She smiled."}},
        Case{"straight_quote", {"\"It glows.\"", "\"It heals.\""}},
        Case{"bracket", {"(It may sting.)", "It passes."}},
        Case{"note_number", {"It heals.[12]", "It glows.[1][2]"}},
        Case{"missing_space", {"It was a bloody mess.", "What now?"}, ""},
        Case{"list_number", {"1. Clean the skin.", "Then roll."}},
        Case{"hard_break", {"Diminish scars", "Remove lines"}, "\n"},
        Case{"stops_in_a_run", {"Really?!", "Yes."}},
        Case{"dash_after_question", {"Is it new? \u2014 she asked."}},
        Case{"colon_inside", {"One rule: never rush."}},
        Case{"heading", {"How Microneedling Works"}}, Case{"only_marks", {"..."}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Split, SaysHowASentenceEnds) {
  const std::vector<std::pair<std::string, Ending>> rows{
      {"No downtime", Ending::none},     {"It heals.", Ending::stop},
      {"Is it?", Ending::question},      {"Glow!", Ending::exclamation},
      {"It is used to:", Ending::colon}, {"And then\u2026", Ending::ellipsis},
      {"And then...", Ending::ellipsis}, {"\u201CIs it?\u201D", Ending::question},
      {"(It heals.)", Ending::stop},     {"Really?!", Ending::question},
      {"a, b, c,", Ending::none}};
  for (const auto& [words, ending] : rows) {
    SCOPED_TRACE(words);
    const prose::Article article = article_of({words});
    Text text;
    split(article, text);
    ASSERT_EQ(text.sentences.size(), 1U);
    EXPECT_EQ(text.sentences[0].ending, ending);
  }
}

TEST(Split, NeverCrossesBlocksAndIndexesThem) {
  const prose::Article article = article_of({"How it works", "", "It heals. It glows.", "No end"});
  Text text;
  split(article, text);
  ASSERT_EQ(text.block_first_sentence, (std::vector<std::uint32_t>{0, 1, 1, 3, 4}));
  ASSERT_EQ(text.block_first_token, (std::vector<std::uint32_t>{0, 3, 3, 9, 11}));
  EXPECT_EQ(text.sentences_of_block(2).size(), 2U);
  EXPECT_EQ(text.sentences_of_block(1).size(), 0U);
  EXPECT_EQ(text.sentences[2].block, 2U);
  EXPECT_EQ(text.tokens_of(text.sentences[3]).size(), 2U);
}

TEST(Split, CoversEveryTokenOnceInOrder) {
  const prose::Article article =
      article_of({"Dr. Hale... said \"no!\" (twice.)[3] Then 1.5 mm. of it?! Yes\nno",
                  "x. Y. z. 5. A", "\x1A. \x1A", "' \" ) ."});
  Text text;
  split(article, text);
  std::uint32_t expected = 0;
  for (const Sentence& s : text.sentences) {
    EXPECT_EQ(s.first_token, expected);
    EXPECT_LT(s.first_token, s.end_token);
    EXPECT_EQ(s.text.begin, text.tokens[s.first_token].text.begin);
    EXPECT_EQ(s.text.end, text.tokens[s.end_token - 1].text.end);
    expected = s.end_token;
  }
  EXPECT_EQ(expected, text.tokens.size());
}

TEST(Split, CutsWhatIsTooLongBehindItsLastMarkThatDivides) {
  std::string block = "It is so?";
  for (std::uint32_t i = 0; i < longest_sentence; ++i) block.insert(0, "and it is, ");
  const prose::Article article = article_of({block});
  Text text;
  split(article, text);
  ASSERT_EQ(text.sentences.size(), 5U) << "4 tokens a turn";
  std::uint32_t next = 0;
  for (const Sentence& one : text.sentences) {
    EXPECT_EQ(one.first_token, next);
    EXPECT_LE(one.end_token - one.first_token, longest_sentence);
    EXPECT_EQ(one.ending, Ending::question);
    next = one.end_token;
    if (next < text.tokens.size()) {
      EXPECT_EQ(text.tokens[next - 1].text.of(article.view), ",");
    }
  }
  EXPECT_EQ(next, text.tokens.size());
}

TEST(Split, CutsWhatIsTooLongWhereNothingDivides) {
  std::string block;
  for (std::uint32_t i = 0; i <= longest_sentence; ++i) block += "word ";
  Text text;
  split(article_of({block}), text);
  ASSERT_EQ(text.sentences.size(), 2U);
  EXPECT_EQ(text.sentences[0].end_token, longest_sentence);
}

TEST(SentenceAt, GivesTheOneThatHoldsAnOffsetOrTheNearestBefore) {
  const prose::Article article = article_of({"One. Two.", "Three"});
  Text text;
  split(article, text);
  EXPECT_EQ(text.sentence_at(0), 0U);
  EXPECT_EQ(text.sentence_at(4), 0U) << "the space between";
  EXPECT_EQ(text.sentence_at(5), 1U);
  EXPECT_EQ(text.sentence_at(11), 2U);
  EXPECT_EQ(text.sentence_at(999), 2U);
}

TEST(Split, ReusesItsBuffers) {
  Text text;
  split(article_of({"One. Two. Three."}), text);
  split(article_of({"Four."}), text);
  EXPECT_EQ(text.tokens.size(), 2U);
  EXPECT_EQ(text.sentences.size(), 1U);
  EXPECT_EQ(text.block_first_token.size(), 2U);
}

}  // namespace
}  // namespace linter::sentences
