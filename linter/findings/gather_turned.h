// One finding for a sentence that is at odds with many.
#pragma once

#include <vector>

#include "linter/findings/finding.h"

namespace linter::findings {

// How many other sides a finding names before it counts them.
inline constexpr std::size_t most_sides = 5;

// Of findings with the same `turned` the gravest stays, of equals the first, with the other sides
// of the rest behind its own, most_sides in all; related_omitted counts those that are left out. A
// fingerprint that an earlier one has already is replaced by that of the pair, so that none is
// there twice. `findings` are in report order, with fingerprints, and stay in order; suppressed
// ones are left alone.
void gather_turned(std::vector<Finding>& findings);

}  // namespace linter::findings
