#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "linter/sentences/text.h"
#include "tests/unit/sentences/articles.h"

namespace linter::sentences {
namespace {

std::string kind_letter(const Token& token) {
  switch (token.kind) {
    case TokenKind::word:
      return "w:";
    case TokenKind::number:
      return "n:";
    case TokenKind::mark:
      return "m:";
    case TokenKind::object:
      return "o:";
  }
  return "?";
}

std::vector<std::string> tokens_of(std::string_view block) {
  const prose::Article article = article_of({block});
  Text text;
  split(article, text);
  std::vector<std::string> out;
  for (const Token& token : text.tokens) {
    out.push_back(kind_letter(token) + std::string(token.text.of(article.view)));
  }
  return out;
}

struct TokensCase {
  const char* name;
  std::string text;
  std::vector<std::string> tokens;
};

class Tokens : public testing::TestWithParam<TokensCase> {};

TEST_P(Tokens, AreCutAsPromised) {
  EXPECT_EQ(tokens_of(GetParam().text), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Tokens,
    testing::Values(
        TokensCase{"plain_words",
                   "fine needles, gently.",
                   {"w:fine", "w:needles", "m:,", "w:gently", "m:."}},
        TokensCase{
            "apostrophe_inside", "don't skin's O'Brien", {"w:don't", "w:skin's", "w:O'Brien"}},
        TokensCase{"apostrophe_outside",
                   "patients' 'quoted'",
                   {"w:patients", "m:'", "m:'", "w:quoted", "m:'"}},
        TokensCase{"hyphen_ends_a_word", "post-treatment", {"w:post", "m:-", "w:treatment"}},
        TokensCase{"dash", "skin\u2014and", {"w:skin", "m:\u2014", "w:and"}},
        TokensCase{"accents", "caf\u00E9 na\u00EFve", {"w:caf\u00E9", "w:na\u00EFve"}},
        TokensCase{"combining_mark", "cafe\u0301 bar", {"w:cafe\u0301", "w:bar"}},
        TokensCase{"zero_width_space_inside", "micro\u200Bneedle", {"w:micro\u200Bneedle"}},
        TokensCase{"zero_width_space_outside", "micro\u200B needle", {"w:micro", "w:needle"}},
        TokensCase{"greek_and_cyrillic",
                   "\u03B1 \u043A\u043E\u0436\u0430",
                   {"w:\u03B1", "w:\u043A\u043E\u0436\u0430"}},
        TokensCase{"numbers",
                   "24 1,000.5 2nd 1990s 3D 10mg",
                   {"n:24", "n:1,000.5", "n:2nd", "n:1990s", "n:3D", "n:10mg"}},
        TokensCase{"number_then_comma", "24, 5.", {"n:24", "m:,", "n:5", "m:."}},
        TokensCase{"number_with_apostrophe", "the 1990's", {"w:the", "n:1990's"}},
        TokensCase{"range", "10-15 24/7", {"n:10", "m:-", "n:15", "n:24", "m:/", "n:7"}},
        TokensCase{
            "letters_and_digits", "B12 H2O v2.0 PM2.5", {"w:B12", "w:H2O", "w:v2.0", "w:PM2.5"}},
        TokensCase{"identifier",
                   "max_file_bytes __init__",
                   {"w:max_file_bytes", "m:_", "m:_", "w:init", "m:_", "m:_"}},
        TokensCase{"ellipses", "wait... or\u2026", {"w:wait", "m:...", "w:or", "m:\u2026"}},
        TokensCase{"marks_one_by_one", "really?!", {"w:really", "m:?", "m:!"}},
        TokensCase{"emoji", "glow \U0001F600 on", {"w:glow", "m:\U0001F600", "w:on"}},
        TokensCase{"object", "see \x1A now", {"w:see", "o:\x1A", "w:now"}},
        TokensCase{"object_in_a_word", "pre\x1Apost", {"w:pre", "o:\x1A", "w:post"}},
        TokensCase{"ill_formed", "a\xFFz \xC3", {"w:a", "m:\xFF", "w:z", "m:\xC3"}},
        TokensCase{"nothing", "", {}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Tokens, SayShapeSpaceAndAscii) {
  const prose::Article article =
      article_of({"skin Skin IPL IPL's McCoy iPhone A I'm DON'T \u00C9clat \u00C9CLAT x(y) 24h"});
  Text text;
  split(article, text);
  struct Expected {
    std::string_view text;
    Shape shape;
    bool space_before;
    bool ascii;
  };
  const std::vector<Expected> expected{
      {"skin", Shape::lower, true, true},        {"Skin", Shape::capitalised, true, true},
      {"IPL", Shape::upper, true, true},         {"IPL's", Shape::upper, true, true},
      {"McCoy", Shape::mixed, true, true},       {"iPhone", Shape::mixed, true, true},
      {"A", Shape::upper, true, true},           {"I'm", Shape::capitalised, true, true},
      {"DON'T", Shape::upper, true, true},       {"\u00C9clat", Shape::capitalised, true, false},
      {"\u00C9CLAT", Shape::upper, true, false}, {"x", Shape::lower, true, true},
      {"(", Shape::none, false, true},           {"y", Shape::lower, false, true},
      {")", Shape::none, false, true},           {"24h", Shape::none, true, true}};
  ASSERT_EQ(text.tokens.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    SCOPED_TRACE(expected[i].text);
    EXPECT_EQ(text.tokens[i].text.of(article.view), expected[i].text);
    EXPECT_EQ(text.tokens[i].shape, expected[i].shape);
    EXPECT_EQ(text.tokens[i].space_before, expected[i].space_before);
    EXPECT_EQ(text.tokens[i].ascii, expected[i].ascii);
  }
}

TEST(TokenAt, FindsTheFirstThatEndsAfterAnOffset) {
  const prose::Article article = article_of({"one two", "three"});
  Text text;
  split(article, text);
  EXPECT_EQ(text.token_at(0), 0U);
  EXPECT_EQ(text.token_at(2), 0U);
  EXPECT_EQ(text.token_at(3), 1U);
  EXPECT_EQ(text.token_at(8), 2U);
  EXPECT_EQ(text.token_at(100), text.tokens.size());
}

}  // namespace
}  // namespace linter::sentences
