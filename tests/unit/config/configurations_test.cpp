// Which configuration governs which file.
#include "linter/config/configurations.h"

#include <filesystem>
#include <gtest/gtest.h>

#include "tests/support/scratch.h"

namespace linter::config {
namespace {

std::map<std::string, std::string> tree() {
  return {{"/r/.git/HEAD", "ref: refs/heads/main\n"},
          {"/r/.galley.yaml", "language: de\n"},
          {"/r/docs/a.md", ""},
          {"/r/site/.galley.yaml", "extends: ../base.yaml\nlanguage: fr\n"},
          {"/r/base.yaml", "words: [base]\n"},
          {"/r/site/deep/b.md", ""},
          {"/r/inner/.git/HEAD", ""},
          {"/r/inner/c.md", ""},
          {"/free/.galley.yaml", "language: it\n"},
          {"/free/sub/d.md", ""},
          {"/bare/e.md", ""}};
}

struct GoverningCase {
  const char* name;
  const char* file;
  const char* language;
  const char* root;
  const char* boundary;
};

class GoverningConfiguration : public testing::TestWithParam<GoverningCase> {};

TEST_P(GoverningConfiguration, is_the_nearest_up_to_the_repositorys_top) {
  const auto files = base::memory(tree());
  Configurations configurations(*files, {.working_folder = "/cwd"});
  const Effective& effective = configurations.effective(GetParam().file);
  EXPECT_EQ(effective.settings.language.value, GetParam().language);
  EXPECT_EQ(effective.configuration->root, GetParam().root);
  EXPECT_EQ(effective.configuration->boundary, GetParam().boundary);
  EXPECT_TRUE(configurations.errors().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, GoverningConfiguration,
    testing::Values(GoverningCase{"in_a_repository", "/r/docs/a.md", "de", "/r", "/r"},
                    GoverningCase{"nearest_of_two", "/r/site/deep/b.md", "fr", "/r", "/r"},
                    GoverningCase{"not_across_a_repositorys_top", "/r/inner/c.md", "en", "/cwd",
                                  "/cwd"},
                    GoverningCase{"outside_a_repository", "/free/sub/d.md", "it", "/free", "/free"},
                    GoverningCase{"none", "/bare/e.md", "en", "/cwd", "/cwd"}),
    [](const auto& row) { return row.param.name; });

TEST(Configurations, equal_settings_are_one_object) {
  const auto files = base::memory(
      {{"/w/.galley.yaml", "overrides:\n- {paths: [uk/], reason: r, language: en-GB}\n"}});
  Configurations configurations(*files, {.working_folder = "/w"});
  const Effective& first = configurations.effective("/w/a.md");
  EXPECT_EQ(&first, &configurations.effective("/w/us/b.md"));
  EXPECT_NE(&first, &configurations.effective("/w/uk/b.md"));
  EXPECT_EQ(configurations.effective("/w/uk/b.md").index, 1U);
}

TEST(Configurations, a_fault_is_reported_once) {
  const auto files = base::memory({{"/w/.galley.yaml", "nonsense: 1\n"}});
  Configurations configurations(*files, {.working_folder = "/w"});
  for (const char* path : {"/w/a.md", "/w/x/b.md", "/w/y/z/c.md"})
    std::ignore = configurations.effective(path);
  EXPECT_EQ(configurations.errors().size(), 1U);
}

TEST(Configurations, the_command_line_names_one_for_all) {
  const auto files = base::memory(tree());
  Configurations configurations(
      *files, {.working_folder = "/r", .file = "../free/.galley.yaml", .packs = {"p", "./q"}});
  const Effective& effective = configurations.effective("/r/docs/a.md");
  EXPECT_EQ(effective.settings.language.value, "it");
  ASSERT_EQ(effective.settings.packs.size(), 2U);
  EXPECT_EQ(effective.settings.packs[0].value, "p");
  EXPECT_EQ(effective.settings.packs[1].value, "/r/q");
}

TEST(Configurations, one_that_is_named_must_be_there) {
  const auto files = base::memory(tree());
  Configurations configurations(*files, {.working_folder = "/r", .file = "nope.yaml"});
  EXPECT_FALSE(configurations.of_file("/r/docs/a.md").usable);
  ASSERT_EQ(configurations.errors().size(), 1U);
  EXPECT_EQ(configurations.errors()[0].code, base::ErrorCode::missing_path);
}

TEST(Configurations, the_other_spelling_is_an_error) {
  const auto files = base::memory({{"/w/.galley.yml", "language: de\n"}});
  Configurations configurations(*files, {.working_folder = "/w"});
  std::ignore = configurations.of_file("/w/a/b.md");
  ASSERT_EQ(configurations.errors().size(), 1U);
  EXPECT_EQ(configurations.errors()[0].file, "/w/.galley.yml");
}

TEST(Configurations, a_link_is_not_read_unless_it_is_named) {
  const tests::Scratch scratch;
  const std::string secret = scratch.write("secret.yaml", "root-x-0-0: topsecret\n");
  scratch.write("w/a.md", "");
  std::filesystem::create_symlink(secret, scratch.path() + "/w/.galley.yaml");
  const auto disk = base::disk();
  const std::string folder = scratch.path() + "/w";
  Configurations found(*disk, {.working_folder = folder});
  EXPECT_FALSE(found.of_file(folder + "/a.md").usable);
  ASSERT_EQ(found.errors().size(), 1U);
  EXPECT_EQ(found.errors()[0].message.find("root"), std::string::npos);
  Configurations named(*disk, {.working_folder = folder, .file = ".galley.yaml"});
  EXPECT_TRUE(named.of_file(folder + "/a.md").usable);
}

}  // namespace
}  // namespace linter::config
