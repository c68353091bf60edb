// A content repository with 120 articles and a history, made by the real git.
#pragma once

#include <string>
#include <string_view>

#include "tests/support/process.h"
#include "tests/support/scratch.h"

namespace tests {

// Clones lie in a folder of their own; HOME is that folder, with a user who may commit.
class Repository {
 public:
  // A clone of the same repository, made once for all tests, with the branch `change` checked out,
  // which is where `main` is.
  Repository();

  [[nodiscard]] const std::string& folder() const { return folder_; }
  // Runs shell lines in the repository; a failing line fails the test.
  void change(const std::string& script) const;
  // What `galley ARGUMENTS` says there.
  [[nodiscard]] Ended galley(const std::string& arguments) const;

 private:
  Scratch scratch_;
  std::string folder_;
};

// Runs shell lines as Repository does, in a folder that need not be a repository.
Ended run_git_shell(const std::string& script, const std::string& folder);

}  // namespace tests
