#include <algorithm>
#include <mutex>

#include "linter/base/file_errors.h"
#include "linter/base/files.h"
#include "linter/base/hash.h"

namespace linter::base {
namespace {

class MemoryFileSystem final : public FileSystem {
 public:
  explicit MemoryFileSystem(std::map<std::string, std::string> files) {
    for (auto& [path, bytes] : files)
      files_.insert_or_assign(normalised_path(path), std::move(bytes));
  }

  FileStatus status(const std::string& path) const override {
    const std::scoped_lock lock(mutex_);
    return path.empty() ? FileStatus{} : status_of(normalised_path(path));
  }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const std::scoped_lock lock(mutex_);
    const std::string key = path.empty() ? path : normalised_path(path);
    const auto found = files_.find(key);
    if (found == files_.end()) {
      if (status_of(key).kind == FileKind::folder) {
        return fail(ErrorCode::unreadable_file, is_a_folder, path);
      }
      return missing_path(path);
    }
    const std::uint64_t size = found->second.size();
    if (size > limit) return too_large(path, size, limit);
    return found->second;
  }

  Result<std::vector<FolderEntry>> list(const std::string& path) const override {
    const std::scoped_lock lock(mutex_);
    const std::string folder = normalised_path(path);
    const FileKind kind = status_of(folder).kind;
    if (kind == FileKind::missing) return missing_path(path);
    if (kind != FileKind::folder) return fail(ErrorCode::unreadable_file, is_a_file, path);
    std::vector<FolderEntry> entries;
    const std::string prefix = prefix_of(folder);
    for (const auto& [file, bytes] : files_) {
      if (!file.starts_with(prefix)) continue;
      const std::string name =
          file.substr(prefix.size(), file.find('/', prefix.size()) - prefix.size());
      const bool known =
          std::ranges::any_of(entries, [&](const auto& entry) { return entry.name == name; });
      if (!known) entries.push_back({name, status_of(prefix + name)});
    }
    std::ranges::sort(entries, {}, &FolderEntry::name);
    return entries;
  }

  Result<void> write(const std::string& path, std::string_view bytes) override {
    const std::scoped_lock lock(mutex_);
    const std::string key = normalised_path(path);
    if (path.empty() || status_of(key).kind == FileKind::folder) {
      return fail(ErrorCode::write_failed, is_a_folder, path);
    }
    for (std::string above = parent_path(key); above != "." && above != "/";
         above = parent_path(above)) {
      if (files_.contains(above)) return fail(ErrorCode::write_failed, "stands below a file", path);
    }
    files_.insert_or_assign(key, std::string(bytes));
    return {};
  }

 private:
  static std::string prefix_of(const std::string& folder) {
    if (folder == ".") return {};
    return folder.ends_with('/') ? folder : folder + '/';
  }

  FileStatus status_of(const std::string& key) const {
    FileStatus status{.identity = hash64(key)};
    if (const auto found = files_.find(key); found != files_.end()) {
      status.kind = FileKind::regular;
      status.size = found->second.size();
      return status;
    }
    const std::string prefix = prefix_of(key);
    const auto below = files_.lower_bound(prefix);
    const bool has_files = below != files_.end() && below->first.starts_with(prefix);
    if (has_files || key == "." || key == "/") status.kind = FileKind::folder;
    if (status.kind == FileKind::missing) status.identity = 0;
    return status;
  }

  mutable std::mutex mutex_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::unique_ptr<FileSystem> memory(std::map<std::string, std::string> files) {
  return std::make_unique<MemoryFileSystem>(std::move(files));
}

}  // namespace linter::base
