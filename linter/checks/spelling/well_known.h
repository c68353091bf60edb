// Names of days, months, countries and cities, mistyped.
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// Whether a name of so many letters is written here with one slip that names of people do not
// explain: two letters swapped or one doubled (from five letters on), another one wrong, missing or
// added between the first and the last (from seven on). Both folded; false when they are the same.
[[nodiscard]] bool is_slip_of_name(std::string_view written, std::string_view name);

// Whether a name, as written, is one of dictionaries/en/well_known.tsv.
[[nodiscard]] bool is_well_known(std::string_view name);

// The name of dictionaries/en/well_known.tsv that a folded word is a slip of; empty for all other
// words. Some 2 µs.
[[nodiscard]] std::string_view well_known_name(std::string_view folded);

}  // namespace linter::checks::spelling
