// What galley makes of one ignore file is what libgit2 makes of it.
#include <filesystem>
#include <git2.h>
#include <git2/sys/repository.h>
#include <gtest/gtest.h>
#include <random>

#include "linter/base/files.h"
#include "linter/source/path_patterns.h"
#include "tests/support/scratch.h"

namespace linter::repository {
namespace {

// A working tree without a repository, without configuration.
class WorkingTree {
 public:
  explicit WorkingTree(const std::string& folder) {
    git_libgit2_init();
    git_repository_new(&repository_);
    git_config* configuration = nullptr;
    git_config_new(&configuration);
    git_repository_set_config(repository_, configuration);
    git_config_free(configuration);
    EXPECT_EQ(git_repository_set_workdir(repository_, folder.c_str(), 0), 0);
  }
  ~WorkingTree() {
    git_repository_free(repository_);
    git_libgit2_shutdown();
  }
  WorkingTree(const WorkingTree&) = delete;
  WorkingTree& operator=(const WorkingTree&) = delete;

  [[nodiscard]] bool ignores(const std::string& path, bool is_folder) const {
    int ignored = 0;
    const std::string asked = is_folder ? path + "/" : path;
    EXPECT_EQ(git_ignore_path_is_ignored(&ignored, repository_, asked.c_str()), 0);
    return ignored != 0;
  }

 private:
  git_repository* repository_ = nullptr;
};

// Without `!` patterns: libgit2 1.5 drops those that it thinks take nothing back, git does not.
class Patterns {
 public:
  std::string text() {
    std::string text;
    for (auto lines = 1 + random_() % 3; lines > 0; --lines) {
      for (auto count = 1 + random_() % 4; count > 0; --count) text += pick(pieces);
      if (random_() % 5 == 0) text += "/";
      text += "\n";
    }
    return text;
  }
  std::string path() {
    std::string path(pick(names));
    if (is_folder()) path.append("/").append(pick(names));
    return path;
  }
  bool is_folder() { return random_() % 2 == 0; }

 private:
  static constexpr std::string_view pieces[] = {"a",  "b",    "*",    "?",     "**",  "/",
                                                "ab", "[ab]", "[!a]", "{a,b}", "\\*", ".md",
                                                "a*", "/**",  "**/",  "#",     " "};
  static constexpr std::string_view names[] = {"a", "b", "ab", "abc", "a.md", "{a,b}", "*", "#a"};

  template <class T>
  std::string_view pick(const T& from) {
    return from[random_() % std::size(from)];
  }
  std::mt19937 random_{7};
};

TEST(LibGit2, agrees_on_generated_patterns_and_paths) {
  Patterns generated;
  int ignored = 0;
  for (int round = 0; round < 300; ++round) {
    const tests::Scratch scratch;
    const std::string text = generated.text();
    scratch.write(".gitignore", text);
    const WorkingTree tree(scratch.path());
    const auto patterns = source::PathPatterns::parse(text, ".gitignore").value;
    for (int i = 0; i < 40; ++i) {
      const std::string path = generated.path();
      const bool is_folder = generated.is_folder();
      // libgit2 answers for the folders above too; a walk would not have come here
      const std::string above = base::parent_path(path);
      if (above != "." && tree.ignores(above, true)) continue;
      const bool ours =
          patterns.match(path, is_folder).verdict == source::PathPatterns::Verdict::matched;
      EXPECT_EQ(ours, tree.ignores(path, is_folder))
          << "patterns:\n"
          << text << "path: " << path << (is_folder ? "/" : "");
      ignored += ours ? 1 : 0;
    }
  }
  EXPECT_GT(ignored, 1000);
}

}  // namespace
}  // namespace linter::repository
