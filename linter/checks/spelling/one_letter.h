// Words that one slip of the pen or the keyboard makes of each other.
#pragma once

#include <cstdint>
#include <string_view>

namespace linter::checks::spelling {

// Which of the letters a to z a word has: one slip changes two of them at most.
[[nodiscard]] std::uint32_t letters_of(std::string_view word);

// Whether no more than two letters are in one and not in the other; without the machine's own count
// of bits this is the fastest way to tell.
[[nodiscard]] constexpr bool may_be_one_letter_apart(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t all = a ^ b;
  const std::uint32_t but_one = all & (all - 1);
  return (but_one & (but_one - 1)) == 0;
}

// Whether one word becomes another by a letter missing, extra or another, or two neighbors swapped.
// A word is not one letter apart from itself.
[[nodiscard]] bool is_one_letter_apart(std::string_view written, std::string_view meant);

}  // namespace linter::checks::spelling
