// The small grammar of wordings: `(a|b c)` are alternatives, `(a)?` may be missing, `~` stands for up
// to three words, `<name>` for any of a set of wordings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"

namespace linter::knowledge {

// One way to read a wording: words, gaps, and names of sets with their brackets.
using Words = std::vector<std::string>;

inline constexpr std::string_view gap_word = "~";

// The name in "<name>"; empty for other words.
[[nodiscard]] std::string_view set_named(std::string_view word);

// All ways to read a wording. bad_value for a parenthesis or bracket without its other one, or over
// 64 readings.
[[nodiscard]] base::Result<std::vector<Words>> readings_of(std::string_view wording);

}  // namespace linter::knowledge
