#include "linter/checks/spelling/compounds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "linter/base/utf8.h"
#include "linter/base/word_sieve.h"
#include "linter/checks/spelling/english_tables.h"
#include "linter/checks/spelling/word_parts.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using lexicon::PartOfSpeech;

static_assert(std::ranges::is_sorted(split_words, {}, &SplitWord::first));

// Prefixes that join with a hyphen where the dictionary has no closed form.
constexpr auto hyphenating = std::to_array<std::string_view>(
    {"anti", "multi", "non", "post", "pre", "pseudo", "quasi", "semi", "ultra"});

// "post" and "pre" followed by these are prefixes, whatever stands before.
constexpr auto procedures =
    std::to_array<std::string_view>({"care", "laser", "menopausal", "operative", "peel",
                                     "procedure", "surgery", "surgical", "treatment"});

// "your self esteem": what "self" goes with, so that it ends no pronoun.
constexpr auto of_oneself = std::to_array<std::string_view>(
    {"assessment", "assurance", "awareness", "care", "confidence", "conscious", "control", "esteem",
     "expression", "help", "image", "improvement", "love", "respect", "tan", "tanner", "tanning",
     "worth"});

constexpr auto before_noun_post = std::to_array<std::string_view>(
    {"a", "blog", "each", "every", "her", "his", "last", "latest", "my", "new", "next", "our",
     "social", "that", "the", "their", "this", "to", "your"});

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// "menstrual", "inflammatory": an adjective of learned form and nothing else.
bool is_learned_adjective(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  const lexicon::PosMask parts = vocabulary.look_up(folded).parts;
  const bool adjective = has(parts, PartOfSpeech::adjective) && !has(parts, PartOfSpeech::noun) &&
                         !has(parts, PartOfSpeech::verb) && !has(parts, PartOfSpeech::adverb);
  constexpr auto ends = std::to_array<std::string_view>({"al", "ar", "ic", "ive", "ory"});
  return adjective &&
         std::ranges::any_of(ends, [&](std::string_view end) { return folded.ends_with(end); });
}

// "post" is a noun and a verb too: it is a prefix before a learned adjective with its noun, and
// before the name of a procedure unless an article or a pronoun shows that it is a noun.
bool post_is_prefix(const Scan& scan, Scan::Index i, std::string_view second) {
  const lexicon::Vocabulary& vocabulary = scan.reading().lexicon.vocabulary();
  if (is_learned_adjective(second, vocabulary)) {
    return scan.are_neighbours(i + 1) && has(scan.entry(i + 2).parts, PartOfSpeech::noun);
  }
  const bool determined =
      i > 0 && scan.are_neighbours(i - 1) && is_one_of(before_noun_post, scan.folded(i - 1));
  return is_one_of(procedures, second) && !determined;
}

bool is_everyday(std::string_view part, const lexicon::Vocabulary& vocabulary) {
  constexpr std::uint8_t rarest = 35;
  const lexicon::WordFacts facts = vocabulary.look_up(part);
  return facts.accepted && facts.tier > 0 && facts.tier <= rarest;
}

bool is_function_word(std::string_view part) {
  return part.size() >= 2 && lexicon::closed_class(part).has_value();
}

// Any word that the dictionary or a list has and that is too long to be there by chance.
bool is_long_word(std::string_view part, const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest = 6;
  constexpr std::uint8_t rarest = 70;
  if (part.size() < shortest) return false;
  const lexicon::WordFacts facts = vocabulary.look_up(part);
  return facts.accepted && (facts.listed || (facts.tier > 0 && facts.tier <= rarest));
}

// Function words that make compounds of their own: "upcharge", "walkin", "sandpaperlike".
constexpr auto compounding = std::to_array<std::string_view>(
    {"after", "away", "back", "by",  "down", "ever", "in",   "less",    "like",  "more", "most",
     "off",   "on",   "one",  "out", "over", "self", "some", "through", "under", "up",   "well"});

// Whether the word after a prefix, token i, is written as what a prefix goes with: in lower case,
// or like the prefix with the capital of a heading ("Hyper Pigmentation", "Non Surgical"). "Ultra
// Clear" and "Post Office" are names.
bool goes_with_prefix(const Scan& scan, Scan::Index i) {
  using sentences::Shape;
  constexpr auto of_names = std::to_array<std::string_view>(
      {"auto", "meta", "mono", "multi", "post", "pre", "pseudo", "quasi", "super", "ultra"});
  const Shape second = scan.token(i + 1).shape;
  if (second == Shape::lower) return true;
  const bool alike =
      second == scan.token(i).shape && (second == Shape::capitalised || second == Shape::upper);
  if (!alike) return false;
  if (!is_one_of(of_names, scan.folded(i))) return true;
  return is_one_of(procedures, scan.folded(i + 1));
}

// The word that both make, unless one writes it with a hyphen: "antioxidant", but "anti-aging".
std::optional<std::string> closed_form(std::string_view first, std::string_view second,
                                       const lexicon::Vocabulary& vocabulary) {
  constexpr std::uint8_t rarest = 60;
  std::string joined = std::string(first).append(second);
  const lexicon::WordFacts facts = vocabulary.look_up(joined);
  const bool vowels_meet =
      std::string_view("aeiou").find(second.front()) != std::string_view::npos &&
      std::string_view("aeio").find(first.back()) != std::string_view::npos;
  const bool hyphen = is_one_of(hyphenating, first);
  const bool usual =
      (facts.listed && !vowels_meet && !hyphen) || (facts.tier > 0 && facts.tier <= rarest);
  const bool closed = facts.accepted && (usual || !hyphen);
  return closed ? std::optional(std::move(joined)) : std::nullopt;
}

bool are_nouns(std::string_view first, std::string_view second,
               const lexicon::Vocabulary& vocabulary) {
  const lexicon::PosMask a = vocabulary.look_up(first).parts;
  const lexicon::PosMask b = vocabulary.look_up(second).parts;
  return has(a, PartOfSpeech::noun) && !has(a, PartOfSpeech::plural) && has(b, PartOfSpeech::noun);
}

// Whether two everyday words that stand together cannot be a compound: one is a function word that
// makes none, or the first is inflected ("taught|roll", "diseases|examines").
bool are_no_compound(std::string_view first, std::string_view second,
                     const lexicon::Vocabulary& vocabulary) {
  const bool first_function = is_function_word(first);
  const bool second_function = is_function_word(second);
  if (first_function && second_function)
    return !(is_one_of(compounding, first) && is_one_of(compounding, second));
  constexpr std::size_t shortest = 3;
  if (first_function) return !is_one_of(compounding, first) && second.size() >= shortest;
  if (second_function) return !is_one_of(compounding, second) && first.size() >= shortest;
  const lexicon::PosMask parts = vocabulary.look_up(first).parts;
  const bool inflected =
      has(parts, PartOfSpeech::participle) || has(parts, PartOfSpeech::plural) ||
      has(parts, PartOfSpeech::adverb) ||
      (has(parts, PartOfSpeech::finite_verb) && !has(parts, PartOfSpeech::base_form));
  return inflected && !has(parts, PartOfSpeech::base_form) && first.size() > shortest &&
         second.size() > shortest;
}

}  // namespace

bool are_halves(std::string_view first, std::string_view second) {
  return std::ranges::any_of(std::ranges::equal_range(split_words, first, {}, &SplitWord::first),
                             [&](const SplitWord& word) { return word.second == second; });
}

// The halves of compounds: most words are none, which costs a look.
constexpr auto first_halves = [] {
  base::WordSieve<128> sieve;
  for (const SplitWord& word : split_words) sieve.add(word.first);
  return sieve;
}();
constexpr auto second_halves = [] {
  base::WordSieve<128> sieve;
  for (const SplitWord& word : split_words) sieve.add(word.second);
  return sieve;
}();

bool is_joined_prefix(std::string_view folded) {
  return is_bound_prefix(folded) || is_one_of(hyphenating, folded);
}

bool may_begin_split_compound(std::string_view folded) {
  return is_joined_prefix(folded) ||
         (first_halves.may_have(folded) &&
          std::ranges::binary_search(split_words, folded, {}, &SplitWord::first));
}

bool may_end_split_compound(std::string_view folded) {
  constexpr auto second_of = [](std::uint16_t index) { return split_words[index].second.view(); };
  static constexpr auto by_second = [second_of] {
    std::array<std::uint16_t, split_words.size()> indices{};
    std::iota(indices.begin(), indices.end(), std::uint16_t{0});
    std::ranges::sort(indices, {}, second_of);
    return indices;
  }();
  return second_halves.may_have(folded) &&
         std::ranges::binary_search(by_second, folded, {}, second_of);
}

namespace {

// "if your head aches": says of a part of the body what it does, unless more is said of the aches.
bool says_that_it_aches(const Scan& scan, Scan::Index i) {
  constexpr auto of_whom = std::to_array<std::string_view>(
      {"her", "his", "its", "my", "one's", "our", "the", "their", "your"});
  constexpr auto of_aches =
      std::to_array<std::string_view>({"are", "can", "do", "have", "may", "were", "will"});
  if (scan.folded(i + 1) != "aches" || i == 0 || !scan.are_neighbours(i - 1)) return false;
  return is_one_of(of_whom, scan.folded(i - 1)) &&
         !(scan.are_neighbours(i + 1) && is_one_of(of_aches, scan.folded(i + 2)));
}

}  // namespace

std::optional<std::string> joined_compound(const Scan& scan, Scan::Index i) {
  const std::string_view first = scan.folded(i);
  const std::string_view second = scan.folded(i + 1);
  const lexicon::Vocabulary& vocabulary = scan.reading().lexicon.vocabulary();
  if (!scan.mark_before(i).empty() || scan.mark_after(i + 1) == "-") return std::nullopt;
  if (are_halves(first, second)) {
    if (says_that_it_aches(scan, i)) return std::nullopt;
    const bool ends = second != "self" || !scan.are_neighbours(i + 1) ||
                      !is_one_of(of_oneself, scan.folded(i + 2));
    return ends ? std::optional(std::string(first).append(second)) : std::nullopt;
  }
  const bool prefix = is_bound_prefix(first);
  const bool hyphen = is_one_of(hyphenating, first);
  if ((!prefix && !hyphen) || second.size() < 3 || !goes_with_prefix(scan, i)) return std::nullopt;
  if (lexicon::closed_class(second) || !vocabulary.look_up(second).accepted) return std::nullopt;
  if (first == "post" && !post_is_prefix(scan, i, second)) return std::nullopt;
  if (auto joined = closed_form(first, second, vocabulary)) return joined;
  if (hyphen) return std::string(first).append("-").append(scan.text(i + 1));
  return std::nullopt;
}

std::optional<std::string> joined_at_hyphen(const Scan& scan, Scan::Index i) {
  if (i + 2 >= scan.size() || scan.mark_after(i) != "-" || !scan.is_word(i + 2) ||
      !scan.token(i + 2).space_before || scan.token(i + 2).shape != sentences::Shape::lower) {
    return std::nullopt;
  }
  if (scan.sentence_of(i).end_token <= i + 2) return std::nullopt;
  const std::string_view second = scan.folded(i + 2);
  if (lexicon::closed_class(second)) return std::nullopt;  // "pre- and post-treatment"
  if (auto joined = closed_form(scan.folded(i), second, scan.reading().lexicon.vocabulary()))
    return joined;
  // "micro- means small" is about the prefix
  const bool verb = has(scan.entry(i + 2).parts, PartOfSpeech::finite_verb) &&
                    !has(scan.entry(i + 2).parts, PartOfSpeech::base_form);
  if (is_hyphen_prefix(scan.folded(i)) && !verb &&
      scan.reading().lexicon.vocabulary().look_up(second).accepted) {
    return std::string(scan.folded(i)).append("-").append(second);
  }
  return std::nullopt;
}

std::optional<std::string> closed_at_hyphen(const Scan& scan, Scan::Index i) {
  constexpr auto firsts = std::to_array<std::string_view>({"eye", "sun"});
  constexpr auto prefixes =
      std::to_array<std::string_view>({"contra", "dermato", "hyper", "hypo", "naso", "peri"});
  const std::string_view first = scan.folded(i);
  const bool halves = is_one_of(firsts, first);
  if (!halves && !is_one_of(prefixes, first)) return std::nullopt;
  const bool plain = scan.mark_before(i).empty() && scan.mark_after(i) == "-" &&
                     i + 2 < scan.size() && scan.is_word(i + 2) &&
                     !scan.token(i + 2).space_before && scan.mark_after(i + 2) != "-";
  if (!plain || scan.token(i + 2).shape == sentences::Shape::mixed) return std::nullopt;
  const std::string_view second = scan.folded(i + 2);
  std::optional<std::string> joined;
  if (halves) {
    if (are_halves(first, second)) joined = std::string(first).append(second);
  } else if (second.size() > 3) {
    joined = closed_form(first, second, scan.reading().lexicon.vocabulary());
  }
  if (joined && scan.token(i).shape == sentences::Shape::capitalised)
    joined = base::capitalised(*joined);
  return joined;
}

std::optional<std::string> unglued(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest = 5;  // "Meso" is no "me so"
  if (folded.size() < shortest) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_function = 0;
  bool may_be_compound = false;
  for (std::size_t at = 2; at + 2 <= folded.size(); ++at) {
    const std::string_view first = folded.substr(0, at);
    const std::string_view second = folded.substr(at);
    // "cortisol|may", "incontinent|they": beside a function word a rarer word counts, too
    const bool everyday = is_everyday(first, vocabulary) && is_everyday(second, vocabulary);
    const bool rarer =
        (is_function_word(second) && second.size() > 2 && is_long_word(first, vocabulary)) ||
        (is_function_word(first) && first.size() > 2 && is_long_word(second, vocabulary));
    if (!everyday && !rarer) continue;
    may_be_compound = may_be_compound || are_nouns(first, second, vocabulary);
    if (!are_no_compound(first, second, vocabulary)) continue;
    const std::size_t function = std::max(is_function_word(first) ? first.size() : 0,
                                          is_function_word(second) ? second.size() : 0);
    if (!best || function > best_function) {
      best = std::string(first).append(" ").append(second);
      best_function = function;
    }
  }
  if (may_be_compound && best_function == 0) return std::nullopt;  // "name|space", not "names|pace"
  return best;
}

bool is_glued_for_sure(std::string_view pair) {
  constexpr auto firsts =
      std::to_array<std::string_view>({"if", "our", "that", "the", "their", "these", "they", "this",
                                       "those", "when", "with", "you", "your"});
  constexpr auto seconds = std::to_array<std::string_view>(
      {"and", "are", "for", "from", "our", "that", "the", "their", "this", "with", "you", "your"});
  const std::size_t space = pair.find(' ');
  return is_one_of(firsts, pair.substr(0, space)) || is_one_of(seconds, pair.substr(space + 1));
}

}  // namespace linter::checks::spelling
