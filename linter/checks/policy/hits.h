// Small questions that several kinds ask about matches.
#pragma once

#include "linter/checks/policy/rule.h"

namespace linter::checks::policy {

// {1} to {9} of a match, as they read in the article.
[[nodiscard]] Values group_values(const Scene& scene, const Hit& hit);

// The first group of a match, else the whole of it.
[[nodiscard]] base::Span subject_of(const Hit& hit);

[[nodiscard]] inline std::uint16_t tag_of(const Scene& scene, const Hit& hit) {
  return scene.units[hit.unit].tag;
}

}  // namespace linter::checks::policy
