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

  // `size` bytes of the text, from `text` on, are those of the file from `source` on. `text` grows
  // from call to call; `size` is not 0.
  void add(std::uint32_t text, std::uint32_t source, std::uint32_t size) {
    pieces_.push_back({text, source, size});
  }

  // Where the byte at `offset` of the text stands in the file; for a byte that the text does not
  // have from there, the end of the piece before it. O(log pieces), O(1) without pieces.
  [[nodiscard]] std::uint32_t source(std::uint32_t offset) const {
    if (pieces_.empty()) return offset;
    const Piece& piece = piece_at(offset);
    return offset < piece.text ? piece.source
                               : piece.source + std::min(offset - piece.text, piece.size);
  }
  // The file's span behind a span of the text that is not empty.
  [[nodiscard]] base::Span source(base::Span text) const {
    const std::uint32_t begin = source(text.begin);
    if (pieces_.empty()) return {begin, text.end};
    const Piece& piece = piece_at(text.end - 1);
    const std::uint32_t end =
        text.end <= piece.text ? 0 : std::min(text.end - piece.text, piece.size);
    return {begin, std::max(begin, piece.source + end)};
  }

 private:
  struct Piece {
    std::uint32_t text = 0;
    std::uint32_t source = 0;
    std::uint32_t size = 0;
  };

  // The last piece that begins at or before `offset`; the first one when none does.
  [[nodiscard]] const Piece& piece_at(std::uint32_t offset) const {
    const auto next = std::ranges::upper_bound(pieces_, offset, {}, &Piece::text);
    return next == pieces_.begin() ? *next : *(next - 1);
  }

  std::vector<Piece> pieces_;
};

}  // namespace linter::prose
