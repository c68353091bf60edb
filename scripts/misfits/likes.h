// Which words may be written for which: those that look or sound like each other.
#pragma once

#include <string_view>
#include <vector>

#include "scripts/misfits/texts.h"

namespace misfits {

enum class Likeness { one_slip, sound, two_slips };

struct Like {
  Id word = nothing;
  Likeness likeness = Likeness::one_slip;
};

// Letters added, lost, changed or swapped between two words; more than `most` is told as 9.
[[nodiscard]] int slips_between(std::string_view a, std::string_view b, int most);

// For each word those that are like it, the nearest and most frequent first.
[[nodiscard]] std::vector<std::vector<Like>> likes_of(const Vocabulary& vocabulary);

// How a word is written for another: a letter swapped, changed to a vowel, a neighbor's key or any
// other, one lost of two the same or any, one doubled or added; more slips that sound the same, or
// do not.
[[nodiscard]] int kind_of_slip(std::string_view written, std::string_view meant);

// 0: two words; 1 and 5: forms that differ in an ending only ("wrinkle", "wrinkles"); else a word
// that is made of the other.
[[nodiscard]] int inflection_between(std::string_view a, std::string_view b);

// "centre" and "center".
[[nodiscard]] bool are_dialects(std::string_view a, std::string_view b);

}  // namespace misfits
