// From a text that was prepared for a parser back to the file that it was made from.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "linter/base/span.h"

namespace linter::prose {

// A prepared text is pieces of the file, in order, with bytes of its own between them that no text
// is read from. Immutable once built; const use is thread-safe.
class SourceMap {
 public:
  // The text is the file itself.
  SourceMap() = default;

  // From `text` on, the text is the file from `source` on. `text` grows from call to call.
  void add(std::uint32_t text, std::uint32_t source) { pieces_.push_back({text, source}); }

  // Where the byte at `offset` of the text stands in the file. O(log pieces), O(1) without pieces.
  [[nodiscard]] std::uint32_t source(std::uint32_t offset) const {
    if (pieces_.empty()) return offset;
    auto next = std::ranges::upper_bound(pieces_, offset, {}, &Piece::text);
    if (next != pieces_.begin()) --next;
    return next->source + (offset - next->text);
  }
  // The file's span behind a span of the text that is not empty.
  [[nodiscard]] base::Span source(base::Span text) const {
    return {source(text.begin), source(text.end - 1) + 1};
  }

 private:
  struct Piece {
    std::uint32_t text = 0;
    std::uint32_t source = 0;
  };
  std::vector<Piece> pieces_;
};

}  // namespace linter::prose
