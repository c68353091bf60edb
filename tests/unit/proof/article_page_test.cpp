#include "linter/proof/article_page.h"

#include <gtest/gtest.h>

#include "linter/prose/formats.h"

namespace linter::proof {
namespace {

struct PageCase {
  const char* name;
  std::string text;
  std::vector<std::string> marked;  // words of the file, in the order of the remarks
  std::string blocks;
};

class ArticlePage : public testing::TestWithParam<PageCase> {};

TEST_P(ArticlePage, shows_the_article_with_its_marks) {
  prose::Article article;
  const auto source =
      prose::read_article(*prose::format_named("markdown"), "a.md", GetParam().text, {}, article);
  ASSERT_TRUE(source);
  std::vector<Mark> marks;
  for (const std::string& words : GetParam().marked) {
    const auto at = static_cast<std::uint32_t>(source->bytes.find(words));
    marks.push_back({.span = {at, at + static_cast<std::uint32_t>(words.size())},
                     .remark = static_cast<std::uint32_t>(marks.size())});
  }
  EXPECT_EQ(article_json(article, source->bytes, "markdown", marks).dump(), GetParam().blocks);
  for (const Mark& mark : marks) EXPECT_NE(mark.block, prose::no_block);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ArticlePage,
    testing::Values(
        PageCase{"plain",
                 "# One\n\ntwo\n",
                 {},
                 R"([{"kind":"h1","pieces":["One"]},{"kind":"p","pieces":["two"]}])"},
        PageCase{"a_mark",
                 "One two three\n",
                 {"two"},
                 R"([{"kind":"p","pieces":["One ",{"text":"two","marks":[0]}," three"]}])"},
        PageCase{"marks_in_one_another",
                 "One two three\n",
                 {"two three", "two"},
                 R"([{"kind":"p","pieces":["One ",{"text":"two","marks":[0,1]},)"
                 R"({"text":" three","marks":[0]}]}])"},
        PageCase{"over_emphasis_and_a_line_end",
                 "One *two*\nthree\n",
                 {"*two*\nth"},
                 R"([{"kind":"p","pieces":["One ",{"text":"two","marks":[0],"set":"e"},)"
                 R"({"text":" th","marks":[0]},"ree"]}])"},
        PageCase{"as_it_is_written",
                 "It\u2019s &amp; `a<b` at https://x.org/a\n",
                 {},
                 R"([{"kind":"p","pieces":["It’s & ",{"text":"a<b","set":"c"}," at ",)"
                 R"({"text":"https://x.org/a","set":"c"}]}])"},
        PageCase{
            "lists_and_tables",
            "1. One\n\n|A|\n|-|\n|b|\n",
            {"b"},
            R"([{"kind":"li","depth":1,"ordered":true,"group":1,"first":true,"number":1,"pieces":["One"]},)"
            R"({"kind":"cell","group":2,"first":true,"header":true,"pieces":["A"]},)"
            R"({"kind":"cell","group":2,"first":true,"pieces":[{"text":"b","marks":[0]}]}])"}),
    [](const auto& row) { return std::string(row.param.name); });

struct ReadingCase {
  const char* name;
  const char* format;
  std::string text;
  std::string blocks;
};

class Reads : public testing::TestWithParam<ReadingCase> {};

// What is no prose stands on the page, too.
TEST_P(Reads, as_it_is) {
  prose::Article article;
  const auto source = prose::read_article(*prose::format_named(GetParam().format), "a",
                                          GetParam().text, {}, article);
  ASSERT_TRUE(source);
  EXPECT_EQ(article_json(article, source->bytes, GetParam().format, {}).dump(), GetParam().blocks);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Reads,
    testing::Values(
        ReadingCase{
            "code_and_rules", "markdown",
            "One\n\n```js\nlet x;\n\n<b>\n```\n\n***\n\n    a\n\nTwo\n===\n",
            R"([{"kind":"p","pieces":["One"]},{"kind":"code","pieces":["let x;\n\n<b>"]},)"
            R"({"kind":"rule"},{"kind":"code","pieces":["a"]},{"kind":"h1","pieces":["Two"]}])"},
        ReadingCase{"an_underlined_heading_is_no_rule", "markdown", "One\n---\n\nTwo\n",
                    R"([{"kind":"h2","pieces":["One"]},{"kind":"p","pieces":["Two"]}])"},
        ReadingCase{"a_formula_at_the_end", "markdown", "One\n\n$$\nx = 1\n$$\n",
                    R"([{"kind":"p","pieces":["One"]},{"kind":"code","pieces":["x = 1"]}])"},
        ReadingCase{
            "numbers_and_boxes", "markdown", "7) One\n8) Two\n\n- [x] a\n- [ ] b\n",
            R"([{"kind":"li","depth":1,"ordered":true,"group":1,"first":true,"number":7,"pieces":["One"]},)"
            R"({"kind":"li","depth":1,"ordered":true,"group":1,"first":true,"number":8,"pieces":["Two"]},)"
            R"({"kind":"li","depth":1,"group":2,"first":true,"task":"x","pieces":["a"]},)"
            R"({"kind":"li","depth":1,"group":2,"first":true,"task":" ","pieces":["b"]}])"},
        ReadingCase{"marks_of_footnotes", "markdown", "One[^a] two.\n\n[^a]: Note.\n",
                    R"([{"kind":"p","pieces":["One",{"text":"a","set":"f"}," two."]},)"
                    R"({"kind":"note","pieces":["Note."]}])"},
        ReadingCase{
            "front_matter", "markdown", "---\ntitle: One\ndraft: yes\n---\nTwo\n",
            R"([{"kind":"title","front":true,"pieces":["One"]},{"kind":"p","pieces":["Two"]}])"},
        ReadingCase{
            "html", "html",
            "<p>One</p><pre>a &lt; <b>b</b></pre><hr><p lang=\"de\">Guten Morgen</p><p>She said "
            "<i lang=\"de\">guten Tag</i>.</p>",
            R"([{"kind":"p","pieces":["One"]},{"kind":"code","pieces":["a < b"]},{"kind":"rule"},)"
            R"({"kind":"p","pieces":[{"text":"Guten Morgen","set":"l"}]},)"
            R"({"kind":"p","pieces":["She said ",{"text":"guten Tag","set":"l"},"."]}])"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace linter::proof
