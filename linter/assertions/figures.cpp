#include "linter/assertions/figures.h"

#include <algorithm>
#include <cmath>

namespace linter::assertions {
namespace {

constexpr double at_once_within = 7200;  // seconds: "immediately", "right after"

}  // namespace

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
  if (std::isinf(other.range.high)) return other.range.low >= promise.range.high;
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

bool are_at_variance(const Quantity& a, const Quantity& b) {
  using knowledge::Bound;
  constexpr double noticeable = 1.3;
  constexpr double well_beyond = 1.5;
  if (a.measure != knowledge::Measure::time && a.measure != knowledge::Measure::count) return false;
  if (a.bound == Bound::after || b.bound == Bound::after) return false;
  const auto apart = [](double one, double two) {
    return std::max(one, two) >= noticeable * std::min(one, two);
  };
  const auto is_limit = [](const Quantity& one) {
    return one.range.low == 0 && (one.bound == Bound::maximum || one.bound == Bound::within);
  };
  if (a.bound == Bound::minimum && b.bound == Bound::minimum)
    return apart(a.range.low, b.range.low);
  if (a.bound == Bound::minimum) return b.range.high < a.range.low;
  if (b.bound == Bound::minimum) return a.range.high < b.range.low;
  const bool open = std::isinf(a.range.high) || std::isinf(b.range.high);  // "multiple"
  const bool at_once = a.range.high <= at_once_within && b.range.high <= at_once_within;
  if (open || (at_once && a.range.low == 0 && b.range.low == 0)) return false;
  if (is_limit(a) || is_limit(b)) {
    const auto is_one = [](const Quantity& one) {
      return one.range.low == one.range.high || one.bound == Bound::about;
    };
    const bool single = is_one(a) || is_one(b);
    // "up to a year" leaves room for "six months"
    const Quantity& limit = is_limit(a) ? a : b;
    const Quantity& other = is_limit(a) ? b : a;
    if (single && other.range.high <= limit.range.high && !is_far_within(other, limit))
      return false;
    return std::max(a.range.high, b.range.high) >=
           well_beyond * std::min(a.range.high, b.range.high);
  }
  const auto holds = [](const Interval& range, const Interval& one) {
    return one.low == one.high && range.low <= one.low && one.high <= range.high;
  };
  if (holds(a.range, b.range) || holds(b.range, a.range)) return false;
  // "several sessions" and "six to eight sessions"
  const auto contains = [](const Interval& range, const Interval& one) {
    return range.low <= one.low && one.high <= range.high;
  };
  if (a.measure == knowledge::Measure::count &&
      (contains(a.range, b.range) || contains(b.range, a.range)))
    return false;
  return apart(a.range.low, b.range.low) || apart(a.range.high, b.range.high);
}

bool is_far_within(const Quantity& one, const Quantity& limit) {
  constexpr double many_times = 4;
  return one.measure == knowledge::Measure::time && one.range.low == one.range.high && !one.bound &&
         limit.bound == knowledge::Bound::maximum &&
         limit.range.high >= many_times * one.range.high;
}

bool goes_deeper(const Quantity& deep, const Quantity& limit) {
  constexpr double noticeable = 1.3;
  return deep.measure == knowledge::Measure::length &&
         limit.measure == knowledge::Measure::length &&
         limit.bound == knowledge::Bound::maximum && deep.range.low > 0 &&
         deep.range.high >= noticeable * limit.range.high;
}

bool one_of_several(const Quantity& a, const Quantity& b) {
  if (a.bound || b.bound) return false;
  const auto begins = [](const Interval& one, const Interval& range) {
    return one.low == one.high && one.low == range.low && range.low < range.high;
  };
  return begins(a.range, b.range) || begins(b.range, a.range);
}

bool are_two_figures(const Quantity& a, const Quantity& b) {
  return !a.bound && !b.bound && a.range.low == a.range.high && b.range.low == b.range.high &&
         a.range.low != b.range.low;
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
