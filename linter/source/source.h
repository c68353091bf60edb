// One article's bytes, as they stand in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/base/files.h"
#include "linter/base/result.h"

namespace linter::source {

struct Source {
  std::string path;   // as findings show it: relative to the root, normalised
  std::string bytes;  // exactly the file, byte order mark included
  bool has_bom = false;
  // The text after the byte order mark; source spans count from the start of `bytes`, mark
  // included.
  [[nodiscard]] std::uint32_t text_begin() const { return has_bom ? 3U : 0U; }
};

inline constexpr std::uint64_t default_max_file_bytes = 64ULL << 20;  // limit `max_file_bytes`

// Checks that `bytes` are an article galley can read: utf16 (by byte order mark, or by NULs in
// every other byte), not_utf8 (with line and column of the first bad byte and its value),
// unreadable_file for other NUL bytes
// ("binary"), too_large from 2 GiB. Errors name `path`. Linear, no copy.
[[nodiscard]] base::Result<Source> make_source(std::string path, std::string bytes);

// Reads `disk_path` and makes the source shown as `shown_path`. Errors of FileSystem::read and
// make_source, all naming `shown_path`.
[[nodiscard]] base::Result<Source> read_source(const base::FileSystem& files,
                                               const std::string& disk_path, std::string shown_path,
                                               std::uint64_t max_bytes = default_max_file_bytes);

}  // namespace linter::source
