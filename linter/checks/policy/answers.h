// Where a finding on a question stands that a bare answer makes a claim of.
#pragma once

#include <vector>

#include "linter/checks/policy/overlaps.h"
#include "linter/context/context.h"

namespace linter::checks::policy {

// Moves reports on claims from a question ("Does it hurt?") to the sentence that answers it ("Not at
// all."), which is what an editor mends; {match} stays the words of the question. Reports about a
// whole article, with replacements, or on questions that nobody answers are left alone. Context is
// asked for only where a report stands in a question.
void stand_on_answers(std::vector<RuledReport>& reports, const lexicon::Reading& reading,
                      context::Context& context);

}  // namespace linter::checks::policy
