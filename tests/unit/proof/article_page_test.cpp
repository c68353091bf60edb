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
  EXPECT_EQ(article_json(article, source->bytes, marks).dump(), GetParam().blocks);
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
            R"([{"kind":"li","depth":1,"ordered":true,"group":1,"first":true,"pieces":["One"]},)"
            R"({"kind":"cell","group":2,"first":true,"header":true,"pieces":["A"]},)"
            R"({"kind":"cell","group":2,"first":true,"pieces":[{"text":"b","marks":[0]}]}])"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace linter::proof
