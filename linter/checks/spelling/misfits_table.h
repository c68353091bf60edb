// How well words fit between others, as figures for each; flat: parsed from their text while galley
// is built, and read where they lie in an image when it runs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/checks/spelling/misfit_figures.h"

namespace linter::checks::spelling {

// Immutable once made; const use from many threads. What was read from an image needs its bytes.
class MisfitsTable {
 public:
  // Of figures for what stands in a place: one of these, or a word's.
  using Row = std::uint16_t;
  enum FixedRow : Row {
    nothing,
    stop,
    comma,
    colon,
    opening,
    closing,
    quote,
    dash,
    hyphen,
    number,
    mark,
    other,
    other_s,
    other_ed,
    other_ing,
    other_ly,
    fixed_rows,
  };
  // A place, seen from the word that may misfit.
  enum class Slot : std::uint8_t {
    before,
    after,
    topic,  // five to ten places away
    second_before,
    second_after,
    far_before,  // the third and the fourth
    far_after,
  };
  static constexpr std::size_t slots = 7;
  static constexpr std::size_t width = misfit_width;
  static constexpr std::size_t most_choices = 20;  // words that one may be written for
  using Word = std::uint16_t;  // that is written or meant: its number, from 1; 0: none

  struct Facts {
    Row row = other;
    Row kind = other;  // the row of words like it, where its own has no figures
    Word word = 0;
    bool may_misfit = false;
    bool of_field = false;  // tells that an article is of the field that the table knows best
  };
  using Around = FigureSums;  // what stands around a word, in one row
  struct Meant {
    Word word = 0;
    int odds = 0;  // in sixteenths of log-odds, without what the article says
  };
  // From which odds something is said.
  struct Least {
    int suggestion = 0;
    int warning = 0;
  };

  MisfitsTable() = default;
  // The table's text, as dictionaries/en/misfits.tsv describes it; bad_value with its line for each
  // line that is none.
  [[nodiscard]] static base::Loaded<MisfitsTable> parse(std::string_view text,
                                                        std::string_view file);
  // What put() wrote. Whatever the numbers in it are, nothing is read outside of it.
  explicit MisfitsTable(base::ImageReader& image);
  void put(base::ImageWriter& image) const;

  // Of a folded word. Some 50 ns.
  [[nodiscard]] Facts facts(std::string_view folded) const;
  // Where nothing is known of what stands around yet.
  [[nodiscard]] Around around() const { return around_; }
  // The figures of what stands in a place, for add_rows(); null where it has none.
  [[nodiscard]] FigureRow figures(Facts facts, Slot slot) const {
    const Rows& rows = rows_[static_cast<std::size_t>(slot)];
    const Row row = facts.row < rows.count ? facts.row : facts.kind;
    return row < rows.count ? figures_.data() + rows.begin + std::size_t{row} * width : nullptr;
  }
  // The likeliest of the words that one may be written for, in an article of the field or another.
  // Some ns for each.
  [[nodiscard]] Meant meant(Word written, const Around& around, bool in_field = false) const;
  // Whether meant() may have odds, in an article of the field or another, that what stands farther
  // away and elsewhere in the article makes enough for a suggestion. A third of what meant() costs.
  [[nodiscard]] bool may_misfit(Word written, const Around& near) const;
  // How much better the second word fits there than the first, in sixteenths of log-odds; nothing
  // where one of them has no figures.
  [[nodiscard]] std::optional<int> apart(Word written, Word meant, const Around& around) const;
  // What is added to odds where the article has the two words nearby so often, and the most that it
  // can be.
  [[nodiscard]] int odds_nearby(std::size_t written, std::size_t meant) const;
  [[nodiscard]] int most_nearby() const { return static_cast<int>(most_nearby_); }
  // The least odds that odds_nearby() can make enough for a suggestion.
  [[nodiscard]] int least_alone() const { return least_suggestion_ - most_nearby_; }
  // The least odds by the nearest neighbors that what stands farther away is read for.
  [[nodiscard]] int least_near() const { return least_alone() - reach; }
  [[nodiscard]] Least least() const { return {least_suggestion_, least_warning_}; }
  [[nodiscard]] std::string_view text_of(Word word) const;
  [[nodiscard]] std::size_t size() const { return choices_.size(); }

 private:
  class Builder;

  struct Named {
    Row row = 0;  // 0: none of its own
    Word word = 0;
  };
  struct Choice {
    Word word = 0;
    std::int16_t odds = 0;      // wherever it stands
    std::int16_t in_field = 0;  // more in an article of the field
  };
  [[nodiscard]] std::string_view name(std::size_t index) const;
  [[nodiscard]] static std::size_t bucket_of(std::string_view folded);
  // Where in figures_ those of a slot begin, and how many rows it has.
  struct Rows {
    std::size_t begin = 0;
    std::size_t count = 0;
  };
  static constexpr int reach = 40;  // of what stands farther away
  void settle();
  [[nodiscard]] std::int32_t least_apart(Word written, const Choice& choice) const;
  // Null where it has none.
  [[nodiscard]] FigureRow fit(Word word) const {
    return word != 0 && word <= fitted_ ? fits_.data() + (std::size_t{word} - 1) * width : nullptr;
  }
  [[nodiscard]] std::span<const Choice> choices(Word written) const;

  base::Column<std::uint32_t> bucket_ends_;  // of names, by their digests
  base::Column<std::uint32_t> name_ends_;    // of letters_
  base::Column<char> letters_;
  base::Column<Named> named_;                // for each name
  base::Column<std::uint32_t> slot_begins_;  // of figures_, one more than slots
  base::Column<std::int8_t> figures_;        // of each slot in turn, row by row
  base::Column<std::int8_t> fits_;           // width for each word
  base::Column<std::int32_t> biases_;        // one for each word
  base::Column<std::uint32_t> name_of_;      // of each word
  base::Column<std::uint32_t> choice_ends_;  // of each word
  base::Column<Choice> choices_;
  base::Column<std::int32_t> least_apart_;  // of each choice: how far its products must be apart
  base::Column<Word> of_field_;  // ascending
  base::Column<std::int16_t> start_;
  base::Column<std::int16_t> curve_;  // by differences, in steps
  base::Column<std::int16_t> written_;
  base::Column<std::int16_t> meant_;
  std::uint64_t step_ = 1;
  std::int32_t most_nearby_ = 0;
  std::int32_t least_suggestion_ = 0;
  std::int32_t least_warning_ = 0;
  // made of the above by settle()
  std::array<Rows, slots> rows_{};
  std::size_t fitted_ = 0;  // words that have figures
  Around around_{};
};

}  // namespace linter::checks::spelling
