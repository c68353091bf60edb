// Words of which a letter fell off: "i n 2004", "th e skin", "RAZOR BUMP S".
#pragma once

#include "linter/checks/spelling/reporter.h"

namespace linter::checks::spelling {

// Whether no other small letter stands by itself in the article, nor this one in emphasis: none that
// names a thing. One look at each token.
[[nodiscard]] bool stands_alone(const Scan& scan, Scan::Index i);

// Tells of the word that letter i belongs to; false where it belongs to none. A few looks.
bool report_cut_letter(Reporter& reporter, Scan::Index i);

}  // namespace linter::checks::spelling
