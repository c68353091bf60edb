#include "linter/checks/spelling/capitals.h"

#include <algorithm>

#include "linter/base/utf8.h"

namespace linter::checks::spelling {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_everyday(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  constexpr std::uint8_t rarest = 60;
  const lexicon::WordFacts facts = vocabulary.look_up(folded);
  return facts.accepted && (facts.listed || (facts.tier > 0 && facts.tier <= rarest));
}

}  // namespace

std::optional<std::string> without_doubled_capital(std::string_view word,
                                                   const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest = 3;
  if (word.size() < shortest || !is_upper(word[0]) || !is_upper(word[1])) return std::nullopt;
  const std::string_view rest = word.substr(2);
  if (!std::ranges::all_of(rest, is_lower)) return std::nullopt;
  // "MRIs", "OKed": endings of abbreviations
  if (rest == "s" || rest == "d" || rest == "ed" || rest == "ing" || rest == "es")
    return std::nullopt;
  const std::string folded = base::lower(word);
  if (word[0] == word[1] && is_everyday(std::string_view(folded).substr(1), vocabulary)) {
    return std::string(word.substr(1));
  }
  if (is_everyday(folded, vocabulary)) return base::capitalised(folded);
  return std::nullopt;
}

std::optional<std::string> without_inner_capital(std::string_view word,
                                                 const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest = 4;
  if (word.size() < shortest ||
      !std::ranges::all_of(word, [](char c) { return is_upper(c) || is_lower(c); })) {
    return std::nullopt;
  }
  const auto inner = std::ranges::find_if(word.substr(1), is_upper);
  if (inner == word.end() || std::ranges::count_if(word.substr(1), is_upper) != 1 ||
      (is_upper(word[0]) && is_upper(word[1]))) {
    return std::nullopt;
  }
  const std::string folded = base::lower(word);
  const lexicon::WordFacts facts = vocabulary.look_up(folded);
  if (facts.listed || !is_everyday(folded, vocabulary)) return std::nullopt;
  // "SkinCare", "MediSpa": a name made of two parts, the second a word
  constexpr std::size_t shortest_part = 3;
  const auto first_size = static_cast<std::size_t>(inner - word.begin());
  const std::string_view second = std::string_view(folded).substr(first_size);
  if (first_size >= shortest_part && second.size() >= shortest_part &&
      vocabulary.look_up(second).accepted) {
    return std::nullopt;
  }
  return is_upper(word[0]) ? base::capitalised(folded) : folded;
}

}  // namespace linter::checks::spelling
