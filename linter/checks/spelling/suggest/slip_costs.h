// What each slip costs, as dictionaries/en/edit_costs.tsv has it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linter::checks::spelling {

// In hundredths of log-odds; at least 5 each. Immutable.
class SlipCosts {
 public:
  static constexpr std::size_t slots = 27;  // a to z, and one for the apostrophe and all others
  static std::size_t slot(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') : slots - 1;
  }

  struct Rewrite {
    std::string_view written;
    std::string_view meant;
    int cost = 0;
  };

  // Made from the table on the first call, some 0.3 ms.
  [[nodiscard]] static const SlipCosts& of_english();

  // Of a letter that is written for another one.
  [[nodiscard]] int replaced(char written, char meant) const {
    return replaced_[slot(written)][slot(meant)];
  }
  // Of letter `at` of a word, which is missing in what is written.
  [[nodiscard]] int missed(std::string_view meant, std::size_t at) const {
    const std::size_t last = meant.size() - 1;
    const bool inside = at > 0 && at < last && slot(meant[at]) < slots - 1;
    // most letters are neither first nor last, nor double
    return inside && meant[at] != meant[at - 1] && meant[at] != meant[at + 1]
               ? missed_inside_[slot(meant[at - 1])][slot(meant[at])]
               : missed_elsewhere(meant, at);
  }
  // Of letter `at` of what is written, which is too much.
  [[nodiscard]] int added(std::string_view written, std::size_t at) const;
  // Of two letters of a word that stand the other way round in what is written.
  [[nodiscard]] int swapped(char first, char second) const {
    return swapped_[slot(first)][slot(second)];
  }
  // The groups of letters that are written for others, by the last letter of the one and the slot
  // of the last letter of the other.
  [[nodiscard]] const std::vector<Rewrite>& rewritten(char last_written,
                                                      std::size_t last_meant) const {
    return rewritten_[slot(last_written)][last_meant];
  }

 private:
  static constexpr std::size_t letters = slots + 1;  // and no letter
  static constexpr std::size_t no_letter = slots;
  enum Kind : std::uint8_t { doubled, final_e, final_s, silent, vowel, key, other, apostrophe };
  static constexpr std::size_t kinds = 8;
  template <class Value>
  using ByLetters = std::array<std::array<Value, letters>, letters>;

  struct Rows;  // of the table, by kind and letters
  struct Slips;  // those of letters missed, or added

  SlipCosts();
  static void fill(const Slips& slips, ByLetters<std::array<std::int16_t, kinds>>& table);
  // The letter's slot, or no_letter outside of the word.
  static std::size_t slot_at(std::string_view word, std::size_t at) {
    return at < word.size() ? slot(word[at]) : no_letter;
  }
  [[nodiscard]] int missed_elsewhere(std::string_view meant, std::size_t at) const;
  [[nodiscard]] Kind missed_kind(std::string_view meant, std::size_t at) const;
  [[nodiscard]] Kind added_kind(std::string_view written, std::size_t at) const;

  ByLetters<std::int16_t> replaced_{};
  ByLetters<std::int16_t> swapped_{};
  ByLetters<std::array<std::int16_t, kinds>> missed_{};  // after the letter before
  ByLetters<std::array<std::int16_t, kinds>> added_{};
  ByLetters<std::int16_t> missed_inside_{};  // between two others
  ByLetters<bool> next_keys_{};
  ByLetters<bool> silent_{};  // the second after the first
  ByLetters<std::vector<Rewrite>> rewritten_;
};

}  // namespace linter::checks::spelling
