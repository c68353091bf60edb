// Misspellings that are so usual that the right word is known.
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// The word or words meant by a folded misspelling; empty when it is not one of the usual ones.
// O(log of the table).
[[nodiscard]] std::string_view known_slip(std::string_view folded);

}  // namespace linter::checks::spelling
