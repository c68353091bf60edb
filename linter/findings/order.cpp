#include "linter/findings/order.h"

#include <algorithm>
#include <utility>

namespace linter::findings {

void put_in_order(std::vector<Finding>& findings) {
  if (std::ranges::is_sorted(findings, before)) return;
  std::vector<Finding*> order;
  order.reserve(findings.size());
  for (Finding& finding : findings) order.push_back(&finding);
  std::ranges::stable_sort(order,
                           [](const Finding* a, const Finding* b) { return before(*a, *b); });
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (Finding* finding : order) sorted.push_back(std::move(*finding));
  findings = std::move(sorted);
}

}  // namespace linter::findings
