#include "linter/lexicon/list_index.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::lexicon {

auto members(base::Is<ListIndex::List> auto& one) {
  return std::tie(one.name, one.digest, one.first_word, one.words);
}

namespace {

bool is_lower_ascii(std::string_view word) {
  return std::ranges::all_of(
      word, [](char c) { return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z'); });
}

// The fold of `word`: itself, or in `buffer`.
std::string_view folded_of(std::string_view word, std::string& buffer) {
  if (is_lower_ascii(word)) return word;
  base::lower_into(word, buffer);
  return buffer;
}

bool folds_to(std::string_view word, std::string_view folded) {
  return word.size() == folded.size() &&
         (is_lower_ascii(word) ? word == folded : base::lower(word) == folded);
}

std::uint32_t mark_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

std::string digest_of(const WordList& list) {
  std::string all;
  for (const std::string& word : list.words) all.append(word).append(1, '\n');
  for (const std::string& term : list.terms) all.append(term).append(1, '\n');
  return base::hex_digest(all);
}

}  // namespace

ListIndex::ListIndex(std::span<const WordList> lists) {
  for (const WordList& list : lists) {
    add(list);
    add_terms(list);
  }
  fill_slots();
}

void ListIndex::add(const WordList& list) {
  lists_.push_back({list.name, digest_of(list), ends_.size(), list.words.size()});
  for (const std::string& word : list.words) {
    letters_.append(word);
    ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  }
}

void ListIndex::add_terms(const WordList& list) {
  for (const std::string& term : list.terms) {
    const auto words = static_cast<std::size_t>(
        std::ranges::count_if(term, [](char c) { return c == ' ' || c == '-'; }) + 1);
    longest_term_ = std::max<std::uint64_t>(longest_term_, words);
    const std::string folded = base::lower(term);
    terms_.add(folded, 0);
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find_first_of(" -", at), folded.size());
      if (end > at) words_of_terms_.add(std::string_view(folded).substr(at, end - at), 0);
      at = end + 1;
    }
  }
}

void ListIndex::fill_slots() {
  slots_ = base::Column<Slot>(std::bit_ceil(std::max<std::size_t>(2 * size(), 2)));
  const std::size_t mask = slots_.size() - 1;
  std::string buffer;
  for (std::size_t number = 0; number < size(); ++number) {
    const std::uint64_t hash = base::hash64(folded_of(word(number), buffer));
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_.edit(at) = {mark_of(hash), static_cast<std::uint32_t>(number + 1)};
  }
}

std::optional<ListIndex> ListIndex::open(base::MappedFile file, std::string_view body) {
  base::ImageReader image(body);
  ListIndex index;
  base::get(image, index.lists_);
  index.slots_ = base::Column<Slot>(image);
  index.ends_ = base::Column<std::uint32_t>(image);
  index.letters_ = base::Column<char>(image);
  index.terms_ = base::TextTable(image, 1);
  index.words_of_terms_ = base::TextTable(image, 1);
  index.longest_term_ = image.number();
  const std::size_t all = index.size();
  const bool fits = image.sound() && image.at_end() && std::has_single_bit(index.slots_.size()) &&
                    std::ranges::all_of(index.lists_, [&](const List& list) {
                      return list.first_word <= all && list.words <= all - list.first_word;
                    });
  if (!fits) return std::nullopt;
  index.file_ = std::move(file);
  return index;
}

void ListIndex::put(base::ImageWriter& image) const {
  base::put(image, lists_);
  slots_.put(image);
  ends_.put(image);
  letters_.put(image);
  terms_.put(image);
  words_of_terms_.put(image);
  image.number(longest_term_);
}

std::string_view ListIndex::word(std::size_t number) const {
  if (number >= ends_.size()) return {};
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  const std::size_t end = ends_[number];
  if (begin > end || end > letters_.size()) return {};
  return {letters_.data() + begin, end - begin};
}

bool ListIndex::has_any(std::string_view folded,
                        const std::function<bool(std::string_view)>& fits) const {
  if (ends_.empty()) return false;
  const std::uint64_t hash = base::hash64(folded);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (std::size_t tried = 0; tried < slots_.size() && slots_[at].entry != 0; ++tried) {
    const Slot& slot = slots_[at];
    at = (at + 1) & mask;
    if (slot.hash != mark_of(hash)) continue;
    const std::string_view entry = word(slot.entry - 1U);
    if (folds_to(entry, folded) && fits(entry)) return true;
  }
  return false;
}

bool ListIndex::has_word(std::string_view word, std::string_view folded) const {
  return has_any(folded, [&](std::string_view entry) {
    return entry == word || allows(static_cast<Forms>(form_of(entry)), form_of(word));
  });
}

bool ListIndex::is_of_term(std::string_view folded) const {
  return words_of_terms_.size() > 0 && words_of_terms_.find(folded).has_value();
}

bool ListIndex::has_term(std::string_view folded_phrase) const {
  return longest_term_ > 0 && terms_.find(folded_phrase).has_value();
}

bool ListIndex::has_exactly(const List& list, std::string_view word) const {
  std::size_t low = list.first_word;
  std::size_t high = low + list.words;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view here = this->word(middle);
    if (here == word) return true;
    if (here < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

}  // namespace linter::lexicon
