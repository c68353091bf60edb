// What a terminal shows of a finding that somebody is asked about.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "linter/base/span.h"
#include "linter/findings/finding.h"
#include "linter/fixes/manuscript.h"
#include "linter/reports/report.h"

namespace linter::commands {

// Of a finding, that can be chosen by a number.
inline constexpr std::size_t most_suggestions = 9;

// Whether the project's list could have the word that a finding is about: one word, and a rule that
// goes by lists.
[[nodiscard]] bool is_about_a_word(const findings::Finding& finding);

// The answers that make sense, as the prompt shows them: "[y,1-5,a,t,s,n,u,q,?]".
[[nodiscard]] std::string answers_to(const findings::Finding& finding);

// A line for each of these answers.
[[nodiscard]] std::string help_on(std::string_view answers);

// What stands with a stet that covers these bytes of an article: "spelling.dialect on “colour”
// alone", "spelling.dialect in all of lines 3 to 5", "spelling.dialect in the whole article".
[[nodiscard]] std::string standing(const findings::Finding& finding, std::string_view bytes,
                                   base::Span covers);

// What a reader reads around a place.
using PassageOf = std::function<fixes::Passage(const findings::Location&)>;

// Place, severity, message, the sentence with the words marked, suggestions, and the other sides of
// a contradiction, so that both are on one screen of 24 lines, as wide as the terminal: lines are
// broken between words, and what does not fit is counted. Without colours a line of "^" below marks
// the words.
[[nodiscard]] std::string question(const findings::Finding& finding,
                                   const reports::Terminal& terminal, const PassageOf& passage_of);

}  // namespace linter::commands
