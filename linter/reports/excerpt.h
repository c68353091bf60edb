// One line of an article with a span of it underlined, fitted to a width.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/base/span.h"

namespace linter::reports {

struct Excerpt {
  std::string line;  // harmless; an ellipsis stands where it was clipped
  std::string mark;  // as wide as what stands before the span in `line`, then the underline
  std::size_t mark_begin = 0;  // byte offset of the underline in `mark`: all before it are spaces
};

// Tabs reach to the next multiple of four; wide characters take two columns and combining marks
// none, in the line and in the underline. A line wider than `width` columns (at least 20) is
// clipped so that the start of the span is seen. `span` counts bytes in `line` and is cut to it; an
// empty span gets a mark of one column.
[[nodiscard]] Excerpt excerpt_of(std::string_view line, base::Span span, std::uint32_t width,
                                 char underline = '^');

}  // namespace linter::reports
