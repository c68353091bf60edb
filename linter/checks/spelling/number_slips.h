// Slips in numbers and behind them.
#pragma once

#include "linter/checks/spelling/reporter.h"

namespace linter::checks::spelling {

// Token i, a number: without the space before what it counts ("2weeks"), with a zero for a letter
// ("0f"), an ordinal with the ending of another one ("2rd").
void report_number(Reporter& reporter, Scan::Index i);

}  // namespace linter::checks::spelling
