#include "linter/prose/mdx.h"

#include <gtest/gtest.h>
#include <string>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

struct MdxCase {
  const char* name;
  std::string text;
  std::string outline;
};

class Mdx : public ::testing::TestWithParam<MdxCase> {};

TEST_P(Mdx, ReadsAsProse) {
  EXPECT_EQ(testing::outline(testing::read("mdx", GetParam().text)), GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(
    Modules, Mdx,
    ::testing::Values(MdxCase{"imports", "import A from 'a'\nimport {b} from \"b\"\n\nOne\n",
                              "p: One\n"},
                      MdxCase{"export_over_blank_lines",
                              "export const a = {\n  b: 1,\n\n  c: '}',\n}\n\nOne\n", "p: One\n"},
                      MdxCase{"export_not_closed", "export const a = {\n\nOne\n", "p: One\n"},
                      MdxCase{"word_in_text", "We\nimport goods.\n\nWe export.\n",
                              "p: We import goods.\np: We export.\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Expressions, Mdx,
    ::testing::Values(
        MdxCase{"in_text", "One {two} three{`${four}`}.", "p: One <> three<>.\n"},
        MdxCase{"alone", "{one}\n\nTwo\n\n{three(() => {\n\n return <b>four</b>\n})}\n",
                "p: Two\n"},
        MdxCase{"with_strings", "One {'}' + \"}\"} two", "p: One <> two\n"},
        MdxCase{"space", "One{' '}\ntwo", "p: One two\n"},
        MdxCase{"escaped", "One \\{two three\\} four", "p: One {two three} four\n"},
        MdxCase{"line_end_escaped", "One\\\n\nexport {two}\n\nThree\n", "p: One\\\np: Three\n"},
        MdxCase{"not_closed", "One {two three's\n\nFour {five}",
                "p: One {two three's\np: Four <>\n"},
        MdxCase{"in_code", "One `{two}` three\n\n```js\nlet a = {b}\n```\n", "p: One <> three\n"},
        MdxCase{"heading_id", "## One {#two}\n", "h2: One\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Tags, Mdx,
    ::testing::Values(
        MdxCase{"inline", "One <Two three={4 > 5} {...six}>seven *eight*</Two> nine<Ten/>.",
                "p: One seven eight nine.\n"},
        MdxCase{"block", "One\n<Note>\nTwo *three*\n</Note>\nFour",
                "p: One\np: Two three\np: Four\n"},
        MdxCase{"block_over_lines",
                "<Note\n  a={() => {\n    b()\n  }}\n>\n| A | B |\n|---|---|\n| c | d |\n</Note>",
                "table+: A\ntable: B\ntable+: c\ntable: d\n"},
        MdxCase{"prose_attributes",
                "<Card title=\"One two\" icon=\"three\" label={'Four'} alt={five}>six</Card>",
                "p: six\nalt: One two\nalt: Four\n"},
        MdxCase{"indented", "<A>\n    <B>\n\n      One\n\n    </B>\n</A>", "p: One\n"},
        MdxCase{"names_with_dots", "One <A.B>two</A.B> </>", "p: One two\n"},
        MdxCase{"html_elements",
                "<ul>\n  <li>One <code>{two}</code></li>\n</ul>\n<div hidden>\nthree\n</div>",
                "li.1+: One <>\n"},
        MdxCase{"fragments",
                "<>\nOne *two*\n</>\n\n<><b>Three</b> four</>\n\nFive <>six</> seven\n",
                "p: One two\np: Three four\np: Five six seven\n"},
        MdxCase{"spaced_comparisons", "One < two and three > four",
                "p: One < two and three > four\n"},
        MdxCase{"comparisons_and_addresses", "a < b, c<5 and <https://x.org> or <a@b.org>",
                "p: a < b, c<5 and <> or <>\n"},
        MdxCase{"not_closed", "One <Two three={four five", "p: One <Two three={four five\n"},
        MdxCase{"line_breaks", "One<br/>two<hr/>three", "p: One|two\np: three\n"}),
    testing::name_of);

TEST(MdxComments, AreKept) {
  const std::string text = "One {/* stet a.b */} two\n\n{/*\n three */}\n\n<!-- four -->\n\nFive\n";
  const Article article = testing::read("mdx", text);
  EXPECT_EQ(testing::outline(article), "p: One two\np: Five\n");
  ASSERT_EQ(article.comments.size(), 3U);
  EXPECT_EQ(article.comments[0].text, " stet a.b ");
  EXPECT_EQ(article.comments[0].source.of(text), "{/* stet a.b */}");
  EXPECT_EQ(article.comments[0].next_block, 1U);
  EXPECT_EQ(article.comments[1].text, "\n three ");
  EXPECT_EQ(article.comments[2].text, " four ");
}

TEST(MdxSpans, AreExact) {
  const std::string text =
      "import A from 'a'\n\nOne <B c={d}>mi**cr**o</B> {e} two\n\n<F\n  alt=\"a face\"\n/>\n";
  const Article article = testing::read("mdx", text);
  EXPECT_EQ(testing::source_of(article, text, "micro"), "mi**cr**o");
  EXPECT_EQ(testing::source_of(article, text, "\x1A"), "e");
  EXPECT_EQ(testing::source_of(article, text, "two"), "two");
  EXPECT_EQ(testing::source_of(article, text, "a face"), "a face");
}

TEST(MdxMarkdown, IsAsLongAsTheMdx) {
  const std::string text = "export const a = {\n}\n\n<A b={c}>{d}{/* e */}{}</A> <>f</>\n";
  const MarkdownOfMdx made = markdown_of_mdx(text, 0);
  EXPECT_EQ(made.text.size(), text.size());
}

}  // namespace
}  // namespace linter::prose
