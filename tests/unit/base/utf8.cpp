#include "linter/base/utf8.h"

#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <string_view>

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

TEST(Utf8, round_trips_every_scalar_value) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value == 0xD800) value = 0xE000;
    std::string text;
    append_utf8(text, value);
    ASSERT_FALSE(first_invalid_utf8(text)) << static_cast<unsigned>(value);
    const CodePoint forward = decode(text, 0);
    const CodePoint backward = decode_before(text, text.size());
    ASSERT_EQ(forward.value, value);
    ASSERT_EQ(forward.length, text.size());
    ASSERT_EQ(backward.value, value);
    ASSERT_EQ(backward.length, text.size());
  }
}

TEST(Utf8, decodes_ill_formed_bytes_one_by_one) {
  const std::string_view text = "\xE2\x82z\x80\xED\xA0\x80\xC3";
  std::size_t at = 0;
  for (const char32_t wanted : {0xFFFD, 0xFFFD, 0x7A, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}) {
    EXPECT_EQ(decode(text, at).value, wanted) << at;
    EXPECT_EQ(decode(text, at).length, 1) << at;
    EXPECT_EQ(decode_before(text, at + 1).value, wanted) << at;
    EXPECT_EQ(decode_before(text, at + 1).length, 1) << at;
    ++at;
  }
  EXPECT_EQ(count_code_points(text), text.size());
}

TEST(Utf8, replaces_what_is_no_scalar_value) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Utf8, counts_code_points_and_columns) {
  struct Row {
    const char* name;
    std::string_view text;
    std::size_t code_points;
    std::size_t width;
  };
  const Row rows[] = {
      {"empty", "", 0, 0},
      {"ascii", "twelve bytes", 12, 12},
      {"accents", "déjà vu", 7, 7},
      {"a combining accent", "cafe\xCC\x81", 5, 4},
      {"east asian", "日本", 2, 4},
      {"full width", "ＡＢ", 2, 4},
      {"half width katakana", "ｱ", 1, 1},
      {"emoji", "ok 👍", 4, 5},
      {"dash and quotes", "“a” — b", 7, 7},
      {"no-break space", "5\xC2\xA0mg", 4, 4},
      {"zero width space and joiner", "a\u200Bb\u200Dc", 5, 3},
      {"byte order mark", "\uFEFFa", 2, 1},
      {"control characters are shown somehow", "a\x1B[\x7F", 4, 4},
      {"C1 control", "\xC2\x85", 1, 1},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(count_code_points(row.text), row.code_points) << row.name;
    EXPECT_EQ(display_width(row.text), row.width) << row.name;
  }
}

TEST(Utf8, knows_the_classes_of_characters) {
  struct Row {
    const char* name;
    char32_t value;
    std::string_view classes;  // l letter, m mark, n number, w word character, u upper, s space
  };
  const Row rows[] = {
      {"a", U'a', "lw"},
      {"Z", U'Z', "lwu"},
      {"digit", U'7', "nw"},
      {"underscore", U'_', "w"},
      {"hyphen", U'-', ""},
      {"at sign, before A", U'@', ""},
      {"bracket, after Z", U'[', ""},
      {"backtick, before a", U'`', ""},
      {"brace, after z", U'{', ""},
      {"space", U' ', "s"},
      {"vertical tab", U'\v', "s"},
      {"unit separator", 0x1F, ""},
      {"next line", 0x85, "s"},
      {"no-break space", 0xA0, "s"},
      {"narrow no-break space", 0x202F, "s"},
      {"ideographic space", 0x3000, "s"},
      {"zero width space", 0x200B, ""},
      {"word joiner", 0x2060, ""},
      {"soft hyphen", 0xAD, ""},
      {"é", U'é', "lw"},
      {"É", U'É', "lwu"},
      {"ß", U'ß', "lw"},
      {"title case ǅ", 0x1C5, "lwu"},
      {"Cyrillic", U'Ж', "lwu"},
      {"Chinese", U'日', "lw"},
      {"feminine ordinal", U'ª', "lw"},
      {"modifier letter", 0x2BC, "lw"},
      {"combining acute", 0x301, "mw"},
      {"variation selector", 0xFE0F, "mw"},
      {"superscript two", U'²', "nw"},
      {"one half", U'½', "nw"},
      {"Arabic digit", 0x663, "nw"},
      {"times sign", U'×', ""},
      {"micro sign is a letter", U'µ', "lw"},
      {"degree sign", U'°', ""},
      {"em dash", U'—', ""},
      {"curly apostrophe", U'’', ""},
      {"emoji", U'👍', ""},
      {"unassigned", 0x378, ""},
      {"replacement", 0xFFFD, ""},
  };
  for (const Row& row : rows) {
    std::string classes;
    if (is_letter(row.value)) classes += 'l';
    if (is_combining_mark(row.value)) classes += 'm';
    if (is_number(row.value)) classes += 'n';
    if (is_word_character(row.value)) classes += 'w';
    if (is_upper(row.value)) classes += 'u';
    if (is_space(row.value)) classes += 's';
    EXPECT_EQ(classes, row.classes) << row.name;
  }
}

TEST(Utf8, changes_case) {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view lower;
    std::string_view capitalised;
  };
  const Row rows[] = {
      {"empty", "", "", ""},
      {"ascii", "hELLO World [x]", "hello world [x]", "HELLO World [x]"},
      {"accents", "éCLAIR À", "éclair à", "ÉCLAIR À"},
      {"Greek and Cyrillic", "ΣΑΣ ЖЖ", "σασ жж", "ΣΑΣ ЖЖ"},
      {"sharp s has no simple upper case", "ß", "ß", "ß"},
      {"longer in lower case", "\u023A", "\u2C65", "\u023A"},
      {"shorter in lower case", "\u212A", "k", "\u212A"},
      {"title case", "\u01C6x", "\u01C6x", "\u01C4x"},
      {"ill-formed bytes stay", "A\xFF\xC3", "a\xFF\xC3", "A\xFF\xC3"},
      {"ill-formed at the start",
       "\xFF"
       "a",
       "\xFF"
       "a",
       "\xFF"
       "a"},
      {"long, with one accent", "ABCDEFGHIJKLMNOPQRSTUVWXYZ É ABCDEFGH",
       "abcdefghijklmnopqrstuvwxyz é abcdefgh", "ABCDEFGHIJKLMNOPQRSTUVWXYZ É ABCDEFGH"},
  };
  std::string reused =
      "something longer that was there before, with more bytes than any of these rows";
  for (const Row& row : rows) {
    EXPECT_EQ(lower(row.text), row.lower) << row.name;
    EXPECT_EQ(capitalised(row.text), row.capitalised) << row.name;
    lower_into(row.text, reused);
    EXPECT_EQ(reused, row.lower) << row.name;
  }
}

}  // namespace
}  // namespace linter::base
