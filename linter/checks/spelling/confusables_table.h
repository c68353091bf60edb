// The table of confusables, flat: parsed from its text while galley is built, and read where it
// lies in an image when it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"

namespace linter::checks::spelling {

// What a neighbour may be, beside words that are named: a bit each, of a number of 32.
enum Sign : std::uint32_t {
  noun,
  only_noun,
  verb,
  only_verb,
  only_adjective,
  adverb,
  gerund,
  participle,
  determiner,
  possessive,
  subject,
  be,
  have,
  modal,
  number,
  preposition,
  comparative,
  singular,
  plural,
  only_finite,
  start,
  first,
  end,
};
[[nodiscard]] constexpr std::uint32_t bit(Sign sign) {
  return 1U << sign;
}

// What stands beside a word: one of some words, or something that one of `signs` covers, and none
// of the words that are excepted.
struct Neighbour {
  std::uint32_t first_word = 0;  // those that are meant, then those excepted
  std::uint16_t words = 0;
  std::uint16_t excepted = 0;
  std::uint32_t signs = 0;
  std::uint16_t negated = 0;
  std::uint16_t optional =
      0;  // 1: may be missing; of what stands anywhere: what the article is about
};

struct ConfusedPattern {
  std::uint32_t meant = 0;  // where its letters begin
  std::uint32_t meant_size = 0;
  std::uint32_t first_neighbour = 0;  // those before the word, the nearest first; then those after
                                      // it, then those anywhere in its sentence
  std::uint16_t before = 0;
  std::uint16_t after = 0;
  std::uint16_t anywhere = 0;
  std::uint8_t outside_conditions = 0;  // 1: not in a sentence with "if", "when" ...
  std::uint8_t words = 1;               // that are written for the one that is meant
};

// What a pattern asks of the two places right beside a word, roughly: bits of which one must be
// there, and bits of which none may. What a place has are its signs, a bit of its word's number,
// and whether anything stands there at all; see place_bits().
struct Gate {
  std::uint32_t before_needed = 0;
  std::uint32_t before_barred = 0;
  std::uint32_t after_needed = 0;
  std::uint32_t after_barred = 0;
};

// The bits of a place for a gate, where a word with these signs and this number stands.
inline constexpr unsigned after_signs = end + 1;
[[nodiscard]] constexpr std::uint32_t place_bits(std::uint32_t signs, std::uint16_t word) {
  constexpr unsigned groups = 7;
  const std::uint32_t there = 1U << (after_signs + groups);
  return signs | there | (word == 0 ? 0U : 1U << (after_signs + word % groups));
}
[[nodiscard]] constexpr std::uint32_t signs_in(std::uint32_t place_bits) {
  return place_bits & ((1U << after_signs) - 1U);
}
// The same of a place where none does.
inline constexpr std::uint32_t empty_place = 1U << 31U;

// Immutable once made; const use from many threads. What was read from an image needs its bytes.
class ConfusablesTable {
 public:
  ConfusablesTable() = default;
  // The table's text, as dictionaries/en/confusables.tsv describes it; bad_value with its line for
  // each line that is none.
  [[nodiscard]] static base::Loaded<ConfusablesTable> parse(std::string_view text,
                                                            std::string_view file);
  // What put() wrote. Whatever the numbers in it are, nothing is read outside of it.
  explicit ConfusablesTable(base::ImageReader& image);
  void put(base::ImageWriter& image) const;

  // The row of the patterns that a folded word is in the place of, from 1; 0: none.
  [[nodiscard]] std::uint16_t row_of(std::string_view folded) const;
  // Its number among the words that patterns name, from 1; 0: none does.
  [[nodiscard]] std::uint16_t number_of(std::string_view folded) const;
  [[nodiscard]] std::span<const ConfusedPattern> row(std::uint16_t row) const {
    return row_of_column(patterns_, row);
  }
  // Of the patterns of a row, one each; empty where there are none.
  [[nodiscard]] std::span<const Gate> gates(std::uint16_t row) const {
    return row_of_column(gates_, row);
  }
  [[nodiscard]] std::span<const Neighbour> before(const ConfusedPattern& pattern) const {
    return part_of(neighbours_, pattern.first_neighbour, pattern.before);
  }
  [[nodiscard]] std::span<const Neighbour> after(const ConfusedPattern& pattern) const {
    return part_of(neighbours_, std::size_t{pattern.first_neighbour} + pattern.before,
                   pattern.after);
  }
  [[nodiscard]] std::span<const Neighbour> anywhere(const ConfusedPattern& pattern) const {
    return part_of(neighbours_,
                   std::size_t{pattern.first_neighbour} + pattern.before + pattern.after,
                   pattern.anywhere);
  }
  // Numbers, ascending.
  [[nodiscard]] std::span<const std::uint16_t> words(const Neighbour& neighbour) const {
    return part_of(words_, neighbour.first_word, neighbour.words);
  }
  [[nodiscard]] std::span<const std::uint16_t> excepted(const Neighbour& neighbour) const {
    return part_of(words_, std::size_t{neighbour.first_word} + neighbour.words, neighbour.excepted);
  }
  [[nodiscard]] std::string_view meant(const ConfusedPattern& pattern) const {
    const auto letters = part_of(letters_, pattern.meant, pattern.meant_size);
    return {letters.data(), letters.size()};
  }
  [[nodiscard]] std::size_t size() const { return patterns_.size(); }

 private:
  class Builder;

  [[nodiscard]] std::uint32_t needed(std::span<const Neighbour> wanted) const;
  [[nodiscard]] std::uint32_t barred(std::span<const Neighbour> wanted) const;
  // Those of a column that belong to the row.
  template <class T>
  [[nodiscard]] std::span<const T> row_of_column(const base::Column<T>& column,
                                                 std::uint16_t row) const {
    if (row == 0 || row > row_ends_.size()) return {};
    const std::uint32_t begin = row == 1 ? 0 : row_ends_[row - 2U];
    return begin <= row_ends_[row - 1U] ? part_of(column, begin, row_ends_[row - 1U] - begin)
                                        : std::span<const T>();
  }

  template <class T>
  static std::span<const T> part_of(const base::Column<T>& column, std::size_t first,
                                    std::size_t count) {
    const bool inside = first <= column.size() && count <= column.size() - first;
    return inside ? column.part(first, count) : std::span<const T>();
  }

  base::TextTable rows_;     // by the wrong word
  base::TextTable numbers_;  // of words that patterns name
  base::Column<std::uint32_t> row_ends_;
  base::Column<ConfusedPattern> patterns_;  // row by row
  base::Column<Gate> gates_;                // likewise
  base::Column<Neighbour> neighbours_;
  base::Column<std::uint16_t> words_;
  base::Column<char> letters_;
};

}  // namespace linter::checks::spelling
