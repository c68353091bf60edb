#include "linter/lexicon/list_index.h"

#include <algorithm>
#include <bit>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::lexicon {
namespace {

bool is_lower_ascii(std::string_view word) {
  return std::ranges::all_of(
      word, [](char c) { return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z'); });
}

// The fold of `word`: itself, or in `buffer`.
std::string_view folded_of(const std::string& word, std::string& buffer) {
  if (is_lower_ascii(word)) return word;
  base::lower_into(word, buffer);
  return buffer;
}

std::uint32_t mark_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

ListIndex::ListIndex(std::span<const WordList> lists) : lists_(lists) {
  std::size_t total = 0;
  for (const WordList& list : lists) total += list.words.size();
  slots_.resize(std::bit_ceil(std::max<std::size_t>(2 * total, 2)));
  const std::size_t mask = slots_.size() - 1;
  std::string buffer;
  for (const WordList& list : lists) {
    for (const std::string& word : list.words) {
      const std::uint64_t hash = base::hash64(folded_of(word, buffer));
      std::size_t at = hash & mask;
      while (slots_[at].entry != 0) at = (at + 1) & mask;
      slots_[at] = {mark_of(hash), static_cast<std::uint32_t>(++count_)};
    }
    ends_.push_back(static_cast<std::uint32_t>(count_));
    for (const std::string& term : list.terms) {
      const auto words = static_cast<std::size_t>(
          std::ranges::count_if(term, [](char c) { return c == ' ' || c == '-'; }) + 1);
      longest_term_ = std::max(longest_term_, words);
      const std::string& folded = *terms_.insert(base::lower(term)).first;
      for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(" -", at), folded.size());
        if (end > at) words_of_terms_.insert(folded.substr(at, end - at));
        at = end + 1;
      }
    }
  }
}

const std::string& ListIndex::word(std::uint32_t entry) const {
  const auto list =
      static_cast<std::size_t>(std::ranges::lower_bound(ends_, entry) - ends_.begin());
  const std::uint32_t before = list == 0 ? 0 : ends_[list - 1];
  return lists_[list].words[entry - before - 1];
}

bool ListIndex::has_word(std::string_view word, std::string_view folded) const {
  if (count_ == 0) return false;
  const std::uint64_t hash = base::hash64(folded);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].entry != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != mark_of(hash)) continue;
    const std::string& entry = this->word(slots_[at].entry);
    if (entry.size() != folded.size() || base::lower(entry) != folded) continue;
    if (entry == word || allows(static_cast<Forms>(form_of(entry)), form_of(word))) return true;
  }
  return false;
}

bool ListIndex::is_of_term(std::string_view folded) const {
  return words_of_terms_.contains(folded);
}

bool ListIndex::has_term(std::string_view folded_phrase) const {
  return longest_term_ > 0 && terms_.contains(std::string(folded_phrase));
}

}  // namespace linter::lexicon
