#include "linter/reports/excerpt.h"

#include <gtest/gtest.h>

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

TEST(ExcerptOf, empty_line) {
  const Excerpt excerpt = excerpt_of("", {0, 0}, 80);
  EXPECT_EQ(excerpt.line, "");
  EXPECT_EQ(excerpt.mark, "^");
}

}  // namespace
}  // namespace linter::reports
