// Which figures a frame has room for, and how near its cue stands.
#pragma once

#include <cstdint>

#include "linter/assertions/assertion.h"
#include "linter/knowledge/knowledge.h"

namespace linter::assertions {

inline constexpr std::uint32_t reach_of_measuring_cue = 2;  // tokens between a quantity and its cue

// Whether a frame has room for a quantity: the stated ends lie in its range.
[[nodiscard]] bool takes(const knowledge::Frame& frame, const Quantity& quantity);

}  // namespace linter::assertions
