// What holds of every article, whatever bytes it was read from.
#pragma once

#include <string>
#include <string_view>

#include "linter/prose/article.h"

namespace linter::prose::testing {

// The first thing that does not hold: runs, blocks, inlines and comments in order and inside the
// view and the file, verbatim runs equal to the file's bytes, indexes of blocks that are there.
// Empty when all does.
[[nodiscard]] std::string fault_of(const Article& article, std::string_view bytes);

}  // namespace linter::prose::testing
