#include "linter/config/confined_files.h"

#include <utility>

namespace linter::config {

bool is_within(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

ConfinedFiles::ConfinedFiles(const base::FileSystem& files, std::vector<std::string> folders)
    : files_(&files), folders_(std::move(folders)) {}

base::Result<void> ConfinedFiles::admits(const std::string& path) const {
  const std::string normal = base::normalised_path(path);
  // The innermost folder that holds the path: the data folder may lie below a project.
  auto folder = folders_.end();
  for (auto one = folders_.begin(); one != folders_.end(); ++one)
    if (is_within(normal, *one) && (folder == folders_.end() || one->size() > folder->size()))
      folder = one;
  if (folder == folders_.end()) {
    const std::string& own = folders_.front();
    return base::fail(base::ErrorCode::bad_value,
                      "'" + normal + "' lies outside of '" + own +
                          "': a configuration may only name what lies below that folder");
  }
  const std::string parent = base::parent_path(normal);
  for (std::string at = normal; at != *folder && at != "/"; at = base::parent_path(at)) {
    if (at == parent && is_known(parent)) return {};
    if (!files_->status(at).is_link) continue;
    return base::fail(base::ErrorCode::bad_value,
                      "'" + at +
                          "' is a symbolic link: a configuration may only name what is reached "
                          "without links; copy it here");
  }
  const std::scoped_lock lock(mutex_);
  known_.insert(parent);
  return {};
}

bool ConfinedFiles::is_known(const std::string& folder) const {
  const std::scoped_lock lock(mutex_);
  return known_.contains(folder);
}

base::FileStatus ConfinedFiles::status(const std::string& path) const {
  return admits(path) ? files_->status(path) : base::FileStatus{};
}

base::Result<std::string> ConfinedFiles::read(const std::string& path, std::uint64_t limit) const {
  if (const auto admitted = admits(path); !admitted) {
    return base::fail(base::ErrorCode::unreadable_file, admitted.error().message, path);
  }
  return files_->read(path, limit);
}

base::Result<std::vector<base::FolderEntry>> ConfinedFiles::list(const std::string& path) const {
  if (const auto admitted = admits(path); !admitted) {
    return base::fail(base::ErrorCode::unreadable_file, admitted.error().message, path);
  }
  return files_->list(path);
}

base::Result<void> ConfinedFiles::write(const std::string& path, std::string_view) {
  return base::fail(base::ErrorCode::write_failed, "a configuration writes nothing", path);
}

}  // namespace linter::config
