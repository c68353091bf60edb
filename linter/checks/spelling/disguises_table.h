// Fixed terms in the words that synonym replacers put in their place ("free extremists"), flat:
// parsed from their text while galley is built, and read where they lie in an image when it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"

namespace linter::checks::spelling {

// Immutable once made; const use from many threads. What was read from an image needs its bytes.
class DisguisesTable {
 public:
  using Word = std::uint16_t;  // its number, from 1; 0: none
  using Node = std::uint32_t;  // the words of disguises so far; 0: none yet
  static constexpr Node root = 0;

  // What follows a word of a disguise.
  struct Step {
    Node node = root;
    std::uint16_t term = 0;    // that ends here in disguise, from 1; 0: none
    std::uint16_t plural = 0;  // 1: the table has the last word in the plural
  };

  DisguisesTable() = default;
  // The table's text, as dictionaries/en/disguises.tsv describes it; bad_value with its line for
  // each line that is none.
  [[nodiscard]] static base::Loaded<DisguisesTable> parse(std::string_view text,
                                                          std::string_view file);
  // What put() wrote. Whatever the numbers in it are, nothing is read outside of it.
  explicit DisguisesTable(base::ImageReader& image);
  void put(base::ImageWriter& image) const;

  [[nodiscard]] Word word_of(std::string_view stem) const {
    return static_cast<Word>(numbers_.find(stem).value_or(0));
  }
  // Whether a disguise begins with the word.
  [[nodiscard]] bool begins(Word word) const {
    return word != 0 && word <= begins_.size() && begins_[word - 1U] != 0;
  }
  // A binary search among all steps.
  [[nodiscard]] std::optional<Step> step(Node from, Word word) const;
  [[nodiscard]] std::string_view term(std::uint16_t number) const;
  [[nodiscard]] std::size_t size() const { return keys_.size(); }  // steps

 private:
  class Builder;
  // A node has at most 65,535 others before it, so that a word fits behind it.
  [[nodiscard]] static constexpr std::uint32_t key_of(Node from, Word word) {
    return from << 16U | word;
  }

  base::TextTable numbers_;           // of stems
  base::Column<std::uint8_t> begins_;  // 1 for each word that a disguise begins with
  base::Column<std::uint32_t> keys_;  // ascending
  base::Column<Step> steps_;          // of each key
  base::Column<std::uint32_t> ends_;  // of each term's letters
  base::Column<char> letters_;
};

}  // namespace linter::checks::spelling
