// Words of which a letter fell off: "i n 2004", "RAZOR BUMP S".
#pragma once

#include "linter/checks/spelling/reporter.h"

namespace linter::checks::spelling {

// Tells of the word that letter i belongs to; false where it belongs to none. A few looks.
bool report_cut_letter(Reporter& reporter, Scan::Index i);

}  // namespace linter::checks::spelling
