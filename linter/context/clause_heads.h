// The words that carry a clause: the head of its grammatical subject, and its verb.
#pragma once

#include <cstddef>
#include <span>

#include "linter/context/context.h"
#include "linter/context/words.h"

namespace linter::context {

// Reads the clause of the words [begin, end) of a sentence that split_clauses has seen. The subject
// is the pronoun before the verb, else the last noun of the first noun phrase: "The skin around the
// eyes is red" is about skin. Linear in the clause.
[[nodiscard]] Clause read_clause(std::span<const Word> words, std::size_t begin, std::size_t end);

}  // namespace linter::context
