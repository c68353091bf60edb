#include "linter/fixes/drafts.h"

#include "linter/base/file_errors.h"

namespace linter::fixes {

const std::string* Drafts::draft(const std::string& path) const {
  if (drafts_.empty() || path.empty()) return nullptr;
  const auto found = drafts_.find(base::normalised_path(path));
  return found == drafts_.end() ? nullptr : &found->second;
}

base::FileStatus Drafts::status(const std::string& path) const {
  base::FileStatus status = files_->status(path);
  if (const std::string* bytes = draft(path)) status.size = bytes->size();
  return status;
}

base::Result<std::string> Drafts::read(const std::string& path, std::uint64_t limit) const {
  const std::string* bytes = draft(path);
  if (bytes == nullptr) return files_->read(path, limit);
  if (bytes->size() > limit) return base::too_large(path, bytes->size(), limit);
  return *bytes;
}

base::Result<std::vector<base::FolderEntry>> Drafts::list(const std::string& path) const {
  auto entries = files_->list(path);
  if (!entries || drafts_.empty()) return entries;
  for (base::FolderEntry& entry : *entries) {
    if (const std::string* bytes = draft(base::join_path(path, entry.name)))
      entry.status.size = bytes->size();
  }
  return entries;
}

base::Result<void> Drafts::write(const std::string& path, std::string_view bytes) {
  drafts_.insert_or_assign(base::normalised_path(path), std::string(bytes));
  return {};
}

}  // namespace linter::fixes
