// How many tokens a match touches at most. Only pattern*.cpp include this.
#pragma once

#include <cstdint>

#include "linter/base/pattern_syntax.h"

namespace linter::base::pattern_engine {

// Program::reach of the expression. Linear.
[[nodiscard]] std::uint32_t reach_of(const Syntax& syntax);

}  // namespace linter::base::pattern_engine
