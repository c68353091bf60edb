// Files that hold what is expected, and rewrite themselves when GALLEY_REWRITE=1 is set.
#pragma once

#include <string>
#include <string_view>

namespace tests {

// The whole file; fails the running test when it cannot be read.
[[nodiscard]] std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view text);

[[nodiscard]] bool rewriting();

// Fails the running test, naming the first line that differs, unless the file at `path` holds
// `actual`. When rewriting, writes `actual` there instead; review the diff.
void expect_golden(const std::string& path, std::string_view actual);

}  // namespace tests
