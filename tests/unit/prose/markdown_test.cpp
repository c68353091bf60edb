#include "linter/prose/markdown.h"

#include <gtest/gtest.h>
#include <string>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

struct MarkdownCase {
  const char* name;
  std::string text;
  std::string outline;
};

class Markdown : public ::testing::TestWithParam<MarkdownCase> {};

TEST_P(Markdown, ReadsAsProse) {
  EXPECT_EQ(testing::outline(testing::read("markdown", GetParam().text)), GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(
    Blocks, Markdown,
    ::testing::Values(
        MarkdownCase{"empty", "", ""},
        MarkdownCase{"headings", "# One\n\nTwo\n===\n\n### Three ###\n",
                     "title h1: One\nh1: Two\nh3: Three\n"},
        MarkdownCase{"heading_attributes", "## Risks {#risks .wide}\n", "h2: Risks\n"},
        MarkdownCase{"quotes", "> One\n> two\n>> three\n", "q1 p: One two\nq2 p: three\n"},
        MarkdownCase{"alert", "> [!WARNING]\n> Keep away.\n", "p: Keep away.\n"},
        MarkdownCase{"tight_list", "- One\n- two\n  1. three\n",
                     "li.1+: One\nli.1+: two\nol.2+: three\n"},
        MarkdownCase{"loose_list", "1. One\n\n   more\n\n2. two\n",
                     "ol.1+: One\nol.1 p: more\nol.1+: two\n"},
        MarkdownCase{"tasks", "- [ ] One\n- [x] two\n", "li.1+: One\nli.1+: two\n"},
        MarkdownCase{"table", "| A | B |\n|---|:-:|\n| c |  |\n| d | e\\|f |\n",
                     "table+: A\ntable: B\ntable+: c\ntable+: d\ntable: e|f\n"},
        MarkdownCase{"table_with_short_dashes", "| A | B |\n|-|:-:|\n| c | d |\n",
                     "table+: A\ntable: B\ntable+: c\ntable: d\n"},
        MarkdownCase{"code", "One\n\n    two\n\n```py\nthree\n```\n\nFour\n", "p: One\np: Four\n"},
        MarkdownCase{"rule", "One\n\n***\n\nTwo\n", "p: One\np: Two\n"},
        MarkdownCase{"reference_definition", "One [two].\n\n[two]: http://x.y \"Title\"\n",
                     "p: One two.\n"},
        MarkdownCase{"image", "See ![A *calm* face](x.png) here.\n",
                     "p: See here.\nalt: A calm face\n"},
        MarkdownCase{"image_over_lines_with_entity", "![A &amp;\nB](x.png)\n", "alt: A & B\n"},
        MarkdownCase{"linked_image", "[![Book now](x.png)](/book)\n", "alt: Book now\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Inlines, Markdown,
    ::testing::Values(
        MarkdownCase{"emphasis_in_a_word", "micro**needl**ing and *so* ~~on~~",
                     "p: microneedling and so on\n"},
        MarkdownCase{"entities", "A&amp;B &#8212; &hellip; &nosuch; 10&nbsp;mg",
                     "p: A&B \u2014 \u2026 &nosuch; 10 mg\n"},
        MarkdownCase{"escapes", "\\*one\\* 1\\. \\[x\\]", "p: *one* 1. [x]\n"},
        MarkdownCase{"soft_and_hard_breaks", "One\ntwo  \nthree\\\nfour",
                     "p: One two|three|four\n"},
        MarkdownCase{"code_span", "Run `make *all*` now, or ``a`b``.", "p: Run <> now, or <>.\n"},
        MarkdownCase{"link", "See [the *list*](http://x.y/a_b \"No\") or <https://x.y>.",
                     "p: See the list or <>.\n"},
        MarkdownCase{"bare_addresses", "At https://x.org/a_b*c* or www.x.org or a@b.org",
                     "p: At <> or <> or <>\n"},
        MarkdownCase{"inline_html", "H<sub>2</sub>O <b>is</b> <kbd>Ctrl</kbd> wet<br>here<br/>now",
                     "p: H2O is <> wet|here|now\n"},
        MarkdownCase{"what_is_not_closed_ends_with_its_block",
                     "One <svg> two.\n\nThree <div hidden>four.\n\nFive",
                     "p: One\np: Three\np: Five\n"},
        MarkdownCase{"a_block_that_is_not_closed", "<svg>\n\nOne", "p: One\n"},
        MarkdownCase{"a_block_that_is_closed_later", "<svg>\n\nOne\n\n</svg>\n\nTwo", "p: Two\n"},
        MarkdownCase{"marks_in_an_alternative_text", "![a <svg onload=x> b](x)\n\nOne",
                     "alt: a b\np: One\n"},
        MarkdownCase{"inline_html_over_lines", "One <span\nclass=\"x > y\"\nid=z>two</span> three",
                     "p: One two three\n"},
        MarkdownCase{"inline_comment", "One <!-- not\nthis --> two", "p: One two\n"},
        MarkdownCase{"hidden_inline", "One <span hidden>two</span> three", "p: One three\n"},
        MarkdownCase{
            "letters_raised",
            "Evrey<sup>a</sup> day, Botox<sup>TM</sup>, the 1<sup>st</sup> of m<sup>x</sup>",
            "p: Evrey day, Botox, the 1st of mx\n"},
        MarkdownCase{"footnote_mark_raised", "It is safe<sup>1</sup> on 5 cm<sup>2</sup>.",
                     "p: It is safe on 5 cm2.\n"},
        MarkdownCase{"processing_instruction", "One <?php echo 1 ?> two", "p: One two\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Html, Markdown,
    ::testing::Values(
        MarkdownCase{"block", "<div>\nOne *two* &amp;\nthree\n<p>four\n</div>\n\nFive",
                     "p: One *two* & three\np: four\np: Five\n"},
        MarkdownCase{"around_markdown",
                     "<details>\n<summary>One</summary>\n\nTwo **three**\n\n</details>\n",
                     "p: One\np: Two three\n"},
        MarkdownCase{"hides_markdown",
                     "<div hidden>\n\nOne\n\n<div>\n\nTwo\n\n</div>\n\nThree\n\n</div>\n\nFour",
                     "p: Four\n"},
        MarkdownCase{"list_and_cells",
                     "<ul>\n<li>One\n<li>Two\n</ul>\n<table><tr><td>\n\nThree "
                     "*four*\n\n</td></tr></table>\n",
                     "li.1+: One\nli.1+: Two\ntable+: Three four\n"},
        MarkdownCase{"in_a_quote", "> <div>One\n> two</div>\n", "q1 p: One two\n"},
        MarkdownCase{
            "script_and_style",
            "<script>\nlet a = 1;\n\nif (a) b();\n</script>\n\n<style>\np {}\n</style>\n\nOne",
            "p: One\n"},
        MarkdownCase{"image", "<img src=\"x\" alt=\"A &quot;face&quot;\">\n", "alt: A \"face\"\n"},
        MarkdownCase{"tag_over_lines_in_a_quote",
                     "> <div\n>   class=\"two\"\n>   title=\"Three\">\n> One\n",
                     "q1 p: One\nalt: Three\n"},
        MarkdownCase{
            "table_over_lines_in_a_quote_in_a_list",
            "- > <table\n  >   class=\"two\"><tr><td\n  > id=\"x\">One</td></tr></table>\n",
            "q1 li.1 table+: One\n"},
        MarkdownCase{"quote_left_open_stays_in_its_block",
                     "<div title=\"one>\ntwo\n</div>\n\nThree\n\nFour \"five\"",
                     "p: Three\np: Four \"five\"\n"},
        MarkdownCase{"element_left_open_ends_with_its_item", "- <span hidden>one\n- two\n",
                     "li.1+: two\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Dialects, Markdown,
    ::testing::Values(
        MarkdownCase{
            "footnotes",
            "It works.[^1]\n\n[^1]: In most\n    people.\n\n    Not all.\n[^b]: Ask.\n\nMore.",
            "p: It works.\nnote p: In most people.\nnote p: Not all.\nnote p: Ask.\np: More.\n"},
        MarkdownCase{"footnote_that_looks_like_a_link", "One[^1]\n\n[^1]: https://x.org\n",
                     "p: One\nnote p: <>\n"},
        MarkdownCase{"footnote_in_code_is_none", "```\n[^1]: code\n```\n\nOne\n", "p: One\n"},
        MarkdownCase{"directive", ":::tip\nOne\n:::\nTwo\n", "p: One\np: Two\n"},
        MarkdownCase{"directive_with_title", ":::danger[Keep *away*]\n\nOne\n\n:::\n",
                     "p: Keep away\np: One\n"},
        MarkdownCase{"pandoc_directive", "::: {.note #x}\nOne\n:::\n", "p: One\n"},
        MarkdownCase{
            "definitions",
            "Downtime\n: None,\nmostly\n: A day\n\nPain\n\n:   Little\n\n    More\n\nEnd : here\n",
            "p: Downtime\np: None, mostly\np: A day\np: Pain\np: Little\np: More\np: End : here\n"},
        MarkdownCase{"admonition",
                     "!!! note \"Mind this\"\n    One\n    two\n\n    - three\n\nFour\n",
                     "p: Mind this\np: One two\nli.1+: three\np: Four\n"},
        MarkdownCase{"nested_admonition",
                     "??? tip\n    One\n\n    !!! note\n        Two\n\n    Three\n",
                     "p: One\np: Two\np: Three\n"},
        MarkdownCase{
            "shortcodes",
            "{{< toc >}}\n\nOne {{< ref \"x\" >}} two\n{{% note %}}\nThree\n{{% /note %}}\n",
            "p: One <> two\np: Three\n"},
        MarkdownCase{"code_shortcode",
                     "{{< code-toggle file=hugo >}}\ntitle = 'x'\n{{< /code-toggle >}}\nOne\n",
                     "p: One\n"},
        MarkdownCase{"code_tag_that_nothing_closes", "{{< code id=1 >}}\nOne\n", "p: One\n"},
        MarkdownCase{"tag_over_lines", "One\n\n{{< img\n  src=\"two\"\n>}}\nThree\n",
                     "p: One\np: Three\n"},
        MarkdownCase{"tag_over_lines_not_closed", "{{< img\n  two\n\nThree\n",
                     "p: {{< img two\np: Three\n"},
        MarkdownCase{"jsx_tag",
                     "<Tabs one=\"x\"\nvalues={[\n  {label: 'two'},\n]}\n>\n\nThree\n\n</Tabs>\n",
                     "p: Three\n"},
        MarkdownCase{"jsx_tag_with_crlf", "<Tabs\r\none={2}>\r\nThree\r\n</Tabs>\r\n",
                     "p: Three\n"},
        MarkdownCase{"jsx_image", "<img src='x' alt={'One two'} style={{a: 'b'}} />\n",
                     "alt: One two\n"},
        MarkdownCase{"jsx_template", "<A title={`One`} b={c}>Two</A>\n", "p: Two\n"},
        MarkdownCase{"less_than", "<five and\nmore\n", "p: <five and more\n"},
        MarkdownCase{"code_tag", "{% highlight rb %}\nx = 1\n\ny = 2\n{% endhighlight %}\nOne\n",
                     "p: One\n"},
        MarkdownCase{"table_of_contents", "[[toc]]\n\n[TOC]\n\nOne\n", "p: One\n"}),
    testing::name_of);

struct SourceCase {
  const char* name;
  std::string text;
  std::string seen;    // in the view
  std::string source;  // behind it
};

class MarkdownSource : public ::testing::TestWithParam<SourceCase> {};

TEST_P(MarkdownSource, IsExact) {
  const Article article = testing::read("markdown", GetParam().text);
  EXPECT_EQ(testing::source_of(article, GetParam().text, GetParam().seen), GetParam().source);
}

INSTANTIATE_TEST_SUITE_P(
    Spans, MarkdownSource,
    ::testing::Values(
        SourceCase{"word_with_emphasis", "a micro**needl**ing b", "microneedling",
                   "micro**needl**ing"},
        SourceCase{"soft_break_in_a_quote", "> no\n> pain", "no pain", "no\n> pain"},
        SourceCase{"break_after_closing_mark", "**no**\n*pain*", " ", "\n"},
        SourceCase{"break_of_two_bytes", "no\r\npain", " ", "\r\n"},
        SourceCase{"hard_break", "no  \n  pain", "\n", "\n"},
        SourceCase{"entity", "x &mdash; y", "\u2014", "&mdash;"},
        SourceCase{"escape", "x \\* y", "*", "*"}, SourceCase{"code", "x `a b` y", "\x1A", "a b"},
        SourceCase{"cell", "| a | b |\n|--|--|\n| cde | f |", "cde", "cde"},
        SourceCase{"in_a_definition", "term\n:  what **th**is is", "what this", "what **th**is"},
        SourceCase{"below_an_admonition", "!!! note\n    one\n    two **th**ree", "two three",
                   "two **th**ree"},
        SourceCase{"footnote", "x[^1]\n\n[^1]: one\n    two", "one two", "one\n    two"},
        SourceCase{"title_of_a_directive", ":::note Take *care*\nx\n:::", "Take care",
                   "Take *care"},
        SourceCase{"html_block_in_a_list", "- x\n\n  <p>one\n  two</p>\n", "one two", "one\n  two"},
        SourceCase{"alternative_text", "x ![one\n*two*](y) z", "one two", "one\n*two"},
        SourceCase{"after_a_byte_order_mark", "\uFEFFone two", "two", "two"}),
    testing::name_of);

TEST(MarkdownComments, AreKept) {
  const std::string text = "One\n\n<!-- stet a.b\n two -->\n\nTwo <!-- x --> three\n\n<!---->\n";
  const Article article = testing::read("markdown", text);
  ASSERT_EQ(article.comments.size(), 3U);
  EXPECT_EQ(article.comments[0].source.of(text), "<!-- stet a.b\n two -->");
  EXPECT_EQ(article.comments[0].text, " stet a.b\n two ");
  EXPECT_EQ(article.comments[0].next_block, 1U);
  EXPECT_EQ(article.comments[1].text, " x ");
  EXPECT_EQ(article.comments[1].next_block, no_block);
  EXPECT_EQ(article.comments[2].text, "");
}

TEST(MarkdownLinks, ConnectBlocks) {
  const Article article = testing::read("markdown",
                                        "# A\n\n## B\n\nUse it to:\n\n- one:\n  - two\n- "
                                        "three\n\n| H | I |\n|--|--|\n| j | k |\n\n# C\n\nEnd.\n");
  ASSERT_EQ(article.blocks.size(), 12U) << testing::outline(article);
  EXPECT_EQ(article.title, 0U);
  EXPECT_EQ(article.blocks[1].heading, 0U);
  EXPECT_EQ(article.blocks[2].heading, 1U);
  EXPECT_EQ(article.blocks[3].lead_in, 2U);
  EXPECT_EQ(article.blocks[4].lead_in, 3U);
  EXPECT_EQ(article.blocks[5].lead_in, 2U);
  EXPECT_EQ(article.blocks[5].group, article.blocks[3].group);
  EXPECT_EQ(article.blocks[8].table_header, 6U);
  EXPECT_EQ(article.blocks[9].table_header, 7U);
  EXPECT_EQ(article.blocks[10].heading, no_block);
  EXPECT_EQ(article.blocks[11].heading, 10U);
}

TEST(MarkdownNesting, HasALimit) {
  for (const std::string_view mark : {"> ", "- ", "1. "}) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += mark;
    const base::Error error = testing::read_error("markdown", deep + "One");
    EXPECT_EQ(error.code, base::ErrorCode::nesting_too_deep) << mark;
    EXPECT_EQ(testing::read_error("markdown", "# Two\n\nOne.\n\n" + deep + "One").line, 5U) << mark;
    EXPECT_EQ(error.file, "article");
  }
  std::string brackets;
  for (int i = 0; i < 100'000; ++i) brackets += "![";
  EXPECT_EQ(testing::read("markdown", brackets + "One").blocks.size(), 1U);
}

// The parser fills each row up to the header's columns.
TEST(MarkdownTables, AreLimitedInAbsentCells) {
  std::string table = "|";
  for (int i = 0; i < 1000; ++i) table += "a|";
  table += "\n|";
  for (int i = 0; i < 1000; ++i) table += "---|";
  table += "\n";
  for (int i = 0; i < 1000; ++i) table += "|\n";
  EXPECT_EQ(testing::read_error("markdown", table).code, base::ErrorCode::too_large);
}

TEST(MarkdownInlines, AreKept) {
  const Article article =
      testing::read("markdown", "[One *two*](x) **three** ~~four~~ <b>five</b>");
  ASSERT_EQ(article.inlines.size(), 5U);
  const std::pair<InlineKind, std::string_view> wanted[] = {{InlineKind::link_text, "One two"},
                                                            {InlineKind::emphasis, "two"},
                                                            {InlineKind::strong, "three"},
                                                            {InlineKind::deleted, "four"},
                                                            {InlineKind::strong, "five"}};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(article.inlines[i].kind, wanted[i].first);
    EXPECT_EQ(article.inlines[i].text.of(article.view), wanted[i].second);
  }
}

}  // namespace
}  // namespace linter::prose
