// Every text that is one slip away from a word.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace linter::checks::spelling {

// Hands over each text that a letter missing, extra, another, or two neighbours swapped make of a
// folded word, with the letters of its script: a few thousand for a long word, some more than once.
// Nothing for words over 24 letters.
void visit_one_slip(std::string_view folded, const std::function<void(const std::string&)>& visit);

}  // namespace linter::checks::spelling
