#include "linter/base/utf8.h"

#include <gtest/gtest.h>

namespace linter::base {
namespace {

TEST(Utf8, finds_the_first_ill_formed_byte) {
  struct Row {
    const char* name;
    std::string_view text;
    std::optional<std::size_t> wanted;
  };
  const Row rows[] = {
      {"empty", "", std::nullopt},
      {"ascii", "plain words, longer than eight bytes", std::nullopt},
      {"two to four bytes", "é — 😀", std::nullopt},
      {"noncharacters are code points too", "\xEF\xBF\xBF\xF4\x8F\xBF\xBF", std::nullopt},
      {"stray continuation", "ab\x80", 2},
      {"overlong slash", "12345678\xC0\xAF", 8},
      {"overlong in three bytes", "\xE0\x9F\xBF", 0},
      {"overlong in four bytes", "\xF0\x8F\xBF\xBF", 0},
      {"surrogate", "a\xED\xA0\x80", 1},
      {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"five-byte lead", "\xF8\x88\x80\x80\x80", 0},
      {"truncated at the end", "caf\xC3", 3},
      {"truncated in the middle", "\xE2\x82 euro", 0},
      {"after good ones", "éé\xFFx", 4},
  };
  for (const Row& row : rows) EXPECT_EQ(first_invalid_utf8(row.text), row.wanted) << row.name;
}

}  // namespace
}  // namespace linter::base
