// The file-system seam: everything that galley reads or writes goes through it, so that tests need
// no disk.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"

namespace linter::base {

enum class FileKind : std::uint8_t { missing, regular, folder, other };

struct FileStatus {
  FileKind kind = FileKind::missing;
  std::uint64_t size = 0;
  bool is_link = false;  // the path itself is a symbolic link (kind and size are its target's)
  std::uint64_t identity = 0;  // device and inode folded together; tells a folder loop
  // When its bytes, and anything of it, last changed: nanoseconds since 1970; 0 = not known.
  std::int64_t modified = 0;
  std::int64_t changed = 0;
};

struct FolderEntry {
  std::string name;
  FileStatus status;
};

// Paths are UTF-8 as the system has them, '/'-separated. All members may be called from several
// threads.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  // Never fails: what cannot be looked at is `missing`.
  [[nodiscard]] virtual FileStatus status(const std::string& path) const = 0;
  // Likewise of each of these paths below a folder: for many of them at half the cost.
  [[nodiscard]] virtual std::vector<FileStatus> statuses(
      const std::string& folder, std::span<const std::string> below) const;
  // The whole content. missing_path, unreadable_file (a folder, pipe or device, which is never
  // waited for; else the system's reason), too_large when over `limit` bytes (the message has size
  // and limit; how to raise it is known above).
  [[nodiscard]] virtual Result<std::string> read(const std::string& path,
                                                 std::uint64_t limit) const = 0;
  // Entries sorted by name (bytewise), without "." and "..".
  [[nodiscard]] virtual Result<std::vector<FolderEntry>> list(const std::string& path) const = 0;
  // Atomic: written beside the target, flushed, renamed over it; on failure (write_failed) the
  // target is as it was and nothing is left behind. A file keeps its permissions and, where the
  // system lets it, its owner. A target that is read-only, a symbolic link, folder, pipe or device
  // is refused.
  [[nodiscard]] virtual Result<void> write(const std::string& path, std::string_view bytes) = 0;
};

// The machine's disk.
[[nodiscard]] std::unique_ptr<FileSystem> disk();

// A file system in memory for tests; folders exist by their files. `write` stores.
[[nodiscard]] std::unique_ptr<FileSystem> memory(std::map<std::string, std::string> files);

// "a/./b/../c" -> "a/c", no trailing slash; "." stays ".". Purely textual.
[[nodiscard]] std::string normalised_path(std::string_view path);
// `path` seen from `base` (both normalised, both absolute or both relative), with ".." where it
// must be.
[[nodiscard]] std::string relative_path(std::string_view path, std::string_view base);
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);
[[nodiscard]] std::string parent_path(std::string_view path);  // "." for "a", "/" for "/a"
// ".md" of the last part, in the case it has; "" when there is none (".gitignore" has none).
[[nodiscard]] std::string_view file_extension(std::string_view path);
// The process's working folder, absolute.
[[nodiscard]] std::string working_folder();

}  // namespace linter::base
