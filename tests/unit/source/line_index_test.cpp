#include "linter/source/line_index.h"

#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <vector>

namespace linter::source {

void PrintTo(const Position& position, std::ostream* out) {
  *out << position.line << ':' << position.column;
}

namespace {

struct PositionCase {
  const char* name;
  std::string text;
  std::uint32_t offset;
  Position wanted;
};

class LineIndexPosition : public testing::TestWithParam<PositionCase> {};

TEST_P(LineIndexPosition, IsLineAndCodePoint) {
  EXPECT_EQ(LineIndex(GetParam().text).position(GetParam().offset), GetParam().wanted);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, LineIndexPosition,
    testing::Values(
        PositionCase{"empty", "", 0, {1, 1}}, PositionCase{"first_byte", "ab\ncd", 0, {1, 1}},
        PositionCase{"line_feed_belongs_to_its_line", "ab\ncd", 2, {1, 3}},
        PositionCase{"after_line_feed", "ab\ncd", 3, {2, 1}},
        PositionCase{"end_of_text", "ab\ncd", 5, {2, 3}},
        PositionCase{"end_after_last_line_feed", "ab\n", 3, {2, 1}},
        PositionCase{"beyond_the_end", "ab\n", 99, {2, 1}},
        PositionCase{"second_byte_of_crlf", "ab\r\ncd", 3, {1, 4}},
        PositionCase{"after_crlf", "ab\r\ncd", 5, {2, 2}},
        PositionCase{"after_lone_return", "ab\rcd", 3, {2, 1}},
        PositionCase{"return_after_line_feed", "a\n\rb", 3, {3, 1}},
        PositionCase{"after_two_byte_letter", "caf\xC3\xA9s", 5, {1, 5}},
        PositionCase{"after_emoji", "\xF0\x9F\x99\x82x", 4, {1, 2}},
        PositionCase{"combining_mark_is_a_column", "e\xCC\x81x", 3, {1, 3}},
        PositionCase{"byte_order_mark_takes_no_column",
                     "\xEF\xBB\xBF"
                     "ab",
                     4,
                     {1, 2}},
        PositionCase{"inside_byte_order_mark",
                     "\xEF\xBB\xBF"
                     "ab",
                     1,
                     {1, 1}},
        PositionCase{
            "far_into_a_long_line", std::string(10000, 'x') + "\xC3\xA9y", 10002, {1, 10002}},
        PositionCase{"long_line_after_short", "ab\n" + std::string(9000, 'x'), 8195, {2, 8193}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(LineIndexLines, GivesEachLineWithoutItsEnd) {
  const LineIndex index("\xEF\xBB\xBFone\r\ntwo\rthree\n\nfive");
  EXPECT_EQ(index.line_count(), 5U);
  const std::vector<std::string_view> wanted = {"one", "two", "three", "", "five"};
  for (std::uint32_t line = 1; line <= index.line_count(); ++line) {
    EXPECT_EQ(index.line_text(line), wanted[line - 1]) << line;
  }
}

TEST(LineIndexLines, AbsentLinesAreEmpty) {
  const LineIndex index("one\n");
  EXPECT_EQ(index.line_text(0), "");
  EXPECT_EQ(index.line_text(2), "");
  EXPECT_EQ(index.line_text(7), "");
  EXPECT_EQ(index.line_start(7), 4U);
}

// The slow truth: walk the text and count.
Position walked(std::string_view text, std::size_t offset) {
  Position at;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool ends =
        text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n'));
    if (ends) {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return at;
}

TEST(LineIndexPositionEverywhere, AgreesWithCounting) {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += i % 7 == 0    ? "\r\n"
            : i % 11 == 0 ? "\r"
            : i % 5 == 0  ? "\n"
                          : "na\xC3\xAFve \xE2\x80\x94 word ";
  }
  const LineIndex index(text);
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    ASSERT_EQ(index.position(static_cast<std::uint32_t>(offset)), walked(text, offset)) << offset;
  }
}

}  // namespace
}  // namespace linter::source
