#include "linter/checks/claims/quote.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "linter/base/utf8.h"
#include "linter/prose/article.h"

namespace linter::checks::claims {
namespace {

constexpr std::size_t longest = 160;      // code points
constexpr std::size_t before_words = 60;  // of a long sentence, at most

// The end of a word that is at most `count` code points behind `from`; there where none is.
std::uint32_t forward(std::string_view view, std::uint32_t from, std::uint32_t end,
                      std::size_t count) {
  std::uint32_t last_end = from;
  for (std::uint32_t at = from; at < end; at += base::decode(view, at).length) {
    if (count-- == 0) return last_end > from ? last_end : at;
    if (view[at] == ' ' || view[at] == '\n') last_end = at;
  }
  return end;
}

// The beginning of a word that is at most `count` code points before `from`.
std::uint32_t backward(std::string_view view, std::uint32_t from, std::uint32_t begin,
                       std::size_t count) {
  std::uint32_t first = from;
  for (std::uint32_t at = from; at > begin; at -= base::decode_before(view, at).length) {
    if (count-- == 0) return first;
    if (view[at - 1] == ' ' || view[at - 1] == '\n') first = at;
  }
  return begin;
}

// Whether a byte is a character that stands on a line as it is.
bool is_plain(char byte) {
  return byte > ' ' && byte < 0x7F && byte != '"';
}

// The inner mark for a quotation mark behind `line`, whichever way the mark is written.
std::string_view inner_mark(std::string_view line, char32_t mark) {
  static constexpr std::string_view opens_behind = " ([{-/";
  static constexpr std::array<std::string_view, 3> wide{"—", "–", "‘"};
  const bool opens = mark == U'“' || line.empty() || opens_behind.contains(line.back()) ||
                     std::ranges::any_of(wide, [&](std::string_view one) {
                       return line.ends_with(one);
                     });
  return opens ? "‘" : "’";
}

std::string on_one_line(std::string_view text) {
  static constexpr std::string_view ellipsis = "…";
  std::string line;
  line.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto end = std::ranges::find_if_not(rest, is_plain);
    line += rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    at += static_cast<std::size_t>(end - rest.begin());
    if (at == text.size()) break;
    const base::CodePoint point = base::decode(text, at);
    const std::string_view written = text.substr(at, point.length);
    at += point.length;
    if (point.value == static_cast<unsigned char>(prose::masked)) {
      if (!line.ends_with(ellipsis)) line += ellipsis;
    } else if (base::is_space(point.value)) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (point.value == U'"' || point.value == U'“' || point.value == U'”') {
      line += inner_mark(line, point.value);
    } else {
      line += written;
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

std::string quote_of(std::string_view view, base::Span sentence, base::Span words) {
  const std::size_t room = longest;
  if (base::count_code_points(sentence.of(view)) <= room) return on_one_line(sentence.of(view));
  const std::uint32_t anchor = std::clamp(words.begin, sentence.begin, sentence.end);
  const std::size_t from_start =
      base::count_code_points(view.substr(sentence.begin, anchor - sentence.begin));
  const std::uint32_t begin = from_start <= before_words
                                  ? sentence.begin
                                  : backward(view, anchor, sentence.begin, before_words);
  const std::uint32_t end = forward(view, begin, sentence.end, room);
  return (begin == sentence.begin ? "" : "… ") + on_one_line(view.substr(begin, end - begin)) +
         (end == sentence.end ? "" : " …");
}

}  // namespace linter::checks::claims
