// Candidates that are made of the error's own pieces.
#pragma once

#include "linter/checks/spelling/suggest/question.h"
#include "linter/checks/spelling/suggest/ranking.h"
#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

// Two words without the space between them: "gentleand" -> "gentle and".
void add_splits(const lexicon::Vocabulary& vocabulary, const Question& question, Ranking& ranking);

// Letters that stand twice in a row, left out once: "bananana" -> "banana".
void add_without_repetition(const lexicon::Vocabulary& vocabulary, const Question& question,
                            Ranking& ranking);

}  // namespace linter::checks::spelling
