// What speaks for one word in the place of another that looks like it, as figures for what stands
// around it; flat: parsed from its text while galley is built, and read where it lies in an image.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"

namespace linter::checks::spelling {

// Immutable once made; const use from many threads. What was read from an image needs its bytes.
class StandInsTable {
 public:
  // What stands at a place: one of these, a word of its own, or one that can be the same parts of
  // speech as others.
  using Kind = std::uint8_t;
  enum FixedKind : Kind { nothing, stop, comma, bracket, mark, figure, other_word, edge = UINT8_MAX };

  // The two places before a word and the two after it, from left to right.
  using Around = std::array<Kind, 4>;

  struct Choice {
    std::uint32_t meant = 0;  // where its letters begin
    std::uint32_t meant_size = 0;
    std::int32_t odds = 0;      // wherever the word stands
    std::int32_t most = 0;      // with the best that the two outer places can add
    std::uint32_t figures = 0;  // its number among the rows of them
  };

  StandInsTable() = default;
  // The table's text, as dictionaries/en/stand_ins.tsv describes it; bad_value with its line for
  // each line that is none.
  [[nodiscard]] static base::Loaded<StandInsTable> parse(std::string_view text,
                                                         std::string_view file);
  // What put() wrote. Whatever the numbers in it are, nothing is read outside of it.
  explicit StandInsTable(base::ImageReader& image);
  void put(base::ImageWriter& image) const;

  struct Facts {
    std::uint16_t row = 0;  // of the words that it may stand in for, from 1; 0: none
    Kind kind = other_word;
  };
  // Of a folded word with these parts of speech (a lexicon::PosMask).
  [[nodiscard]] Facts facts(std::string_view folded, std::uint32_t parts) const;
  // Whether a word between these two may stand in for another, whatever stands beyond them.
  // StandInsTable::edge is any mark.
  [[nodiscard]] bool may_stand_in(std::uint16_t row, Kind before, Kind after) const;
  // The word that is likelier meant; empty where none is likely enough.
  [[nodiscard]] std::string_view meant(std::uint16_t row, const Around& around) const;
  [[nodiscard]] std::size_t size() const { return choices_.size(); }

 private:
  class Builder;

  [[nodiscard]] std::span<const Choice> row(std::uint16_t row) const;
  // For each kind at a place; empty outside of the table.
  [[nodiscard]] std::span<const std::int8_t> figures(const Choice& choice, std::size_t place) const;

  base::TextTable words_;     // that have a row, a kind of their own, or both: the row, then the kind
  base::Column<Kind> parts_;  // the kind of each set of parts, by its bits
  base::Column<std::uint32_t> row_ends_;
  base::Column<Choice> choices_;       // row by row
  base::Column<std::int8_t> figures_;  // of each place in turn, for each kind
  base::Column<char> letters_;
  std::uint64_t kind_count_ = 0;
  std::uint64_t longest_ = 0;  // of words_
};

}  // namespace linter::checks::spelling
