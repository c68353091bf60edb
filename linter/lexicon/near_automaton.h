// Reads texts letter by letter and says how far they are from one word: the automaton of Schulz and
// Mihov (2002), whose states are made as texts ask for them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace linter::lexicon {

// One search's. A few hundred states serve the tens of thousands of letters that a search in a trie
// reads: a letter costs a look into a table, and the bits of a state are worked out once.
class NearAutomaton {
 public:
  static constexpr unsigned max_distance = 4;
  // Offsets into the table of what follows; `dead` is that of no text that begins so.
  using State = std::uint32_t;
  static constexpr State dead = 0;
  static constexpr State not_made = UINT32_MAX;

  // A set of numbers of letters: bit n for n, the highest one for all from there on.
  using Lengths = std::uint32_t;
  static constexpr unsigned length_bits = 8;
  // A set of letters: a bit for each of a to z, and one for all others.
  using Letters = std::uint32_t;
  static constexpr unsigned letter_bits = 27;
  [[nodiscard]] static Letters letter_set(char letter) {
    const bool plain = letter >= 'a' && letter <= 'z';
    return Letters{1} << (plain ? static_cast<unsigned>(letter - 'a') : letter_bits - 1);
  }

  // Of a word of 1 to 63 bytes, within `distance` (at most max_distance) edits, of which at most
  // `in_first_half` while the first half of the word is read.
  NearAutomaton(std::string_view word, unsigned distance, unsigned in_first_half);

  [[nodiscard]] State start() const { return stride_; }
  // What follows a state by the class of the letter; not_made where made() was not asked for it
  // yet. It holds until made() is asked again.
  [[nodiscard]] const State* row(State at) const { return next_.data() + at; }
  [[nodiscard]] std::uint32_t class_of(char letter) const {
    return classes_[static_cast<unsigned char>(letter)];
  }
  State made(State from, char letter) { return make(from + class_of(letter)); }
  // The edits between what was read and the word; more than the distance when it is farther.
  [[nodiscard]] unsigned edits(State at) const { return next_[at + stride_ - 1]; }
  // What of a text may follow where it is not too far from the word: so many letters, and one of
  // these next. Texts with others lead to `dead`.
  [[nodiscard]] Lengths lengths(State at) const { return next_[at + stride_ - 2]; }
  [[nodiscard]] Letters letters(State at) const { return next_[at + stride_ - 3]; }

 private:
  // Row d: which endings of the word may be left to read after what was read with at most d edits,
  // by their letters, as bits.
  using Row = std::array<std::uint64_t, max_distance + 1>;
  struct Bits {
    Row fits{};
    Row swaps{};  // where a swap has begun
  };
  static constexpr std::size_t usual_states = 256;
  static constexpr std::uint32_t told = 3;  // letters(), lengths() and edits()

  State make(std::uint32_t place);
  [[nodiscard]] Bits step(const Bits& from, std::uint64_t mask) const;
  State state_of(const Bits& bits);
  [[nodiscard]] Lengths lengths_after(const Bits& bits) const;
  Letters open_row(const Bits& bits, State* row) const;
  [[nodiscard]] std::size_t slot_of(const Bits& bits, std::uint64_t hash) const;
  void grow();

  unsigned distance_;
  std::size_t length_;
  Row allowed_{};                            // the endings that so many edits may leave
  std::array<std::uint8_t, 256> classes_{};  // by letter; 0: not in the word
  std::array<std::uint64_t, 64> masks_{};    // by class: the endings that begin with it
  std::array<char, 64> first_{};             // letter of the ending of so many letters
  std::uint32_t stride_ = 1 + told;          // the classes, and what is told of a state
  std::vector<State> next_;                  // by state and class; behind them what is told
  std::vector<Bits> bits_;                   // by number of the state
  std::vector<std::uint64_t> hashes_;        // likewise
  std::vector<std::uint32_t> slots_;         // numbers of states by hash; 0: free
};

}  // namespace linter::lexicon
