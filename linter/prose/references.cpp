#include "linter/prose/references.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t longest_name = 31;  // CounterClockwiseContourIntegral

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alnum(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_separator(char c) {
  return c == ' ' || c == '\n';
}

// The record of `name` behind its '=' in a table that is sorted by name; nothing when it is not
// there. Records without '=' give an empty text that is not null.
string_view look_up(string_view table, string_view name) {
  std::size_t low = 0;
  std::size_t high = table.size();
  while (low < high) {
    std::size_t begin = low + (high - low) / 2;
    while (begin > low && !is_separator(table[begin - 1])) --begin;
    while (begin < high && is_separator(table[begin])) ++begin;
    const std::size_t end = std::min(table.find_first_of(" \n", begin), high);
    if (begin >= high) {
      high = low + (high - low) / 2;
      continue;
    }
    const string_view record = table.substr(begin, end - begin);
    const std::size_t equals = std::min(record.find('='), record.size());
    const int order = record.substr(0, equals).compare(name);
    if (order == 0) return record.substr(std::min(equals + 1, record.size()));
    if (order < 0) {
      low = end;
    } else {
      high = begin;
    }
  }
  return {};
}

// What numbers 0x80 to 0x9F mean in HTML: the characters of Windows-1252.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t character_of(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0) return windows_1252[number - 0x80];
  const bool valid = number != 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  return valid ? number : 0xFFFD;
}

Reference numeric(string_view text, std::size_t offset, bool needs_semicolon) {
  const bool hexadecimal =
      offset + 2 < text.size() && (text[offset + 2] == 'x' || text[offset + 2] == 'X');
  const std::size_t begin = offset + (hexadecimal ? 3 : 2);
  std::uint32_t number = 0;
  const char* const first = text.data() + std::min(begin, text.size());
  const auto parsed =
      std::from_chars(first, text.data() + text.size(), number, hexadecimal ? 16 : 10);
  if (parsed.ptr == first) return {};
  if (parsed.ec != std::errc{}) number = 0;  // too large: no character
  auto end = static_cast<std::size_t>(parsed.ptr - text.data());
  const bool closed = end < text.size() && text[end] == ';';
  if (!closed && needs_semicolon) return {};
  if (closed) ++end;
  Reference found{static_cast<std::uint32_t>(end - offset), {}};
  base::append_utf8(found.text, character_of(number));
  return found;
}

std::string characters_of(string_view record) {
  std::string text;
  while (!record.empty()) {
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(record.data(), record.data() + record.size(), number, 16);
    base::append_utf8(text, number);
    record.remove_prefix(static_cast<std::size_t>(parsed.ptr - record.data()));
    if (record.starts_with(',')) record.remove_prefix(1);
  }
  return text;
}

}  // namespace

Reference reference_at(string_view text, std::size_t offset, ReferenceRules rules) {
  if (text.substr(offset).starts_with("&#"))
    return numeric(text, offset, rules == ReferenceRules::markdown);
  std::size_t end = offset + 1;
  while (end < text.size() && end - offset <= longest_name && is_alnum(text[end])) ++end;
  const string_view name = text.substr(offset + 1, end - offset - 1);
  if (end < text.size() && text[end] == ';') {
    const string_view record = look_up(reference_names(), name);
    if (!record.empty())
      return {static_cast<std::uint32_t>(name.size() + 2), characters_of(record)};
  }
  if (rules == ReferenceRules::markdown) return {};
  for (std::size_t size = std::min<std::size_t>(name.size(), 6); size > 1; --size) {
    const string_view bare = name.substr(0, size);
    if (look_up(bare_reference_names(), bare).data() == nullptr) continue;
    const char next = offset + 1 + size < text.size() ? text[offset + 1 + size] : ' ';
    if (rules == ReferenceRules::html_attribute && (is_alnum(next) || next == '=')) return {};
    return {static_cast<std::uint32_t>(size + 1), characters_of(look_up(reference_names(), bare))};
  }
  return {};
}

}  // namespace linter::prose
