// Where several reports see the same words, which of them speaks.
#pragma once

#include <vector>

#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/rule.h"

namespace linter::checks::policy {

struct RuledReport {
  const Rule* rule = nullptr;
  Report report;
};

// Takes out reports that overlap a more telling one of their family: higher severity first, then
// a rule that does not yield, then a pattern before a rule over assertions, then the longer text,
// then the earlier, then the rule's id; and suggestions about a claim that a warning or an error of
// the same pack is about already; and those of rules that yield, where anything else of the same
// pack overlaps them. Reports about a whole article stand beside all others. O(n log n).
void drop_overlaps(std::vector<RuledReport>& reports, Listener* listener);

}  // namespace linter::checks::policy
