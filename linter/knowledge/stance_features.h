// What of a sentence speaks for a stance or against it. For stances.cpp and stance_training.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "linter/knowledge/stances.h"

namespace linter::knowledge {

enum class FeatureKind : std::uint8_t { stem = 1, negated, beside, near };

// A word says more than a pair of words, of which there are many more.
inline constexpr float weight_of_word = 1.0F;
inline constexpr float weight_of_pair = 0.5F;

// The edges of a sentence have no item.
inline constexpr StemId first_edge = UINT32_MAX - 2;
inline constexpr StemId last_edge = UINT32_MAX - 3;

[[nodiscard]] constexpr std::uint64_t feature(FeatureKind kind, StemId a, StemId b) {
  constexpr std::uint64_t half = (1U << 30U) - 1;
  return (static_cast<std::uint64_t>(kind) << 60U) | ((a & half) << 30U) | (b & half);
}

// One feature and the items, by number, that it stands on.
struct Feature {
  std::uint64_t key = 0;
  float value = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

// Visits each feature once for each time it stands there. Marks end the scope of a negator and are
// passed over otherwise.
template <class Visit>
void StanceModel::each_feature(StanceItems items, const Visit& visit) const {
  static constexpr std::size_t reach = 3;  // of pairs that are near
  struct Place {
    StemId item = first_edge;
    std::size_t at = 0;
  };
  std::array<Place, reach> before{};  // the last ones, newest first
  std::size_t seen = 0;
  bool negated = false;
  const auto pair = [&](FeatureKind kind, const Place& from, StemId item, std::size_t at) {
    if (from.item != no_stem)
      visit(Feature{feature(kind, from.item, item), weight_of_pair, from.at, at});
  };
  for (std::size_t at = 0; at < items.size(); ++at) {
    const StemId item = items[at];
    const Bearing bears = bearing(item);
    if (item == boundary || bears == Bearing::turns) negated = false;
    if (item == boundary) continue;
    if (item != no_stem) {
      visit(Feature{feature(FeatureKind::stem, item, 0), weight_of_word, at, at});
      if (negated) visit(Feature{feature(FeatureKind::negated, item, 0), weight_of_word, at, at});
      pair(FeatureKind::beside, seen == 0 ? Place{first_edge, at} : before[0], item, at);
      for (std::size_t back = 1; back < std::min(seen, reach); ++back)
        pair(FeatureKind::near, before[back], item, at);
    }
    negated = negated || bears == Bearing::negates;
    std::shift_right(before.begin(), before.end(), 1);
    before[0] = {item, at};
    ++seen;
  }
  if (seen != 0) pair(FeatureKind::beside, before[0], last_edge, before[0].at);
}

}  // namespace linter::knowledge
