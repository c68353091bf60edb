#include "linter/source/line_index.h"

#include <algorithm>
#include <cstddef>

namespace linter::source {
namespace {

constexpr std::uint32_t block_bytes = 4096;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// How many bytes of `text` begin a code point (are not of the form 10xxxxxx).
std::uint32_t count_leads(std::string_view text) {
  std::uint32_t count = 0;
  for (const char byte : text) count += static_cast<signed char>(byte) >= -64 ? 1U : 0U;
  return count;
}

bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.push_back(text.starts_with(byte_order_mark) ? 3U : 0U);
  const bool has_returns = text.find('\r') != std::string_view::npos;
  const auto next_end = [&](std::size_t from) {
    return has_returns ? text.find_first_of("\r\n", from) : text.find('\n', from);
  };
  for (std::size_t at = next_end(0); at != std::string_view::npos; at = next_end(at)) {
    at += text.substr(at).starts_with("\r\n") ? 2U : 1U;
    starts_.push_back(static_cast<std::uint32_t>(at));
  }
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += block_bytes) {
    code_points_.push_back(count);
    count += count_leads(text.substr(begin, block_bytes));
  }
}

std::uint32_t LineIndex::code_points_before(std::uint32_t offset) const {
  const std::uint32_t block = offset / block_bytes;
  const std::uint32_t begin = block * block_bytes;
  return code_points_[block] + count_leads(text_.substr(begin, offset - begin));
}

Position LineIndex::position(std::uint32_t offset) const {
  offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, text_.size()));
  const auto next = std::upper_bound(starts_.begin() + 1, starts_.end(), offset);
  const std::uint32_t start = *(next - 1);
  const auto line = static_cast<std::uint32_t>(next - starts_.begin());
  if (offset <= start) return {line, 1};
  if (offset - start <= block_bytes)
    return {line, count_leads(text_.substr(start, offset - start)) + 1};
  return {line, code_points_before(offset) - code_points_before(start) + 1};
}

std::string_view LineIndex::line_text(std::uint32_t line) const {
  const std::uint32_t begin = line_start(line);
  std::size_t end = line_start(line + 1);
  while (end > begin && is_line_end(text_[end - 1])) --end;
  return text_.substr(begin, end - begin);
}

std::uint32_t LineIndex::line_start(std::uint32_t line) const {
  if (line == 0 || line > starts_.size()) return static_cast<std::uint32_t>(text_.size());
  return starts_[line - 1];
}

}  // namespace linter::source
