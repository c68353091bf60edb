// What a terminal shows of a finding that somebody is asked about.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "linter/findings/finding.h"

namespace linter::commands {

// What a reader reads around a place.
using SentenceOf = std::function<std::string(const findings::Location&)>;

// Place, message, the sentence, suggestions, and the other sides of a contradiction, so that both
// are on one screen of 24 lines, `width` columns wide: lines are broken between words, and what
// does not fit is counted.
[[nodiscard]] std::string question(const findings::Finding& finding, std::size_t width,
                                   const SentenceOf& sentence_of);

}  // namespace linter::commands
