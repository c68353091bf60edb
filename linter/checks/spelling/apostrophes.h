// Contractions and possessives that lost their apostrophe, or have it in the wrong place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// "dont" -> "don't", "does'nt" -> "doesn't", "childrens" -> "children's", "your's" -> "yours".
// Folded words; nothing for every other word. Only words that are none as they stand: "cant",
// "wont", "well" are not here.
[[nodiscard]] std::optional<std::string> restored_apostrophe(std::string_view folded);

// Whether token i is an accent or a prime in the place of an apostrophe: "patient´s", "isn`t".
[[nodiscard]] bool is_accent_for_apostrophe(const Scan& scan, Scan::Index i);

// What is meant where token i, a comma or semicolon, stands in the place of an apostrophe: "it,s",
// "don;t". Nothing elsewhere.
[[nodiscard]] std::optional<std::string> contraction_across_mark(const Scan& scan, Scan::Index i);

// Whether token i is an apostrophe after a possessive that has none: "its' own", "hers'".
[[nodiscard]] bool is_apostrophe_too_many(const Scan& scan, Scan::Index i);

// Whether token i is an apostrophe left over between a word that possesses nothing so and a comma, and
// no quotation ends there: "anemia', and fever". O(the block).
[[nodiscard]] bool is_stray_apostrophe(const Scan& scan, Scan::Index i);

// Where token i, a letter, is what fell off a contraction: "Don t", "It s fine", "Don 't".
struct ContractionApart {
  Scan::Index first = 0;  // its first token
  std::string right;
};
[[nodiscard]] std::optional<ContractionApart> contraction_apart(const Scan& scan, Scan::Index i);

// The plural that is meant by token i, a possessive among words that need one: "two area's", "the
// area's are". Nothing elsewhere.
[[nodiscard]] std::optional<std::string> plural_with_apostrophe(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
