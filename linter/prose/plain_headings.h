// Which lines of a plain text are headings: nothing marks them but how they look and where they
// stand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/prose/plain_lines.h"

namespace linter::prose {

// A paragraph, list item or heading: the lines [first, end).
struct Unit {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  LineKind kind = LineKind::text;  // text, item or heading
  std::uint8_t level = 0;          // of a heading
  bool blank_before = false;
};

// Turns text units and numbered items that read as headings into headings. A heading is one short
// line that begins like one and does not end as a sentence does (a question may), with body text
// behind it. The first unit becomes the title, level 1, when it reads as one. Linear.
void find_headings(std::vector<Unit>& units, const std::vector<Line>& lines,
                   std::string_view bytes);

}  // namespace linter::prose
