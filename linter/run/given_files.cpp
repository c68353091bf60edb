#include "linter/run/given_files.h"

#include "linter/base/hash.h"

namespace linter::run {

// A folder that is not there gets an identity of its own, so that texts of one name in two such
// folders are not taken for one file.
base::FileStatus GivenFiles::status(const std::string& path) const {
  const auto found = texts_.find(path);
  if (found != texts_.end()) {
    return {.kind = base::FileKind::regular,
            .size = found->second.size(),
            .is_link = false,
            .identity = base::hash64(path)};
  }
  base::FileStatus status = files_.status(path);
  if (status.kind == base::FileKind::missing) status.identity = base::hash64(path);
  return status;
}

base::Result<std::string> GivenFiles::read(const std::string& path, std::uint64_t limit) const {
  const auto found = texts_.find(path);
  if (found == texts_.end()) return files_.read(path, limit);
  if (found->second.size() <= limit) return found->second;
  return base::fail(base::ErrorCode::too_large,
                    "the text has " + std::to_string(found->second.size()) +
                        " bytes, more than the limit of " + std::to_string(limit),
                    path);
}

base::Result<std::vector<base::FolderEntry>> GivenFiles::list(const std::string& path) const {
  return files_.list(path);
}

base::Result<void> GivenFiles::write(const std::string& path, std::string_view) {
  return base::fail(base::ErrorCode::write_failed, "texts that are given are not written", path);
}

}  // namespace linter::run
