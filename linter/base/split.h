// Text in parts.
#pragma once

#include <string_view>
#include <vector>

namespace linter::base {

// The parts between separators, in order; views of the text. One more than it has separators.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace linter::base
