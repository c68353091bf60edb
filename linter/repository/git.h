// A git repository as galley needs it: what changed since a commit, what was there before, who
// wrote a line.
//
// libgit2 costs each start 2 ms where it is linked, and most runs need none of it: it is linked by
// a module of its own (git_module.cpp), which is loaded on first need.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"

namespace linter::repository {

// Paths are relative to the top of the working tree, '/'-separated; blobs are object names in
// hexadecimal.

enum class EntryKind : std::uint8_t { file, link, submodule };

// A file between a commit and the index.
struct Difference {
  std::string path;      // in the index; empty: it is gone
  std::string old_path;  // in the commit; empty: it is new
  std::string old_blob;
  std::string blob;  // of what is new
  EntryKind kind = EntryKind::file;
};

// A file in the index, with what the index knows of the one on the disk.
struct IndexEntry {
  std::string path;
  std::string blob;
  std::uint32_t size = 0;
  std::int64_t modified = 0;  // as in base::FileStatus
  std::int64_t changed = 0;
  EntryKind kind = EntryKind::file;
  bool left_out = false;       // by a sparse checkout: that it is not on the disk says nothing
  bool only_intended = false;  // by git add -N: to be added, nothing of it has been
};

struct Index {
  std::vector<IndexEntry> entries;    // sorted by path, bytewise
  std::vector<std::string> unmerged;  // paths that a merge left in conflict; they have no entry
  std::int64_t written = 0;           // when; an entry as young as that may have changed since
};

// How the files of a submodule stand to what the index says of it.
enum class SubmoduleState : std::uint8_t {
  as_indexed,  // or not checked out, or nobody can tell
  moved,       // at another commit
  edited       // at that commit, with changes that are not committed there
};

// Lines that were replaced by others; either side may have none and then stands before `begin`.
struct Hunk {
  std::uint32_t old_begin = 0;  // from 1
  std::uint32_t old_count = 0;
  std::uint32_t new_begin = 0;
  std::uint32_t new_count = 0;
};

// Who brought a line in its present form, and when; both empty where it is not committed.
struct Authorship {
  std::string author;
  std::string date;  // ISO
};

// One repository. Every error has ErrorCode::repository and says what to run. Not thread-safe but
// for read(), which any thread may call. Nothing in the repository is run.
class Git {
 public:
  virtual ~Git() = default;

  // The commit that HEAD is at; empty where nothing is committed yet.
  [[nodiscard]] virtual base::Result<std::string> head() = 0;
  // The commit that HEAD and `revision` have in common.
  [[nodiscard]] virtual base::Result<std::string> merge_base(const std::string& revision) = 0;
  // What differs between a commit (empty: nothing at all) and the index, name by name, of the files
  // that `wanted` says; submodules always.
  using Wanted = std::function<bool(std::string_view path)>;
  [[nodiscard]] virtual base::Result<std::vector<Difference>> differences(const std::string& commit,
                                                                          const Wanted& wanted) = 0;
  // The name that git would give to these bytes; empty where it cannot.
  [[nodiscard]] virtual std::string blob_of(std::string_view bytes) = 0;
  [[nodiscard]] virtual base::Result<Index> index() = 0;
  // Of the submodule at `path`. Cost: a system call for each of its files.
  [[nodiscard]] virtual SubmoduleState submodule(const std::string& path) = 0;
  // too_large when over `limit` bytes.
  [[nodiscard]] virtual base::Result<std::string> read(const std::string& blob,
                                                       std::uint64_t limit) = 0;
  // How one text becomes the other, by lines, white space at their ends left out; in order.
  [[nodiscard]] virtual std::vector<Hunk> hunks(std::string_view before,
                                                std::string_view after) = 0;
  // For each of `lines` of the file, whose bytes are now `bytes`. Cost: the history of the file.
  [[nodiscard]] virtual base::Result<std::vector<Authorship>> blame(
      const std::string& path, std::string_view bytes, std::span<const std::uint32_t> lines) = 0;
};

// The path of the git module for the program at `executable` (absolute): lib/galley/ beside it (a
// build tree), else ../lib/galley/ (an installation). Empty when it is in neither: the environment
// and the working folder have no say.
[[nodiscard]] std::string find_git_module(const base::FileSystem& files,
                                          const std::string& executable);

// A pipe or device in the git folder of the repository at `top`, which opening it would wait for;
// empty when there is none.
[[nodiscard]] std::string pipe_below(const base::FileSystem& files, const std::string& top);

// Opens the repository whose working tree begins at `top` (absolute; it holds .git), by the module
// at `module`, which stays loaded. Errors: no module, a repository that git does not trust, one
// that libgit2 cannot read. About 10 ms.
[[nodiscard]] base::Result<std::unique_ptr<Git>> open_git(const base::FileSystem& files,
                                                          const std::string& module,
                                                          const std::string& top);

}  // namespace linter::repository
