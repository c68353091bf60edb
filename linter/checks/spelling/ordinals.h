// Numbers with the ending of another one: "2rd", "1th".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace linter::checks::spelling {

// "2rd" -> "2nd", "21th" -> "21st"; nothing for ordinals that are right, for all other numbers, and
// for "11st", which is a weight.
[[nodiscard]] std::optional<std::string> right_ordinal(std::string_view number);

struct Counted {
  std::string right;
  bool abbreviated = false;  // "10mins", which some write so
};
// "2weeks" -> "2 weeks": a number and what people count, without the space between them; nothing
// for all else. No allocation before one is found.
[[nodiscard]] std::optional<Counted> spaced_count(std::string_view text);

}  // namespace linter::checks::spelling
