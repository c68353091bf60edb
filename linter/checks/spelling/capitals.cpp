#include "linter/checks/spelling/capitals.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "linter/base/one_of.h"
#include "linter/base/utf8.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/word_classes.h"

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

bool is_common(std::string_view word, const lexicon::Vocabulary& vocabulary) {
  constexpr std::uint8_t rarest = 50;
  const std::uint8_t tier = vocabulary.look_up(word).tier;
  return tier > 0 && tier <= rarest;
}

// "IDentifier", "UVlight": initials that stand for words of their own.
bool begins_with_initials(std::string_view folded) {
  constexpr auto initials =
      std::to_array<std::string_view>({"ai", "cd", "dj", "eu", "hr", "id", "ip", "iv", "pc", "pr",
                                       "rf", "tv", "ui", "uk", "us", "uv"});
  return std::ranges::find(initials, folded.substr(0, 2)) != initials.end();
}

// Prefixes that no identifier of a program begins with.
bool is_medical_prefix(std::string_view folded) {
  constexpr auto prefixes = std::to_array<std::string_view>(
      {"anti", "cryo", "derma", "electro", "hyper", "hypo", "immuno", "intra", "lipo", "micro",
       "neuro", "photo", "radio"});
  return std::ranges::find(prefixes, folded) != prefixes.end();
}

// A capital amid the small letters of a short word that everybody uses: "dAy", unlike "mAh" and
// "iOS".
bool is_short_slip(std::string_view word, const lexicon::Vocabulary& vocabulary) {
  constexpr std::uint8_t commonest = 20;
  if (word.size() != 3 || !is_lower(word[0]) || !is_upper(word[1]) || !is_lower(word[2]))
    return false;
  const std::uint8_t tier = vocabulary.look_up(base::lower(word)).tier;
  return tier > 0 && tier <= commonest;
}

// "JULy", "TREATMENt": capitals to the last letter but one or two.
std::optional<std::string> without_early_lock(std::string_view word,
                                              const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest = 4;
  constexpr std::ptrdiff_t longest_rest = 2;
  const auto rest = std::ranges::find_if(word, is_lower);
  const std::ptrdiff_t capitals = rest - word.begin();
  const std::ptrdiff_t left = word.end() - rest;
  if (word.size() < shortest || capitals < 3 || left == 0 || left > longest_rest ||
      !std::ranges::all_of(rest, word.end(), is_lower) || word.ends_with('s')) {
    return std::nullopt;
  }
  const std::string folded = base::lower(word);
  // "MRIed", "GIFy": an abbreviation and an ending
  const std::string_view stem =
      std::string_view(folded).substr(0, static_cast<std::size_t>(capitals));
  const std::string right = base::capitalised(folded);
  const bool common = is_common(folded, vocabulary) || is_common(right, vocabulary);
  return common && !vocabulary.look_up(stem).listed ? std::optional(right) : std::nullopt;
}

// "BAnother option", "IThe skin": a letter too many before a word that begins sentences, which no
// name has for its second part.
bool is_letter_before_opener(std::string_view folded, std::string_view tail) {
  constexpr std::size_t shortest = 3;
  constexpr auto of_names = std::to_array<std::string_view>(
      {"all", "for", "more", "now", "off", "one", "only", "out", "own", "well", "you"});
  const bool opens = lexicon::closed_class(tail).has_value() ||
                     lexicon::is_of(lexicon::WordClass::opens_sentence, tail);
  return tail.size() >= shortest && opens && !begins_with_initials(folded) &&
         !base::is_one_of(tail, of_names);
}

// Whether a word begins small, or with a capital that it always has: "DNA", "I".
bool is_small(const Scan& scan, Scan::Index i) {
  const sentences::Shape shape = scan.token(i).shape;
  return shape == sentences::Shape::lower || shape == sentences::Shape::upper;
}

}  // namespace

bool is_seldom_capitalised(std::string_view folded) {
  constexpr auto words = std::to_array<std::string_view>(
      {"after", "and",   "are",   "as",      "at",      "be",    "because", "been",  "before",
       "but",   "by",    "can",   "could",   "did",     "does",  "during",  "for",   "from",
       "had",   "has",   "have",  "if",      "in",      "into",  "is",      "must",  "nor",
       "of",    "on",    "or",    "should",  "than",    "that",  "the",     "their", "these",
       "they",  "this",  "those", "through", "to",      "until", "was",     "were",  "when",
       "which", "while", "with",  "within",  "without", "would"});
  return std::ranges::binary_search(words, folded);
}

bool is_capital_amid(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index around = 3;
  if (i == 0 || !scan.are_neighbours(i - 1) || !scan.are_neighbours(i) ||
      scan.token(i - 1).shape != sentences::Shape::lower ||
      scan.token(i + 1).shape != sentences::Shape::lower || scan.capital_is_due(i)) {
    return false;
  }
  const sentences::Sentence& sentence = scan.sentence_of(i);
  const Scan::Index first = std::max(sentence.first_token + 1, i > around ? i - around : 0);
  const Scan::Index end = std::min(sentence.end_token, i + around + 1);
  for (Scan::Index other = first; other < end; ++other) {
    if (other != i && scan.is_word(other) && !is_small(scan, other)) return false;
  }
  const base::Span span = scan.token(i).text;
  const auto begins = [&](const prose::Inline& one) { return one.text.begin == span.begin; };
  return std::ranges::none_of(scan.reading().article.inlines, begins);
}

bool is_pronoun_without_capital(const Scan& scan, Scan::Index i) {
  return scan.text(i) == "i" && scan.are_neighbours(i) && scan.mark_before(i).empty() &&
         lexicon::is_of(lexicon::WordClass::verb_of_i, scan.text(i + 1));
}

bool is_its_with_two_capitals(const Scan& scan, Scan::Index i) {
  using lexicon::PartOfSpeech;
  if (scan.folded(i) != "it's" || !scan.text(i).starts_with("IT") || !scan.are_neighbours(i) ||
      scan.token(i + 1).shape != sentences::Shape::lower) {
    return false;
  }
  const lexicon::PosMask next = scan.entry(i + 1).parts;
  return !has(next, PartOfSpeech::noun) &&
         (has(next, PartOfSpeech::determiner) || has(next, PartOfSpeech::adverb) ||
          has(next, PartOfSpeech::negator) || has(next, PartOfSpeech::participle));
}

std::optional<RightCase> without_doubled_capital(std::string_view word,
                                                 const lexicon::Vocabulary& vocabulary,
                                                 bool begins_sentence) {
  constexpr std::size_t shortest = 3;
  if (word.size() < shortest || !is_upper(word[0]) || !is_upper(word[1])) return std::nullopt;
  const std::string_view rest = word.substr(2);
  if (rest.contains('\'') && lexicon::closed_class(base::lower(word)))
    return RightCase{base::capitalised(base::lower(word)), false};  // "DOn't", "WE'll"
  if (!std::ranges::all_of(rest, is_lower)) return std::nullopt;
  if (word == "ANd") return RightCase{"And", true};
  // "MRIs", "OKed": endings of abbreviations
  if (rest == "s" || rest == "d" || rest == "ed" || rest == "ing" || rest == "es")
    return std::nullopt;
  const std::string folded = base::lower(word);
  const std::string_view tail = std::string_view(folded).substr(1);
  const std::string one_capital = base::capitalised(folded);
  if (lexicon::closed_class(folded)) return RightCase{one_capital, true};
  if (word[0] == word[1] && tail.size() >= shortest && is_everyday(tail, vocabulary)) {
    // "GGraph" may be the graph of g
    return RightCase{std::string(word.substr(1)), lexicon::closed_class(tail).has_value()};
  }
  constexpr std::uint8_t commonest = 20;
  const lexicon::WordFacts facts = vocabulary.look_up(folded);
  const std::uint8_t tier = facts.tier;
  if (begins_sentence && !facts.accepted && is_letter_before_opener(folded, tail))
    return RightCase{base::capitalised(tail), false};
  constexpr std::size_t shortest_content = 5;  // "NOx", "IVa", "APis", "HIfu"
  // "EBook", unlike "PLedge" and "CHemotherapy", whose rest is no commoner than the whole
  const lexicon::WordFacts rest_facts = vocabulary.look_up(tail);
  const bool sure = !begins_with_initials(folded) && !rest_facts.accepted;
  if (begins_sentence && tier > 0 && tier <= commonest)
    return RightCase{one_capital, sure && word.size() >= shortest_content};
  const bool rarer = tier > 0 && (rest_facts.tier == 0 || rest_facts.tier >= tier);
  const bool composed = tail.size() >= shortest && rest_facts.accepted && !rarer;
  if (word.size() < shortest_content || composed) return std::nullopt;
  const bool common = is_common(folded, vocabulary) || is_common(one_capital, vocabulary);
  if (common) return RightCase{one_capital, sure};
  const bool known = is_everyday(folded, vocabulary) || is_everyday(one_capital, vocabulary);
  // "PHilippa", "DOrothy"
  constexpr std::size_t shortest_name = 6;
  const bool name = word.size() >= shortest_name && !rest_facts.accepted &&
                    vocabulary.look_up(one_capital).accepted && !begins_with_initials(folded);
  return known || name ? std::optional(RightCase{one_capital, false}) : std::nullopt;
}

std::optional<std::string> without_inner_capital(std::string_view word,
                                                 const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest = 4;
  const bool function_word = lexicon::closed_class(base::lower(word)).has_value();
  const bool short_slip = is_short_slip(word, vocabulary);  // "dAy"
  if ((word.size() < shortest && !function_word && !short_slip) || word.size() < 2 ||
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
  if (auto right = without_early_lock(word, vocabulary)) return right;
  const auto inner = std::ranges::find_if(word.substr(1), is_upper);
  const auto capitals = std::ranges::count_if(word.substr(1), is_upper);
  // "reALly": the two side by side in a word that begins and ends without one
  const bool held_on =
      capitals == 2 && is_lower(word[0]) && is_lower(word.back()) && is_upper(*std::next(inner));
  if (inner == word.end() || (capitals != 1 && !held_on) ||
      (is_upper(word[0]) && is_upper(word[1]))) {
    return std::nullopt;
  }
  const std::string folded = base::lower(word);
  const auto first_size = static_cast<std::size_t>(inner - word.begin());
  const std::string_view first = std::string_view(folded).substr(0, first_size);
  const std::string_view second = std::string_view(folded).substr(first_size);
  const lexicon::WordFacts facts = vocabulary.look_up(folded);
  // "microNeedling": a prefix and a word, no name made of two
  if (is_lower(word[0]) && is_medical_prefix(first) && is_everyday(folded, vocabulary))
    return folded;
  // "folLicle": what programs and trades write so has a word on one side at least
  const bool no_parts = is_lower(word[0]) && first_size > 1 && second.size() > 2 &&
                        !vocabulary.look_up(first).accepted && !vocabulary.look_up(second).accepted;
  if ((facts.listed && !no_parts) || !is_everyday(folded, vocabulary)) return std::nullopt;
  // "SkinCare", "MediSpa": a name made of two parts, the second a word
  constexpr std::size_t shortest_part = 3;
  if (first_size >= shortest_part && second.size() >= shortest_part &&
      vocabulary.look_up(second).accepted &&
      (is_upper(word[0]) || vocabulary.look_up(first).accepted)) {
    return std::nullopt;
  }
  return is_upper(word[0]) ? base::capitalised(folded) : folded;
}

void InnerCapitals::begin(const lexicon::Lexicon& lexicon) {
  if (generation_ != lexicon.generation()) known_.clear();
  generation_ = lexicon.generation();
}

const std::optional<std::string>& InnerCapitals::without(const Scan& scan, Scan::Index i) {
  static const std::optional<std::string> nothing;
  if (!scan.token(i).ascii) return nothing;
  const auto [known, added] = known_.try_emplace(scan.token(i).word);
  if (added)
    known->second = without_inner_capital(scan.text(i), scan.reading().lexicon.vocabulary());
  return known->second;
}

}  // namespace linter::checks::spelling
