#include "linter/prose/plain_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t npos = string_view::npos;
constexpr std::uint32_t tab_width = 4;
constexpr std::uint32_t narrowest_wrap = 40;
constexpr std::uint32_t widest_wrap = 132;
constexpr string_view no_break_space = "\xC2\xA0";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Skips spaces, tabs and no-break spaces at the front; `columns` counts how wide they are.
std::size_t skip_space(string_view text, std::size_t at, std::uint32_t& columns) {
  for (;;) {
    if (at < text.size() && is_blank(text[at])) {
      columns += text[at] == '\t' ? tab_width : 1;
      ++at;
    } else if (text.substr(at).starts_with(no_break_space)) {
      ++columns;
      at += no_break_space.size();
    } else {
      return at;
    }
  }
}

std::size_t trimmed_end(string_view text, std::size_t begin, std::size_t end) {
  for (;;) {
    if (end > begin && is_blank(text[end - 1])) {
      --end;
    } else if (text.substr(begin, end - begin).ends_with(no_break_space)) {
      end -= no_break_space.size();
    } else {
      return end;
    }
  }
}

struct Marker {
  std::size_t length = 0;  // bytes, without the space behind it; 0 = none
  bool ordered = false;
  std::uint32_t number = 0;
};

// Bullets that need a space behind them, and those that say it alone.
constexpr std::array spaced_bullets =
    std::to_array<string_view>({"-", "*", "+", "\u2013", "\u2014", "\u2192", "o\t"});
constexpr std::array sure_bullets = std::to_array<string_view>(
    {"\u2022", "\u00B7", "\u25AA", "\u25A0", "\u25CF", "\u25CB", "\u25E6", "\u2023", "\u2043",
     "\u2713", "\u2714", "\u2705", "\u27A2", "\uF0B7", "\uF0A7"});

bool space_follows(string_view text, std::size_t at) {
  return at < text.size() && (is_blank(text[at]) || text.substr(at).starts_with(no_break_space));
}

Marker bullet(string_view text) {
  for (const string_view sign : sure_bullets) {
    if (text.starts_with(sign) && text.size() > sign.size()) return {sign.size()};
  }
  for (const string_view sign : spaced_bullets) {
    const std::size_t length = sign.ends_with('\t') ? sign.size() - 1 : sign.size();
    if (text.starts_with(sign) && space_follows(text, length)) return {length};
  }
  return {};
}

// "1.", "12)", "(3)", "a)", "(b)"; "a." only as a later look at its neighbours could tell from an
// initial: not taken.
Marker ordinal(string_view text) {
  constexpr std::size_t most_digits = 3;
  const std::size_t open = text.starts_with('(') ? 1 : 0;
  std::size_t at = open;
  Marker marker{.ordered = true};
  while (at < text.size() && at < open + most_digits && is_digit(text[at])) {
    marker.number = marker.number * 10 + static_cast<std::uint32_t>(text[at++] - '0');
  }
  const bool lettered = at == open && at < text.size() && is_lower(text[at]);
  if (lettered) marker.number = static_cast<std::uint32_t>(text[at++] - 'a' + 1);
  if (at == open || at >= text.size()) return {};
  const bool closed = text[at] == ')' || (text[at] == '.' && !lettered && open == 0);
  if (!closed || !space_follows(text, at + 1)) return {};
  marker.length = at + 1;
  return marker;
}

// The one sign that `text` repeats, spaces aside, when it is one of `signs` and stands at least
// three times; else 0.
char repeated(string_view text, string_view signs) {
  const char sign = text.front();
  if (signs.find(sign) == npos || std::ranges::count(text, sign) < 3) return 0;
  return std::ranges::all_of(text, [&](char c) { return c == sign || is_blank(c); }) ? sign : '\0';
}

void take_hashes(Line& line, string_view bytes) {
  const string_view text = line.text.of(bytes);
  const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  if (hashes == 0 || hashes > 6 || !space_follows(text, hashes)) return;
  line.kind = LineKind::heading;
  line.level = static_cast<std::uint8_t>(hashes);
  std::uint32_t columns = 0;
  const std::size_t begin = skip_space(text, hashes, columns);
  std::size_t end = text.find_last_not_of('#') + 1;
  end = std::max(begin, trimmed_end(text, begin, std::max(begin, end)));
  line.text = span_of(line.text.begin + begin, line.text.begin + end);
}

void take_marker(Line& line, string_view bytes) {
  const string_view text = line.text.of(bytes);
  Marker marker = bullet(text);
  if (marker.length == 0) marker = ordinal(text);
  if (marker.length == 0) return;
  line.kind = LineKind::item;
  line.ordered = marker.ordered;
  line.number = marker.number;
  line.marker = span_of(line.text.begin, line.text.begin + marker.length);
  std::uint32_t columns = 0;
  line.text.begin += static_cast<std::uint32_t>(skip_space(text, marker.length, columns));
}

// `line` has its raw text; finds out what it is.
void classify(Line& line, string_view bytes, const Line* above) {
  const std::size_t end = line.text.end;
  std::size_t at = skip_space(bytes.substr(0, end), line.text.begin, line.indent);
  while (at < end && bytes[at] == '>') {
    line.quotes = static_cast<std::uint8_t>(std::min(line.quotes + 1, 255));
    line.indent = 0;
    at = skip_space(bytes.substr(0, end), at + 1, line.indent);
  }
  line.text = span_of(at, trimmed_end(bytes, at, end));
  if (line.text.empty()) return;
  const string_view text = line.text.of(bytes);
  line.kind = LineKind::text;
  line.width = line.indent + static_cast<std::uint32_t>(base::count_code_points(text));
  const bool below_text = above != nullptr && above->kind == LineKind::text;
  const bool comment = text.starts_with("<!--") && text.find("-->") == text.size() - 3;
  const bool stet = text.starts_with("[stet") && text.find(']') == text.size() - 1;
  if (comment || stet) {
    line.kind = LineKind::comment;
  } else if (const char sign = repeated(text, "=-*_~"); sign != 0) {
    const bool underlines = below_text && (sign == '=' || sign == '-') && text.find(' ') == npos;
    line.kind = underlines ? LineKind::underline : LineKind::rule;
    line.level = sign == '=' ? 1 : 2;
  } else {
    take_hashes(line, bytes);
    if (line.kind == LineKind::text) take_marker(line, bytes);
  }
}

std::uint32_t first_word_width(string_view text) {
  return static_cast<std::uint32_t>(base::count_code_points(text.substr(0, text.find(' '))));
}

// Whether the first word of `after` had no room in `before`.
bool is_full(const Line& before, const Line& after, std::uint32_t wrap, string_view bytes) {
  return before.width + 1 + first_word_width(after.text.of(bytes)) > wrap;
}

bool may_continue(const Line& before, const Line& after) {
  const bool open = before.kind == LineKind::text || before.kind == LineKind::item;
  return open && after.kind == LineKind::text && before.quotes == after.quotes;
}

}  // namespace

std::vector<Line> plain_lines(string_view bytes, std::uint32_t begin) {
  std::vector<Line> lines;
  for (std::size_t at = begin; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') ++end;
    const std::size_t next =
        std::min(end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1), bytes.size());
    Line line{.text = span_of(at, end), .ending = span_of(end, next)};
    classify(line, bytes, lines.empty() ? nullptr : &lines.back());
    lines.push_back(line);
    at = next;
  }
  return lines;
}

bool ends_as_sentence(string_view text) {
  constexpr auto closing =
      std::to_array<string_view>({")", "]", "\"", "'", "*", "_", "\u2019", "\u201D", "\u00BB"});
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const string_view sign : closing) {
      if (!text.ends_with(sign)) continue;
      text.remove_suffix(sign.size());
      trimmed = true;
    }
  }
  return text.ends_with("\u2026") ||
         (!text.empty() && string_view(".!?:;").find(text.back()) != npos);
}

std::uint32_t wrap_width(const std::vector<Line>& lines, string_view bytes) {
  std::vector<std::uint32_t> widths;  // of lines with another below them
  std::size_t pairs = 0;
  std::size_t open = 0;  // lines that do not end as a sentence does
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!may_continue(lines[i - 1], lines[i])) continue;
    ++pairs;
    if (!ends_as_sentence(lines[i - 1].text.of(bytes))) ++open;
    if (lines[i - 1].width <= widest_wrap) widths.push_back(lines[i - 1].width);
  }
  if (widths.empty() || open * 2 < pairs) return 0;
  const auto nearly_widest =
      widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 9 / 10);
  std::ranges::nth_element(widths, nearly_widest);
  const std::uint32_t width = *nearly_widest;
  if (width < narrowest_wrap) return 0;
  std::size_t full = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Line& before = lines[i - 1];
    if (!may_continue(before, lines[i]) || before.width > widest_wrap) continue;
    if (is_full(before, lines[i], width, bytes)) ++full;
  }
  return full * 10 >= pairs * 7 ? width : 0;
}

void demote_false_items(std::vector<Line>& lines, std::uint32_t wrap_width, string_view bytes) {
  if (wrap_width == 0) return;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Line& before = lines[i - 1];
    Line& line = lines[i];
    if (line.kind != LineKind::item || before.kind != LineKind::text ||
        before.quotes != line.quotes)
      continue;
    const bool goes_on = i + 1 < lines.size() && lines[i + 1].kind == LineKind::item;
    if (goes_on || ends_as_sentence(before.text.of(bytes)) ||
        !is_full(before, line, wrap_width, bytes))
      continue;
    line.kind = LineKind::text;
    line.text.begin = line.marker.begin;
  }
}

bool continues(const Line& before, const Line& after, std::uint32_t wrap_width, string_view bytes) {
  if (!may_continue(before, after)) return false;
  if (before.kind == LineKind::item && after.indent > before.indent) return true;
  if (wrap_width > 0 && is_full(before, after, wrap_width, bytes)) return true;
  const bool broken_off =
      before.width >= narrowest_wrap && !ends_as_sentence(before.text.of(bytes));
  return broken_off && is_lower(after.text.of(bytes).front());
}

}  // namespace linter::prose
