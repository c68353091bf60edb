// How unlikely it is that somebody who meant one word wrote another.
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// In hundredths of the log-odds of a conditional logit fitted to public misspellings: the cheapest
// way from `meant` to `written` by letters missed, added, swapped or replaced (next key, like
// sound, another vowel) and by rewrites of letter groups ("ph" for "f"). 0 for equal words; `limit`
// or more when it is not below `limit`. Folded words of at most 63 bytes. O(|written| x |meant|).
[[nodiscard]] int edit_cost(std::string_view written, std::string_view meant, int limit);

}  // namespace linter::checks::spelling
