#include "linter/repository/old_files.h"

namespace linter::repository {

using base::ErrorCode;

base::FileStatus OldFiles::status(const std::string& path) const {
  return {.kind = blobs_.contains(path) ? base::FileKind::regular : base::FileKind::missing};
}

base::Result<std::string> OldFiles::read(const std::string& path, std::uint64_t limit) const {
  const auto found = blobs_.find(path);
  if (found == blobs_.end())
    return base::fail(ErrorCode::missing_path, "was not there before", path);
  return git_.read(found->second, limit);
}

base::Result<std::vector<base::FolderEntry>> OldFiles::list(const std::string& path) const {
  return base::fail(ErrorCode::missing_path, "old files are known one by one", path);
}

base::Result<void> OldFiles::write(const std::string& path, std::string_view /*bytes*/) {
  return base::fail(ErrorCode::write_failed, "is committed and stays as it is", path);
}

}  // namespace linter::repository
