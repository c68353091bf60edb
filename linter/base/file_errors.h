// What both file systems say when something cannot be read or written.
#pragma once

#include <cstdint>
#include <string>

#include "linter/base/result.h"

namespace linter::base {

[[nodiscard]] inline std::unexpected<Error> missing_path(const std::string& path) {
  return fail(ErrorCode::missing_path, "no such file or folder", path);
}

[[nodiscard]] inline std::unexpected<Error> too_large(const std::string& path, std::uint64_t size,
                                                      std::uint64_t limit) {
  return fail(ErrorCode::too_large,
              "the file has " + std::to_string(size) + " bytes, more than the limit of " +
                  std::to_string(limit),
              path);
}

inline constexpr const char* is_a_folder = "is a folder, not a file";
inline constexpr const char* is_a_file = "is a file, not a folder";

}  // namespace linter::base
