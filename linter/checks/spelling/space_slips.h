// Spaces that are missing beside a mark, or stand on its wrong side.
#pragma once

#include "linter/checks/spelling/reporter.h"

namespace linter::checks::spelling {

// Token i, a mark that touches the word before it: "heals.The", "week,and", "eyes(such as".
void report_lost_space(Reporter& reporter, Scan::Index i);
// Token i, a mark with a space before it: "good ,cheap".
void report_space_before(Reporter& reporter, Scan::Index i);

}  // namespace linter::checks::spelling
