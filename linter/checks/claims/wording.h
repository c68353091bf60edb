// How a clash is put to an editor.
#pragma once

#include <string>

#include "linter/checks/claims/join.h"
#include "linter/findings/finding.h"

namespace linter::checks::claims {

// The whole finding: both sides quoted, what clashes, what would resolve it.
[[nodiscard]] findings::Finding finding_of(const knowledge::Knowledge& knowledge,
                                           const StatementClash& clash);

}  // namespace linter::checks::claims
