#include "linter/context/clause_heads.h"

#include <optional>

#include "linter/context/clauses.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;

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

// The last noun before anything that leaves the first noun phrase.
std::optional<std::size_t> head_of(std::span<const Word> words, std::size_t begin,
                                   std::size_t verb) {
  std::optional<std::size_t> head;
  for (std::size_t at = begin; at < verb; ++at) {
    const Word& word = words[at];
    if (is_aside(word, words[begin])) continue;
    if (head && (opens_phrase(word) || word.is(Known::comma) || is_pronoun(word))) break;
    if (is_nominal(word)) head = at;
  }
  return head;
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
  const auto before = word_before(words, begin, *verb);
  if (!before) return clause;
  const bool fronted = opens_phrase(words[begin]) && !words[begin].can_be(PartOfSpeech::pronoun);
  const auto head = is_pronoun(words[*before]) || fronted ? before : head_of(words, begin, *verb);
  if (head && is_nominal(words[*head])) clause.subject = words[*head].text;
  return clause;
}

}  // namespace linter::context
