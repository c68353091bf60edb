// How far two figures lie apart.
//
// Pure functions of what they are given; any thread.
#pragma once

#include "linter/assertions/assertion.h"

namespace linter::assertions {

// Whether two figures that do not overlap are more than those of two cases: one is at least twice
// the other, and the lower one, where it counts, promises few.
[[nodiscard]] bool far_apart(const Quantity& a, const Quantity& b);

// Whether the longest time that `promise` allows ("gone within a day") is a small part of the
// longest of `other` ("up to two weeks").
[[nodiscard]] bool limits_far_apart(const Claim& promise, const Claim& other);

}  // namespace linter::assertions
