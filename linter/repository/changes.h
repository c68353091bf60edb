// What changed since a commit: committed, staged and, in the working tree, neither.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/repository/git.h"

namespace linter::repository {

// A file that is not what it was. Paths are absolute.
struct Change {
  std::string path;           // empty: it is gone
  std::string old_path;       // empty: it is new
  std::string old_blob;       // for Git::read
  bool only_renamed = false;  // every byte is as it was
};

struct ChangeRequest {
  std::string top;                     // of the working tree
  std::string commit;                  // empty: nothing was there before
  std::span<const std::string> files;  // that are read now: absolute, sorted, below the top
  Git::Wanted wanted;                  // which others could have been articles
  bool staged = false;                 // `files` are the index's, not the disk's
};

struct ChangedSubmodule {
  std::string path;     // absolute
  bool edited = false;  // it stands where it stood, with changes that are not committed in it
};

struct Changes {
  std::vector<Change> files;  // what is there by path, then what is gone by its old one
  std::vector<ChangedSubmodule> submodules;  // sorted by path
  std::vector<std::string> unmerged;         // absolute: files in conflict, where `staged` is set
};

// A file on the disk is held against the index as git does it, by size and times, and only where
// those differ by its bytes (line ends aside). Renames are followed, staged or not, by
// find_renames. Cost: a system call for each file, and what the change itself takes.
[[nodiscard]] base::Result<Changes> find_changes(Git& git, const base::FileSystem& files,
                                                 const ChangeRequest& request);

// The entry of a path (relative to the top); null when there is none. O(log).
[[nodiscard]] const IndexEntry* entry_of(const Index& index, std::string_view path);

// Whether the file on the disk is sure to hold what the index says, by size and times alone.
[[nodiscard]] bool is_as_indexed(const Index& index, const IndexEntry& entry,
                                 const base::FileStatus& status);

}  // namespace linter::repository
