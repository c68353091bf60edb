// Where one clause ends and the next begins, from marks, closed-class words and parts of speech.
#pragma once

#include <span>

#include "linter/context/words.h"

namespace linter::context {

// Fills Word::before and Word::depth. Punctuation, subordinators, relative pronouns, and
// coordinating conjunctions or commas with a subject and a finite verb after them begin a clause;
// "and" between two nouns or two predicates does not. Linear: looks at most a fixed number of words
// ahead.
void split_clauses(std::span<Word> words);

// Whether the word at `at` is a finite verb where it stands: an auxiliary, a modal, a form that is
// nothing else, or an ambiguous one that its neighbours decide ("it leaves no", "patients return
// to").
[[nodiscard]] bool is_finite(std::span<const Word> words, std::size_t at);

// Whether a predicate without a subject begins at `at`, adverbs skipped: "(and) leaves no scars",
// "(and) is safe".
[[nodiscard]] bool begins_predicate(std::span<const Word> words, std::size_t at);

// Whether a subject and its finite verb begin at `at`: "(and) the skin heals".
[[nodiscard]] bool begins_clause(std::span<const Word> words, std::size_t at);

// Whether the word at `at` shows the one before it to be a verb: the beginning of an object.
[[nodiscard]] bool shows_verb(std::span<const Word> words, std::size_t at);

// An auxiliary or a modal.
[[nodiscard]] inline bool is_helper(const Word& word) {
  return word.can_be(lexicon::PartOfSpeech::auxiliary) || word.can_be(lexicon::PartOfSpeech::modal);
}

// Whether a word belongs to a coordinating list: and, or, nor, a comma.
[[nodiscard]] inline bool joins(const Word& word) {
  return word.is(Known::comma) || word.is(Known::and_) || word.is(Known::or_) ||
         word.is(Known::nor) || word.is(Known::plus);
}

}  // namespace linter::context
