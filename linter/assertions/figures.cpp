#include "linter/assertions/figures.h"

namespace linter::assertions {

// Pages give figures case by case; those that only a promise of little explains are far apart.
bool far_apart(const Quantity& a, const Quantity& b) {
  constexpr double few = 3;
  const Quantity& low = a.range.high < b.range.low ? a : b;
  const Quantity& high = a.range.high < b.range.low ? b : a;
  if (low.measure == knowledge::Measure::count && low.range.high > few) return false;
  return high.range.low >= 2 * low.range.high;
}

bool reaches_beyond(const Quantity& promise, const Quantity& other) {
  constexpr double well_above = 1.3;
  return other.range.high >= well_above * promise.range.high;
}

bool differ(const Quantity& a, const Quantity& b) {
  const Interval& one = a.range;
  const Interval& two = b.range;
  const bool apart = reaches_beyond(a, b) || reaches_beyond(b, a);
  if (!apart) return false;
  using knowledge::Bound;
  const bool held =
      (one.low <= two.low && two.high <= one.high) || (two.low <= one.low && one.high <= two.high);
  const bool most_of_range = (a.bound == Bound::maximum && two.low < two.high && !b.bound) ||
                             (b.bound == Bound::maximum && one.low < one.high && !a.bound);
  return !held || (most_of_range && a.measure == knowledge::Measure::time);
}

// "gone within a day" and "can last up to two weeks"
bool limits_far_apart(const Claim& promise, const Claim& other) {
  constexpr double many_times = 4;
  const Quantity& low = *promise.quantity;
  const Quantity& high = *other.quantity;
  return low.measure == knowledge::Measure::time && low.bound == knowledge::Bound::within &&
         high.bound == knowledge::Bound::maximum && !promise.hedged &&
         promise.likelihood.low < promise.likelihood.high && promise.likelihood.high >= 1 &&
         promise.likelihood.low < 0.01 && high.range.high >= many_times * low.range.high;
}

}  // namespace linter::assertions
