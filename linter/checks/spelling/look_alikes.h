// Letters of another script that look like Latin ones ("m\u0456croneedling" with a Cyrillic i), and
// marks that were read in another encoding.
#pragma once

#include <string>
#include <string_view>

namespace linter::checks::spelling {

// A word that mixes Latin letters with Cyrillic or Greek look-alikes, or has full-width letters:
// the same word in Latin letters. Empty for every other word.
[[nodiscard]] std::string in_latin_letters(std::string_view word);

// The mark that was meant where the bytes of one were read in another encoding
// ("\u00E2\u20AC\u2122" for an apostrophe): what `text` begins with, the first two letters left
// out. Empty where it was none.
struct Misread {
  std::string_view meant;
  std::size_t size = 0;  // of what was read for its last byte
};
[[nodiscard]] Misread misread_mark(std::string_view text);

}  // namespace linter::checks::spelling
