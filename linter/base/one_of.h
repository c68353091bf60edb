// Whether a word is one of a few: for lists that are too short to be worth an index.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace linter::base {

// Linear in the number of words.
[[nodiscard]] constexpr bool is_one_of(std::string_view word,
                                       std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace linter::base
