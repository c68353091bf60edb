#include "linter/context/phrase.h"

namespace linter::context {
namespace {

bool is_vowel(char letter) {
  return std::string_view("aeiou").contains(letter);
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 2 && word.ends_with('y') && !is_vowel(word[word.size() - 2]);
}

std::string third_person(std::string_view word) {
  for (const std::string_view ending : {"s", "x", "z", "ch", "sh", "o"})
    if (word.ends_with(ending)) return std::string(word) + "es";
  if (ends_in_consonant_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ies";
  return std::string(word) + "s";
}

// "stop" -> "stopp": one vowel before one consonant that doubles.
bool may_double(std::string_view word) {
  if (word.size() < 3) return false;
  const char last = word.back();
  return !is_vowel(last) && !std::string_view("wxy").contains(last) &&
         is_vowel(word[word.size() - 2]) && !is_vowel(word[word.size() - 3]);
}

std::string past(std::string_view word) {
  if (word.ends_with('e')) return std::string(word) + "d";
  if (ends_in_consonant_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ied";
  return std::string(word) + "ed";
}

std::string gerund(std::string_view word) {
  if (word.ends_with("ie")) return std::string(word.substr(0, word.size() - 2)) + "ying";
  if (word.ends_with('e') && !word.ends_with("ee"))
    return std::string(word.substr(0, word.size() - 1)) + "ing";
  return std::string(word) + "ing";
}

}  // namespace

std::vector<std::string> inflections(std::string_view word) {
  std::vector<std::string> forms{std::string(word), third_person(word), past(word), gerund(word)};
  if (may_double(word)) {
    const std::string doubled = std::string(word) + word.back();
    forms.push_back(doubled + "ed");
    forms.push_back(doubled + "ing");
  }
  return forms;
}

}  // namespace linter::context
