#include "linter/findings/order.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace linter::findings {

void put_in_order(std::vector<Finding>& findings) {
  if (std::ranges::is_sorted(findings, before)) return;
  std::vector<std::size_t> from(findings.size());  // by place: where what belongs there stands
  std::iota(from.begin(), from.end(), std::size_t{0});
  std::ranges::stable_sort(from, [&](std::size_t a, std::size_t b) {
    return before(findings[a], findings[b]);
  });
  for (std::size_t first = 0; first < from.size(); ++first) {
    if (from[first] == first) continue;
    Finding held = std::move(findings[first]);
    std::size_t at = first;
    for (std::size_t next = from[at]; next != first; next = from[at]) {
      findings[at] = std::move(findings[next]);
      from[at] = at;
      at = next;
    }
    findings[at] = std::move(held);
    from[at] = at;
  }
}

}  // namespace linter::findings
