// The text that a pattern's replacement stands for; see Pattern::expand for the language.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "linter/base/pattern.h"

namespace linter::base {

// `number_of` gives the number of a named group, below 1 for an unknown name. Linear in the format
// and the groups.
[[nodiscard]] std::string expand_replacement(std::string_view format, std::string_view text,
                                             const Match& match,
                                             const std::function<int(std::string_view)>& number_of);

}  // namespace linter::base
