// The baseline lets stand what was there, and only shrinks.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "tests/gate/repository.h"
#include "tests/support/golden.h"

namespace {

using tests::Repository;

class Baseline : public testing::Test {
 protected:
  // Writes the baseline of what is there, old.md, which cannot be read, left out.
  void SetUp() override {
    repository.change(
        "git rm -q content/old.md; printf 'baseline: .galley-baseline\\n' >> .galley.yaml; "
        "galley baseline create 2> ../said; git add -A; git commit -qm baseline");
  }
  [[nodiscard]] std::string lines() const {
    const auto ended = repository.galley("check --quiet --format line");
    return ended.out + ended.err;
  }
  [[nodiscard]] std::string text() const {
    return tests::read_file(repository.folder() + "/.galley-baseline");
  }

  Repository repository;
};

TEST_F(Baseline, lets_stand_what_was_there) {
  EXPECT_EQ(lines(), "");
  EXPECT_NE(text().find("content/denial.md\tclaims.contradiction\t"), std::string::npos);
  EXPECT_NE(text().find("content/015.md\thealth-claims.painless\t"), std::string::npos);
}

// A contradiction is the same one from either side, and one that is new is seen from both.
TEST_F(Baseline, holds_where_only_one_article_is_named) {
  EXPECT_EQ(repository.galley("check -q --format line content/admission.md").out, "");
  EXPECT_EQ(repository.galley("check -q --format line content/denial.md").out, "");
  repository.change("printf '\\nA chemical peel has no downtime.\\n' >> content/001.md");
  const auto ended = repository.galley("check -q --format line content/admission.md");
  EXPECT_TRUE(ended.out.starts_with("content/admission.md:3:23:claims.contradiction:"))
      << ended.out;
  EXPECT_NE(ended.out.find("content/001.md"), std::string::npos) << ended.out;
}

TEST_F(Baseline, forgets_folders_that_are_excluded_since) {
  repository.change("sed -i 's|drafts/|drafts/, content/010.md|' .galley.yaml");
  const auto ended = repository.galley("check --format line");
  EXPECT_NE(ended.err.find("1 finding of the baseline can no longer be found"), std::string::npos)
      << ended.err;
}

TEST_F(Baseline, is_named_once) {
  EXPECT_EQ(tests::read_file(repository.folder() + "/../said").find("name it in"),
            std::string::npos);
}

TEST_F(Baseline, is_the_same_whoever_writes_it) {
  const std::string before = text();
  repository.change("galley baseline create content .galley.yaml ./content/010.md 2> ../said");
  EXPECT_EQ(text(), before);
}

TEST_F(Baseline, holds_where_neighbours_are_edited_and_files_are_renamed) {
  repository.change(
      "sed -i 's/The team/The whole team/' content/010.md; mv content/030.md content/x.md");
  EXPECT_EQ(lines(), "");
}

TEST_F(Baseline, counts) {
  repository.change("printf '\\nThe team recieves more.\\n' >> content/010.md");
  EXPECT_EQ(lines(),
            "content/010.md:10:10:spelling.unknown-word:“recieves” is a usual misspelling of "
            "“receives”; write that\n");
}

TEST_F(Baseline, shrinks) {
  const std::string before = text();
  repository.change("sed -i 's/recieves/receives/' content/010.md");
  const auto ended = repository.galley("check --format line");
  EXPECT_NE(
      ended.err.find("1 finding of the baseline can no longer be found: galley baseline prune"),
      std::string::npos)
      << ended.err;
  repository.change("galley baseline prune 2> ../said");
  EXPECT_EQ(std::count(before.begin(), before.end(), '\n') - 1, [&] {
    const std::string now = text();
    return std::count(now.begin(), now.end(), '\n');
  }());
  repository.change("sed -i 's/receives/recieves/' content/010.md");
  EXPECT_NE(lines(), "") << "what was pruned is new when it comes back";
}

TEST_F(Baseline, does_not_grow_in_ci) {
  const std::string before = text();
  repository.change("printf '\\nWe recieve more.\\n' >> content/010.md");
  const auto refused = tests::run_git_shell("CI=true galley baseline create", repository.folder());
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("would grow by 1 finding"), std::string::npos) << refused.err;
  EXPECT_EQ(text(), before);
  repository.change("CI=true galley baseline create --allow-growth 2> ../said");
  EXPECT_NE(text(), before);
}

TEST_F(Baseline, may_be_written_in_ci_after_files_were_renamed) {
  repository.change("git mv content/010.md content/ten.md; git mv content/denial.md content/d.md");
  const auto ended = tests::run_git_shell("CI=true galley baseline create", repository.folder());
  EXPECT_EQ(ended.exit, 0) << ended.err;
  EXPECT_EQ(text().find("content/010.md"), std::string::npos);
  EXPECT_NE(text().find("content/ten.md"), std::string::npos);
  EXPECT_EQ(lines(), "");
}

TEST_F(Baseline, of_some_articles_keeps_the_others) {
  const std::string before = text();
  repository.change("galley baseline create content/010.md 2> ../said");
  EXPECT_EQ(text(), before);
  repository.change("cd content; galley baseline create 2> ../../said");
  EXPECT_EQ(text(), before);
  repository.change(
      "sed -i 's/recieves/receives/' content/010.md content/020.md; "
      "galley baseline create content/010.md 2> ../said");
  EXPECT_EQ(text().find("content/010.md"), std::string::npos);
  EXPECT_NE(text().find("content/020.md"), std::string::npos);
}

// A contradiction stands on one of its articles, whichever of them is named.
TEST_F(Baseline, of_some_articles_leaves_the_contradictions_of_others) {
  const std::string before = text();
  for (const char* path : {"content/admission.md", "content/denial.md", "content/001.md"}) {
    for (const char* command : {"prune ", "create "}) {
      repository.change("CI=true galley baseline " + std::string(command) + path + " 2> ../said");
      EXPECT_EQ(text(), before) << command << path;
    }
  }
  repository.change(
      "printf '# More\n\nA chemical peel has no downtime.\n' > content/more.md; "
      "CI=true galley baseline create content/admission.md 2> ../said");
  EXPECT_EQ(text(), before) << "what is new stands on an article that was not named";
  EXPECT_NE(lines(), "");
}

TEST_F(Baseline, of_some_articles_keeps_those_that_were_renamed) {
  const std::string before = text();
  repository.change(
      "git mv content/010.md content/ten.md; git mv content/denial.md content/d.md; "
      "git commit -qm renamed");
  for (const char* path : {"content/020.md", "content/ten.md", "content/admission.md"}) {
    for (const char* command : {"prune ", "create "}) {
      repository.change("CI=true galley baseline " + std::string(command) + path + " 2> ../said");
      EXPECT_EQ(text(), before) << command << path;
      EXPECT_EQ(lines(), "");
    }
  }
  const auto status = repository.galley("baseline status content/020.md");
  EXPECT_NE(status.out.find("; 0 of the baseline can no longer"), std::string::npos) << status.out;
  repository.change("galley baseline prune content 2> ../said");
  EXPECT_EQ(text().find("content/010.md"), std::string::npos);
  EXPECT_NE(text().find("content/ten.md"), std::string::npos);
}

TEST_F(Baseline, is_written_anew_over_what_a_merge_left) {
  const std::string before = text();
  repository.change(
      "printf '<<<<<<< ours\nx\n' >> .galley-baseline; galley baseline create 2> ../said");
  EXPECT_EQ(text(), before);
}

TEST_F(Baseline, that_is_in_doubt_gives_no_badge) {
  repository.change("printf '<<<<<<< ours\nx\n' >> .galley-baseline");
  for (const char* before : {"true", "rm .galley-baseline"}) {
    repository.change(before);
    const auto ended = repository.galley("baseline status --badge ../badge.json");
    EXPECT_EQ(ended.exit, 2);
    EXPECT_EQ(ended.out, "");
    EXPECT_FALSE(std::filesystem::exists(repository.folder() + "/../badge.json"));
  }
}

TEST_F(Baseline, has_no_say_over_what_a_change_brings) {
  repository.change(
      "printf '\\nWe recieve more.\\n' >> content/010.md; galley baseline create 2> ../said");
  EXPECT_EQ(lines(), "");
  const auto ended = repository.galley("check --quiet --format line --changed-since main");
  EXPECT_EQ(ended.out.substr(0, ended.out.find(':')), "content/010.md") << ended.err;
}

TEST_F(Baseline, merges) {
  repository.change(
      "git checkout -qb left; sed -i 's/recieves/receives/' content/010.md; galley baseline prune "
      "2> ../said; git commit -qam left; git checkout -q change; "
      "sed -i 's/recieves/receives/' content/110.md; galley baseline prune 2> ../said; "
      "git commit -qam right; git merge -q left -m merged");
  EXPECT_EQ(lines(), "");
  EXPECT_EQ(text().find("content/010.md"), std::string::npos);
  EXPECT_EQ(text().find("content/110.md"), std::string::npos);
}

TEST_F(Baseline, that_cannot_be_read_is_told) {
  repository.change("printf '<<<<<<< ours\\nx\\n' >> .galley-baseline");
  const auto ended = repository.galley("check --quiet --format line");
  EXPECT_EQ(ended.exit, 2);
  EXPECT_NE(ended.err.find("a merge left this conflict"), std::string::npos) << ended.err;
  EXPECT_EQ(ended.out, "") << "what can be read of it holds";
  repository.change("rm .galley-baseline");
  const auto missing = repository.galley("check --quiet --format line");
  EXPECT_EQ(missing.exit, 2);
  EXPECT_NE(missing.err.find("write it with galley baseline create"), std::string::npos)
      << missing.err;
}

TEST_F(Baseline, is_a_debt_with_a_figure) {
  const auto ended = repository.galley("baseline status --format json --badge ../badge.json");
  EXPECT_EQ(ended.exit, 0) << ended.err;
  EXPECT_NE(ended.out.find("\"stale\":0"), std::string::npos) << ended.out;
  const auto badge = tests::run_git_shell("cat ../badge.json", repository.folder());
  EXPECT_TRUE(badge.out.starts_with("{\"schemaVersion\":1,\"label\":\"galley debt\"")) << badge.out;
}

}  // namespace
