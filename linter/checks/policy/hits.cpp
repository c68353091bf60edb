#include "linter/checks/policy/hits.h"

#include <algorithm>

namespace linter::checks::policy {

Values group_values(const Scene& scene, const Hit& hit) {
  Values values;
  for (std::size_t i = 0; i < std::min<std::size_t>(hit.groups.size(), 9); ++i) {
    if (hit.groups[i])
      values.emplace_back(std::to_string(i + 1), quotable(scene.view(*hit.groups[i])));
  }
  return values;
}

base::Span subject_of(const Hit& hit) {
  const bool captured = !hit.groups.empty() && hit.groups.front() && !hit.groups.front()->empty();
  return captured ? *hit.groups.front() : hit.text;
}

}  // namespace linter::checks::policy
