// Walks with both kinds of ignore files, on a disk.
#include "linter/repository/ignore_files.h"

#include <gtest/gtest.h>

#include "tests/support/scratch.h"

namespace linter::repository {
namespace {

using Paths = std::vector<std::string>;

class IgnoreFilesWalk : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text = "Text.\n") const {
    std::ignore = scratch_.write(name, text);
  }
  void init(const std::string& folder) const {
    write(folder + "/.git/HEAD", "ref: refs/heads/main\n");
  }
  Paths walk(std::vector<std::string> paths) {
    const auto disk = base::disk();
    IgnoreFiles ignore(*disk, scratch_.path());
    inputs_ = source::find_inputs(
        {.paths = std::move(paths),
         .working_folder = scratch_.path(),
         .readable = [](std::string_view path) { return path.ends_with(".md"); },
         .ignore = &ignore,
         .interrupted = nullptr,
         .keep_skipped = true},
        *disk);
    errors_ = ignore.errors();
    Paths found;
    for (const auto& file : inputs_.files)
      found.push_back(base::relative_path(file.path, scratch_.path()));
    return found;
  }

  tests::Scratch scratch_;
  source::Inputs inputs_;
  std::vector<base::Error> errors_;
};

TEST_F(IgnoreFilesWalk, both_kinds_count_in_a_repository) {
  init("r");
  write("r/.gitignore", "built/\ngenerated.md\n");
  write("r/sub/.gitignore", "/local.md\n");
  write("r/.galleyignore", "draft.md\n!generated.md\n");
  for (const char* name : {"r/a.md", "r/built/x.md", "r/generated.md", "r/draft.md",
                           "r/sub/local.md", "r/sub/deep/local.md"})
    write(name);
  EXPECT_EQ(walk({"r"}), (Paths{"r/a.md", "r/generated.md", "r/sub/deep/local.md"}));
  EXPECT_EQ(walk({"r/sub"}), Paths{"r/sub/deep/local.md"});
  EXPECT_EQ(walk({"r/sub/*.md", "r/draft.md"}), Paths{"r/draft.md"});
  EXPECT_TRUE(errors_.empty());
}

TEST_F(IgnoreFilesWalk, reasons_name_the_rule) {
  init("r");
  write("r/.gitignore", "built/\n");
  write("r/.galleyignore", "draft.md\n");
  write("r/built/x.md");
  write("r/draft.md");
  EXPECT_TRUE(walk({"r"}).empty());
  Paths reasons;
  for (const auto& entry : inputs_.skipped) {
    if (entry.reason == source::SkipReason::ignored) reasons.push_back(entry.detail);
  }
  EXPECT_EQ(reasons,
            (Paths{"by 'built/' in r/.gitignore:1", "by 'draft.md' in r/.galleyignore:1"}));
}

TEST_F(IgnoreFilesWalk, without_a_repository_only_galleys_own_count) {
  write("w/.gitignore", "a.md\n");
  write("w/.galleyignore", "b.md\n");
  write("w/a.md");
  write("w/b.md");
  EXPECT_EQ(walk({"w"}), Paths{"w/a.md"});
  EXPECT_TRUE(errors_.empty());
}

TEST_F(IgnoreFilesWalk, a_repository_in_a_repository_has_its_own_rules) {
  init("r");
  init("r/inner");
  write("r/.gitignore", "a.md\n");
  write("r/inner/.gitignore", "b.md\n");
  for (const char* name : {"r/a.md", "r/b.md", "r/inner/a.md", "r/inner/b.md"}) write(name);
  EXPECT_EQ(walk({"r"}), (Paths{"r/b.md", "r/inner/a.md"}));
}

TEST_F(IgnoreFilesWalk, an_ignored_folder_that_is_named_is_walked) {
  init("r");
  write("r/.gitignore", "out/\n*.tmp.md\n");
  write("r/out/deep/a.md");
  write("r/out/deep/b.tmp.md");
  EXPECT_EQ(walk({"r/out/deep"}), (Paths{"r/out/deep/a.md", "r/out/deep/b.tmp.md"}));
}

}  // namespace
}  // namespace linter::repository
