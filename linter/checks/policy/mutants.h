// Rules made weaker, one part at a time: what their examples should notice.
#pragma once

#include <string>
#include <vector>

#include "linter/packs/pack.h"

namespace linter::checks::policy {

// A rule without one of its parts.
struct Mutant {
  std::string part;  // what is gone, for people: "pattern 2, “pain[- ]free”"
  base::yaml::Position position;
  packs::RuleDefinition rule;
};

// Every mutant of a rule: without each pattern, phrase or replacement (where it has several), each
// alternative at the top of an expression, each exception, each category that silences it or that
// it asks for, each place it looks in, its topic where it names one itself. In the rule's order.
[[nodiscard]] std::vector<Mutant> mutants_of(const packs::RuleDefinition& rule);

}  // namespace linter::checks::policy
