#include "linter/checks/spelling/suggest/listed_words.h"

#include <string>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/lexicon/byte_order.h"

namespace linter::checks::spelling {

void ListedWords::Texts::put(base::ImageWriter& image) const {
  ends_.put(image);
  letters_.put(image);
}

void ListedWords::Texts::add(std::string_view text) {
  letters_.append(text);
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

std::string_view ListedWords::Texts::operator[](std::size_t number) const {
  if (number >= ends_.size()) return {};
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  const std::size_t end = ends_[number];
  if (begin > end || end > letters_.size()) return {};
  return {letters_.data() + begin, end - begin};
}

ListedWords::ListedWords(const lexicon::ListIndex& lists) {
  std::vector<std::string> folded;
  std::vector<bool> is_name;  // by word of the lists
  for (const lexicon::ListIndex::List& list : lists.lists()) {
    // persons: "Johanson" is no slip of "Johansson"
    const bool of_things = !list.name.ends_with("names.txt");
    for (std::size_t i = list.first_word; i < list.first_word + list.words; ++i) {
      const std::string_view word = lists.word(i);
      folded.push_back(base::lower(word));
      is_name.push_back(of_things && !word.empty() && word.front() >= 'A' && word.front() <= 'Z');
    }
  }
  const std::vector<std::uint32_t> order = lexicon::byte_order(folded);
  for (std::size_t at = 0; at < order.size();) {
    const std::string& word = folded[order[at]];
    std::string_view as_written;
    bool named = false;
    for (; at < order.size() && folded[order[at]] == word; ++at) {
      if (as_written.empty() && lists.word(order[at]) != word) as_written = lists.word(order[at]);
      named = named || is_name[order[at]];
    }
    if (named) names_.push_back(static_cast<std::uint32_t>(size()));
    folded_.add(word);
    written_.add(as_written);
  }
  near_ = lexicon::NearIndex::build(size(), [this](std::uint32_t i) { return folded_[i]; });
}

std::optional<ListedWords> ListedWords::open(base::MappedFile file, std::string_view body) {
  base::ImageReader image(body);
  ListedWords words;
  words.folded_ = Texts(image);
  words.written_ = Texts(image);
  words.names_ = base::Column<std::uint32_t>(image);
  words.near_ = lexicon::NearIndex::get(image);
  const bool fits =
      image.sound() && image.at_end() && words.written_.size() == words.folded_.size();
  if (!fits) return std::nullopt;
  words.file_ = std::move(file);
  return words;
}

void ListedWords::put(base::ImageWriter& image) const {
  folded_.put(image);
  written_.put(image);
  names_.put(image);
  near_.put(image);
}

}  // namespace linter::checks::spelling
