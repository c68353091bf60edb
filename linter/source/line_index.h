// Byte offsets to lines and columns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/span.h"

namespace linter::source {

// 1-based; columns count Unicode code points. A byte order mark at the start of the file takes no
// column.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

// Line starts of one text. Lines end at LF, CR LF or a lone CR. Built once per file that has
// findings (one linear pass), const afterwards and safe to share between threads. Keeps a view of
// the text: the text must outlive it. Ill-formed UTF-8 is allowed: a column counts the bytes that
// begin a code point.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  // `offset` is clamped to text.size(). O(log lines), however long the line: counts are kept every
  // 4 kB.
  [[nodiscard]] Position position(std::uint32_t offset) const;
  // The bytes of 1-based `line` without its line end and byte order mark; empty for a line that is
  // not there.
  [[nodiscard]] std::string_view line_text(std::uint32_t line) const;
  // The offset of the line's first byte (after a byte order mark); text.size() for a line that is
  // not there.
  [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t line_count() const {
    return static_cast<std::uint32_t>(starts_.size());
  }

 private:
  // Code points that begin before `offset`.
  [[nodiscard]] std::uint32_t code_points_before(std::uint32_t offset) const;

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> code_points_;  // before each multiple of the block size
};

}  // namespace linter::source
