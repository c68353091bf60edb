// What a configuration may read: files below some folders, reached without symbolic links.
//
// A configuration comes with the articles and is not trusted: it must not make galley show, or
// choke on, anything else on the machine.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "linter/base/files.h"

namespace linter::config {

// A view of another file system that refuses everything outside its folders, links below them, and
// all writing. `files` must outlive it. As thread-safe as `files`.
class ConfinedFiles final : public base::FileSystem {
 public:
  // `folders` are absolute and normalised.
  ConfinedFiles(const base::FileSystem& files, std::vector<std::string> folders);

  // Whether `path` (absolute, normalised) may be read: bad_value, without a file, that says why
  // not. A path that is not there is admitted. One look at the disk, and one more for each folder
  // on the way the first time.
  [[nodiscard]] base::Result<void> admits(const std::string& path) const;

  [[nodiscard]] base::FileStatus status(const std::string& path) const override;
  [[nodiscard]] base::Result<std::string> read(const std::string& path,
                                               std::uint64_t limit) const override;
  [[nodiscard]] base::Result<std::vector<base::FolderEntry>> list(
      const std::string& path) const override;
  [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;

 private:
  // Whether what lies directly in it has been reached before.
  [[nodiscard]] bool is_known(const std::string& folder) const;

  const base::FileSystem* files_;
  std::vector<std::string> folders_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> known_;  // folders that no link leads to
};

// Whether `path` is `folder` or lies below it; both absolute and normalised.
[[nodiscard]] bool is_within(std::string_view path, std::string_view folder);

}  // namespace linter::config
