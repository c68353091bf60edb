// Contractions and possessives that lost their apostrophe, or have it in the wrong place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace linter::checks::spelling {

// "dont" -> "don't", "does'nt" -> "doesn't", "childrens" -> "children's", "your's" -> "yours".
// Folded words; nothing for every other word. Only words that are none as they stand: "cant",
// "wont", "well" are not here.
[[nodiscard]] std::optional<std::string> restored_apostrophe(std::string_view folded);

}  // namespace linter::checks::spelling
