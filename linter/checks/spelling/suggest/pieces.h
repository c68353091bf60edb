// Candidates that are made of the error's own pieces.
#pragma once

#include <functional>

#include "linter/checks/spelling/suggest/question.h"
#include "linter/checks/spelling/suggest/ranking.h"
#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

// Two words without the space between them: "gentleand" -> "gentle and".
void add_splits(const lexicon::Vocabulary& vocabulary, const Question& question, Ranking& ranking);

// Letters that stand twice in a row, left out once: "bananana" -> "banana".
void add_without_repetition(const lexicon::Vocabulary& vocabulary, const Question& question,
                            Ranking& ranking);

// Words that only a prefix makes, and no dictionary has: "preinitalization" -> "preinitialization",
// where nothing better is found. `find` ranks what the rest behind a prefix may have been meant
// for.
using FindMeant = std::function<void(const Question& rest, Ranking& ranking)>;
void add_derived(const lexicon::Vocabulary& vocabulary, const Question& question,
                 const FindMeant& find, Ranking& ranking);

}  // namespace linter::checks::spelling
