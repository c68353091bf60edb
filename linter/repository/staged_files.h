// The files as they will be committed: git's index in place of the working tree.
#pragma once

#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/repository/git.h"

namespace linter::repository {

// Below the top of a repository, files and folders are the index's; its .git and what lies outside
// are the disk's. Links are links without a target, submodules are missing. A file whose size and
// times say that it is as indexed is read from the disk. Cannot be written to.
// Everything given must outlive it.
class StagedFiles final : public base::FileSystem {
 public:
  StagedFiles(const base::FileSystem& disk, Git& git, std::string top, Index index);

  [[nodiscard]] base::FileStatus status(const std::string& path) const override;
  [[nodiscard]] base::Result<std::string> read(const std::string& path,
                                               std::uint64_t limit) const override;
  [[nodiscard]] base::Result<std::vector<base::FolderEntry>> list(
      const std::string& path) const override;
  [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;

 private:
  [[nodiscard]] bool is_inside(std::string_view path) const;
  [[nodiscard]] std::string_view relative(std::string_view path) const;
  [[nodiscard]] bool is_folder(std::string_view relative) const;

  const base::FileSystem& disk_;
  Git& git_;
  std::string top_;
  Index index_;
};

}  // namespace linter::repository
