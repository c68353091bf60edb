#include "linter/context/clause_heads.h"

#include <optional>

#include "linter/context/clauses.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;

bool opens_relative(const Word& word) {
  return word.can_be(PartOfSpeech::relative) && !word.can_be(PartOfSpeech::determiner);
}

// What stands in brackets or between the commas of a relative clause carries nothing.
bool is_aside(const Word& word, const Word& first) {
  return word.depth > first.depth || word.is(Known::open) || word.is(Known::close);
}

std::optional<std::size_t> verb_of(std::span<const Word> words, std::size_t begin,
                                   std::size_t end) {
  for (std::size_t at = begin; at < end; ++at)
    if (!is_aside(words[at], words[begin]) && is_finite(words, at)) return at;
  return std::nullopt;
}

bool opens_phrase(const Word& word) {
  return word.can_be(PartOfSpeech::preposition) || word.can_be(PartOfSpeech::subordinator) ||
         word.can_be(PartOfSpeech::relative);
}

bool is_pronoun(const Word& word) {
  return word.can_be(PartOfSpeech::pronoun) && !word.can_be(PartOfSpeech::noun);
}

bool is_nominal(const Word& word) {
  return word.can_be(PartOfSpeech::noun) || word.can_be(PartOfSpeech::proper_noun) ||
         word.can_be(PartOfSpeech::gerund) || word.can_be(PartOfSpeech::pronoun);
}

// The word before the verb, adverbs and marks skipped.
std::optional<std::size_t> word_before(std::span<const Word> words, std::size_t begin,
                                       std::size_t verb) {
  for (std::size_t at = verb; at-- > begin;) {
    const Word& word = words[at];
    const bool skipped =
        word.is_mark() || (word.can_be(PartOfSpeech::adverb) && !is_nominal(word) &&
                           !word.can_be(PartOfSpeech::adjective));
    if (!skipped) return at;
  }
  return std::nullopt;
}

// "Other, rarer effects": the comma stands between two words that describe the noun behind them.
bool describes(const Word& word) {
  return (word.can_be(PartOfSpeech::adjective) || word.can_be(PartOfSpeech::determiner)) &&
         !word.can_be(PartOfSpeech::plural);
}

// The last noun before anything that leaves the first noun phrase.
std::optional<std::size_t> head_of(std::span<const Word> words, std::size_t begin,
                                   std::size_t verb) {
  std::optional<std::size_t> head;
  for (std::size_t at = begin; at < verb; ++at) {
    const Word& word = words[at];
    if (is_aside(word, words[begin])) continue;
    if (head && word.is(Known::comma) && describes(words[*head])) continue;
    if (head && (opens_phrase(word) || word.is(Known::comma) || is_pronoun(word))) break;
    if (is_nominal(word)) head = at;
  }
  return head;
}

// Where the clause goes on behind a word or phrase in front: "Yes, it", "Thanks to the gel, the
// peel"; `begin` where there is none, and in a list.
std::size_t after_opening(std::span<const Word> words, std::size_t begin, std::size_t verb) {
  std::size_t comma = verb;
  for (std::size_t at = begin; at < verb; ++at) {
    if (is_aside(words[at], words[begin])) continue;
    if (comma != verb && (joins(words[at]) || opens_relative(words[at]))) return begin;
    if (words[at].is(Known::comma)) comma = at;
  }
  return comma + 1 < verb && !describes(words[comma == begin ? begin : comma - 1]) ? comma + 1
                                                                                   : begin;
}

}  // namespace

Clause read_clause(std::span<const Word> words, std::size_t begin, std::size_t end) {
  Clause clause{{words[begin].text.begin, words[end - 1].text.end}, {}, {}};
  const auto verb = verb_of(words, begin, end);
  if (!verb) return clause;
  clause.verb = words[*verb].text;
  // "it's", "they'll": subject and verb in one.
  if (is_pronoun(words[*verb])) {
    clause.subject = words[*verb].text;
    return clause;
  }
  begin = after_opening(words, begin, *verb);
  const auto before = word_before(words, begin, *verb);
  if (!before) return clause;
  const bool exception = begin + 1 < end && words[begin + 1].is(Known::than);  // "Other than that"
  const bool fronted =
      exception || (opens_phrase(words[begin]) && !words[begin].can_be(PartOfSpeech::pronoun));
  const auto head = is_pronoun(words[*before]) || fronted ? before : head_of(words, begin, *verb);
  if (head && is_nominal(words[*head])) clause.subject = words[*head].text;
  return clause;
}

}  // namespace linter::context
