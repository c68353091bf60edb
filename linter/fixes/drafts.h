// Files as they would be, before any of them is written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"

namespace linter::fixes {

// A view of another file system in which what is written is kept in memory. `files` must outlive
// it. Writing is for one thread, while nobody reads.
class Drafts final : public base::FileSystem {
 public:
  explicit Drafts(const base::FileSystem& files) : files_(&files) {}

  [[nodiscard]] base::FileStatus status(const std::string& path) const override;
  [[nodiscard]] base::Result<std::string> read(const std::string& path,
                                               std::uint64_t limit) const override;
  [[nodiscard]] base::Result<std::vector<base::FolderEntry>> list(
      const std::string& path) const override;
  // Never fails.
  [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;

 private:
  [[nodiscard]] const std::string* draft(const std::string& path) const;

  const base::FileSystem* files_;
  std::map<std::string, std::string, std::less<>> drafts_;  // by normalised path
};

}  // namespace linter::fixes
