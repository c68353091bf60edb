// Misspellings that are so usual that the right word is known.
#pragma once

#include <span>
#include <string_view>

namespace linter::checks::spelling {

// The words meant by a folded misspelling, likeliest first; empty when it is not one of the usual
// ones. O(log).
[[nodiscard]] std::span<const std::string_view> known_slip(std::string_view folded);

}  // namespace linter::checks::spelling
