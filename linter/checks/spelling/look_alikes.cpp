#include "linter/checks/spelling/look_alikes.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"

namespace linter::checks::spelling {
namespace {

struct LookAlike {
  char32_t letter;
  char latin;
};

// Cyrillic and Greek letters that print as a Latin one does; sorted.
constexpr auto look_alikes = std::to_array<LookAlike>({
    {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'},
    {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'},
    {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3BF, 'o'}, {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'},
    {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'},
    {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x425, 'X'}, {0x430, 'a'},
    {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'},
    {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x4BB, 'h'}, {0x501, 'd'}, {0x51B, 'q'},
    {0x51D, 'w'},
});
static_assert(std::ranges::is_sorted(look_alikes, {}, &LookAlike::letter));

constexpr char32_t full_width_first = 0xFF21;  // A
constexpr char32_t full_width_last = 0xFF5A;   // z
constexpr char32_t full_width_shift = 0xFEE0;

}  // namespace

std::string in_latin_letters(std::string_view word) {
  std::string out;
  bool latin = false;
  bool strange = false;
  for (std::size_t at = 0; at < word.size();) {
    const base::CodePoint point = base::decode(word, at);
    const std::string_view bytes = word.substr(at, point.length);
    at += point.length;
    const auto found = std::ranges::lower_bound(look_alikes, point.value, {}, &LookAlike::letter);
    if (found != look_alikes.end() && found->letter == point.value) {
      out += found->latin;
      strange = true;
    } else if (point.value >= full_width_first && point.value <= full_width_last) {
      out += static_cast<char>(point.value - full_width_shift);
      strange = true;
      latin = true;  // wrong without Latin letters beside it, too
    } else {
      constexpr char32_t after_latin = 0x250;
      if (point.value >= after_latin) return {};  // Cyrillic or Greek that looks like nothing else
      latin = latin || base::is_letter(point.value);
      out += bytes;
    }
  }
  return latin && strange ? out : std::string();
}

Misread misread_mark(std::string_view text) {
  struct Row {
    std::string_view read;
    std::string_view meant;
  };
  // the last byte of each, as Windows-1252 has it
  constexpr auto rows = std::to_array<Row>({{"\u2122", "\u2019"},
                                            {"\u02DC", "\u2018"},
                                            {"\u0153", "\u201C"},
                                            {"\u009D", "\u201D"},
                                            {"\u201C", "\u2013"},
                                            {"\u201D", "\u2014"},
                                            {"\u00A6", "\u2026"},
                                            {"\u00A2", "\u2022"}});
  const auto row =
      std::ranges::find_if(rows, [&](const Row& one) { return text.starts_with(one.read); });
  return row == rows.end() ? Misread{} : Misread{row->meant, row->read.size()};
}

}  // namespace linter::checks::spelling
