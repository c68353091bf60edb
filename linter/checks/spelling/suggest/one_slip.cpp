#include "linter/checks/spelling/suggest/one_slip.h"

#include <algorithm>
#include <utility>

#include "linter/base/utf8.h"

namespace linter::checks::spelling {
namespace {

// The letters of the alphabet that a word is written in.
std::u32string_view letters_of(std::u32string_view word) {
  constexpr std::u32string_view latin =
      U"aàáâãäåæbcçčdeèéêëęfgğhiìíîïjklłmnñoòóôõöøœpqrsśšßtuùúûüvwxyýÿzž'";
  constexpr std::u32string_view cyrillic = U"абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя";
  constexpr std::u32string_view greek = U"αάβγδεέζηήθιίϊκλμνξοόπρστυύϋφχψωώς";
  for (const std::u32string_view alphabet : {cyrillic, greek}) {
    if (std::ranges::any_of(word, [&](char32_t c) { return alphabet.contains(c); }))
      return alphabet;
  }
  return latin;
}

std::string utf8(std::u32string_view word) {
  std::string text;
  for (const char32_t c : word) base::append_utf8(text, c);
  return text;
}

}  // namespace

void visit_one_slip(std::string_view folded, const std::function<void(const std::string&)>& visit) {
  constexpr std::size_t longest = 24;
  std::u32string word;
  for (std::size_t at = 0; at < folded.size();) {
    const base::CodePoint point = base::decode(folded, at);
    word += point.value;
    at += point.length;
  }
  if (word.size() > longest) return;
  const std::u32string_view letters = letters_of(word);
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (const char32_t letter : letters) {
      visit(utf8(std::u32string(word).insert(i, 1, letter)));
      if (i < word.size() && word[i] != letter)
        visit(utf8(std::u32string(word).replace(i, 1, 1, letter)));
    }
    if (i < word.size() && word.size() > 1) visit(utf8(std::u32string(word).erase(i, 1)));
    if (i + 1 < word.size() && word[i] != word[i + 1]) {
      std::u32string swapped = word;
      std::swap(swapped[i], swapped[i + 1]);
      visit(utf8(swapped));
    }
  }
}

}  // namespace linter::checks::spelling
