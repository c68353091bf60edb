#include "linter/lexicon/list_index.h"

#include <algorithm>
#include <bit>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::lexicon {

ListIndex::ListIndex(std::span<const WordList> lists) {
  std::size_t total = 0;
  for (const WordList& list : lists) total += list.words.size();
  slots_.resize(std::bit_ceil(std::max<std::size_t>(2 * total, 2)));
  const std::size_t mask = slots_.size() - 1;
  std::string folded;
  for (const WordList& list : lists) {
    for (const std::string& word : list.words) {
      base::lower_into(word, folded);
      const std::uint64_t hash = base::hash64(folded);
      std::size_t at = hash & mask;
      while (!slots_[at].entry.empty()) at = (at + 1) & mask;
      slots_[at] = {hash, word};
      ++count_;
    }
    for (const std::string& term : list.terms) {
      const auto words = static_cast<std::size_t>(
          std::ranges::count_if(term, [](char c) { return c == ' ' || c == '-'; }) + 1);
      longest_term_ = std::max(longest_term_, words);
      terms_.insert(base::lower(term));
    }
  }
}

bool ListIndex::has_word(std::string_view word, std::string_view folded) const {
  if (count_ == 0) return false;
  const std::uint64_t hash = base::hash64(folded);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; !slots_[at].entry.empty(); at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash != hash || slot.entry.size() != folded.size() ||
        base::lower(slot.entry) != folded)
      continue;
    if (slot.entry == word || allows(static_cast<Forms>(form_of(slot.entry)), form_of(word)))
      return true;
  }
  return false;
}

bool ListIndex::has_term(std::string_view folded_phrase) const {
  return longest_term_ > 0 && terms_.contains(std::string(folded_phrase));
}

}  // namespace linter::lexicon
