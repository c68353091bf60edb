// The hooks of .pre-commit-hooks.yaml in a repository of its own, run by the real pre-commit.
#include <gtest/gtest.h>

#include "tests/ci/tools.h"

namespace {

// A repository with the hooks, as a project would name it by its address, and one that uses it.
constexpr const char* repositories = R"(
set -e
export PRE_COMMIT_HOME="$PWD/cache" GIT_CONFIG_GLOBAL="$PWD/gitconfig"
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
git config --global advice.detachedHead false
mkdir hooks project
cp "$SOURCE/.pre-commit-hooks.yaml" hooks/
(cd hooks && git init -q && git add -A && git commit -qm hooks && git tag v1)
cd project
git init -q
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $PWD/../hooks
    rev: v1
    hooks: [{id: $HOOK}]
END
printf 'fail_on: error\n' >.galley.yaml
printf '# Peels\n\nRest for a day.\n' >good.md
printf 'not = prose teh\n' >settings.py
git add -A
git commit -qm start
)";

tests::Ended in_repositories(const std::string& hook, const std::string& script) {
  const tests::Scratch scratch;
  return tests::run_shell("SOURCE='" GALLEY_SOURCE_DIR "' HOOK=" + hook + '\n' + repositories +
                              "pre-commit install >/dev/null\nset +e\n" + script,
                          scratch.path());
}

class Hooks : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* program : {"git", "pre-commit"})
      if (!tests::has_program(program)) GTEST_SKIP() << tests::without(program);
  }
};

TEST_F(Hooks, a_commit_with_a_misspelt_word_is_refused) {
  const auto ended = in_repositories("galley", R"(
printf '# Peels\n\nI recieve mail.\n' >bad.md
git add bad.md
git commit -qm bad
echo "exit $?"
printf '# Peels\n\nI receive mail.\n' >bad.md
git add bad.md
git commit -qm mended
echo "exit $?"
git log --oneline | wc -l
)");
  EXPECT_NE(ended.err.find("bad.md:3:3"), std::string::npos) << ended.err;
  EXPECT_NE(ended.out.find("exit 1\nexit 0\n2\n"), std::string::npos) << ended.out << ended.err;
}

TEST_F(Hooks, only_articles_are_given_to_it) {
  const auto ended = in_repositories("galley", R"(
printf 'teh = 1\n' >settings.py
git add -A
git commit -qm settings
echo "exit $?"
)");
  EXPECT_NE(ended.err.find("no files to check"), std::string::npos) << ended.err;
  EXPECT_NE(ended.out.find("exit 0\n"), std::string::npos) << ended.out << ended.err;
}

TEST_F(Hooks, names_that_look_like_options_are_files) {
  const auto ended = in_repositories("galley", R"(
printf 'I recieve mail.\n' >--version.md
printf 'I recieve mail.\n' >'a name; touch owned.md'
git add -A
git commit -qm names
echo "exit $?"
ls
)");
  EXPECT_NE(ended.err.find("--version.md:1:3"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("a name; touch owned.md:1:3"), std::string::npos) << ended.err;
  EXPECT_EQ(ended.out.find("\nowned.md"), std::string::npos) << ended.out;
}

TEST_F(Hooks, only_what_the_commit_brings) {
  const auto ended = in_repositories("galley-staged", R"(
printf 'I recieve mail.\n' >old.md
git add -A
git commit -qm old --no-verify
printf 'I recieve mail.\n\nRest.\n' >old.md
git add -A
git commit -qm fine
echo "exit $?"
printf 'I recieve mail.\n\nRest for a seperate day.\n' >old.md
git add -A
git commit -qm new
echo "exit $?"
)");
  EXPECT_NE(ended.out.find("exit 0\nexit 1\n"), std::string::npos) << ended.out << ended.err;
  EXPECT_NE(ended.err.find("old.md:3:12"), std::string::npos) << ended.err;
  EXPECT_EQ(ended.err.find("old.md:1:3"), std::string::npos) << ended.err;
}

TEST_F(Hooks, all_articles) {
  const auto ended = in_repositories("galley-all", R"(
printf 'I recieve mail.\n' >old.md
git add -A
git commit -qm old --no-verify
pre-commit run --all-files
echo "exit $?"
)");
  EXPECT_NE(ended.out.find("old.md:1:3"), std::string::npos) << ended.out << ended.err;
  EXPECT_NE(ended.out.find("exit 1\n"), std::string::npos) << ended.out;
}

}  // namespace
