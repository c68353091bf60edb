#include "linter/repository/changes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "linter/repository/renames.h"

namespace linter::repository {
namespace {

using base::FileKind;

constexpr std::uint64_t most_compared_bytes = 64ULL << 20;  // of a file, to find what it was

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
    if (auto followed = follow_renames(); !followed) return std::unexpected(followed.error());
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
    if (change.old_path.empty() && difference.kind == EntryKind::file)
      come_[change.path] = difference.blob;
    there_.emplace(change.path, change);
  }

  void add_changed_on_disk(const Index& index) {
    for (const std::string& path : request_.files) {
      const IndexEntry* entry = entry_of(index, relative(path));
      if (entry == nullptr || entry->only_intended) {
        add_untracked(path);
      } else if (differs(index, *entry, path)) {
        there_.try_emplace(path, Change{path, path, entry->blob, false});
        if (const auto come = come_.find(path); come != come_.end()) come->second.clear();
      }
    }
  }

  // Not in the index: new, unless git was only told to forget it.
  void add_untracked(const std::string& path) {
    const auto forgotten = gone_.find(path);
    Change change{path, {}, {}, false};
    if (forgotten != gone_.end()) {
      change = {path, path, forgotten->second.old_blob, false};
      gone_.erase(forgotten);
    } else {
      come_[path].clear();
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
      Change change{{}, path, entry.blob, false};
      come_.erase(path);
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

  // What came is what went, where they are the same or much alike.
  base::Result<void> follow_renames() {
    if (gone_.empty() || come_.empty()) return {};
    std::vector<OneSided> gone;
    std::vector<OneSided> come;
    for (const auto& [path, change] : gone_) gone.push_back({path, change.old_blob});
    for (const auto& [path, blob] : come_)
      come.push_back({path, blob.empty() ? named(path) : blob});
    const auto read_gone = [&](const OneSided& file) {
      return useful(git_.read(file.blob, most_compared_bytes));
    };
    const auto read_come = [&](const OneSided& file) {
      return useful(files_.read(file.path, most_compared_bytes));
    };
    const auto found = find_renames(gone, come, read_gone, read_come);
    if (!found) return std::unexpected(found.error());
    for (std::size_t i = 0; i < come.size(); ++i) {
      if (!(*found)[i]) continue;
      const OneSided& was = gone[*(*found)[i]];
      there_[come[i].path] = {.path = come[i].path,
                              .old_path = was.path,
                              .old_blob = was.blob,
                              .only_renamed = come[i].blob == was.blob};
      gone_.erase(was.path);
    }
    return {};
  }

  // The blob that the file on the disk would be; empty when it cannot be read.
  [[nodiscard]] std::string named(const std::string& path) const {
    const auto bytes = files_.read(path, most_compared_bytes);
    return bytes ? git_.blob_of(*bytes) : std::string();
  }

  // What cannot be compared is no rename; what the repository lacks must be told.
  static base::Result<std::optional<std::string>> useful(base::Result<std::string> bytes) {
    if (bytes) return std::optional(std::move(*bytes));
    if (bytes.error().code == base::ErrorCode::repository)
      return std::unexpected(std::move(bytes.error()));
    return std::nullopt;
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
  std::map<std::string, Change> there_;      // by path
  std::map<std::string, Change> gone_;       // by old path
  std::map<std::string, std::string> come_;  // of there_: files without an old path, their blobs
  std::map<std::string, bool> submodules_;   // by path, whether only edited
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
