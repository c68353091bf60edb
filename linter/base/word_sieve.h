// Tells at one look that a word is none of some thousand, as nearly all words of a text are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linter::base {

// A number for a word, made of its length and of its first, middle and last letters.
constexpr std::uint32_t sieve_number(std::string_view word) {
  if (word.empty()) return 0;
  const auto letter = [&](std::size_t at) -> std::uint32_t {
    return static_cast<unsigned char>(word[at]);
  };
  const auto size = static_cast<std::uint32_t>(word.size());
  const std::uint32_t sides = letter(0) * 37U + letter(word.size() - 1);
  const std::uint32_t inside = letter(word.size() / 2) * 37U + size;
  return sides * 61U + inside;
}

// 64 times `rows` bits, as they lie in an image, too. Of the words that were added, may_have() is
// true; of others nearly always false while there are a tenth as many words as bits.
template <std::size_t rows>
class WordSieve {
 public:
  constexpr void add(std::string_view word) {
    const std::size_t place = sieve_number(word) % (64 * rows);
    bits_[place / 64] |= std::uint64_t{1} << (place % 64);
  }
  [[nodiscard]] constexpr bool may_have(std::string_view word) const {
    const std::size_t place = sieve_number(word) % (64 * rows);
    return ((bits_[place / 64] >> (place % 64)) & 1U) != 0;
  }

 private:
  std::array<std::uint64_t, rows> bits_{};
};

}  // namespace linter::base
