#include "linter/checks/spelling/capitals.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/lexicon/closed_words.h"

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

bool is_pronoun_without_capital(const Scan& scan, Scan::Index i) {
  constexpr auto verbs = std::to_array<std::string_view>(
      {"am",      "believe", "can",    "can't", "could", "did",  "didn't", "do",     "don't",
       "feel",    "felt",    "got",    "had",   "have",  "hope", "know",   "like",   "love",
       "may",     "might",   "must",   "need",  "never", "said", "saw",    "should", "think",
       "thought", "want",    "wanted", "was",   "went",  "will", "wish",   "would"});
  return scan.text(i) == "i" && scan.are_neighbours(i) && scan.mark_before(i).empty() &&
         std::ranges::find(verbs, scan.text(i + 1)) != verbs.end();
}

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
  const std::string one_capital = base::capitalised(folded);
  if (word[0] == word[1] && is_everyday(std::string_view(folded).substr(1), vocabulary)) {
    return std::string(word.substr(1));
  }
  if (is_everyday(folded, vocabulary) || is_everyday(one_capital, vocabulary)) return one_capital;
  return std::nullopt;
}

std::optional<std::string> without_inner_capital(std::string_view word,
                                                 const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest = 4;
  const bool function_word = lexicon::closed_class(base::lower(word)).has_value();
  if ((word.size() < shortest && !function_word) || word.size() < 2 ||
      !std::ranges::all_of(word, [](char c) { return is_upper(c) || is_lower(c); })) {
    return std::nullopt;
  }
  if (is_lower(word[0]) && std::ranges::all_of(word.substr(1), is_upper)) {
    constexpr std::size_t shortest_inverted = 5;  // "cAMP" is chemistry
    const std::string inverted = base::lower(word);
    // "eMAIL", "mCHERRY": a letter and a word
    const bool composed = vocabulary.look_up(std::string_view(inverted).substr(1)).accepted;
    const bool is_slip = function_word || (word.size() >= shortest_inverted && !composed);
    if (!is_slip || !is_everyday(inverted, vocabulary)) return std::nullopt;
    return function_word ? inverted : base::capitalised(inverted);
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
