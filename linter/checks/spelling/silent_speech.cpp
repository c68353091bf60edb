#include <algorithm>
#include <array>
#include <string>

#include "linter/base/one_of.h"
#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/silence_case.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

bool is_vowel_or_h(char c) {
  return std::string_view("aeiouhy").find(c) != std::string_view::npos;
}

// What speech contracts a verb with: "there'll", "where'd", "Myrtle'll", unlike "your'll".
bool may_be_contracted(const Case& c, std::string_view base) {
  constexpr auto others = std::to_array<std::string_view>(
      {"her", "his", "its", "my", "our", "their", "your", "a", "an", "the", "ca", "wo", "don"});
  constexpr std::size_t shortest = 3;
  return base.size() >= shortest && !base::is_one_of(base, others) &&
         c.around.shared().vocabulary().accepts(base);
}

}  // namespace

// "there'll", "what've", "where'd": a verb behind what may be its subject.
bool is_spoken_contraction(const Case& c) {
  constexpr auto verbs = std::to_array<std::string_view>({"'ll", "'d", "'ve", "'re"});
  if (!c.around.is_english()) return false;
  const std::string_view folded = c.folded();
  return std::ranges::any_of(verbs, [&](std::string_view verb) {
    return folded.ends_with(verb) &&
           may_be_contracted(c, folded.substr(0, folded.size() - verb.size()));
  });
}

// "group'd", "wand'ring", "heav'nly": an apostrophe where the word has an e; "d'heure", "qu'il": of
// another language.
bool is_elided(const Case& c) {
  if (!c.around.is_english()) return false;
  constexpr auto foreign =
      std::to_array<std::string_view>({"c", "d", "j", "l", "m", "n", "qu", "s"});
  constexpr std::size_t shortest = 6;
  const std::string_view folded = c.folded();
  const std::size_t at = folded.find('\'');
  if (at == std::string_view::npos || at == 0 || at + 2 > folded.size() ||
      restored_apostrophe(folded)) {
    return false;
  }
  if (at + 2 < folded.size() && base::is_one_of(folded.substr(0, at), foreign) &&
      is_vowel_or_h(folded[at + 1])) {
    return true;
  }
  std::string whole(folded);
  whole[at] = 'e';
  return folded.size() >= shortest && whole.find('\'') == std::string::npos &&
         !folded.ends_with("'s") && c.around.shared().vocabulary().accepts(whole);
}

}  // namespace linter::checks::spelling
