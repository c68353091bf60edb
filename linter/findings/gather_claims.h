// One finding for claims that an editor mends together.
#pragma once

#include <vector>

#include "linter/findings/finding.h"

namespace linter::findings {

// Of claims with the same Finding::remark, of one file and pack, the gravest stays, of equals the
// first. Its message names the words and rules of the others, and it stands on all that the remark
// covers, unless what is silenced was the first or the last of it: then it stays where it is.
// Fingerprints are those that the findings had. What is suppressed, and what is news beside what is
// not, stands by itself. `findings` are in report order and stay in it. O(n log n).
void gather_claims(std::vector<Finding>& findings);

}  // namespace linter::findings
