// Slips that a place and its neighbours show, whether the words are known or not: doubled words,
// words written apart, marks without a space, letters alone, ordinals.
#pragma once

#include "linter/checks/spelling/reporter.h"

namespace linter::checks::spelling {

// Token i, which is no word: an ordinal with a wrong ending, a hyphen left over from a line end, a
// sentence's end without a space.
void report_mark(Reporter& reporter, Scan::Index i);

// Token i, a word of one letter: "i" for "I", or a letter left over.
void report_letter(Reporter& reporter, Scan::Index i);

// Token i is a function word with a capital.
void report_capital(Reporter& reporter, Scan::Index i);

// Tokens i and i + 1 are neighbours and the same word.
void report_doubled(Reporter& reporter, Scan::Index i);

// Token i ends in "'s".
void report_genitive(Reporter& reporter, Scan::Index i);

// Token i may begin a compound that is written apart.
void report_compound(Reporter& reporter, Scan::Index i);

}  // namespace linter::checks::spelling
