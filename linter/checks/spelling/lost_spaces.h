// Marks without the space that belongs behind them, or before them.
#pragma once

#include <optional>

#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// Whether nothing but that space can be meant, so that a program may put it there.
enum class LostSpace : unsigned char { likely, sure };

// Token i, a mark that touches the words on both sides: the end of a sentence and the first word of
// the next ("heals.The"), or a comma before a word that goes on ("a week,and"). Known words only,
// in running text, and what stands in one sentence: "Node.js", "collections.In" and "red,green" are
// names of something. O(tokens) where it seems to be one, else O(1).
[[nodiscard]] std::optional<LostSpace> lost_space(const Scan& scan, Scan::Index i);

// "good ,cheap", "fast .The": a comma or a stop, token i, with its space before it instead of behind.
[[nodiscard]] bool has_space_on_wrong_side(const Scan& scan, Scan::Index i);

// "ototoxicity(such as": an opening parenthesis, token i, that touches the word before it, in running
// text; "item(s)" and "main(args)" are written so. O(the sentence).
[[nodiscard]] bool lacks_space_before_parenthesis(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
