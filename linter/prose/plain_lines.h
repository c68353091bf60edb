// The lines of a plain text: what each looks like by itself, and how wide the text was wrapped.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/span.h"

namespace linter::prose {

using base::Span;

enum class LineKind : std::uint8_t {
  blank,
  text,
  item,       // begins with a list marker
  heading,    // "### x"
  underline,  // "====" or "----" under a line of text
  rule,       // "---", "***": nothing to read
  comment,    // <!-- … --> or [stet …] that fills the line
};

struct Line {
  Span text{};    // source span without indentation, quote marks, list marker, "###" and trailing
                  // space
  Span marker{};  // of an item: the list marker
  Span ending{};  // the line end
  LineKind kind = LineKind::blank;
  std::uint8_t level = 0;    // of a heading or underline
  std::uint8_t quotes = 0;   // '>' before it
  bool ordered = false;      // of an item
  std::uint32_t number = 0;  // of an ordered item: "3." and "c)" are 3; else 0
  std::uint32_t indent = 0;  // columns before the text or marker
  std::uint32_t width = 0;   // code points, indentation and marker included
};

// The lines of `bytes` from `begin` on. Linear.
[[nodiscard]] std::vector<Line> plain_lines(std::string_view bytes, std::uint32_t begin);

// The width at which the text was hard-wrapped; 0 when a line is a paragraph of its own. Linear.
[[nodiscard]] std::uint32_t wrap_width(const std::vector<Line>& lines, std::string_view bytes);

// Makes text again of what looks like a list item and is a dash or number that wrapping brought to
// the front of a line.
void demote_false_items(std::vector<Line>& lines, std::uint32_t wrap_width, std::string_view bytes);

// Whether `after`, the line right below `before`, goes on with its paragraph.
[[nodiscard]] bool continues(const Line& before, const Line& after, std::uint32_t wrap_width,
                             std::string_view bytes);

// Whether `text` ends as a sentence does: . ! ? : ; … and marks that close behind them.
[[nodiscard]] bool ends_as_sentence(std::string_view text);

}  // namespace linter::prose
