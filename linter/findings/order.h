// The order of reports.
#pragma once

#include <vector>

#include "linter/findings/finding.h"

namespace linter::findings {

// Puts findings in the order of before(), equal ones as they stand. Each is moved once, since they
// are large; none where they are in order.
void put_in_order(std::vector<Finding>& findings);

}  // namespace linter::findings
