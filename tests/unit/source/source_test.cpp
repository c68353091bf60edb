#include "linter/source/source.h"

#include <gtest/gtest.h>
#include <string>

namespace linter::source {
namespace {

using base::ErrorCode;
using namespace std::string_literals;

TEST(MakeSource, KeepsTheBytesAndTheByteOrderMark) {
  const auto made = make_source("a.md", "\xEF\xBB\xBFsk\xC3\xADn");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->bytes, "\xEF\xBB\xBFsk\xC3\xADn");
  EXPECT_EQ(made->path, "a.md");
  EXPECT_TRUE(made->has_bom);
  EXPECT_EQ(made->text_begin(), 3U);
}

TEST(MakeSource, TakesAnEmptyFile) {
  const auto made = make_source("a.md", "");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->text_begin(), 0U);
}

struct Refusal {
  const char* name;
  std::string bytes;
  ErrorCode code;
  std::uint32_t line;
  std::uint32_t column;
  const char* says;
};

class MakeSourceRefuses : public testing::TestWithParam<Refusal> {};

TEST_P(MakeSourceRefuses, WithCodeAndPlace) {
  const auto made = make_source("notes/a.txt", GetParam().bytes);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, GetParam().code);
  EXPECT_EQ(made.error().file, "notes/a.txt");
  EXPECT_EQ(made.error().line, GetParam().line);
  EXPECT_EQ(made.error().column, GetParam().column);
  EXPECT_NE(made.error().message.find(GetParam().says), std::string::npos) << made.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    Files, MakeSourceRefuses,
    testing::Values(
        Refusal{"utf16_little_mark", "\xFF\xFEs\0k\0"s, ErrorCode::utf16, 0, 0, "UTF-16"},
        Refusal{"utf16_big_mark", "\xFE\xFF\0s\0k"s, ErrorCode::utf16, 0, 0, "UTF-16"},
        Refusal{"utf16_without_mark", "s\0k\0i\0n\0"s, ErrorCode::utf16, 0, 0, "UTF-16"},
        Refusal{"binary", "PNG skin care\0\x01\x02"s, ErrorCode::unreadable_file, 0, 0,
                "NUL at byte 13"},
        Refusal{"lone_nul", "\0"s, ErrorCode::unreadable_file, 0, 0, "binary"},
        Refusal{"latin_1", "line one\ncaf\xE9 au lait", ErrorCode::not_utf8, 2, 4, "0xE9"},
        Refusal{"truncated_at_the_end", "caf\xC3", ErrorCode::not_utf8, 1, 4, "0xC3"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ReadSource, ReadsThroughTheFileSeam) {
  const auto files = base::memory({{"disk/a.md", "Hello"}});
  const auto read = read_source(*files, "disk/a.md", "a.md");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->path, "a.md");
  EXPECT_EQ(read->bytes, "Hello");
}

TEST(ReadSource, ErrorsNameTheShownPath) {
  const auto files = base::memory({{"disk/a.md", "Hello"}});
  const auto missing = read_source(*files, "disk/b.md", "b.md");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::missing_path);
  EXPECT_EQ(missing.error().file, "b.md");
  const auto large = read_source(*files, "disk/a.md", "a.md", 4);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::too_large);
  EXPECT_EQ(large.error().file, "a.md");
}

}  // namespace
}  // namespace linter::source
