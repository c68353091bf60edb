#include <algorithm>
#include <bitset>
#include <span>

#include "linter/checks/spelling/english_tables.h"
#include "linter/checks/spelling/word_parts.h"

namespace linter::checks::spelling {
namespace {

static_assert(std::ranges::is_sorted(combining_beginnings));
static_assert(std::ranges::is_sorted(combining_endings));

bool is_one_of(std::span<const base::ShortText> sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

}  // namespace

bool is_combining_form(std::string_view folded) {
  return is_one_of(combining_beginnings, folded);
}

bool is_technical_compound(std::string_view folded) {
  constexpr std::size_t shortest = 8;
  constexpr std::size_t longest = 63;
  constexpr std::size_t longest_form = 14;
  if (folded.size() < shortest || folded.size() > longest) return false;
  std::bitset<longest + 1> reached;  // ends of whole forms, a linking vowel between two included
  reached[0] = true;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (!reached[at]) continue;
    const std::size_t room = std::min(longest_form, folded.size() - at);
    if (at > 0 && is_one_of(combining_endings, folded.substr(at))) return true;
    for (std::size_t length = 2; length < room; ++length) {
      if (!is_one_of(combining_beginnings, folded.substr(at, length))) continue;
      reached[at + length] = true;
      const char link = folded[at + length];
      if (link == 'o' || link == 'i' || link == 'a') reached[at + length + 1] = true;
    }
  }
  return false;
}

}  // namespace linter::checks::spelling
