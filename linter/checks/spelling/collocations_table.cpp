#include "linter/checks/spelling/collocations_table.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "linter/checks/spelling/one_letter.h"

namespace linter::checks::spelling {
namespace {

constexpr std::uint32_t pair_of(std::uint32_t a, std::uint32_t b) {
  return a << 16U | b;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// "tumour" and "tumor", "chilli" and "chili", "minimise" and "minimize", "lives" and "life": what
// is left of each after letters that both have.
bool are_spellings_of_one(std::string_view common, std::string_view a, std::string_view b) {
  const bool u = common.ends_with('o') && a.starts_with("ur") && b.starts_with('r');
  const bool l = common.ends_with('l') && a.starts_with('l') && a.substr(1) == b;
  const bool z = a.starts_with('z') && b.starts_with('s') && a.substr(1) == b.substr(1);
  return u || l || z || (a == "fe" && b == "ve");
}

// Whether two words differ by what inflection and derivation put to their ends, or by the spelling
// of a dialect.
bool are_forms_of_one(std::string_view a, std::string_view b) {
  constexpr auto endings = std::to_array<std::string_view>(
      {"",    "al",  "d",  "e",   "ed", "en",  "er", "ers", "es", "est", "ic", "ied", "ia",
       "ies", "ing", "ly", "man", "n",  "men", "or", "ors", "r",  "s",   "st", "y"});
  constexpr std::size_t shortest_stem = 3;
  const auto [x, y] = std::ranges::mismatch(a, b);
  const auto common = static_cast<std::size_t>(x - a.begin());
  const std::string_view rest_a = a.substr(common);
  const std::string_view rest_b = b.substr(common);
  if (are_spellings_of_one(a.substr(0, common), rest_a, rest_b) ||
      are_spellings_of_one(a.substr(0, common), rest_b, rest_a) || a.ends_with("man") ||
      a.ends_with("men")) {
    return true;
  }
  const auto is_ending = [&](std::string_view rest) {
    return std::ranges::find(endings, rest) != endings.end();
  };
  return common >= shortest_stem && is_ending(rest_a) && is_ending(rest_b);
}

}  // namespace

std::string_view stem_of(std::string_view folded) {
  constexpr std::size_t shortest = 4;
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  const bool plural = folded.size() >= shortest && folded.ends_with('s') &&
                      !folded.ends_with("ss") && !folded.ends_with("us") && !folded.ends_with("is");
  return plural ? folded.substr(0, folded.size() - 1) : folded;
}

class CollocationsTable::Builder {
 public:
  bool take(std::string_view line) {
    const bool asks = !line.starts_with('~');
    const std::vector<std::string_view> parts = split(line.substr(asks ? 0 : 1), '\t');
    if (parts.size() != 3 || parts[1].empty() || parts[1].contains(' ')) return false;
    for (const std::string_view before : split(parts[0], ' ')) add(before, parts[1], asks);
    for (const std::string_view after : split(parts[2], ' ')) add(parts[1], after, asks);
    return true;
  }

  CollocationsTable finish() {
    CollocationsTable table;
    // words that are asked for come first: those alone are near others
    for (const Texts* texts : {&pairs_, &allowed_}) {
      for (const auto& [first, second] : *texts) {
        for (const std::string& word : {first, second}) number(table, word, texts == &pairs_);
      }
    }
    std::set<std::uint32_t> turned;
    for (const auto& [first, second] : pairs_)
      turned.insert(pair_of(*table.numbers_.find(second), *table.numbers_.find(first)));
    table.pairs_.append(numbered(table, pairs_));
    table.turned_.append(std::vector(turned.begin(), turned.end()));
    table.allowed_.append(numbered(table, allowed_));
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

  void add(std::string_view first, std::string_view second, bool asks) {
    if (first.empty() || second.empty()) return;
    (asks ? pairs_ : allowed_).emplace(stem_of(first), stem_of(second));
  }

  Texts pairs_;
  Texts allowed_;
};

base::Loaded<CollocationsTable> CollocationsTable::parse(std::string_view text,
                                                         std::string_view file) {
  base::Loaded<CollocationsTable> loaded;
  Builder builder;
  std::uint32_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty() || line.starts_with('#') || builder.take(line)) continue;
    loaded.errors.push_back({base::ErrorCode::bad_value,
                             "not a row: words, a tab, a word, a tab, words", std::string(file),
                             number, 1});
  }
  loaded.value = builder.finish();
  return loaded;
}

CollocationsTable::CollocationsTable(base::ImageReader& image)
    : numbers_(image, UINT16_MAX),
      ends_(image),
      letters_(image),
      text_(image),
      pairs_(image),
      turned_(image),
      allowed_(image) {}

void CollocationsTable::put(base::ImageWriter& image) const {
  numbers_.put(image);
  ends_.put(image);
  letters_.put(image);
  text_.put(image);
  pairs_.put(image);
  turned_.put(image);
  allowed_.put(image);
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

std::vector<CollocationsTable::Word> CollocationsTable::near(std::string_view stem) const {
  constexpr std::size_t shortest = 4;
  std::vector<Word> found;
  const std::uint32_t letters = letters_of(stem);
  // many at once: most words have other letters
  constexpr std::size_t at_once = 32;
  const std::size_t words = std::min<std::size_t>(letters_.size(), UINT16_MAX);
  for (std::size_t first = 0; first < words; first += at_once) {
    const std::span<const std::uint32_t> some =
        letters_.part(first, std::min(at_once, words - first));
    std::uint32_t any = 0;
    for (const std::uint32_t own : some) any |= may_be_one_letter_apart(letters, own) ? 1U : 0U;
    for (std::size_t i = 0; any != 0 && i < some.size(); ++i) {
      if (!may_be_one_letter_apart(letters, some[i])) continue;
      const auto word = static_cast<Word>(first + i + 1);
      const std::string_view text = text_of(word);
      if (text.size() >= shortest && is_one_letter_apart(stem, text) &&
          !are_forms_of_one(stem, text))
        found.push_back(word);
    }
  }
  return found;
}

}  // namespace linter::checks::spelling
