// How sure it is that what a sentence says is said of the subject found in each place.
#pragma once

#include "linter/assertions/assertion.h"

namespace linter::assertions {

inline constexpr Confidence named_near = 95;
inline constexpr Confidence named_above = beyond;
inline constexpr Confidence sure_of_title = beyond;
inline constexpr Confidence here_only = 85;  // in an article on several things
inline constexpr Confidence one_of_several = 70;
inline constexpr std::uint32_t enough_names = 3;  // of an article's subject that no heading names

}  // namespace linter::assertions
