// Stets are listed with who wrote them and when.
#include <gtest/gtest.h>

#include "tests/gate/repository.h"

namespace {

using tests::Repository;

constexpr const char* stet =
    "printf '# Shops\\n\\n<!-- stet health-claims.painless: the name of the shop -->\\nThe "
    "Painless "
    "Peel Company is open.\\n' > content/shop.md\n";

TEST(StetList, tells_author_and_age) {
  const Repository repository;
  repository.change(std::string(stet) +
                    "git rm -q content/old.md; git add -A\n"
                    "GIT_AUTHOR_NAME=Ada GIT_AUTHOR_DATE=2024-05-01T12:00:00Z git commit -qm stet\n"
                    "git mv content/shop.md content/shops.md; git commit -qm moved\n"
                    "sed -i '2a Two lines more.\\n' content/shops.md");
  const auto ended = repository.galley("stet list --today 2024-05-31");
  EXPECT_EQ(ended.exit, 0) << ended.err;
  EXPECT_EQ(ended.out,
            "content/shops.md:5\thealth-claims.painless\tin use (1 finding)\t2024-05-01 (30 days), "
            "Ada\tthe name of the shop\n");
  const auto json = repository.galley("stet list --today 2024-05-31 --format json");
  EXPECT_NE(json.out.find("\"author\":\"Ada\""), std::string::npos) << json.out;
  EXPECT_NE(json.out.find("\"age_days\":30"), std::string::npos) << json.out;
}

TEST(StetList, knows_no_author_where_git_knows_none) {
  const Repository repository;
  repository.change(std::string(stet) + "git rm -q content/old.md");
  const std::string listed =
      "content/shop.md:3\thealth-claims.painless\tin use (1 finding)\t\tthe name of the shop\n";
  EXPECT_EQ(repository.galley("stet list").out, listed) << "not committed";
  repository.change("rm -rf .git");
  EXPECT_EQ(repository.galley("stet list").out, listed) << "no repository";
}

// What a stet silences, and its removal brings back, whatever it was that it silenced.
TEST(StetList, round_trips_with_the_gate) {
  const Repository repository;
  repository.change(
      "git rm -q content/old.md\n"
      "sed -i '2a <!-- stet claims.contradiction: agreed with the board -->' content/denial.md\n");
  const auto silenced = repository.galley("check -q --format line --changed-since main");
  EXPECT_EQ(silenced.out, "") << "neither the contradiction nor an unused stet";
  EXPECT_EQ(repository.galley("check -q --format line content | grep -c claims.contradiction").out,
            "0\n");
  repository.change(
      "git add -A; git commit -qm stet; git branch -f main; sed -i 3d content/denial.md");
  const auto back = repository.galley("check -q --format line --changed-since main");
  EXPECT_TRUE(back.out.starts_with("content/denial.md:3:17:claims.contradiction:")) << back.out;
}

TEST(StetList, has_those_that_silence_nothing_and_those_of_documents) {
  const Repository repository;
  repository.change(
      "git rm -q content/old.md\n"
      "printf '# Shops\\n\\n<!-- stet health-claims.painless -->\\nThe Painless Peel Company.\\n' "
      "> "
      "content/a.md\n"
      "printf '# Shops\\n\\n<!-- STET health-claims.painless: name -->\\nWe are open.\\n' > "
      "content/b.md\n"
      "printf 'Shops\\n\\nWe are open. [stet health-claims.painless: name]\\n' > content/c.txt\n"
      "printf -- '---\\ngalley:\\n  stet:\\n    health-claims.painless: \"\"\\n---\\n\\nText.\\n' "
      "> "
      "content/d.md\n");
  const auto ended = repository.galley("stet list");
  const std::string& out = ended.out;
  EXPECT_NE(out.find("content/a.md:3\t-\twithout a reason\t"), std::string::npos) << out;
  EXPECT_NE(out.find("content/b.md:3\t-\tmalformed\t\t“stet” in capitals"), std::string::npos)
      << out;
  EXPECT_NE(out.find("content/c.txt:3\t-\tmalformed\t\tthis stet stands within a line"),
            std::string::npos)
      << out;
  EXPECT_NE(out.find("content/d.md:4\t-\twithout a reason\t\ta stet without a reason silences "
                     "nothing: write `RULE: reason`"),
            std::string::npos)
      << out;
}

// A new sentence against a statement that is let stand is no news either.
TEST(StetList, lets_stand_from_either_side) {
  const Repository repository;
  repository.change(
      "git rm -q content/old.md\n"
      "sed -i '2a <!-- stet claims.contradiction: agreed with the board -->' content/denial.md\n");
  EXPECT_EQ(repository.galley("check -q --format line content/admission.md").out, "");
}

}  // namespace
