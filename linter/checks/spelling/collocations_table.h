// Words that often stand side by side ("hair shaft"), flat: parsed from their text while galley is
// built, and read where they lie in an image when it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"
#include "linter/checks/spelling/likeness.h"

namespace linter::checks::spelling {

// What stands for a folded word and its plural alike: without "'s" and without the ending of a
// plural ("activities" for "activity").
[[nodiscard]] std::string stem_of(std::string_view folded);

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
  // Whether the two stand in one list ("redness, swelling and bruising").
  [[nodiscard]] bool lists(Word one, Word other) const;
  // How many words stand after a word, and before it.
  [[nodiscard]] std::size_t followers(Word word) const { return count(pairs_, word); }
  [[nodiscard]] std::size_t leaders(Word word) const { return count(turned_, word); }
  // Signs of the words that stand before a word, after it and in a list with it: where one's sign
  // is not among them, it does not.
  struct Company {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    std::uint64_t listed = 0;
    bool operator==(const Company&) const = default;
  };
  [[nodiscard]] Company company(Word word) const;
  [[nodiscard]] static std::uint64_t sign_of(Word word) {
    return std::uint64_t{1} << ((word * 0x9E3779B1U) >> 26U);
  }
  struct Near {
    Word word = 0;
    Likeness likeness = Likeness::none;
    bool operator==(const Near&) const = default;
  };
  // The words that a stem may stand in the place of, ascending. Some 2 µs.
  [[nodiscard]] std::vector<Near> near(std::string_view stem) const;
  [[nodiscard]] std::size_t size() const { return pairs_.size(); }  // pairs

 private:
  class Builder;
  using Pairs = base::Column<std::uint32_t>;  // one word, the other; ascending

  [[nodiscard]] static std::size_t count(const Pairs& pairs, Word word);
  // Those of the words that are asked for that one of a word's keys leads to.
  [[nodiscard]] std::span<const Word> at(std::uint32_t key) const;
  void index();

  base::TextTable numbers_;
  base::Column<std::uint32_t> ends_;     // of each word's letters
  base::Column<std::uint32_t> letters_;  // which ones each word has
  base::Column<char> text_;
  Pairs pairs_;
  Pairs turned_;
  Pairs allowed_;  // beyond these
  Pairs listed_;   // both ways
  base::Column<Company> company_;
  base::Column<std::uint32_t> ends_of_keys_;  // by the low bits of a key: where those in found_ end
  base::Column<Word> found_;
};

}  // namespace linter::checks::spelling
