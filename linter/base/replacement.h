// The text that a pattern's replacement stands for; see Pattern::expand for the language.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace linter::base {

// `text_of` gives the text of a group by what stands behind the '$': "0" or another number, or a
// name. Linear in the format and the groups.
[[nodiscard]] std::string expand_replacement(
    std::string_view format, const std::function<std::string_view(std::string_view)>& text_of);

}  // namespace linter::base
