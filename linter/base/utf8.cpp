#include "linter/base/utf8.h"

#include <bit>
#include <cstring>
#include <span>
#include <utf8proc.h>

namespace linter::base {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::uint64_t high_bits = 0x8080808080808080U;

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

// The length of the ASCII run that starts at `offset`.
std::size_t ascii_run(std::string_view text, std::size_t offset) {
  std::size_t at = offset;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, text.data() + at, 8);
    if ((chunk & high_bits) == 0) continue;
    if constexpr (std::endian::native == std::endian::little) {
      return at - offset + static_cast<std::size_t>(std::countr_zero(chunk & high_bits)) / 8;
    }
    break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at - offset;
}

// What a lead byte of three or four promises, and the range of the second byte (Unicode's table
// 3-7).
struct Lead {
  std::uint8_t length = 0;  // 0: no lead byte
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80;
}

// The length of the well-formed sequence of two to four bytes at `offset`; 0 when there is none.
std::uint8_t sequence_length(std::string_view text, std::size_t offset) {
  const unsigned char first = byte_at(text, offset);
  if (first >= 0xC2 && first <= 0xDF) {  // most accents, Greek, Cyrillic, Hebrew, Arabic
    return offset + 1 < text.size() && is_continuation(byte_at(text, offset + 1)) ? 2 : 0;
  }
  const Lead lead = lead_of(first);
  if (lead.length == 0 || text.size() - offset < lead.length) return 0;
  const unsigned char second = byte_at(text, offset + 1);
  if (second < lead.low || second > lead.high) return 0;
  for (std::size_t i = 2; i < lead.length; ++i) {
    if (!is_continuation(byte_at(text, offset + i))) return 0;
  }
  return lead.length;
}

utf8proc_category_t category(char32_t value) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(value));
}

// Appends the lower case of ASCII text.
void append_lower_ascii(std::string_view text, std::string& out) {
  const std::size_t start = out.size();
  out.append(text);
  for (char& c : std::span(out).subspan(start)) {
    const bool upper = c >= 'A' && c <= 'Z';
    c = static_cast<char>(c + (upper ? 0x20 : 0));
  }
}

}  // namespace

namespace beyond_ascii {

CodePoint decode(std::string_view text, std::size_t offset) {
  const std::uint8_t length = sequence_length(text, offset);
  if (length == 0) return {replacement, 1};
  char32_t value = byte_at(text, offset) & (0xFFU >> (length + 1U));
  for (std::size_t i = 1; i < length; ++i)
    value = (value << 6U) | (byte_at(text, offset + i) & 0x3FU);
  return {value, length};
}

CodePoint decode_before(std::string_view text, std::size_t offset) {
  std::size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && is_continuation(byte_at(text, start))) --start;
  const CodePoint found = base::decode(text, start);
  return start + found.length == offset ? found : CodePoint{replacement, 1};
}

bool is_letter(char32_t value) {
  const auto found = category(value);
  return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_LO;
}

bool is_number(char32_t value) {
  const auto found = category(value);
  return found >= UTF8PROC_CATEGORY_ND && found <= UTF8PROC_CATEGORY_NO;
}

bool is_upper(char32_t value) {
  const auto found = category(value);
  return found == UTF8PROC_CATEGORY_LU || found == UTF8PROC_CATEGORY_LT;
}

bool is_space(char32_t value) {
  switch (value) {
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return true;
    default:
      return value >= 0x2000 && value <= 0x200A;
  }
}

char32_t to_lower(char32_t value) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

char32_t to_upper(char32_t value) {
  if (value == U'ß')
    return value;  // utf8proc gives the capital sharp s, which nobody begins a word with
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(value)));
}

}  // namespace beyond_ascii

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at += ascii_run(text, at);
    if (at == text.size()) return std::nullopt;
    do {
      const std::uint8_t length = sequence_length(text, at);
      if (length == 0) return at;
      at += length;
    } while (at < text.size() && byte_at(text, at) >= 0x80);
  }
}

void append_utf8(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement;
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((value >> shift) & 0x3FU));
  };
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0U | (value >> 6U));
    tail(0);
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0U | (value >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (value >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t run = ascii_run(text, at);
    count += run;
    at += run;
    for (; at < text.size() && byte_at(text, at) >= 0x80; ++count) at += decode(text, at).length;
  }
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    if (point.value < 0x80 || category(point.value) == UTF8PROC_CATEGORY_CC) {
      ++width;
    } else {
      width +=
          static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(point.value)));
    }
  }
  return width;
}

bool is_combining_mark(char32_t value) {
  if (value < 0x300) return false;
  const auto found = category(value);
  return found >= UTF8PROC_CATEGORY_MN && found <= UTF8PROC_CATEGORY_ME;
}

bool is_word_character(char32_t value) {
  if (value < 0x80) return is_ascii_letter(value) || is_number(value) || value == U'_';
  const auto found = category(value);
  return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_NO;
}

std::string lower(std::string_view text) {
  std::string out;
  lower_into(text, out);
  return out;
}

void lower_into(std::string_view text, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = ascii_run(text, at);
    append_lower_ascii(text.substr(at, run), out);
    at += run;
    while (at < text.size() && byte_at(text, at) >= 0x80) {
      const CodePoint point = decode(text, at);
      const char32_t mapped = to_lower(point.value);
      if (mapped == point.value) {
        out.append(text, at, point.length);
      } else {
        append_utf8(out, mapped);
      }
      at += point.length;
    }
  }
}

std::string capitalised(std::string_view text) {
  std::string out;
  if (text.empty()) return out;
  const CodePoint first = decode(text, 0);
  const char32_t upper = to_upper(first.value);
  if (upper == first.value) return std::string(text);
  append_utf8(out, upper);
  out.append(text.substr(first.length));
  return out;
}

}  // namespace linter::base
