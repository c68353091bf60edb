#include "linter/prose/front_matter.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

struct FieldCase {
  const char* name;
  std::string text;
  std::string seen;    // the first block
  std::string source;  // behind all of it
};

class FrontMatterField : public ::testing::TestWithParam<FieldCase> {};

TEST_P(FrontMatterField, IsProseWithExactSpans) {
  const std::string& text = GetParam().text;
  const Article article = testing::read("markdown", text);
  ASSERT_FALSE(article.blocks.empty());
  const Block& block = article.blocks.front();
  EXPECT_EQ(testing::shown(block.text.of(article.view)), GetParam().seen);
  EXPECT_EQ(article.source_span(block.text).of(text), GetParam().source);
  EXPECT_TRUE(has(block.scopes, Scope::title) || has(block.scopes, Scope::summary));
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, FrontMatterField,
    ::testing::Values(
        FieldCase{"plain", "---\ntitle: No downtime # really\n---\nx", "No downtime",
                  "No downtime"},
        FieldCase{"plain_over_lines", "---\ntitle: No\n  downtime\n---\nx", "No downtime",
                  "No\n  downtime"},
        FieldCase{"single_quoted", "---\ntitle: 'It''s safe'\n---\nx", "It's safe", "It''s safe"},
        FieldCase{"double_quoted", "---\ntitle: \"A \\\"calm\\\" caf\\xE9 \\u2014 b\"\n---\nx",
                  "A \"calm\" caf\u00E9 \u2014 b", "A \\\"calm\\\" caf\\xE9 \\u2014 b"},
        FieldCase{"double_quoted_over_lines", "---\ntitle: \"One\n  two \\\n  three\"\n---\nx",
                  "One two three", "One\n  two \\\n  three"},
        FieldCase{"folded", "---\ndescription: >-\n  One\n  two\n\n  three\n---\nx",
                  "One two|three", "One\n  two\n\n  three"},
        FieldCase{"literal", "---\nsummary: |2\n  One\n  two\n---\nx", "One two", "One\n  two"},
        FieldCase{"anchor_and_tag", "---\nother: &a !!str One two\ntitle: *a\n---\nx", "One two",
                  "One two"},
        FieldCase{"emoji_before", "---\ntags: \"\U0001F642\"\ntitle: \"\U0001F642 One\"\n---\nx",
                  "\U0001F642 One", "\U0001F642 One"},
        FieldCase{"crlf", "---\r\ntitle: >\r\n  One\r\n  two\r\n---\r\nx", "One two",
                  "One\r\n  two"},
        FieldCase{"byte_order_mark", "\uFEFF---\ntitle: One\n---\nx", "One", "One"},
        FieldCase{"closed_with_dots", "---\ntitle: One\n...\nx", "One", "One"},
        FieldCase{"curly_quotes", "---\ntitle: It\u2019s \u201Cone\u201D\n---\nx",
                  "It's \u201Cone\u201D", "It\u2019s \u201Cone\u201D"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Toml, FrontMatterField,
    ::testing::Values(
        FieldCase{"basic", "+++\ntitle = \"One \\u2014 \\\"two\\\"\"\n+++\nx", "One \u2014 \"two\"",
                  "One \\u2014 \\\"two\\\""},
        FieldCase{"literal", "+++\ntitle = 'C:\\one'\n+++\nx", "<>", "C:\\one"},
        FieldCase{"multi_line", "+++\nsummary = \"\"\"\nOne\ntwo \\\n   three\"\"\"\n+++\nx",
                  "One two three", "One\ntwo \\\n   three"},
        FieldCase{"multi_line_literal", "+++\nsummary = '''One\ntwo'''\n+++\nx", "One two",
                  "One\ntwo"},
        FieldCase{"after_an_emoji",
                  "+++\na = \"\U0001F642\"\nb = { c = \"\u00E9\" }\ntitle = \"One\"\n+++\nx", "One",
                  "One"}),
    testing::name_of);

TEST(FrontMatter, GivesTitleSummaryLanguageAndWords) {
  const Article article =
      testing::read("markdown",
                    "---\nsummary: Two\ntitle: One\ndescription: Three\nlang: en-GB\ngalley:\n  "
                    "words: [dermapen, needling]\n---\n\n# Four\n");
  EXPECT_EQ(testing::outline(article), "summary: Two\ntitle: One\nsummary: Three\nh1: Four\n");
  EXPECT_EQ(article.title, 1U);
  EXPECT_EQ(article.front_matter.language, "en-GB");
  EXPECT_EQ(article.front_matter.words, (std::vector<std::string>{"dermapen", "needling"}));
  EXPECT_EQ(article.front_matter.source, (Span{0, 101}));
}

TEST(FrontMatter, ReadsWhatPagesShowBesideTheTitle) {
  const std::string text = "---\nexcerpt: 'Three'\nslug: no\nsubtitle: Two\n---\n";
  EXPECT_EQ(testing::outline(testing::read("markdown", text)), "summary: Three\nsummary: Two\n");
}

TEST(FrontMatter, ReadsTheNamedFields) {
  const ReadOptions options{.prose_fields = {"seo.og", "faq.q", "title", "nothing.here"}};
  const std::string text =
      "---\ntitle: One\nfaq:\n  - q: Two\n    a: no\n  - q: Three\nseo: {og: Four}\n---\n";
  EXPECT_EQ(testing::outline(testing::read("markdown", text, options)),
            "title: One\nsummary: Two\nsummary: Three\nsummary: Four\n");
  const std::string toml = "+++\ntitle = \"One\"\n[seo]\nog = \"Two\"\n+++\n";
  EXPECT_EQ(testing::outline(testing::read("markdown", toml, options)),
            "title: One\nsummary: Two\n");
}

TEST(FrontMatter, StandsInHtmlAndMdxToo) {
  EXPECT_EQ(testing::outline(testing::read("html", "---\ntitle: One\n---\n<p>Two")),
            "title: One\np: Two\n");
  EXPECT_EQ(testing::outline(testing::read("mdx", "---\ntitle: One\n---\nTwo")),
            "title: One\np: Two\n");
  EXPECT_EQ(testing::outline(testing::read("plain", "---\ntitle: One\n---\n")),
            "title h2: title: One\n");
}

struct NoneCase {
  const char* name;
  std::string text;
  std::string outline;
};

class FrontMatterNone : public ::testing::TestWithParam<NoneCase> {};

TEST_P(FrontMatterNone, LeavesTheTextAsItIs) {
  EXPECT_EQ(testing::outline(testing::read("markdown", GetParam().text)), GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, FrontMatterNone,
    ::testing::Values(NoneCase{"rules", "---\n\nOne two.\n\n---\n\nThree",
                               "p: One two.\np: Three\n"},
                      NoneCase{"rule", "---\n\nOne", "p: One\n"},
                      NoneCase{"not_at_the_start", "\n---\ntitle: One\n---\n", "h2: title: One\n"},
                      NoneCase{"empty", "---\n---\nOne", "p: One\n"},
                      NoneCase{"list", "---\n- One\n---\nTwo", "li.1+: One\np: Two\n"},
                      NoneCase{"rule_alone", "---", ""},
                      NoneCase{"pluses", "+++\nOne\n+++\n", "p: +++ One +++\n"}),
    testing::name_of);

struct FaultCase {
  const char* name;
  std::string text;
  std::uint32_t line;
  std::uint32_t column;
  const char* says;
  base::ErrorCode code = base::ErrorCode::bad_front_matter;
};

class FrontMatterFault : public ::testing::TestWithParam<FaultCase> {};

TEST_P(FrontMatterFault, IsAnErrorWithItsPlace) {
  const base::Error error = testing::read_error("markdown", GetParam().text);
  EXPECT_EQ(error.code, GetParam().code);
  EXPECT_EQ(error.line, GetParam().line);
  EXPECT_EQ(error.column, GetParam().column);
  EXPECT_EQ(error.file, "article");
  EXPECT_NE(error.message.find(GetParam().says), std::string::npos) << error.message;
}

std::string alias_bomb() {
  std::string text = "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    text += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i)
      text += std::string(i > 0 ? "," : "") + "*" + static_cast<char>(c - 1);
    text += "]\n";
  }
  return text + "---\n";
}

std::string deep_key() {
  std::string text = "+++\n";
  for (int i = 0; i < 100'000; ++i) text += "a.";
  return text + "b = 1\n+++\n";
}

INSTANTIATE_TEST_SUITE_P(
    Texts, FrontMatterFault,
    ::testing::Values(
        FaultCase{"not_closed", "---\ntitle: a\n\nText\n", 1, 1, "never closed"},
        FaultCase{"toml_not_closed", "+++\ntitle = 'a'\n", 1, 1, "+++"},
        FaultCase{"deep_toml_key", deep_key(), 2, 1, "100 deep", base::ErrorCode::nesting_too_deep},
        FaultCase{"deep_toml_list", "+++\na = " + std::string(1000, '[') + "\n+++\n", 2, 261,
                  "256 deep", base::ErrorCode::nesting_too_deep},
        FaultCase{"deep_yaml_list",
                  "---\na: " + std::string(200, '[') + std::string(200, ']') + "\n---\n", 2, 103,
                  "100 deep", base::ErrorCode::nesting_too_deep},
        FaultCase{"alias_bomb", alias_bomb(), 6, 29, "aliases", base::ErrorCode::too_many_aliases}),
    testing::name_of);

class FrontMatterSlip : public ::testing::TestWithParam<FaultCase> {};

TEST_P(FrontMatterSlip, is_told_and_the_text_below_read) {
  const Article article = testing::read("markdown", GetParam().text + "\nText below.\n");
  ASSERT_EQ(article.front_matter.faults.size(), 1U);
  const base::Error& error = article.front_matter.faults.front();
  EXPECT_EQ(error.code, base::ErrorCode::bad_front_matter);
  EXPECT_EQ(error.line, GetParam().line);
  EXPECT_EQ(error.column, GetParam().column);
  EXPECT_EQ(error.file, "article");
  EXPECT_NE(error.message.find(GetParam().says), std::string::npos) << error.message;
  EXPECT_EQ(article.view, "Text below.");
}

INSTANTIATE_TEST_SUITE_P(
    Texts, FrontMatterSlip,
    ::testing::Values(
        FaultCase{"yaml_syntax", "---\ntitle: [a\n---\n", 2, 8, "never closed"},
        FaultCase{"yaml_second_colon", "---\ntitle: Peels: what to know\n---\n", 2, 13, "': '"},
        FaultCase{"yaml_twice", "---\ntitle: a\ntitle: b\n---\n", 3, 1, "title"},
        FaultCase{"toml_syntax", "+++\na = 1\ntitle = \"a\n+++\n", 3, 11, "string"},
        FaultCase{"toml_table_without_a_name", "+++\na = 1\n[!b]\n+++\n", 3, 2, "key"}),
    testing::name_of);

TEST(FrontMatterOfGalley, a_slip_keeps_the_rest) {
  const Article article = testing::read(
      "markdown", "---\ntitle: One\ngalley:\n  word: [a]\n  words: {a: b}\n---\n\nTwo.\n");
  ASSERT_EQ(article.front_matter.faults.size(), 2U);
  const base::Error& type = article.front_matter.faults[0];
  const base::Error& key = article.front_matter.faults[1];
  EXPECT_EQ(type.code, base::ErrorCode::bad_front_matter);
  EXPECT_EQ(type.line, 5U);
  EXPECT_EQ(type.column, 10U);
  EXPECT_EQ(key.line, 4U);
  EXPECT_NE(key.message.find("did you mean 'words'"), std::string::npos) << key.message;
  EXPECT_EQ(article.view, "One\n\nTwo.");
}

}  // namespace
}  // namespace linter::prose
