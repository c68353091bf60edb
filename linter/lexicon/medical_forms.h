// The British spelling of medical words, by their roots: "haem", "oedem", "rrhoea".
#pragma once

#include <string>
#include <string_view>

namespace linter::lexicon {

// The American spelling of a folded word that has British roots: "cryoglobulinemia" for
// "cryoglobulinaemia". Empty for every other word; whether the result is a word is the caller's
// matter.
[[nodiscard]] std::string american_medical_form(std::string_view folded);

// The reverse, of roots that tell nothing else: "haematoma" for "hematoma". Empty for every other
// word.
[[nodiscard]] std::string british_medical_form(std::string_view folded);

// Whether one of the two has something to say.
[[nodiscard]] bool has_medical_root(std::string_view folded);

}  // namespace linter::lexicon
