// Rules of one family that advise against each other.
#pragma once

#include <vector>

#include "linter/checks/policy/overlaps.h"
#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

// Where one rule of a family suggests what another one reports, the one whose form the article has
// more often is right; of equals, the one without capitals, then the one whose rule comes first by
// name. The other one's reports suggest the same, or go where their words are that form.
// O(n log n) in the reports that suggest something.
void settle_contradictions(std::vector<RuledReport>& reports, const lexicon::Reading& reading,
                           Listener* listener);

}  // namespace linter::checks::policy
