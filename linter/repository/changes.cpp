#include "linter/repository/changes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace linter::repository {
namespace {

using base::FileKind;

// Equal but for carriage returns at line ends, which git's own conversion puts there.
bool same_text(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i + 1 < a.size() && a[i] == '\r' && a[i + 1] == '\n') ++i;
    if (j + 1 < b.size() && b[j] == '\r' && b[j + 1] == '\n') ++j;
    if (i >= a.size() || j >= b.size() || a[i] != b[j]) return false;
    ++i;
    ++j;
  }
  return true;
}

class Finder {
 public:
  Finder(Git& git, const base::FileSystem& files, const ChangeRequest& request)
      : git_(git), files_(files), request_(request) {}

  base::Result<Changes> find() {
    const auto wanted = [&](std::string_view path) {
      return request_.wanted(path) || is_read(absolute(path));
    };
    auto differences = git_.differences(request_.commit, wanted);
    if (!differences) return std::unexpected(std::move(differences.error()));
    for (const Difference& difference : *differences) add(difference);
    auto index = git_.index();
    if (!index) return std::unexpected(std::move(index.error()));
    if (request_.staged) {
      for (const std::string& path : index->unmerged)
        if (request_.wanted(path)) unmerged_.push_back(absolute(path));
    } else {
      add_changed_on_disk(*index);
      add_gone_from_disk(*index);
      add_submodules_on_disk(*index);
    }
    return settle();
  }

 private:
  [[nodiscard]] std::string absolute(std::string_view path) const {
    return base::join_path(request_.top, path);
  }
  [[nodiscard]] std::string_view relative(std::string_view path) const {
    return path.substr(request_.top == "/" ? 1 : request_.top.size() + 1);
  }
  [[nodiscard]] bool is_read(const std::string& path) const {
    return std::ranges::binary_search(request_.files, path);
  }

  void add(const Difference& difference) {
    if (difference.kind == EntryKind::submodule) {
      const std::string& path = difference.path.empty() ? difference.old_path : difference.path;
      if (!path.empty()) submodules_.try_emplace(absolute(path), false);
      return;
    }
    Change change;
    if (!difference.old_path.empty()) {
      change.old_path = absolute(difference.old_path);
      change.old_blob = difference.old_blob;
    }
    if (difference.path.empty()) {
      if (!change.old_path.empty()) gone_.emplace(change.old_path, change);
      return;
    }
    change.path = absolute(difference.path);
    there_.emplace(change.path, change);
  }

  void add_changed_on_disk(const Index& index) {
    for (const std::string& path : request_.files) {
      const IndexEntry* entry = entry_of(index, relative(path));
      if (entry == nullptr) {
        add_untracked(path);
      } else if (differs(index, *entry, path)) {
        there_.try_emplace(path, Change{path, path, entry->blob});
      }
    }
  }

  // Not in the index: new, unless git was only told to forget it.
  void add_untracked(const std::string& path) {
    const auto forgotten = gone_.find(path);
    Change change{path, {}, {}};
    if (forgotten != gone_.end()) {
      change = {path, path, forgotten->second.old_blob};
      gone_.erase(forgotten);
    }
    there_.try_emplace(path, std::move(change));
  }

  [[nodiscard]] bool differs(const Index& index, const IndexEntry& entry,
                             const std::string& path) const {
    const base::FileStatus status = files_.status(path);
    if (is_as_indexed(index, entry, status)) return false;
    const auto now = files_.read(path, status.size);
    const auto then = git_.read(entry.blob, status.size * 2 + 1);
    return !now || !then || !same_text(*now, *then);
  }

  void add_gone_from_disk(const Index& index) {
    for (const IndexEntry& entry : index.entries) {
      if (entry.kind != EntryKind::file || entry.left_out || !request_.wanted(entry.path)) continue;
      const std::string path = absolute(entry.path);
      if (is_read(path) || files_.status(path).kind != FileKind::missing) continue;
      const auto known = there_.find(path);
      Change change{{}, path, entry.blob};
      if (known != there_.end()) {
        change.old_path = known->second.old_path;
        change.old_blob = known->second.old_blob;
        there_.erase(known);
      }
      if (!change.old_path.empty()) gone_.try_emplace(change.old_path, change);
    }
  }

  void add_submodules_on_disk(const Index& index) {
    for (const IndexEntry& entry : index.entries) {
      if (entry.kind != EntryKind::submodule) continue;
      const std::string path = absolute(entry.path);
      const bool is_there = files_.status(base::join_path(path, ".git")).kind != FileKind::missing;
      if (!is_there || submodules_.contains(path) || !pipe_below(files_, path).empty()) continue;
      const SubmoduleState state = git_.submodule(entry.path);
      if (state != SubmoduleState::as_indexed)
        submodules_.emplace(path, state == SubmoduleState::edited);
    }
  }

  Changes settle() {
    Changes changes{.files = {}, .submodules = {}, .unmerged = std::move(unmerged_)};
    for (auto& [path, change] : there_) changes.files.push_back(std::move(change));
    for (auto& [path, change] : gone_) changes.files.push_back(std::move(change));
    for (const auto& [path, edited] : submodules_) changes.submodules.push_back({path, edited});
    return changes;
  }

  Git& git_;
  const base::FileSystem& files_;
  const ChangeRequest& request_;
  std::map<std::string, Change> there_;     // by path
  std::map<std::string, Change> gone_;      // by old path
  std::map<std::string, bool> submodules_;  // by path, whether only edited
  std::vector<std::string> unmerged_;
};

}  // namespace

base::Result<Changes> find_changes(Git& git, const base::FileSystem& files,
                                   const ChangeRequest& request) {
  return Finder(git, files, request).find();
}

const IndexEntry* entry_of(const Index& index, std::string_view path) {
  const auto found = std::ranges::lower_bound(index.entries, path, {}, [](const IndexEntry& entry) {
    return std::string_view(entry.path);
  });
  return found == index.entries.end() || found->path != path ? nullptr : &*found;
}

bool is_as_indexed(const Index& index, const IndexEntry& entry, const base::FileStatus& status) {
  return entry.kind == EntryKind::file && status.kind == FileKind::regular && !status.is_link &&
         static_cast<std::uint32_t>(status.size) == entry.size &&
         status.modified == entry.modified && status.changed == entry.changed &&
         entry.modified != 0 && entry.modified < index.written;
}

}  // namespace linter::repository
