#include "linter/findings/outcome.h"

namespace linter::findings {

std::array<std::uint64_t, 3> Outcome::counts() const {
  std::array<std::uint64_t, 3> counts{};
  for (const Finding& finding : findings) {
    if (finding.suppressed.empty()) ++counts[static_cast<std::size_t>(finding.severity)];
  }
  return counts;
}

}  // namespace linter::findings
