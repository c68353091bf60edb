// Names in messages: hints for misspelt keys, rule names and kinds.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace linter::base {

// The name in `names` that is closest to `wanted` (optimal string alignment distance, at most a
// third of the longer one's length and at least 1), the first of equals; empty when none is close. Cost |names|
// x |wanted| x |name|.
[[nodiscard]] std::string_view nearest_name(std::string_view wanted,
                                            std::span<const std::string_view> names);

// " (did you mean 'x'?)" with the nearest name, or an empty string.
[[nodiscard]] std::string nearest_hint(std::string_view wanted,
                                       std::span<const std::string_view> names);

// A user's name or text as a message quotes it: at most 60 code points, then "…".
[[nodiscard]] std::string shortened(std::string_view text);

}  // namespace linter::base
