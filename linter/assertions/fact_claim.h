// What a fact of a pack asserts, in the form that statements of articles have.
#pragma once

#include "linter/assertions/assertion.h"
#include "linter/knowledge/knowledge.h"

namespace linter::assertions {

// An uncertain fact gets a confidence that gives at most a tension.
[[nodiscard]] Claim claim_of(const knowledge::Knowledge& knowledge, const knowledge::Fact& fact);

}  // namespace linter::assertions
