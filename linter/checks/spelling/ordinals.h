// Numbers with the ending of another one: "2rd", "1th".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

// "2rd" -> "2nd", "21th" -> "21st"; nothing for ordinals that are right, for all other numbers, and
// for "11st", which is a weight.
[[nodiscard]] std::optional<std::string> right_ordinal(std::string_view number);

struct Counted {
  std::string right;
  bool abbreviated = false;  // "10mins", which some write so
  bool usual = false;        // "2weeks": a measure or what clinics count, so nothing else is meant
};
// "2weeks" -> "2 weeks", "45degrees", "2013that", "a 2year plan": a number and what it counts, or a
// function word, without the space between them; nothing for all else. Before a noun that
// `noun_follows` a singular takes a hyphen. No allocation before one is found.
[[nodiscard]] std::optional<Counted> spaced_count(std::string_view text, bool noun_follows,
                                                  const lexicon::Vocabulary& vocabulary);

}  // namespace linter::checks::spelling
