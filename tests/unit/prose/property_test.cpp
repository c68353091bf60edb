// What holds of every article: generated ones, of which all is known, and soup, of which nothing
// is.
#include <gtest/gtest.h>
#include <string>

#include "linter/prose/formats.h"
#include "tests/unit/prose/generated.h"
#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

using testing::GeneratedDocument;

constexpr std::uint64_t documents = 500;

// Every piece is in the view once, its span is exactly its bytes, and what is no prose is not
// there.
void expect_all_seen(std::string_view format, const GeneratedDocument& document) {
  const Article article = testing::read(format, document.bytes);
  for (const testing::Piece& piece : document.pieces) {
    const std::size_t at = article.view.find(piece.seen);
    ASSERT_NE(at, std::string::npos) << piece.seen << "\n"
                                     << document.bytes << "\n"
                                     << testing::outline(article);
    ASSERT_EQ(article.view.find(piece.seen, at + 1), std::string::npos) << piece.seen;
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span =
        article.source_span({begin, begin + static_cast<std::uint32_t>(piece.seen.size())});
    ASSERT_EQ(span, piece.source) << piece.seen << " at " << span.of(document.bytes) << "\n"
                                  << document.bytes;
  }
  EXPECT_EQ(article.view.find("qhidden"), std::string::npos) << document.bytes << "\n"
                                                             << testing::outline(article);
}

TEST(GeneratedMarkdown, IsSeenAtItsPlace) {
  for (std::uint64_t seed = 0; seed < documents && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    expect_all_seen("markdown", testing::generate_markdown(seed, "\n"));
    expect_all_seen("markdown", testing::generate_markdown(seed, "\r\n"));
  }
}

TEST(GeneratedHtml, IsSeenAtItsPlace) {
  for (std::uint64_t seed = 0; seed < documents && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    expect_all_seen("html", testing::generate_html(seed, "\n"));
    expect_all_seen("html", testing::generate_html(seed, "\r\n"));
  }
}

TEST(LineEnds, DoNotShow) {
  for (std::uint64_t seed = 0; seed < documents && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    for (const std::string_view format : {"markdown", "mdx", "plain"}) {
      EXPECT_EQ(testing::read(format, testing::generate_markdown(seed, "\n").bytes).view,
                testing::read(format, testing::generate_markdown(seed, "\r\n").bytes).view);
    }
    EXPECT_EQ(testing::read("html", testing::generate_html(seed, "\n").bytes).view,
              testing::read("html", testing::generate_html(seed, "\r\n").bytes).view);
  }
}

std::string with_crlf(std::string_view text) {
  std::string made;
  for (const char c : text) made += c == '\n' ? "\r\n" : std::string(1, c);
  return made;
}

TEST(Soup, IsReadSoundly) {
  for (std::uint64_t seed = 0; seed < 4 * documents && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const source::Source source{"soup", testing::generate_soup(seed, 3 + seed % 60), false};
    const source::Source crlf{"soup", with_crlf(source.bytes), false};
    for (const Format& format : formats()) {
      if (format.read == nullptr) continue;
      SCOPED_TRACE(format.name);
      Article article;
      Article same;
      const bool read = format.read(source, {}, article).has_value();
      EXPECT_EQ(format.read(crlf, {}, same).has_value(), read);
      if (!read) continue;
      testing::expect_sound(article, source.bytes);
      EXPECT_EQ(article.view, same.view) << source.bytes;
    }
  }
}

// Blocks and runs that a reader makes grow no faster than what it reads, and reading what is nested
// deeply or never closed ends: what each piece repeated 20,000 times gives, forty times gives in
// proportion.
TEST(Repetition, GrowsInProportion) {
  for (const std::string_view piece : {"> ",
                                       "- ",
                                       "1. ",
                                       "* a\n",
                                       "[",
                                       "![",
                                       "[a](",
                                       "![[]()",
                                       "*a ",
                                       "**a",
                                       "_a_",
                                       "`",
                                       "``a`",
                                       "<",
                                       "<a ",
                                       "<a b=\"",
                                       "<!--",
                                       "</a>",
                                       "<b>",
                                       "<p>x",
                                       "<ul><li>",
                                       "<table><tr><td>",
                                       "<div hidden>",
                                       "<script>",
                                       "<title>",
                                       "&",
                                       "&#",
                                       "|",
                                       "a|",
                                       "|a|\n|-|\n",
                                       "{",
                                       "{{",
                                       "{%",
                                       "{{< a\n",
                                       "{{< code >}}\n",
                                       "<A\n",
                                       "<A b={c}>\n",
                                       "> <div\n",
                                       "{a",
                                       "<A {",
                                       "{/*",
                                       "`${",
                                       "\"",
                                       "$a",
                                       "a.b/",
                                       ":::",
                                       ":::a\n",
                                       "!!! a\n    ",
                                       "[^a]: x\n",
                                       "[^a]",
                                       "---\n",
                                       "# ",
                                       "a\n",
                                       "a\n=\n",
                                       "\\",
                                       "~~a",
                                       "  \n",
                                       "\u2019",
                                       "a@",
                                       "://"}) {
    for (const Format& format : formats()) {
      if (format.read == nullptr) continue;
      const auto read = [&](int times) {
        source::Source source{"repeated", {}, false};
        for (int i = 0; i < times; ++i) source.bytes += piece;
        Article article;
        const auto done = format.read(source, {}, article);
        EXPECT_TRUE(done || done.error().code == base::ErrorCode::nesting_too_deep)
            << piece << format.name;
        if (done) testing::expect_sound(article, source.bytes);
        return done ? article.view.size() + article.runs.size() + article.blocks.size() : 0;
      };
      const std::size_t few = read(40);
      EXPECT_LE(read(20'000), (few + 40) * 500 * 2) << piece << " in " << format.name;
    }
  }
}

}  // namespace
}  // namespace linter::prose
