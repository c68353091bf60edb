// UTF-8: validation, decoding, counting, and the few character classes that prose needs.
//
// Pure functions, thread-safe, no allocation unless a string comes back. Offsets are bytes, counts code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linter::base {

// The byte offset of the first ill-formed sequence (RFC 3629: overlong, surrogate, above U+10FFFF, truncated),
// or nothing when all of `text` is well-formed. Linear; ASCII runs are skipped eight bytes at a time.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 1;  // bytes, 1 to 4
};

// The code point that starts at `offset` (< text.size()). Ill-formed input gives U+FFFD and length 1.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t offset);

// The code point that ends just before `offset` (> 0).
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t offset);

// Appends `value` encoded as UTF-8.
void append_utf8(std::string& out, char32_t value);

// The number of code points in well-formed text.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Columns of a terminal that `text` takes: combining marks 0, East Asian wide and emoji 2, others 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

[[nodiscard]] bool is_letter(char32_t value);          // general category L
[[nodiscard]] bool is_combining_mark(char32_t value);  // general category M
[[nodiscard]] bool is_upper(char32_t value);
[[nodiscard]] bool is_space(char32_t value);           // Unicode White_Space, NBSP included
[[nodiscard]] char32_t to_lower(char32_t value);       // simple case mapping
[[nodiscard]] char32_t to_upper(char32_t value);

// Simple lower-casing of every code point; ASCII takes a fast path.
[[nodiscard]] std::string lower(std::string_view text);
// Writes lower(text) into `out`, replacing its content and keeping its capacity.
void lower_into(std::string_view text, std::string& out);
// First letter upper, rest unchanged.
[[nodiscard]] std::string capitalised(std::string_view text);

}  // namespace linter::base
