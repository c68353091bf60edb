#include "linter/source/source.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/source/line_index.h"

namespace linter::source {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t sample_bytes = 4096;
// An article's view may grow to one and a half times its file; both must count in 32 bits.
constexpr std::size_t largest_article = std::numeric_limits<std::int32_t>::max();

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// Latin text in UTF-16 without a mark: nearly every other byte of its beginning is NUL.
bool looks_like_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_bytes);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++(at % 2 == 0 ? even : odd);
  }
  const std::size_t most = std::max<std::size_t>(sample.size() / 4, 1);
  return (even > most && odd == 0) || (odd > most && even == 0);
}

}  // namespace

base::Result<Source> make_source(std::string path, std::string bytes) {
  if (bytes.size() > largest_article) {
    return fail(ErrorCode::too_large,
                fmt::format("the file has {} bytes; an article must be under 2 GiB", bytes.size()),
                std::move(path));
  }
  if (has_utf16_mark(bytes) || looks_like_utf16(bytes)) {
    return fail(ErrorCode::utf16, "the file is UTF-16; articles must be UTF-8: convert it first",
                std::move(path));
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string::npos) {
    return fail(ErrorCode::unreadable_file,
                fmt::format("the file is binary (a NUL at byte {}); articles must be text", nul),
                std::move(path));
  }
  if (const auto bad = base::first_invalid_utf8(bytes)) {
    const Position at = LineIndex(bytes).position(static_cast<std::uint32_t>(*bad));
    const auto value = static_cast<unsigned char>(bytes[*bad]);
    return fail(
        ErrorCode::not_utf8,
        fmt::format("byte 0x{:02X} is not UTF-8; articles must be UTF-8: convert the file first",
                    value),
        std::move(path), at.line, at.column);
  }
  const bool has_bom = bytes.starts_with(utf8_mark);
  return Source{std::move(path), std::move(bytes), has_bom};
}

base::Result<Source> read_source(const base::FileSystem& files, const std::string& disk_path,
                                 std::string shown_path, std::uint64_t max_bytes) {
  base::Result<std::string> bytes = files.read(disk_path, max_bytes);
  if (!bytes) {
    bytes.error().file = std::move(shown_path);
    return std::unexpected(std::move(bytes.error()));
  }
  return make_source(std::move(shown_path), std::move(*bytes));
}

}  // namespace linter::source
