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
