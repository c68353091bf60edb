#include "linter/checks/spelling/suggest/near_words.h"

#include <algorithm>
#include <array>

namespace linter::checks::spelling {
namespace {

constexpr std::size_t longest_pattern = 63;
constexpr std::size_t longest_word = 255;

// The letters of a word as bit masks: bit i of mask[c] says that letter i is c.
class Automaton {
 public:
  using Row = std::array<std::uint64_t, max_distance + 1>;
  // After each letter: which prefixes of the pattern fit with at most d edits, and where a swap has
  // begun.
  struct State {
    Row fits{};
    Row swaps{};
  };

  Automaton(std::string_view pattern, unsigned distance)
      : distance_(distance), length_(pattern.size()) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      masks_[static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1} << i;
    }
  }

  // Bit i of fits[d]: the first i letters of the pattern match with at most d edits.
  [[nodiscard]] State start() const {
    State state;
    for (unsigned d = 0; d <= distance_; ++d) state.fits[d] = (std::uint64_t{2} << d) - 1;
    return state;
  }

  // Reads `letter`; false when no state is left.
  [[nodiscard]] bool step(const State& from, char letter, State& to) const {
    const std::uint64_t mask = masks_[static_cast<unsigned char>(letter)];
    to.fits[0] = (from.fits[0] & mask) << 1U;
    to.swaps[0] = 0;
    for (unsigned d = 1; d <= distance_; ++d) {
      const std::uint64_t before = from.fits[d - 1];
      const std::uint64_t matched = (from.fits[d] & mask) << 1U;
      const std::uint64_t another = before << 1U;
      const std::uint64_t extra_in_word = before;
      const std::uint64_t missing_in_word = to.fits[d - 1] << 1U;
      const std::uint64_t swapped = (from.swaps[d] & mask) << 2U;
      to.swaps[d] = before & (mask >> 1U);
      to.fits[d] = matched | another | extra_in_word | missing_in_word | swapped;
    }
    return (to.fits[distance_] & ((std::uint64_t{2} << length_) - 1)) != 0;
  }

  // The number of edits to the whole pattern, or more than the limit.
  [[nodiscard]] unsigned edits(const State& state) const {
    unsigned d = 0;
    while (d <= distance_ && ((state.fits[d] >> length_) & 1U) == 0) ++d;
    return d;
  }

 private:
  std::array<std::uint64_t, 256> masks_{};
  unsigned distance_;
  std::size_t length_;
};

template <class WordAt>
void walk(const WordAt& word_at, std::span<const std::uint8_t> shared, std::string_view pattern,
          unsigned distance, std::vector<Near>& out) {
  if (pattern.empty() || pattern.size() > longest_pattern) return;
  distance = std::min(distance, max_distance);
  const Automaton automaton(pattern, distance);
  std::array<Automaton::State, longest_word + 1> states;
  states[0] = automaton.start();
  std::size_t known = 0;  // states[0..known] belong to the current word's prefix
  for (std::uint32_t i = 0; i < shared.size();) {
    const std::string_view word = word_at(i);
    std::size_t depth = std::min<std::size_t>(known, shared[i]);
    const std::size_t end = std::min(word.size(), longest_word);
    bool alive = true;
    while (alive && depth < end) {
      alive = automaton.step(states[depth], word[depth], states[depth + 1]);
      ++depth;
    }
    known = depth;
    ++i;
    if (alive) {
      if (const unsigned edits = automaton.edits(states[depth]); edits <= distance)
        out.push_back({i - 1, edits});
      continue;
    }
    // the prefix of `depth` letters is dead: so is every word that shares it
    while (i < shared.size() && shared[i] >= depth) ++i;
    known = depth - 1;
  }
}

}  // namespace

void find_near(const lexicon::WordSet& words, std::string_view word, unsigned distance,
               std::vector<Near>& out) {
  walk([&](std::uint32_t i) { return words.text(i); }, words.shared_prefixes(), word, distance,
       out);
}

void find_near(std::span<const std::string> sorted, std::span<const std::uint8_t> shared,
               std::string_view word, unsigned distance, std::vector<Near>& out) {
  walk([&](std::uint32_t i) { return std::string_view(sorted[i]); }, shared, word, distance, out);
}

std::vector<std::uint8_t> shared_prefixes(std::span<const std::string> sorted) {
  std::vector<std::uint8_t> shared(sorted.size());
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const auto [end, other] = std::ranges::mismatch(sorted[i - 1], sorted[i]);
    shared[i] =
        static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(end - sorted[i - 1].begin(), 255));
  }
  return shared;
}

}  // namespace linter::checks::spelling
