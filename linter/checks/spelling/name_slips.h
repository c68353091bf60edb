// Whether a word with a capital is a known one mistyped rather than a name. For silent_names.cpp.
#pragma once

#include "linter/checks/spelling/silence_case.h"

namespace linter::checks::spelling {

// What half of the names reach at most, and nine of ten misspellings at least; and what few names
// reach.
constexpr int like_some_word = -300;
constexpr int like_a_word = 100;

// "Wendesday", "Austalia", "Juvedrem", "Asthetic": one slip from a name that is not a person's, or
// a usual slip, and not after a person's other names. Some 50 µs.
[[nodiscard]] bool is_mistyped_name(const Case& c);
// A usual slip, a well-known name, one letter from a word, or like one by so many points; short
// names are like some word by chance. Some 1 ms at most.
[[nodiscard]] bool is_like_slip(const Case& c, int points);
// "our Consultaton fee", "Botox Injectons", "our Dermatlogy team": a capital that is not due, on
// what is one slip from a word of a list, or one edit from a word of every day and beside no part
// of a name. Some names are ("Zimmer"). Some 1 ms at most.
[[nodiscard]] bool is_slip_with_capital(const Case& c);

}  // namespace linter::checks::spelling
