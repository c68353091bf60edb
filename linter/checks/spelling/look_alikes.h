// Letters of another script that look like Latin ones: "m\u0456croneedling" with a Cyrillic i.
#pragma once

#include <string>
#include <string_view>

namespace linter::checks::spelling {

// A word that mixes Latin letters with Cyrillic or Greek look-alikes, or has full-width letters:
// the same word in Latin letters. Empty for every other word.
[[nodiscard]] std::string in_latin_letters(std::string_view word);

}  // namespace linter::checks::spelling
