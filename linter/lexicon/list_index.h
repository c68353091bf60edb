// The words and terms of some word lists, found by their fold.
//
// Flat: grown in memory, or read where it lies in an image.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/mapped_file.h"
#include "linter/base/text_table.h"
#include "linter/lexicon/case_form.h"
#include "linter/lexicon/word_list.h"

namespace linter::lexicon {

// Whether a dictionary entry allows a spelling of its word: lower case allows all, a capitalised
// one capitals, any entry all capitals, and capitals inside only themselves.
[[nodiscard]] constexpr bool allows(Forms entry, Form written) {
  if (has(entry, Form::lower)) return written != Form::exact;
  if (written == Form::upper) return true;
  return written == Form::capitalised && has(entry, Form::capitalised);
}

// Const use from many threads.
class ListIndex {
 public:
  struct List {
    std::string name;
    std::string digest;            // of its entries, hexadecimal
    std::uint64_t first_word = 0;  // its words stand here among those of all lists
    std::uint64_t words = 0;
  };

  ListIndex() = default;
  explicit ListIndex(std::span<const WordList> lists);
  // What put() wrote, which lies in `file` at `body`; nothing when it is not sound. Cost does not
  // depend on the number of words: of these a number is checked when it is used.
  [[nodiscard]] static std::optional<ListIndex> open(base::MappedFile file, std::string_view body);
  void put(base::ImageWriter& image) const;

  // Whether the lists have `word`, whose fold is `folded`, in that spelling. O(1), no allocation
  // for ASCII entries.
  [[nodiscard]] bool has_word(std::string_view word, std::string_view folded) const;
  // Whether `fits` says so of a word whose fold is this, as a list writes it.
  [[nodiscard]] bool has_any(std::string_view folded,
                             const std::function<bool(std::string_view)>& fits) const;
  [[nodiscard]] bool has_term(std::string_view folded_phrase) const;
  // Whether a folded word stands in one of the terms.
  [[nodiscard]] bool is_of_term(std::string_view folded) const;
  [[nodiscard]] std::size_t longest_term() const { return longest_term_; }

  [[nodiscard]] std::span<const List> lists() const { return lists_; }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }  // words
  // A word as its list writes it; each list's are sorted bytewise.
  [[nodiscard]] std::string_view word(std::size_t number) const;
  [[nodiscard]] bool has_exactly(const List& list, std::string_view word) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;   // the high half
    std::uint32_t entry = 0;  // the number of a word and one; 0: free
  };
  void add(const WordList& list);
  void add_terms(const WordList& list);
  void fill_slots();

  base::MappedFile file_;  // what the rest lies in, when it was read
  std::vector<List> lists_;
  base::Column<Slot> slots_;          // open addressing; a power of two
  base::Column<std::uint32_t> ends_;  // by word: where its letters end
  base::Column<char> letters_;
  base::TextTable terms_;  // all of number 0
  base::TextTable words_of_terms_;
  std::uint64_t longest_term_ = 0;
};

}  // namespace linter::lexicon
