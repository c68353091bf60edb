// Words that often stand side by side ("hair shaft"), flat: parsed from their text while galley is
// built, and read where they lie in an image when it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"

namespace linter::checks::spelling {

// What stands for a folded word and its plural alike: without "'s" and without the s of a plural.
[[nodiscard]] std::string_view stem_of(std::string_view folded);

// Immutable once made; const use from many threads. What was read from an image needs its bytes.
class CollocationsTable {
 public:
  using Word = std::uint16_t;  // its number, from 1; 0: none

  CollocationsTable() = default;
  // The table's text, as dictionaries/en/collocations.tsv describes it; bad_value with its line for
  // each line that is none.
  [[nodiscard]] static base::Loaded<CollocationsTable> parse(std::string_view text,
                                                             std::string_view file);
  // What put() wrote. Whatever the numbers in it are, nothing is read outside of it.
  explicit CollocationsTable(base::ImageReader& image);
  void put(base::ImageWriter& image) const;

  [[nodiscard]] Word word_of(std::string_view stem) const;
  [[nodiscard]] std::string_view text_of(Word word) const;
  // Whether one word asks for the other, and whether they stand together at all.
  [[nodiscard]] bool has(Word first, Word second) const;
  [[nodiscard]] bool allows(Word first, Word second) const;
  // How many words stand after a word, and before it.
  [[nodiscard]] std::size_t followers(Word word) const { return count(pairs_, word); }
  [[nodiscard]] std::size_t leaders(Word word) const { return count(turned_, word); }
  // The words that are one slip away from a stem and no other form of it, ascending. Some 2 µs.
  [[nodiscard]] std::vector<Word> near(std::string_view stem) const;
  [[nodiscard]] std::size_t size() const { return pairs_.size(); }  // pairs

 private:
  class Builder;
  using Pairs = base::Column<std::uint32_t>;  // one word, the other; ascending

  [[nodiscard]] static std::size_t count(const Pairs& pairs, Word word);

  base::TextTable numbers_;
  base::Column<std::uint32_t> ends_;     // of each word's letters
  base::Column<std::uint32_t> letters_;  // which ones each word has
  base::Column<char> text_;
  Pairs pairs_;
  Pairs turned_;
  Pairs allowed_;  // beyond these
};

}  // namespace linter::checks::spelling
