// A sound key: words that sound alike in English share it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linter::lexicon {

// The consonant skeleton of a folded word after the manner of Metaphone (Philips 1990): "fisicly"
// and "physically" both give "fskl". Letters outside a-z are passed over. Empty when the word has
// no such letter.
[[nodiscard]] std::string sound_code(std::string_view folded);

// sound_code as a number (FNV-1a), for indexes; 0 when the code is empty.
[[nodiscard]] std::uint32_t sound_key(std::string_view folded);

}  // namespace linter::lexicon
