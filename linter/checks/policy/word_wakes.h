// What each distinct word wakes, found out once.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/checks/policy/index.h"
#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

struct WordWake {
  lexicon::WordId folded = 0;
  std::uint32_t first = 0;  // its units stand together
  std::uint32_t count = 0;
  std::uint32_t row = 0;  // of the companions that it meets; 0: not looked at yet
  bool joined = false;    // of parts, each of which may be what a pattern asks for
};

// Tokens that stand together are looked at together first: eight, for the companions with the
// lowest numbers, which units ask for that are woken often.
inline constexpr std::uint32_t group_size = 8;
using GroupRow = std::array<std::uint64_t, 16>;

// A worker's. Grows with the distinct words, and is emptied when the lexicon is.
class WordWakes {
 public:
  explicit WordWakes(const PolicySet::Index& index);

  // Before each article.
  void begin(const lexicon::Lexicon& lexicon);

  // Of a word or number token. The reference holds until the next call.
  [[nodiscard]] const WordWake& of(lexicon::Lexicon& lexicon, lexicon::WordId word) {
    return word < words_.size() && words_[word].row != 0 ? words_[word] : add(lexicon, word);
  }
  // Of a mark that begins with the byte.
  [[nodiscard]] std::uint32_t row_of_mark(char first) const {
    return mark_rows_[static_cast<unsigned char>(first)];
  }
  // Of what meets no companion at all.
  [[nodiscard]] static constexpr std::uint32_t empty_row() { return 1; }

  // Whether a row has a companion.
  [[nodiscard]] bool meets(std::uint32_t row, std::uint32_t companion) const {
    return ((rows_[row * row_size_ + companion / 64] >> (companion % 64)) & 1U) != 0;
  }
  // What the rows of a group of tokens, or of more of them, have together.
  void add_to_group(std::uint32_t row, GroupRow& group) const {
    const std::uint64_t* own = rows_.data() + row * row_size_;
    for (std::size_t i = 0; i < group.size(); ++i) group[i] |= own[i];
  }
  // Ascending, each once.
  [[nodiscard]] std::span<const std::uint32_t> units(const WordWake& word) const {
    return std::span(units_).subspan(word.first, word.count);
  }

 private:
  void clear();
  void meet(std::uint32_t companion);
  std::uint32_t finished_row();
  [[nodiscard]] std::span<const std::uint64_t> row_at(std::uint32_t row) const {
    return std::span(rows_).subspan(row * row_size_, row_size_);
  }
  std::uint32_t& place_of(std::span<const std::uint64_t> row);
  void make_room();
  const WordWake& add(lexicon::Lexicon& lexicon, lexicon::WordId word);
  bool add_triggers(std::span<const lexicon::TriggerId> triggers);
  void add_parts(lexicon::Lexicon& lexicon, std::string_view token);

  const PolicySet::Index& index_;
  std::vector<WordWake> words_;  // by id
  std::vector<std::uint32_t> units_;
  std::size_t row_size_;             // in 64 bits; at least that of a group's
  std::vector<std::uint64_t> rows_;  // a bit for each companion; the last row is being made
  std::vector<std::uint32_t> known_rows_;  // by hash; 0: none
  std::size_t known_count_ = 0;
  bool meets_any_ = false;           // what the last row is made of
  std::array<std::uint32_t, 256> mark_rows_{};
  std::vector<std::uint32_t> joints_;  // scratch
  std::uint32_t generation_ = 0;
};

}  // namespace linter::checks::policy
