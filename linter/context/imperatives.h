// Instructions without a cue word: clauses that begin with a bare verb ("Avoid the sun", "do not
// pick").
#pragma once

#include <span>

#include "linter/context/matching.h"
#include "linter/context/words.h"

namespace linter::context {

// Adds a match of the built-in cue (CueSet::Index::imperative) for each imperative; a word that can
// also be a noun does not count (cue files list those that do), nor one that a cue or pseudo-cue of
// `advice` took. `matches` stays sorted.
void add_imperatives(std::span<const Word> words, Matches& matches);

// Takes back what stands for an imperative only by its place at the clause's start: for list items
// that go on an infinitive ("Use it to:" ... "remove marks").
void drop_imperatives(const CueSet::Index& index, Matches& matches);

// Drops the advice of a first word that is part of a subject ("Dry food contains sugar"). Clauses
// must be split.
void drop_names(const CueSet::Index& index, std::span<const Word> words, Matches& matches);

}  // namespace linter::context
