// Two runs of words, and the fewest changes between them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace linter::suppression {

// How one word of `wanted` and one of `found` stand to each other; no_word where one has none.
struct Pairing {
  std::uint32_t wanted = 0;
  std::uint32_t found = 0;
};
inline constexpr std::uint32_t no_word = UINT32_MAX;

// The part of `found` that needs the fewest changes to be `wanted` (words put in, left out or
// replaced count one each), the first of equals; nothing when it needs more than `most`. The
// pairings come in order; words of `found` before and behind the part are in none of them. Cost
// |wanted| x |found|. Source: Sellers 1980.
struct Alignment {
  std::uint32_t changes = 0;
  std::vector<Pairing> pairings;
};
[[nodiscard]] std::optional<Alignment> align(std::span<const std::uint32_t> wanted,
                                             std::span<const std::uint32_t> found,
                                             std::uint32_t most);

}  // namespace linter::suppression
