// One defect, one finding.
#pragma once

#include <vector>

#include "linter/findings/finding.h"

namespace linter::findings {

// Of a spelling and a wording finding on the same defect, takes out the less specific one: spelling
// where both stand on the same words (a rule knows the word, spelling only that it does not) or
// would write the same, wording where it only marks a part of what spelling mends, or suggests on
// the same words what spelling warns of. Of two spelling findings on the same words the first
// stays. Of two wording findings the one stays whose suggestion rewrites all that the other marks,
// unless the other is graver; on the same words the graver, then the one whose rule comes first by
// name. Findings are of one article, with source spans; their order is kept. O(n log n).
void keep_one_of_each_defect(std::vector<Finding>& findings);

// Of spelling and wording findings of any articles, takes out those made across articles that stand
// on words, or a part of words, of which the article's own findings speak already. One made across
// articles without a message is none: what it suggests becomes the first suggestion of the
// article's own finding of its rule at its place. Their order is kept. O(n log n).
void drop_what_articles_told(std::vector<Finding>& findings);

}  // namespace linter::findings
