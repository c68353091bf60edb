// Slips inside one unknown word that no reason silences: letters of another script, apostrophes,
// capitals.
#pragma once

#include "linter/checks/spelling/capitals.h"
#include "linter/checks/spelling/reporter.h"

namespace linter::checks::spelling {

// Reports the slip of the unknown English word i, if it is one of these. `is_name`: the word stands
// with a capital that is not due somewhere in the article.
[[nodiscard]] bool report_sure_slip(Reporter& reporter, Scan::Index i, bool is_name,
                                    InnerCapitals& capitals);

// "approximately15 minutes": a word of running text that a number follows, without the space.
[[nodiscard]] bool report_glued_number(Reporter& reporter, Scan::Index i);

}  // namespace linter::checks::spelling
