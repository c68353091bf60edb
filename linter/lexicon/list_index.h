// The words and terms of all word lists, found by their fold.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "linter/lexicon/case_form.h"
#include "linter/lexicon/vocabulary.h"

namespace linter::lexicon {

// Whether a dictionary entry allows a spelling of its word: lower case allows all, a capitalised
// one capitals, any entry all capitals, and capitals inside only themselves.
[[nodiscard]] constexpr bool allows(Forms entry, Form written) {
  if (has(entry, Form::lower)) return written != Form::exact;
  if (written == Form::upper) return true;
  return written == Form::capitalised && has(entry, Form::capitalised);
}

// Keeps views of the lists' strings: the lists must outlive it. Const use from many threads.
class ListIndex {
 public:
  ListIndex() = default;
  explicit ListIndex(std::span<const WordList> lists);

  // Whether the lists have `word`, whose fold is `folded`, in that spelling. O(1), no allocation
  // for ASCII entries.
  [[nodiscard]] bool has_word(std::string_view word, std::string_view folded) const;
  [[nodiscard]] bool has_term(std::string_view folded_phrase) const;
  // Whether a folded word stands in one of the terms.
  [[nodiscard]] bool is_of_term(std::string_view folded) const;
  [[nodiscard]] std::size_t longest_term() const { return longest_term_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }

 private:
  struct Slot {
    std::uint32_t hash = 0;   // the high half
    std::uint32_t entry = 0;  // its number among the words of all lists, from 1; 0: free
  };
  [[nodiscard]] const std::string& word(std::uint32_t entry) const;

  std::span<const WordList> lists_;
  std::vector<std::uint32_t> ends_;  // by list: the number of its last word
  std::vector<Slot> slots_;          // open addressing; a power of two
  std::size_t count_ = 0;
  std::unordered_set<std::string> terms_;
  std::set<std::string, std::less<>> words_of_terms_;
  std::size_t longest_term_ = 0;
};

}  // namespace linter::lexicon
