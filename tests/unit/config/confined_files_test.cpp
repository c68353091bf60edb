#include "linter/config/confined_files.h"

#include <filesystem>
#include <gtest/gtest.h>

#include "linter/config/configuration.h"
#include "tests/support/scratch.h"

namespace linter::config {
namespace {

class Confined : public testing::Test {
 protected:
  Confined() {
    scratch_.write("project/in.txt", "in\n");
    scratch_.write("project/sub/deep.txt", "deep\n");
    scratch_.write("project-beside/near.txt", "near\n");
    scratch_.write("outside.txt", "secret\n");
    link("../outside.txt", "project/file-link.txt");
    link("..", "project/folder-link");
    link("in.txt", "project/inner-link.txt");
  }
  void link(const std::string& target, const std::string& path) const {
    std::filesystem::create_symlink(target, scratch_.path() + "/" + path);
  }

  tests::Scratch scratch_;
  std::unique_ptr<base::FileSystem> disk_ = base::disk();
  ConfinedFiles files_{*disk_, {scratch_.path() + "/project"}};
};

struct ConfinedCase {
  const char* path;
  bool admitted;
};

TEST_F(Confined, admits_only_what_lies_below_and_is_no_link) {
  for (const ConfinedCase& given :
       {ConfinedCase{"project/in.txt", true}, ConfinedCase{"project/sub/deep.txt", true},
        ConfinedCase{"project/not-there.txt", true}, ConfinedCase{"project/sub/../in.txt", true},
        ConfinedCase{"project/../outside.txt", false},
        ConfinedCase{"project-beside/near.txt", false}, ConfinedCase{"outside.txt", false},
        ConfinedCase{"project/file-link.txt", false}, ConfinedCase{"project/inner-link.txt", false},
        ConfinedCase{"project/folder-link/outside.txt", false}}) {
    SCOPED_TRACE(given.path);
    const std::string path = scratch_.path() + "/" + given.path;
    EXPECT_EQ(files_.admits(path).has_value(), given.admitted);
    const bool there = given.admitted && std::filesystem::exists(path);
    EXPECT_EQ(files_.read(path, 100).has_value(), there);
    EXPECT_EQ(files_.status(path).kind == base::FileKind::regular, there);
  }
}

TEST_F(Confined, lists_only_what_lies_below) {
  EXPECT_TRUE(files_.list(scratch_.path() + "/project/sub").has_value());
  EXPECT_FALSE(files_.list(scratch_.path()).has_value());
  EXPECT_FALSE(files_.list(scratch_.path() + "/project/folder-link").has_value());
}

TEST_F(Confined, writes_nothing) {
  EXPECT_FALSE(files_.write(scratch_.path() + "/project/new.txt", "x").has_value());
}

TEST_F(Confined, a_configuration_cannot_reach_out_through_links) {
  for (const char* yaml : {"word_lists: [file-link.txt]", "extends: folder-link/outside.txt",
                           "packs: [./folder-link/project]"}) {
    SCOPED_TRACE(yaml);
    const std::string file = scratch_.write("project/.galley.yaml", yaml);
    const auto loaded = read_configuration(*disk_, file, scratch_.path() + "/project");
    ASSERT_EQ(loaded.errors.size(), 1U);
    EXPECT_NE(loaded.errors[0].message.find("is a symbolic link"), std::string::npos)
        << loaded.errors[0].message;
    EXPECT_EQ(loaded.errors[0].message.find("secret"), std::string::npos);
  }
}

// The build tree's data folder lies below the project and is a link there.
TEST_F(Confined, judges_a_path_by_the_innermost_folder_that_holds_it) {
  link("sub", "project/data");
  const ConfinedFiles files(*disk_,
                            {scratch_.path() + "/project", scratch_.path() + "/project/data"});
  EXPECT_TRUE(files.admits(scratch_.path() + "/project/data/deep.txt"));
  EXPECT_FALSE(files_.admits(scratch_.path() + "/project/data/deep.txt"));
}

}  // namespace
}  // namespace linter::config
