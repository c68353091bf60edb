// Byte offsets to lines and columns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/span.h"

namespace linter::source {

// 1-based; columns count Unicode code points. A byte order mark at the start of the file takes no column.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

// Line starts of one text. Lines end at LF, CR LF or a lone CR. Built once per file that has findings (one linear
// pass), const afterwards. Keeps a view of the text: the text must outlive it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  // `offset` <= text.size(). O(log lines + length of the line).
  [[nodiscard]] Position position(std::uint32_t offset) const;
  // The bytes of 1-based `line` without its line end; empty for a line that is not there.
  [[nodiscard]] std::string_view line_text(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace linter::source
