#include "linter/reports/excerpt.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "linter/base/utf8.h"

namespace linter::reports {
namespace {

struct Row {
  const char* name;
  std::string line;
  std::string marked;
  std::uint32_t width;
  std::string shown;
  std::string mark;
};

class ExcerptOf : public testing::TestWithParam<Row> {};

TEST_P(ExcerptOf, line_and_mark) {
  const Row& row = GetParam();
  const auto begin = static_cast<std::uint32_t>(row.line.find(row.marked));
  const auto end = begin + static_cast<std::uint32_t>(row.marked.size());
  const Excerpt excerpt = excerpt_of(row.line, {begin, end}, row.width);
  EXPECT_EQ(excerpt.line, row.shown);
  EXPECT_EQ(excerpt.mark, row.mark);
  EXPECT_EQ(excerpt.mark.find('^'), excerpt.mark_begin);
  EXPECT_LE(base::display_width(excerpt.line), row.width);
}

INSTANTIATE_TEST_SUITE_P(
    rows, ExcerptOf,
    testing::Values(
        Row{"whole_line", "no pain", "no pain", 80, "no pain", "^^^^^^^"},
        Row{"tab", "a\tb\tc", "c", 80, "a   b   c", "        ^"},
        Row{"combining_mark", "cafe\u0301 now", "now", 80, "cafe\u0301 now", "     ^^^"},
        Row{"wide", "皮膚 now", "now", 80, "皮膚 now", "     ^^^"},
        Row{"trailing_space", "now \t ", "now", 80, "now", "^^^"},
        Row{"empty_span", "now", "", 80, "now", "^"},
        Row{"cut_after", "abcdefghij klmnopqrst uvw", "abc", 20, "abcdefghij klmnopq…", "^^^"},
        Row{"cut_before", "abcdefghij klmnopqrst uvw", "uvw", 20, "…hij klmnopqrst uvw",
            "                ^^^"},
        Row{"cut_both", "abcdefghij klmnopqrst uvwxyz0123456789", "opq", 20, "…j klmnopqrst uvwxy…",
            "       ^^^"},
        Row{"command_over_cells", "x ##vso[y]", "vso", 80, "x #\u200B#vso[y]", "    ^^^"}),
    [](const auto& row) { return row.param.name; });

TEST(ExcerptOf, span_beyond_the_line_is_marked_at_its_end) {
  const Excerpt excerpt = excerpt_of("two", {3, 9}, 80);
  EXPECT_EQ(excerpt.line, "two");
  EXPECT_EQ(excerpt.mark, "   ^");
}

// Of a long line of ASCII only what is near is looked at; a letter beyond ASCII, out of sight,
// turns that off.
TEST(ExcerptOf, part_of_a_long_line_is_shown_as_of_all_of_it) {
  std::string line;
  for (int i = 0; i < 40; ++i) line += "word" + std::to_string(i) + (i % 7 == 0 ? ".  " : " ");
  constexpr std::uint32_t width = 30;
  const auto size = static_cast<std::uint32_t>(line.size());
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    const base::Span span{begin, std::min(begin + 5, size)};
    std::string other = line;
    if (begin + width + 1 < size) {
      other.replace(begin + width + 1, 1, "\u00E9");
    } else {
      other.insert(begin - width - 1, "\u00E9");
    }
    const std::uint32_t moved = begin + width + 1 < size ? 0 : 2;
    const Excerpt near = excerpt_of(line, span, width);
    const Excerpt whole = excerpt_of(other, {span.begin + moved, span.end + moved}, width);
    EXPECT_EQ(near.line, whole.line) << begin;
    EXPECT_EQ(near.mark, whole.mark) << begin;
  }
}

TEST(ExcerptOf, empty_line) {
  const Excerpt excerpt = excerpt_of("", {0, 0}, 80);
  EXPECT_EQ(excerpt.line, "");
  EXPECT_EQ(excerpt.mark, "^");
}

}  // namespace
}  // namespace linter::reports
