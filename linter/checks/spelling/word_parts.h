// Words that no dictionary has because English makes them as needed: a known prefix and a known
// word, and the Greek and Latin compounds of medicine.
#pragma once

#include <string_view>

#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

// Whether `folded` is a prefix that never or hardly ever stands as a word of its own ("micro",
// "hyper", "non").
[[nodiscard]] bool is_bound_prefix(std::string_view folded);

// Whether `folded` may stand before a hyphen ("pre-", "self-", "anti-").
[[nodiscard]] bool is_hyphen_prefix(std::string_view folded);

// Whether `folded` is a prefix that makes new words ("un", "micro").
[[nodiscard]] bool is_deriving_prefix(std::string_view folded);

// "prefix + word" or "word + -like, -fold, -wide ...", the word accepted in lower case.
[[nodiscard]] bool is_derived(std::string_view folded, const lexicon::Vocabulary& vocabulary);

// Combining forms all through: "osteo" + "chondr" + "itis". At least two forms and eight letters.
[[nodiscard]] bool is_technical_compound(std::string_view folded);

// Whether a folded word is a Greek or Latin form that technical words begin with: "septo",
// "cardio".
[[nodiscard]] bool is_combining_form(std::string_view folded);

}  // namespace linter::checks::spelling
