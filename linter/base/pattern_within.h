// Which marks matches never go across, and what they end at. Only pattern*.cpp include this.
#pragma once

#include "linter/base/pattern.h"
#include "linter/base/pattern_program.h"

namespace linter::base::pattern_engine {

// Pattern::within of the program. Linear where it was not kept.
[[nodiscard]] Within within_of(const Program& program);
// Pattern::ends_lines of the program. Linear.
[[nodiscard]] bool ends_lines_of(const Program& program);

}  // namespace linter::base::pattern_engine
