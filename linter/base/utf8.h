// UTF-8: validation, decoding, counting, and the few character classes that prose needs.
//
// Pure functions, thread-safe, no allocation unless a string comes back. Offsets are bytes, counts
// code points. ASCII is answered inline; everything else comes from utf8proc's tables (Unicode 14).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linter::base {

// The byte offset of the first ill-formed sequence (RFC 3629: overlong, surrogate, above U+10FFFF,
// truncated), or nothing when all of `text` is well-formed. Linear; ASCII runs are skipped eight
// bytes at a time.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 1;  // bytes, 1 to 4
};

namespace beyond_ascii {
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t offset);
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t offset);
[[nodiscard]] bool is_letter(char32_t value);
[[nodiscard]] bool is_number(char32_t value);
[[nodiscard]] bool is_upper(char32_t value);
[[nodiscard]] bool is_space(char32_t value);
[[nodiscard]] char32_t to_lower(char32_t value);
[[nodiscard]] char32_t to_upper(char32_t value);
}  // namespace beyond_ascii

// The code point that starts at `offset` (< text.size()). Ill-formed input gives U+FFFD and
// length 1.
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? CodePoint{byte, 1} : beyond_ascii::decode(text, offset);
}

// The code point that ends just before `offset` (> 0): the one that decode() met there when it came
// from the front.
[[nodiscard]] inline CodePoint decode_before(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset - 1]);
  return byte < 0x80 ? CodePoint{byte, 1} : beyond_ascii::decode_before(text, offset);
}

// Appends `value` encoded as UTF-8; what is no Unicode scalar value is appended as U+FFFD.
void append_utf8(std::string& out, char32_t value);

// The number of code points in well-formed text; bytes that no sequence claims count one each.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Columns of a terminal that `text` takes: combining marks and invisible format characters 0, East
// Asian wide and emoji 2, others 1 (control characters too: a renderer replaces them).
[[nodiscard]] std::size_t display_width(std::string_view text);

[[nodiscard]] inline bool is_ascii_letter(char32_t value) {
  return (value | 0x20U) >= U'a' && (value | 0x20U) <= U'z';
}

// General category L.
[[nodiscard]] inline bool is_letter(char32_t value) {
  return value < 0x80 ? is_ascii_letter(value) : beyond_ascii::is_letter(value);
}
// General category M.
[[nodiscard]] bool is_combining_mark(char32_t value);
// General category N: digits of any script, superscripts, fractions.
[[nodiscard]] inline bool is_number(char32_t value) {
  return value < 0x80 ? value >= U'0' && value <= U'9' : beyond_ascii::is_number(value);
}
// What holds a word together for a pattern's \w and word boundaries: letters, marks, numbers and
// the underscore.
[[nodiscard]] bool is_word_character(char32_t value);
// Upper or title case letter.
[[nodiscard]] inline bool is_upper(char32_t value) {
  return value < 0x80 ? value >= U'A' && value <= U'Z' : beyond_ascii::is_upper(value);
}
// Unicode White_Space, NBSP included.
[[nodiscard]] inline bool is_space(char32_t value) {
  return value < 0x80 ? value == U' ' || (value >= U'\t' && value <= U'\r')
                      : beyond_ascii::is_space(value);
}
// Simple case mappings, one code point to one.
[[nodiscard]] inline char32_t to_lower(char32_t value) {
  if (value >= 0x80) return beyond_ascii::to_lower(value);
  return value >= U'A' && value <= U'Z' ? value + 0x20 : value;
}
[[nodiscard]] inline char32_t to_upper(char32_t value) {
  if (value >= 0x80) return beyond_ascii::to_upper(value);
  return value >= U'a' && value <= U'z' ? value - 0x20 : value;
}

// Simple lower-casing of every code point; ASCII takes a fast path. The length in bytes may change;
// bytes that are not well-formed stay as they are.
[[nodiscard]] std::string lower(std::string_view text);
// Writes lower(text) into `out`, replacing its content and keeping its capacity. `text` may not
// point into `out`.
void lower_into(std::string_view text, std::string& out);
// First code point upper, rest unchanged.
[[nodiscard]] std::string capitalised(std::string_view text);

}  // namespace linter::base
