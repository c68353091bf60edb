#include "linter/repository/staged_files.h"

#include <algorithm>
#include <utility>

#include "linter/base/hash.h"
#include "linter/repository/changes.h"

namespace linter::repository {

using base::ErrorCode;
using base::FileKind;
using base::FileStatus;

StagedFiles::StagedFiles(const base::FileSystem& disk, Git& git, std::string top, Index index)
    : disk_(disk), git_(git), top_(std::move(top)), index_(std::move(index)) {}

bool StagedFiles::is_inside(std::string_view path) const {
  if (path.size() <= top_.size() || !path.starts_with(top_)) return false;
  if (top_ != "/" && path[top_.size()] != '/') return false;
  const std::string_view below = relative(path);
  return below != ".git" && !below.starts_with(".git/");
}

std::string_view StagedFiles::relative(std::string_view path) const {
  return path.substr(top_ == "/" ? 1 : top_.size() + 1);
}

bool StagedFiles::is_folder(std::string_view relative) const {
  const std::string prefix = std::string(relative) + '/';
  const auto first = std::ranges::lower_bound(index_.entries, prefix, {}, &IndexEntry::path);
  return first != index_.entries.end() && first->path.starts_with(prefix);
}

FileStatus StagedFiles::status(const std::string& path) const {
  if (!is_inside(path)) return disk_.status(path);
  FileStatus status{.identity = base::hash64(path)};
  const IndexEntry* entry = entry_of(index_, relative(path));
  if (entry == nullptr) {
    if (is_folder(relative(path))) status.kind = FileKind::folder;
  } else if (entry->kind == EntryKind::link) {
    status.is_link = true;
  } else if (entry->kind == EntryKind::file) {
    status.kind = FileKind::regular;
    status.size = entry->size;
  }
  return status;
}

base::Result<std::string> StagedFiles::read(const std::string& path, std::uint64_t limit) const {
  if (!is_inside(path)) return disk_.read(path, limit);
  const IndexEntry* entry = entry_of(index_, relative(path));
  if (entry == nullptr || entry->kind != EntryKind::file)
    return base::fail(ErrorCode::missing_path, "is not in git's index", path);
  if (is_as_indexed(index_, *entry, disk_.status(path))) return disk_.read(path, limit);
  auto bytes = git_.read(entry->blob, limit);
  if (!bytes) bytes.error().file = path;
  return bytes;
}

base::Result<std::vector<base::FolderEntry>> StagedFiles::list(const std::string& path) const {
  if (!is_inside(path) && path != top_) return disk_.list(path);
  const std::string prefix = path == top_ ? std::string() : std::string(relative(path)) + '/';
  std::vector<base::FolderEntry> found;
  auto entry = std::ranges::lower_bound(index_.entries, prefix, {}, &IndexEntry::path);
  while (entry != index_.entries.end() && entry->path.starts_with(prefix)) {
    const std::string_view rest = std::string_view(entry->path).substr(prefix.size());
    const std::string name(rest.substr(0, rest.find('/')));
    if (found.empty() || found.back().name != name)
      found.push_back({name, status(base::join_path(path, name))});
    ++entry;
  }
  std::ranges::sort(found, {}, &base::FolderEntry::name);
  const auto again = std::ranges::unique(found, {}, &base::FolderEntry::name);
  found.erase(again.begin(), again.end());
  return found;
}

base::Result<void> StagedFiles::write(const std::string& path, std::string_view /*bytes*/) {
  return base::fail(ErrorCode::write_failed, "stands for git's index, which is not written to",
                    path);
}

}  // namespace linter::repository
