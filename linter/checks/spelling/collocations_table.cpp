#include "linter/checks/spelling/collocations_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "linter/base/split.h"
#include "linter/checks/spelling/one_letter.h"
#include "linter/checks/spelling/table_rows.h"

namespace linter::checks::spelling {
namespace {

constexpr std::uint32_t pair_of(std::uint32_t a, std::uint32_t b) {
  return a << 16U | b;
}

}  // namespace

std::string stem_of(std::string_view folded) {
  constexpr std::size_t shortest = 4;
  constexpr std::size_t shortest_y = 6;
  constexpr auto in_ie = std::to_array<std::string_view>(
      {"birdies", "brownies", "calories", "cookies", "genies", "hoodies", "movies", "pixies",
       "prairies", "rookies", "selfies", "smoothies", "veggies", "zombies"});
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  const bool plural = folded.size() >= shortest && folded.ends_with('s') &&
                      !folded.ends_with("ss") && !folded.ends_with("us") && !folded.ends_with("is");
  if (!plural) return std::string(folded);
  if (folded.size() >= shortest_y && folded.ends_with("ies") &&
      !std::ranges::binary_search(in_ie, folded)) {
    return std::string(folded.substr(0, folded.size() - 3)) + 'y';
  }
  const bool hissing = folded.ends_with("sses") || folded.ends_with("shes") ||
                       folded.ends_with("xes") ||
                       (folded.ends_with("ches") && !folded.ends_with("aches")) ||
                       folded.ends_with("oaches") || folded.ends_with("eaches");
  return std::string(folded.substr(0, folded.size() - (hissing ? 2 : 1)));
}

class CollocationsTable::Builder {
 public:
  bool take(std::string_view line) {
    if (line.starts_with('&')) return take_list(line.substr(1));
    const bool asks = !line.starts_with('~');
    const std::vector<std::string_view> parts = base::split(line.substr(asks ? 0 : 1), '\t');
    if (parts.size() != 3 || parts[1].empty() || parts[1].contains(' ')) return false;
    for (const std::string_view before : base::split(parts[0], ' ')) add(before, parts[1], asks);
    for (const std::string_view after : base::split(parts[2], ' ')) add(parts[1], after, asks);
    return true;
  }

  // "& redness swelling bruising"
  bool take_list(std::string_view line) {
    if (!line.starts_with(' ') || line.contains('\t')) return false;
    const std::vector<std::string_view> words = base::split(line.substr(1), ' ');
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t j = i + 1; j < words.size(); ++j)
        listed_.emplace(stem_of(words[i]), stem_of(words[j]));
    }
    return words.size() > 1;
  }

  CollocationsTable finish() {
    CollocationsTable table;
    // words that are asked for come first: those alone are near others
    for (const Texts* texts : {&pairs_, &listed_, &allowed_}) {
      for (const auto& [first, second] : *texts) {
        for (const std::string& word : {first, second}) number(table, word, texts != &allowed_);
      }
    }
    std::set<std::uint32_t> turned;
    for (const auto& [first, second] : pairs_)
      turned.insert(pair_of(*table.numbers_.find(second), *table.numbers_.find(first)));
    table.pairs_.append(numbered(table, pairs_));
    table.turned_.append(std::vector(turned.begin(), turned.end()));
    table.allowed_.append(numbered(table, allowed_));
    std::set<std::uint32_t> listed;
    for (const auto& [one, other] : listed_) {
      const std::uint32_t a = *table.numbers_.find(one);
      const std::uint32_t b = *table.numbers_.find(other);
      listed.insert({pair_of(a, b), pair_of(b, a)});
    }
    table.listed_.append(std::vector(listed.begin(), listed.end()));
    table.company_.append(companies(table));
    table.index();
    return table;
  }

 private:
  using Texts = std::set<std::pair<std::string, std::string>>;

  static void number(CollocationsTable& table, const std::string& word, bool asked) {
    const auto next = static_cast<std::uint32_t>(table.ends_.size() + 1);
    if (table.numbers_.add(word, next) != next) return;
    table.text_.append(word);
    table.ends_.push_back(static_cast<std::uint32_t>(table.text_.size()));
    if (asked) table.letters_.push_back(letters_of(word));
  }

  static std::vector<std::uint32_t> numbered(const CollocationsTable& table, const Texts& texts) {
    std::set<std::uint32_t> pairs;
    for (const auto& [first, second] : texts)
      pairs.insert(pair_of(*table.numbers_.find(first), *table.numbers_.find(second)));
    return {pairs.begin(), pairs.end()};
  }

  static std::vector<Company> companies(const CollocationsTable& table) {
    std::vector<Company> all(table.ends_.size());
    for (const std::uint32_t pair : table.pairs_) {
      const auto first = static_cast<Word>(pair >> 16U);
      const auto second = static_cast<Word>(pair);
      all[first - 1U].after |= sign_of(second);
      all[second - 1U].before |= sign_of(first);
    }
    for (const std::uint32_t pair : table.listed_)
      all[(pair >> 16U) - 1U].listed |= sign_of(static_cast<Word>(pair));
    return all;
  }

  void add(std::string_view first, std::string_view second, bool asks) {
    if (first.empty() || second.empty()) return;
    (asks ? pairs_ : allowed_).emplace(stem_of(first), stem_of(second));
  }

  Texts pairs_;
  Texts allowed_;
  Texts listed_;
};

base::Loaded<CollocationsTable> CollocationsTable::parse(std::string_view text,
                                                         std::string_view file) {
  constexpr RowFaults faults{.no_row = "not a row: words, a tab, a word, a tab, words",
                             .no_table = ""};
  return table_of_rows<CollocationsTable, Builder>(text, file, faults);
}

CollocationsTable::CollocationsTable(base::ImageReader& image)
    : numbers_(image, UINT16_MAX),
      ends_(image),
      letters_(image),
      text_(image),
      pairs_(image),
      turned_(image),
      allowed_(image),
      listed_(image),
      company_(image),
      ends_of_keys_(image),
      found_(image) {}

void CollocationsTable::put(base::ImageWriter& image) const {
  numbers_.put(image);
  ends_.put(image);
  letters_.put(image);
  text_.put(image);
  pairs_.put(image);
  turned_.put(image);
  allowed_.put(image);
  listed_.put(image);
  company_.put(image);
  ends_of_keys_.put(image);
  found_.put(image);
}

CollocationsTable::Word CollocationsTable::word_of(std::string_view stem) const {
  return static_cast<Word>(numbers_.find(stem).value_or(0));
}

std::string_view CollocationsTable::text_of(Word word) const {
  if (word == 0 || word > ends_.size()) return {};
  const std::uint32_t first = word == 1 ? 0 : ends_[word - 2U];
  const std::uint32_t last = ends_[word - 1U];
  if (first > last || last > text_.size()) return {};
  const auto letters = text_.part(first, last - first);
  return {letters.data(), letters.size()};
}

bool CollocationsTable::has(Word first, Word second) const {
  return first != 0 && second != 0 && std::ranges::binary_search(pairs_, pair_of(first, second));
}

bool CollocationsTable::allows(Word first, Word second) const {
  return has(first, second) || (first != 0 && second != 0 &&
                                std::ranges::binary_search(allowed_, pair_of(first, second)));
}

std::size_t CollocationsTable::count(const Pairs& pairs, Word word) {
  const auto first = std::ranges::lower_bound(pairs, pair_of(word, 0));
  const auto last = std::ranges::upper_bound(pairs, pair_of(word, UINT16_MAX));
  return static_cast<std::size_t>(last - first);
}

bool CollocationsTable::lists(Word one, Word other) const {
  return one != 0 && other != 0 && std::ranges::binary_search(listed_, pair_of(one, other));
}

CollocationsTable::Company CollocationsTable::company(Word word) const {
  return word == 0 || word > company_.size() ? Company() : company_[word - 1U];
}

// Words by their keys: a row for the low bits of a key, and in it who has such keys, ascending.
void CollocationsTable::index() {
  std::vector<std::set<Word>> rows;
  std::vector<std::uint32_t> keys;
  std::size_t all = 0;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    likeness_keys(text_of(static_cast<Word>(i + 1)), keys);
  }
  rows.resize(std::bit_ceil(keys.size() / 2 + 1));
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    keys.clear();
    const auto word = static_cast<Word>(i + 1);
    likeness_keys(text_of(word), keys);
    for (const std::uint32_t key : keys) rows[key & (rows.size() - 1)].insert(word);
  }
  for (const std::set<Word>& row : rows) {
    all += row.size();
    found_.append(row);
    ends_of_keys_.push_back(static_cast<std::uint32_t>(all));
  }
}

std::span<const CollocationsTable::Word> CollocationsTable::at(std::uint32_t key) const {
  if (ends_of_keys_.empty()) return {};
  const std::size_t row = key & (std::bit_floor(ends_of_keys_.size()) - 1);
  const std::uint32_t first = row == 0 ? 0 : ends_of_keys_[row - 1];
  const std::uint32_t last = ends_of_keys_[row];
  if (first > last || last > found_.size()) return {};
  return found_.part(first, last - first);
}

std::vector<CollocationsTable::Near> CollocationsTable::near(std::string_view stem) const {
  std::vector<std::uint32_t> keys;
  likeness_keys(stem, keys);
  std::vector<Near> found;
  const std::uint32_t letters = letters_of(stem);
  for (const std::uint32_t& key : keys) {
    const bool by_ear = &key == &keys.back();
    for (const Word word : at(key)) {
      if (word == 0 || word > letters_.size()) continue;
      if (!by_ear && !may_be_one_letter_apart(letters, letters_[word - 1U])) continue;
      const Likeness how = likeness(stem, text_of(word));
      if (how != Likeness::none) found.push_back({word, how});
    }
  }
  std::ranges::sort(found, {}, &Near::word);
  const auto rest = std::ranges::unique(found, {}, &Near::word);
  found.erase(rest.begin(), rest.end());
  return found;
}

}  // namespace linter::checks::spelling
