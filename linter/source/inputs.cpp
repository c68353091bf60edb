#include "linter/source/inputs.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "linter/base/glob.h"
#include "linter/base/hash.h"

namespace linter::source {
namespace {

using base::ErrorCode;
using base::FileKind;
using base::FileStatus;

struct Candidate {
  InputFile file;
  std::uint64_t entry = 0;     // which entry of which folder: the same for each spelling of a path
  std::uint64_t identity = 0;  // of the file itself
  bool is_link = false;
};

std::uint64_t entry_of(std::uint64_t folder, std::string_view name) {
  std::string key(reinterpret_cast<const char*>(&folder), sizeof folder);
  return base::hash64(key.append(name));
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// A pattern argument, cut into the folder it starts from and the pattern below it.
struct Wildcard {
  std::string folder;  // absolute
  base::Glob glob;
  std::size_t depth = max_folder_depth;  // how many folders deep the pattern can match
  bool hidden = false;                   // the pattern spells out hidden names
};

base::Result<Wildcard> wildcard_of(const std::string& path, const std::string& working_folder) {
  const std::string normal = base::normalised_path(path);
  std::size_t begin = 0;  // of the first part with a wildcard
  for (std::size_t slash = normal.find('/'); slash != std::string::npos;
       slash = normal.find('/', begin)) {
    if (base::has_glob_characters(std::string_view(normal).substr(begin, slash - begin))) break;
    begin = slash + 1;
  }
  const std::string rest = normal.substr(begin);
  auto glob = base::Glob::compile(rest);
  if (!glob) {
    return base::fail(ErrorCode::bad_value, "not a path pattern: " + glob.error().message, path);
  }
  const std::string prefix = begin == 0 ? "." : normal.substr(0, begin);
  Wildcard wildcard{.folder = base::normalised_path(base::join_path(working_folder, prefix)),
                    .glob = std::move(*glob)};
  if (rest.find("**") == std::string::npos)
    wildcard.depth = static_cast<std::size_t>(std::ranges::count(rest, '/'));
  wildcard.hidden = rest.starts_with('.') || rest.find("/.") != std::string::npos;
  return wildcard;
}

class Finder {
 public:
  Finder(const InputRequest& request, const base::FileSystem& files)
      : request_(request), files_(files) {}

  Inputs find() {
    for (const std::string& path : request_.paths) add(path);
    keep_each_once();
    settle_skipped();
    return std::move(inputs_);
  }

 private:
  void add(const std::string& path) {
    const std::string absolute =
        base::normalised_path(base::join_path(request_.working_folder, path));
    const FileStatus status = files_.status(absolute);
    if (status.kind == FileKind::regular) {
      const std::uint64_t parent = files_.status(base::parent_path(absolute)).identity;
      candidates_.push_back({.file = {absolute, status.size, true},
                             .entry = entry_of(parent, name_of(absolute)),
                             .identity = status.identity,
                             .is_link = status.is_link});
    } else if (status.kind == FileKind::folder) {
      walk_from(absolute, status, nullptr);
    } else if (status.kind == FileKind::missing && base::has_glob_characters(path)) {
      add_matches(path);
    } else {
      const bool missing = status.kind == FileKind::missing;
      inputs_.errors.push_back(
          {.code = missing ? ErrorCode::missing_path : ErrorCode::unreadable_file,
           .message = missing && status.is_link ? "a link to a file or folder that is not there"
                      : missing ? "no such file or folder: check how the path is spelt"
                              : "is a pipe, socket or device: galley reads files and folders",
           .file = base::normalised_path(path)});
    }
  }

  void add_matches(const std::string& path) {
    const auto wildcard = wildcard_of(path, request_.working_folder);
    if (!wildcard) {
      inputs_.errors.push_back(wildcard.error());
      return;
    }
    const std::size_t before = candidates_.size() + inputs_.errors.size();
    const FileStatus status = files_.status(wildcard->folder);
    if (status.kind == FileKind::folder) walk_from(wildcard->folder, status, &*wildcard);
    if (candidates_.size() + inputs_.errors.size() > before || interrupted()) return;
    inputs_.errors.push_back({.code = ErrorCode::missing_path,
                              .message = "no file that galley reads matches this pattern",
                              .file = base::normalised_path(path)});
  }

  void walk_from(const std::string& folder, const FileStatus& status, const Wildcard* wildcard) {
    const bool rules_apply = request_.ignore != nullptr && request_.ignore->apply_below(folder);
    ignore_ = rules_apply ? request_.ignore : nullptr;
    root_ = folder;
    above_.clear();
    walk(folder, status.identity, wildcard);
  }

  void walk(const std::string& folder, std::uint64_t identity, const Wildcard* wildcard) {
    if (interrupted()) return;
    if (above_.size() > max_folder_depth) {
      inputs_.errors.push_back(
          {.code = ErrorCode::nesting_too_deep,
           .message = "folders are nested more than 1000 deep: what lies below is not checked",
           .file = folder});
      return;
    }
    auto entries = files_.list(folder);
    if (!entries) {
      inputs_.errors.push_back(std::move(entries.error()));
      return;
    }
    above_.push_back(identity);
    for (const base::FolderEntry& entry : *entries) meet(folder, identity, entry, wildcard);
    above_.pop_back();
  }

  // One entry of a folder on a walk.
  void meet(const std::string& folder, std::uint64_t folder_identity,
            const base::FolderEntry& entry, const Wildcard* wildcard) {
    const std::string path = base::join_path(folder, entry.name);
    const bool is_folder = entry.status.kind == FileKind::folder;
    const bool show_hidden = wildcard != nullptr && wildcard->hidden;
    if (entry.name.starts_with('.') && !show_hidden) return skip(path, SkipReason::hidden);
    if (entry.status.is_link) return skip(path, SkipReason::link);
    const bool is_file = entry.status.kind == FileKind::regular;
    if (!is_folder && !is_file) return skip(path, SkipReason::special);
    const bool matched = wildcard == nullptr || wildcard->glob.matches(below_root(path));
    if (is_file && !matched) return;
    if (is_file && !request_.readable(path)) return skip(path, SkipReason::unknown_format);
    if (is_folder && !matched && above_.size() > wildcard->depth) return;
    if (is_folder && std::ranges::find(above_, entry.status.identity) != above_.end()) {
      return skip(path, SkipReason::folder_loop);
    }
    if (ignore_ != nullptr) {
      std::string reason = ignore_->ignored(path, is_folder);
      if (!reason.empty()) return skip(path, SkipReason::ignored, std::move(reason));
    }
    if (is_folder) return walk(path, entry.status.identity, matched ? nullptr : wildcard);
    candidates_.push_back({.file = {path, entry.status.size, false},
                           .entry = entry_of(folder_identity, entry.name),
                           .identity = entry.status.identity});
  }

  // A path on the walk as patterns see it, relative to where the walk began.
  [[nodiscard]] std::string_view below_root(std::string_view path) const {
    return path.substr(root_.ends_with('/') ? root_.size() : root_.size() + 1);
  }

  void skip(const std::string& path, SkipReason reason, std::string detail = {}) {
    if (request_.keep_skipped) inputs_.skipped.push_back({path, reason, std::move(detail)});
  }

  [[nodiscard]] bool interrupted() const {
    return request_.interrupted != nullptr && request_.interrupted->load(std::memory_order_relaxed);
  }

  void keep_each_once() {
    // links last, so that a file's own name wins; a file that was also named stays named
    std::ranges::sort(candidates_, [](const Candidate& a, const Candidate& b) {
      if (a.is_link != b.is_link) return b.is_link;
      if (a.file.path != b.file.path) return a.file.path < b.file.path;
      return a.file.named && !b.file.named;
    });
    std::unordered_set<std::uint64_t> entries;
    std::unordered_set<std::uint64_t> identities;
    for (Candidate& candidate : candidates_) {
      const bool is_new = entries.insert(candidate.entry).second;
      const bool is_known_file = !identities.insert(candidate.identity).second;
      if (!is_new || (candidate.is_link && is_known_file)) continue;
      inputs_.files.push_back(std::move(candidate.file));
    }
    std::ranges::sort(inputs_.files, {}, &InputFile::path);
  }

  // What was skipped on one walk and found on another, or named, is not skipped.
  void settle_skipped() {
    std::ranges::sort(inputs_.skipped, {}, &SkippedEntry::path);
    const auto same = std::ranges::unique(inputs_.skipped, {}, &SkippedEntry::path);
    inputs_.skipped.erase(same.begin(), same.end());
    std::erase_if(inputs_.skipped, [&](const SkippedEntry& entry) {
      return std::ranges::binary_search(inputs_.files, entry.path, {}, &InputFile::path);
    });
  }

  const InputRequest& request_;
  const base::FileSystem& files_;
  IgnoreRules* ignore_ = nullptr;     // on the current walk
  std::string root_;                  // of the current walk
  std::vector<std::uint64_t> above_;  // identities of the folders that the walk is in
  std::vector<Candidate> candidates_;
  Inputs inputs_;
};

}  // namespace

std::string_view describe(SkipReason reason) {
  switch (reason) {
    case SkipReason::hidden:
      return "hidden";
    case SkipReason::unknown_format:
      return "not a format that galley reads";
    case SkipReason::ignored:
      return "ignored";
    case SkipReason::link:
      return "a symbolic link";
    case SkipReason::folder_loop:
      return "a folder that contains itself";
    case SkipReason::special:
      return "neither a file nor a folder";
  }
  return {};
}

Inputs find_inputs(const InputRequest& request, const base::FileSystem& files) {
  return Finder(request, files).find();
}

}  // namespace linter::source
