// Repositories in which nothing tells what changed, or not all of it: the message says what to run.
#include <gtest/gtest.h>

#include "tests/gate/repository.h"

namespace {

using tests::Repository;

struct BadState {
  const char* name;
  const char* change;  // shell lines; galley then runs in the folder that `into` names
  const char* into;
  const char* arguments;
  int exit;
  const char* says;  // in what is said on standard error; empty: nothing is
};

class State : public testing::TestWithParam<BadState> {};

TEST_P(State, is_told_with_what_to_run) {
  const Repository repository;
  repository.change(GetParam().change);
  const auto ended =
      tests::run_git_shell("cd " + std::string(GetParam().into) +
                               " && galley check --quiet --format line " + GetParam().arguments,
                           repository.folder());
  EXPECT_EQ(ended.exit, GetParam().exit) << ended.out << ended.err;
  EXPECT_NE(ended.err.find(GetParam().says), std::string::npos) << ended.err;
  if (*GetParam().says == '\0') {
    EXPECT_EQ(ended.err, "");
  }
}

// Made from a change of one article; the advice is taken from what galley says.
constexpr const char* partial_clone =
    "git config uploadpack.allowFilter true; git config uploadpack.allowAnySHA1InWant true; "
    "sed -i 's/open from/open again from/' content/001.md; git commit -qam c; cd ..; "
    "git clone -q --filter=tree:0 -b change \"file://$PWD/clone\" partial";
constexpr const char* partial_clone_and_advice =
    "git config uploadpack.allowFilter true; git config uploadpack.allowAnySHA1InWant true; "
    "sed -i 's/open from/open again from/' content/001.md; git commit -qam c; cd ..; "
    "git clone -q --filter=tree:0 -b change \"file://$PWD/clone\" partial; cd partial; "
    "$(galley check -q --changed-since origin/main 2>&1 | "
    "grep -o 'git diff --stat [0-9a-f]*') > ../out";
constexpr const char* error_in_new_file = "printf '# New\\n\\nWe recieve you.\\n' > content/n.md;";

INSTANTIATE_TEST_SUITE_P(
    Table, State,
    testing::Values(
        BadState{"no_repository", "mkdir ../plain && echo Text. > ../plain/a.md", "../plain",
                 "--changed-since main", 2, "there is no git repository at or above"},
        BadState{"no_repository_staged", "mkdir ../plain && echo Text. > ../plain/a.md", "../plain",
                 "--staged", 2, "or without --staged"},
        BadState{"unknown_revision", "true", ".", "--changed-since origin/mian", 2,
                 "run git fetch origin '+refs/heads/mian:refs/remotes/origin/mian'"},
        BadState{"range", "true", ".", "--changed-since main...change", 2, "name one revision"},
        BadState{"no_commit", "true", ".", "--changed-since 'main^{tree}'", 2, "is no commit"},
        BadState{"looks_like_an_option", "true", ".", "--changed-since=--output=x", 2,
                 "there is no commit '--output=x'"},
        BadState{"empty_revision", "true", ".", "--changed-since ''", 2, "a revision is empty"},
        BadState{"shallow_without_the_base",
                 "cd .. && git clone -q --depth 1 -b change \"file://$PWD/clone\" shallow",
                 "../shallow", "--changed-since origin/main", 2,
                 "run git fetch --unshallow, then git fetch origin"},
        BadState{
            "shallow_without_a_common_commit",
            "git commit -q --allow-empty -m x; cd .. && "
            "git clone -q --depth 1 --no-single-branch -b change \"file://$PWD/clone\" shallow",
            "../shallow", "--changed-since origin/main", 2, "run git fetch --unshallow"},
        BadState{"no_common_commit", "git checkout -q --orphan other && git commit -qm other", ".",
                 "--changed-since main", 2, "have no commit in common"},
        BadState{"nothing_committed", "git init -q ../empty; echo Text. > ../empty/a.md",
                 "../empty", "--changed-since main", 2, "nothing is committed here yet"},
        BadState{"nothing_committed_staged",
                 "git init -q ../empty; echo 'We recieve.' > ../empty/a.md; git -C ../empty add -A",
                 "../empty", "--staged --exit-zero", 0, ""},
        BadState{"detached", "git checkout -q --detach", ".", "--changed-since main", 0,
                 "not touched by the change"},
        BadState{"detached_upstream", "git checkout -q --detach", ".",
                 "--changed-since '@{upstream}'", 2, "HEAD is detached and follows no branch"},
        BadState{"linked_work_tree", "git worktree add -q ../linked", "../linked",
                 "--changed-since main", 0, "not touched by the change"},
        BadState{"old_unreadable_file", "true", ".", "--changed-since main", 0,
                 "content/old.md:3:6: byte 0xE9 is not UTF-8"},
        BadState{"submodule_that_stays",
                 "git submodule -q add \"$PWD\" theme && git commit -qm sub && git branch -f main",
                 ".", "--changed-since main", 0, "not touched by the change"},
        BadState{"submodule_that_moved",
                 "git submodule -q add \"$PWD\" theme && git commit -qm sub", ".",
                 "--changed-since main", 0, "theme: this submodule stands at another commit"},
        BadState{
            "submodule_that_moved_on_the_disk",
            "git submodule -q add \"$PWD\" theme && git commit -qm sub && git branch -f main && "
            "git -C theme commit -q --allow-empty -m more",
            ".", "--changed-since main", 0, "theme: this submodule stands at another commit"},
        BadState{
            "submodule_that_moved_staged",
            "git submodule -q add \"$PWD\" theme && git commit -qm sub && git branch -f main && "
            "git -C theme commit -q --allow-empty -m more && git add theme",
            ".", "--staged", 0, "theme: this submodule stands at another commit"},
        BadState{
            "submodule_that_is_edited",
            "git submodule -q add \"$PWD\" theme && git commit -qm sub && git branch -f main && "
            "echo more >> theme/content/001.md",
            ".", "--changed-since main", 0, "theme: this submodule has changes that are not"},
        BadState{"inside_a_submodule",
                 "git submodule -q add \"$PWD\" theme && git commit -qm sub && cd theme && git "
                 "checkout -q "
                 "-b change2",
                 "theme", "--changed-since origin/main", 0, "not touched by the change"},
        BadState{"outside_of_the_repository", "mkdir ../plain && echo Text. > ../plain/a.md", ".",
                 "--changed-since main ../plain/a.md", 2, "is not part of the repository"},
        BadState{
            "conflict",
            "git rm -q content/old.md && git commit -qm x && git checkout -q -b left && echo left "
            "> "
            "content/001.md && git commit -qam left && git checkout -q change && echo right > "
            "content/001.md && git commit -qam right && ! git merge -q left > ../out",
            ".", "--changed-since main --exit-zero", 0, ""},
        BadState{
            "conflict_staged",
            "git rm -q content/old.md && git commit -qm x && git checkout -q -b left && echo left "
            "> content/001.md && git commit -qam left && git checkout -q change && echo right > "
            "content/001.md && git commit -qam right && ! git merge -q left > ../out",
            ".", "--staged", 2, "content/001.md: a merge left it in conflict"},
        BadState{"bare", "git clone -q --bare . ../bare.git", "../bare.git", "--changed-since main",
                 2, "is a bare repository"},
        BadState{"whole_hash", "true", ".",
                 "--changed-since 1234567890123456789012345678901234567890", 2,
                 "run git fetch origin 1234567890123456789012345678901234567890"},
        BadState{"zeros", "true", ".", "--changed-since 0000000000000000000000000000000000000000",
                 2, "stand for a branch that is new"},
        BadState{"pull_request_reference", "true", ".", "--changed-since refs/pull/3/merge", 2,
                 "run git fetch origin '+refs/pull/3/merge:refs/pull/3/merge'"},
        BadState{"another_remote", "git remote add upstream https://example.org/x.git", ".",
                 "--changed-since upstream/next", 2,
                 "run git fetch upstream '+refs/heads/next:refs/remotes/upstream/next'"},
        BadState{"branch_with_a_slash", "true", ".", "--changed-since feature/next", 2,
                 "'+refs/heads/feature/next:refs/remotes/origin/feature/next' and name it "
                 "'origin/feature/next'"},
        BadState{"fetch_head", "true", ".", "--changed-since FETCH_HEAD", 2,
                 "run git fetch origin main"},
        BadState{"missing_tag", "true", ".", "--changed-since v1.2", 2,
                 "run git fetch origin tag v1.2"},
        BadState{"missing_branch_or_tag", "true", ".", "--changed-since spring", 2,
                 "where it is a tag run git fetch origin tag spring"},
        BadState{"sha256",
                 "git init -q --object-format=sha256 ../other; cd ../other; echo Text. > a.md; "
                 "git add -A; git commit -qm x",
                 "../other", "--changed-since main", 2, "names its objects by SHA-256"},
        BadState{"partial_clone", partial_clone, "../partial", "--changed-since origin/main", 2,
                 "in a partial clone run git diff --stat "},
        BadState{"partial_clone_after_the_advice", partial_clone_and_advice, "../partial",
                 "--changed-since origin/main", 0, "not touched by the change"},
        BadState{"value_is_missing", "true", ".", "--changed-since=--staged", 2,
                 "no revision begins with '-'"},
        BadState{"given_twice", "true", ".", "--changed-since main --changed-since main", 2,
                 "--changed-since is there more than once"},
        BadState{"several_old_unreadable_files",
                 "cp content/old.md content/old2.md && git add -A && git commit -qm x && "
                 "git branch -f main",
                 ".", "--changed-since main", 0, "nor can 1 other file be read"},
        BadState{
            "work_tree_configuration",
            "git rm -q content/old.md && git commit -qm x && git config extensions.worktreeConfig "
            "true",
            ".", "--changed-since main", 0, ""},
        BadState{
            "sparse_checkout",
            "git rm -q content/old.md && git commit -qm x && git sparse-checkout set --no-cone "
            "'content/00*' .galley.yaml",
            ".", "--changed-since main", 0, ""},
        BadState{"broken_head", "echo rubbish > .git/HEAD", ".", "--changed-since main", 2,
                 "run git status"},
        BadState{"broken_index", "echo rubbish > .git/index", ".", "--changed-since main", 2,
                 "git's index cannot be read"},
        BadState{"pipe_in_git", "rm .git/index && mkfifo .git/index", ".", "--changed-since main",
                 2, "is a pipe or device"},
        BadState{"fix_and_staged", error_in_new_file, ".", "--staged --fix", 2, "leave one out"}),
    [](const auto& row) { return row.param.name; });

// Only root can give a folder to somebody else.
TEST(State, of_another_owner_is_told_with_what_to_run) {
  const Repository repository;
  const auto ended = tests::run_git_shell(
      "chown -R 12345 .git . 2> /dev/null || exit 77\ngalley check -q --changed-since main",
      repository.folder());
  if (ended.exit == 77) GTEST_SKIP() << "only root can give files away";
  EXPECT_EQ(ended.exit, 2);
  EXPECT_NE(ended.err.find("git config --global --add safe.directory"), std::string::npos)
      << ended.err;
}

TEST(Hook, reads_the_index_that_git_commits) {
  const Repository repository;
  repository.change(
      "printf '#!/bin/sh\\ngalley check -q --format line --staged > ../said 2>&1\\nexit 0\\n' > "
      ".git/hooks/pre-commit; chmod +x .git/hooks/pre-commit\n"
      "git rm -q content/old.md\n"
      "printf '\\nWe recieve you.\\n' >> content/001.md\n"
      "git commit -qam hooked");
  const auto said = tests::run_git_shell("cut -d: -f1-5 ../said", repository.folder());
  EXPECT_EQ(said.out,
            "content/001.md:8:4:spelling.unknown-word:“recieve” is a usual misspelling of "
            "“receive”; write that\n");
}

}  // namespace
