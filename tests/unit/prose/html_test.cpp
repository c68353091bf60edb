#include "linter/prose/html.h"

#include <gtest/gtest.h>
#include <string>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

struct HtmlCase {
  const char* name;
  std::string text;
  std::string outline;
};

class Html : public ::testing::TestWithParam<HtmlCase> {};

TEST_P(Html, ReadsAsProse) {
  EXPECT_EQ(testing::outline(testing::read("html", GetParam().text)), GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(
    Blocks, Html,
    ::testing::Values(
        HtmlCase{"empty", "", ""},
        HtmlCase{"document",
                 "<!DOCTYPE html>\n<html lang=en><head><title>One &amp; two</title>"
                 "<meta name=\"description\" content=\"It&#39;s "
                 "three.\"></head><body><h1>Four</h1><p>Five</body></html>",
                 "title: One & two\nsummary: It's three.\nh1: Four\np: Five\n"},
        HtmlCase{"what_is_told_to_sharers",
                 "<head><title>One</title><meta name=description content=Two>"
                 "<meta property=\"og:title\" content=\"One\"><meta property=\"og:description\" "
                 "content=\"Three\"><meta name=\"twitter:title\" content=\"Four\">"
                 "<meta name=\"twitter:description\" content=\"Two\">"
                 "<meta property=\"og:image\" content=\"five.png\"></head><p>Six",
                 "title: One\nsummary: Two\nsummary: Three\nsummary: Four\np: Six\n"},
        HtmlCase{"first_heading_is_title", "<h1>One</h1><h2>Two</h2>", "title h1: One\nh2: Two\n"},
        HtmlCase{"bare_text", "One<div>two<div>three</div>four</div>five",
                 "p: One\np: two\np: three\np: four\np: five\n"},
        HtmlCase{"lists", "<ol><li>One<li>two<ul><li>three</ul>four</ol>",
                 "ol.1+: One\nol.1+: two\nli.2+: three\nol.1 p: four\n"},
        HtmlCase{"definitions", "<dl><dt>One<dd>two</dl>", "li.1+: One\nli.1+: two\n"},
        HtmlCase{
            "table",
            "<table><caption>T</caption><thead><tr><th>A<th>B</thead><tr><td>c<td><p>d<p>e</table>",
            "caption table: T\ntable+: A\ntable: B\ntable+: c\ntable: d\ntable: e\n"},
        HtmlCase{"quote", "<blockquote><p>One<blockquote>two</blockquote></blockquote>",
                 "q1 p: One\nq2 p: two\n"},
        HtmlCase{"figure",
                 "<figure><img src=x alt=\"A face\"><figcaption>One</figcaption></figure>",
                 "alt: A face\ncaption: One\n"},
        HtmlCase{"title_attribute_and_label",
                 "<p>One <a href=x title='Two'>three</a><button aria-label=\"Four\">five</button>",
                 "p: One three\nalt: Two\np: five\nalt: Four\n"},
        HtmlCase{"placeholder", "<p>One <input placeholder='Two'>", "p: One\nalt: Two\n"},
        HtmlCase{"stray_cells_and_items", "<td>One<li>two</td>three</li>",
                 "table: One\nli.1 table+: two\np: three\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Inlines, Html,
    ::testing::Values(
        HtmlCase{"tags_vanish", "<p>mi<b>cro</b>needl<span>i</span>ng<wbr>!",
                 "p: microneedling!\n"},
        HtmlCase{"spaces_fold", "<p>\n  One\n\ttwo <b> three</b>\n</p>", "p: One two three\n"},
        HtmlCase{"break", "<p>One<br>two<br/><br>three", "p: One|two|three\n"},
        HtmlCase{"references", "<p>&lt;b&gt; &copy 2020 &notit; &#x2014; &#146; &#0; &;",
                 "p: <b> \u00A9 2020 \u00ACit; \u2014 ' \uFFFD &;\n"},
        HtmlCase{"masked",
                 "<p>Run <code>a <b>b</b></code> or <kbd>C</kbd>, <span translate=no>Brand</span>",
                 "p: Run <> or <>, <>\n"},
        HtmlCase{"foreign_language", "<html lang=en-GB><p lang=en>One <i lang=la>in vivo</i>",
                 "p: One <>\n"},
        HtmlCase{"foreign_where_none_is_told", "<p lang=en>One <i lang=la>in vivo</i>",
                 "p: One <>\n"},
        HtmlCase{"language_of_the_body",
                 "<body lang=de><p>One <i lang=de>zwei</i> <i lang=en>three</i>",
                 "p: One zwei <>\n"},
        HtmlCase{"lone_less_than", "<p>a < b and c<5 <> </> <3", "p: a < b and c<5 <> <3\n"},
        HtmlCase{"misnested", "<p>One <b>two <i>three</b> four</i> five",
                 "p: One two three four five\n"},
        HtmlCase{"ruby", "<p>One<ruby>two<rp>(</rp><rt>three</rt><rp>)</rp></ruby>",
                 "p: Onetwo\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Dropped, Html,
    ::testing::Values(
        HtmlCase{"raw", "<p>One<script>if (a<b) '</p>'</script><style>p{}</style>two",
                 "p: Onetwo\n"},
        HtmlCase{"raw_left_open", "<p>One<script>two <p>three", "p: One\n"},
        HtmlCase{"blocks_of_code",
                 "<p>One<pre>two <b>three</b></pre><p>four<textarea>five</textarea>",
                 "p: One\np: four\n"},
        HtmlCase{"hidden",
                 "<div hidden>One<div>two</div>three</div>four<p aria-hidden=true>five<p "
                 "style='x:y; display: none'>six",
                 "p: four\n"},
        HtmlCase{"opened_by_the_reader",
                 "<h4>One</h4><div class='acc-content text' style='display: none'>two</div>"
                 "<p style='display:none' class=faq_answer>three</p>"
                 "<p style='display:none' class=tablet>four</p>",
                 "h4: One\np: two\np: three\n"},
        HtmlCase{"hidden_paragraph_ends", "<p hidden>One<p>two", "p: two\n"},
        HtmlCase{"drawings_and_templates",
                 "<svg><title>One</title><text>two</text></svg><template><p>three</template>four",
                 "p: four\n"},
        HtmlCase{"comments", "<p>One<!-- two --> <!doctype x> <? three ?>four", "p: One four\n"},
        HtmlCase{"tag_left_open", "<p>One <a href='two", "p: One\n"}),
    testing::name_of);

TEST(HtmlSpans, AreExact) {
  const std::string text =
      "<p>\u201COne\u201D isn&rsquo;t&nbsp;mi<b>cro</b>needl<i>ing</i></p><img alt='a &amp; b'>";
  const Article article = testing::read("html", text);
  EXPECT_EQ(testing::source_of(article, text, "One"), "One");
  EXPECT_EQ(testing::source_of(article, text, "isn't"), "isn&rsquo;t");
  EXPECT_EQ(testing::source_of(article, text, "isn't "), "isn&rsquo;t&nbsp;");
  EXPECT_EQ(testing::source_of(article, text, "microneedling"), "mi<b>cro</b>needl<i>ing");
  EXPECT_EQ(testing::source_of(article, text, "a & b"), "a &amp; b");
}

TEST(HtmlLanguage, IsTheRootElements) {
  EXPECT_EQ(testing::read("html", "<html lang=\"de\"><p lang=en>x").front_matter.language, "de");
  EXPECT_EQ(testing::read("html", "<p lang=en>x").front_matter.language, std::nullopt);
  EXPECT_EQ(testing::read("html", "<html lang=\"zxx\"><p>x").front_matter.language, std::nullopt);
  EXPECT_EQ(testing::read("html", "<html lang=\"und\"><body lang=de>x").front_matter.language,
            "de");
}

TEST(HtmlTables, LinkCellsToHeaders) {
  const Article article =
      testing::read("html", "<table><tr><th>A<th colspan=2>B<tr><td>c<td>d<td>e<td>f</table>");
  ASSERT_EQ(article.blocks.size(), 6U);
  EXPECT_EQ(article.blocks[2].table_header, 0U);
  EXPECT_EQ(article.blocks[3].table_header, 1U);
  EXPECT_EQ(article.blocks[4].table_header, 1U);
  EXPECT_EQ(article.blocks[5].table_header, no_block);
}

TEST(HtmlNesting, HasALimit) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div><b>";
  EXPECT_EQ(testing::outline(testing::read("html", deep + "One")),
            "p: One\n");  // these are not kept
  std::string lists;
  for (int i = 0; i < 100'000; ++i) lists += "<ul><li>";
  const base::Error error = testing::read_error("html", lists + "One");
  EXPECT_EQ(error.code, base::ErrorCode::nesting_too_deep);
  EXPECT_NE(error.message.find("take levels out"), std::string::npos);
}

}  // namespace
}  // namespace linter::prose
