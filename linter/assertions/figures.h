// How far two figures lie apart.
//
// Pure functions of what they are given; any thread.
#pragma once

#include "linter/assertions/assertion.h"

namespace linter::assertions {

// Whether two figures that do not overlap are more than those of two cases: one is at least twice
// the other, and the lower one, where it counts, promises few.
[[nodiscard]] bool far_apart(const Quantity& a, const Quantity& b);

// Whether the most of `other` is well above the most of `promise` ("just six" and "six to eight");
// where `other` has no most ("at least six"), whether its least is no less.
[[nodiscard]] bool reaches_beyond(const Quantity& promise, const Quantity& other);

// Whether two figures for one thing are not the same: neither holds the other, or one tells the
// most ("up to two years") and the other, a range, another.
[[nodiscard]] bool differ(const Quantity& a, const Quantity& b);

// Whether two figures of how long or how many can be seen not to be the same, however loosely they
// are meant: ranges that begin or end elsewhere ("30 to 60 minutes", "45 minutes to an hour"), a
// limit and what lies beyond it or ends well below it.
[[nodiscard]] bool are_at_variance(const Quantity& a, const Quantity& b);

// Whether a single figure is a small part of a longest time ("two weeks", "up to a year").
[[nodiscard]] bool is_far_within(const Quantity& one, const Quantity& limit);

// Whether a length reaches beyond a greatest one ("0.5 to 3 mm", "up to 2 mm").
[[nodiscard]] bool goes_deeper(const Quantity& deep, const Quantity& limit);

// Whether one is a single figure and the other a range that begins there ("six", "six to eight").
[[nodiscard]] bool one_of_several(const Quantity& a, const Quantity& b);

// Whether the two are different single figures, neither of them a limit ("£80" and "£120").
[[nodiscard]] bool are_two_figures(const Quantity& a, const Quantity& b);

// Whether the longest time that `promise` allows ("gone within a day") is a small part of the
// longest of `other` ("up to two weeks").
[[nodiscard]] bool limits_far_apart(const Claim& promise, const Claim& other);

}  // namespace linter::assertions
