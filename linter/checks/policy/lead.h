// What tells whether a unit is tried at a place: flat, as it lies in an image.
#pragma once

#include <array>
#include <cstdint>

#include "linter/base/pattern.h"
#include "linter/checks/policy/requirement.h"
#include "linter/checks/policy/rule.h"

namespace linter::checks::policy {

// The rarest of a unit's requirements wakes it: it is tried around the token that meets it, where
// tokens near by meet these others.
using Companions = std::array<std::uint32_t, most_requirements - 1>;  // no_companion: none any more
constexpr std::uint32_t no_companion = UINT32_MAX;
constexpr std::uint32_t unknown_reach = UINT32_MAX;

// How far a unit's matches go from a token of theirs.
struct Bounds {
  std::uint32_t reach = unknown_reach;  // Pattern::reach, or Unit::reach; 0: without end
  base::Within within = base::Within::text;
  std::uint8_t ends_lines = 0;  // Pattern::ends_lines
  std::uint16_t unused = 0;
};
[[nodiscard]] Bounds bounds_of(const base::Pattern* pattern);
[[nodiscard]] Bounds bounds_of(const Unit& unit);

// What is asked of a unit most often.
struct Lead {
  Companions companions{};
  std::uint32_t head = no_companion;  // likewise what its matches begin with
  std::uint32_t rule = 0;
  Bounds bounds;                // how far they go, where that is known already
  std::uint16_t blocks = 0;     // of its places
  std::uint8_t link_text = 0;   // likewise
  std::uint8_t unused = 0;

  [[nodiscard]] Places places() const { return {blocks, link_text != 0}; }
};

}  // namespace linter::checks::policy
