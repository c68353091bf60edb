// Files as a commit has them.
#pragma once

#include <map>
#include <string>

#include "linter/base/files.h"
#include "linter/repository/git.h"

namespace linter::repository {

// The blobs that it was given, by any path. `git` must outlive it.
class OldFiles final : public base::FileSystem {
 public:
  explicit OldFiles(Git& git) : git_(git) {}

  void add(std::string path, std::string blob) { blobs_[std::move(path)] = std::move(blob); }

  [[nodiscard]] base::FileStatus status(const std::string& path) const override;
  // Errors of Git::read, and missing_path.
  [[nodiscard]] base::Result<std::string> read(const std::string& path,
                                               std::uint64_t limit) const override;
  [[nodiscard]] base::Result<std::vector<base::FolderEntry>> list(
      const std::string& path) const override;
  [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;

 private:
  Git& git_;
  std::map<std::string, std::string> blobs_;
};

}  // namespace linter::repository
