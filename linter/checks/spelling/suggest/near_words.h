// Every word of a sorted set within a few edits of a given one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lexicon/word_set.h"

namespace linter::checks::spelling {

struct Near {
  std::uint32_t index = 0;
  unsigned distance = 0;
};

inline constexpr unsigned max_distance = 4;

// Appends the words within `distance` (at most max_distance) edits of `word`, ascending by index: a
// letter missing, extra, another, or two neighbours swapped. Bytes count as letters; words over 63
// bytes find nothing. An automaton of one bit vector per number of edits (Wu and Manber 1992) runs
// over the trie and leaves a branch when no state is alive: some 20 µs for one edit in 130,000
// words, 150 µs for two.
void find_near(const lexicon::WordSet& words, std::string_view word, unsigned distance,
               std::vector<Near>& out);
void find_near(std::span<const std::string> sorted, std::span<const std::uint8_t> shared_prefixes,
               std::string_view word, unsigned distance, std::vector<Near>& out);

// The shared prefixes of a sorted list.
[[nodiscard]] std::vector<std::uint8_t> shared_prefixes(std::span<const std::string> sorted);

}  // namespace linter::checks::spelling
