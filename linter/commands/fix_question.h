// What a terminal shows of a finding that somebody is asked about.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "linter/base/span.h"
#include "linter/findings/finding.h"

namespace linter::commands {

// Whether the project's list could have the word that a finding is about: one word, and a rule that
// goes by lists.
[[nodiscard]] bool is_about_a_word(const findings::Finding& finding);

// The answers that make sense, as the prompt shows them: "[y,1-9,t,s,n,u,q,?]".
[[nodiscard]] std::string answers_to(const findings::Finding& finding);

// What stands with a stet that covers these bytes of an article: "spelling.dialect on “colour”
// alone", "spelling.dialect in all of lines 3 to 5", "spelling.dialect in the whole article".
[[nodiscard]] std::string standing(const findings::Finding& finding, std::string_view bytes,
                                   base::Span covers);

// What a reader reads around a place.
using SentenceOf = std::function<std::string(const findings::Location&)>;

// Place, message, the sentence, suggestions, and the other sides of a contradiction, so that both
// are on one screen of 24 lines, `width` columns wide: lines are broken between words, and what
// does not fit is counted.
[[nodiscard]] std::string question(const findings::Finding& finding, std::size_t width,
                                   const SentenceOf& sentence_of);

}  // namespace linter::commands
