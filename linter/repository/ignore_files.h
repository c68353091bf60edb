// The ignore files that hold for a walk: .galleyignore first, then .gitignore.
//
// git's own rules are read by galley itself. libgit2 (1.5.1) was measured and left out here: it
// drops a `!pattern` that takes back what a .gitignore above it ignores, takes 8 µs a path and 9 ms
// to load, and waits forever on a pipe. The user's private excludes (core.excludesFile) do not
// count, so that a run finds the same files whoever runs it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/repository/ignore_chain.h"
#include "linter/source/inputs.h"

namespace linter::repository {

// Where .galleyignore says nothing of a path, .gitignore decides; `!pattern` in .galleyignore takes
// back what git ignores, as long as no folder above is ignored. Not thread-safe; `files` must
// outlive it. About 1 µs a path.
class IgnoreFiles final : public source::IgnoreRules {
 public:
  // Reasons name files as they are seen from `working_folder` (absolute).
  IgnoreFiles(const base::FileSystem& files, std::string working_folder);

  [[nodiscard]] bool apply_below(const std::string& folder) override;
  [[nodiscard]] std::string ignored(const std::string& path, bool is_folder) override;

  // Each fault once.
  [[nodiscard]] std::vector<base::Error> errors() const;

 private:
  [[nodiscard]] IgnoreChain::Answer ask(std::string_view path, bool is_folder);

  const base::FileSystem& files_;
  std::string working_folder_;
  IgnoreChain galley_;
  IgnoreChain git_;
};

}  // namespace linter::repository
