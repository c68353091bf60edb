#include "linter/checks/spelling/likeness.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "linter/checks/spelling/one_letter.h"

namespace linter::checks::spelling {
namespace {

constexpr std::size_t shortest_by_ear = 5;

// "tumour" and "tumor", "chilli" and "chili", "minimise" and "minimize", "lives" and "life": what
// is left of each after letters that both have.
bool are_spellings_of_one(std::string_view common, std::string_view a, std::string_view b) {
  const bool u = common.ends_with('o') && a.starts_with("ur") && b.starts_with('r');
  const bool l = common.ends_with('l') && a.starts_with('l') && a.substr(1) == b;
  const bool z = a.starts_with('z') && b.starts_with('s') && a.substr(1) == b.substr(1);
  const bool ae = a.starts_with("ae") && b.starts_with('e') && a.substr(1) == b;
  return u || l || z || ae || (a == "fe" && b == "ve");
}

// Whether two words differ by what inflection and derivation put to their ends, or by the spelling
// of a dialect.
bool are_forms_of_one(std::string_view a, std::string_view b) {
  constexpr auto endings = std::to_array<std::string_view>(
      {"",    "able", "al",   "ally", "an",   "ance", "ant",  "ary", "ate",  "ation", "d",
       "e",   "ed",   "en",   "ence", "ent",  "er",   "ers",  "es",  "est",  "ful",   "ia",
       "ial", "ic",   "ical", "ied",  "ier",  "ies",  "iest", "ily", "ing",  "ion",   "ions",
       "ise", "ist",  "ive",  "ize",  "less", "ly",   "man",  "men", "ment", "n",     "or",
       "ors", "ory",  "ous",  "r",    "s",    "st",   "ual",  "ure", "y"});
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
    return std::ranges::binary_search(endings, rest);
  };
  return common >= shortest_stem && is_ending(rest_a) && is_ending(rest_b);
}

// "active" and "inactive", "placement" and "replacement".
bool differ_in_prefix(std::string_view a, std::string_view b) {
  constexpr auto prefixes =
      std::to_array<std::string_view>({"a", "be", "bi", "co", "de", "dis", "en", "il", "im", "in",
                                       "ir", "non", "pre", "re", "un", "up"});
  constexpr std::size_t shortest_rest = 4;
  const auto& [longer, shorter] = a.size() > b.size() ? std::pair(a, b) : std::pair(b, a);
  return shorter.size() >= shortest_rest && longer.ends_with(shorter) &&
         std::ranges::binary_search(prefixes, longer.substr(0, longer.size() - shorter.size()));
}

// What an ear tells of a word, roughly: its consonants with one sign for those that sound alike,
// and that a vowel stands between.
std::string heard(std::string_view word) {
  std::string code;
  const auto add = [&](char c) {
    if (code.empty() || code.back() != c) code += c;
  };
  for (const std::string_view silent : {"kn", "gn", "wr", "ps"}) {
    if (word.starts_with(silent)) word.remove_prefix(1);
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    const bool soft = next == 'e' || next == 'i' || next == 'y';
    switch (c) {
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'y':
        add('a');
        break;
      case 'h':
      case 'w':
        break;
      case 'g':
        if (next == 'h')
          ++i;
        else
          add('g');
        break;
      case 'p':
        if (next == 'h')
          ++i, add('f');
        else
          add('p');
        break;
      case 'c':
        if (next == 'k') ++i;
        add(soft ? 's' : 'k');
        break;
      case 'q':
        add('k');
        break;
      case 'z':
        add('s');
        break;
      case '\'':
        break;
      default:
        add(c);
    }
  }
  if (code.ends_with('a')) code.pop_back();
  return code;
}

// Words that sound alike begin alike, or each with a consonant: "knead" and "need", unlike "wonder"
// and "under".
bool begin_alike(std::string_view a, std::string_view b) {
  constexpr std::string_view vowels = "aeiou";
  return a.front() == b.front() || (!vowels.contains(a.front()) && !vowels.contains(b.front()));
}

std::size_t difference(std::size_t a, std::size_t b) {
  return a > b ? a - b : b - a;
}

}  // namespace

Likeness likeness(std::string_view written, std::string_view meant) {
  constexpr std::size_t shortest = 3;
  const std::size_t shorter = std::min(written.size(), meant.size());
  if (shorter < shortest || difference(written.size(), meant.size()) > 2 || written == meant)
    return Likeness::none;
  const bool slip = is_one_letter_apart(written, meant);
  const bool sound = !slip && shorter >= shortest_by_ear && begin_alike(written, meant) &&
                     heard(written) == heard(meant);
  if ((!slip && !sound) || are_forms_of_one(written, meant) || differ_in_prefix(written, meant))
    return Likeness::none;
  return slip ? Likeness::slip : Likeness::sound;
}

void likeness_keys(std::string_view stem, std::vector<std::uint32_t>& keys) {
  constexpr std::uint32_t prime = 16777619U;
  constexpr std::uint32_t basis = 2166136261U;
  const auto hash = [&](std::string_view text, std::uint32_t seed) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * prime;
    return seed;
  };
  if (keys.empty()) keys.reserve(stem.size() + 2);
  // the word, and the word without each of its letters
  keys.push_back(hash(stem, basis));
  std::uint32_t before = basis;
  for (std::size_t i = 0; i < stem.size(); ++i) {
    keys.push_back(hash(stem.substr(i + 1), before));
    before = hash(stem.substr(i, 1), before);
  }
  if (stem.size() >= shortest_by_ear) keys.push_back(hash(heard(stem), basis + 1));
}

}  // namespace linter::checks::spelling
