#include "linter/repository/ignore_chain.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/scratch.h"

namespace linter::repository {
namespace {

using Verdict = source::PathPatterns::Verdict;

constexpr auto none = Verdict::undecided;
constexpr auto matched = Verdict::matched;
constexpr auto taken_back = Verdict::taken_back;
constexpr auto galley = IgnoreKind::galley;
constexpr auto git = IgnoreKind::git;

std::map<std::string, std::string> tree() {
  return {{"/.galleyignore", "everywhere.md\n"},
          {"/w/.galleyignore", "# ours\n*.draft.md\n/archive/\nsame.md\n"},
          {"/w/sub/.galleyignore", "!same.md\nlocal.md\n"},
          {"/w/.gitignore", "no-repository.md\n"},
          {"/w/repo/.git/HEAD", ""},
          {"/w/repo/.git/info/exclude", "private.md\nboth.md\n"},
          {"/w/repo/.galleyignore", "own.md\n"},
          {"/w/repo/.gitignore", "*.log.md\n/build/\nnotes/*\n!notes/kept/\n!both.md\n"},
          {"/w/repo/sub/.gitignore", "!a.log.md\nlocal.md\n"},
          {"/w/repo/inner/.git/HEAD", ""},
          {"/w/tree/.git", "gitdir: /w/repo/.git/worktrees/tree\n"},
          {"/w/tree/.gitignore", "tree.md\n"}};
}

struct Case {
  const char* name;
  IgnoreKind kind;
  const char* path;
  bool is_folder;
  Verdict verdict;
  const char* file;
  std::uint32_t line;
};

class IgnoreChainAsk : public testing::TestWithParam<Case> {};

TEST_P(IgnoreChainAsk, answers_with_file_and_line) {
  const Case& given = GetParam();
  const auto files = base::memory(tree());
  IgnoreChain ignore(*files, given.kind);
  const auto answer = ignore.ask(given.path, given.is_folder);
  EXPECT_EQ(answer.verdict, given.verdict);
  EXPECT_EQ(answer.file, given.file);
  EXPECT_EQ(answer.line, given.line);
  EXPECT_TRUE(ignore.errors().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Galley, IgnoreChainAsk,
    testing::Values(
        Case{"beside_the_file", galley, "/w/a.draft.md", false, matched, "/w/.galleyignore", 2},
        Case{"below_the_file", galley, "/w/sub/deep/a.draft.md", false, matched, "/w/.galleyignore",
             2},
        Case{"anchored_folder", galley, "/w/archive", true, matched, "/w/.galleyignore", 3},
        Case{"anchored_to_its_own_folder", galley, "/w/sub/archive", true, none, "", 0},
        Case{"deeper_file_first", galley, "/w/sub/deep/same.md", false, taken_back,
             "/w/sub/.galleyignore", 1},
        Case{"deeper_file_not_above", galley, "/w/local.md", false, none, "", 0},
        Case{"up_to_the_file_systems_top", galley, "/w/sub/everywhere.md", false, matched,
             "/.galleyignore", 1},
        Case{"not_beyond_a_repositorys_top", galley, "/w/repo/x.draft.md", false, none, "", 0},
        Case{"at_a_repositorys_top", galley, "/w/repo/in/own.md", false, matched,
             "/w/repo/.galleyignore", 1}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Git, IgnoreChainAsk,
    testing::Values(
        Case{"any_depth", git, "/w/repo/x/y/a.log.md", false, matched, "/w/repo/.gitignore", 1},
        Case{"anchored", git, "/w/repo/build", true, matched, "/w/repo/.gitignore", 2},
        Case{"star_in_folder", git, "/w/repo/notes/a.md", false, matched, "/w/repo/.gitignore", 3},
        Case{"taken_back", git, "/w/repo/notes/kept", true, taken_back, "/w/repo/.gitignore", 4},
        Case{"taken_back_in_a_deeper_file", git, "/w/repo/sub/a.log.md", false, taken_back,
             "/w/repo/sub/.gitignore", 1},
        Case{"deeper_file", git, "/w/repo/sub/x/local.md", false, matched, "/w/repo/sub/.gitignore",
             2},
        Case{"private_excludes", git, "/w/repo/sub/private.md", false, matched,
             "/w/repo/.git/info/exclude", 1},
        Case{"private_excludes_come_last", git, "/w/repo/both.md", false, taken_back,
             "/w/repo/.gitignore", 5},
        Case{"not_outside_a_repository", git, "/w/no-repository.md", false, none, "", 0},
        Case{"not_from_above_a_repository", git, "/w/repo/no-repository.md", false, none, "", 0},
        Case{"not_into_a_repository_inside", git, "/w/repo/inner/a.log.md", false, none, "", 0},
        Case{"linked_working_tree", git, "/w/tree/in/tree.md", false, matched, "/w/tree/.gitignore",
             1}),
    [](const auto& row) { return row.param.name; });

TEST(IgnoreChain, reports_bad_patterns_of_galleyignore_once_and_keeps_the_others) {
  const auto files = base::memory(
      {{"/w/.git/HEAD", ""}, {"/w/.galleyignore", "a[\nb.md\n"}, {"/w/.gitignore", "a[\nb.md\n"}});
  for (const IgnoreKind kind : {galley, git}) {
    IgnoreChain ignore(*files, kind);
    EXPECT_EQ(ignore.ask("/w/b.md", false).verdict, matched);
    EXPECT_EQ(ignore.ask("/w/x/b.md", false).verdict, matched);
    ASSERT_EQ(ignore.errors().size(), kind == galley ? 1U : 0U);
    if (kind == git) continue;
    EXPECT_EQ(ignore.errors()[0].file, "/w/.galleyignore");
    EXPECT_EQ(ignore.errors()[0].line, 1U);
  }
}

TEST(IgnoreChain, reads_no_links_pipes_or_endless_files) {
  const tests::Scratch scratch;
  scratch.write(".git/HEAD", "");
  scratch.write("target", "*\n");
  for (const std::string name : {"/.galleyignore", "/.gitignore"}) {
    scratch.write("long" + name, std::string(max_ignore_file_bytes + 1, '\n'));
    scratch.write("pipe/a.md", "");
    std::filesystem::create_symlink("target", scratch.path() + name);
    ASSERT_EQ(::mkfifo((scratch.path() + "/pipe" + name).c_str(), 0600), 0);
  }
  const auto disk = base::disk();
  for (const IgnoreKind kind : {galley, git}) {
    IgnoreChain ignore(*disk, kind);
    EXPECT_EQ(ignore.ask(scratch.path() + "/long/a.md", false).verdict, none);
    EXPECT_EQ(ignore.ask(scratch.path() + "/pipe/a.md", false).verdict, none);
    EXPECT_EQ(ignore.errors().size(), kind == galley ? 3U : 2U);
  }
}

}  // namespace
}  // namespace linter::repository
