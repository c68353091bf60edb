#include "linter/run/show.h"

#include <gtest/gtest.h>

#include "tests/unit/run/run_fixture.h"

namespace linter::run {
namespace {

Tree tree() {
  return {{"/w/.galley.yaml", "exclude: [old/]\nlanguage: en-GB\nnonsense: 1\n"},
          {"/w/.galleyignore", "drafts/\n"},
          {"/w/a.txt", ""},
          {"/w/.hidden.txt", ""},
          {"/w/drafts/b.txt", ""},
          {"/w/old/c.txt", ""},
          {"/w/photo.png", ""}};
}

TEST(ShowFiles, says_what_is_checked_and_what_is_not) {
  const auto files = base::memory(tree());
  const auto shown = shown_files(request_for({".", "photo.png", "nope.txt"}), *files);
  EXPECT_EQ(show_files(shown.value),
            "skipped  .galley.yaml  (hidden)\n"
            "skipped  .galleyignore  (hidden)\n"
            "skipped  .hidden.txt  (hidden)\n"
            "checked  a.txt  (plain, .galley.yaml)\n"
            "skipped  drafts  (ignored by 'drafts/' in .galleyignore:1)\n"
            "skipped  old  (ignored by 'old/' in .galley.yaml:1)\n"
            "checked  photo.png  (plain, .galley.yaml)\n");
  ASSERT_EQ(shown.errors.size(), 2U);
  EXPECT_EQ(shown.errors[0].code, base::ErrorCode::missing_path);
  EXPECT_EQ(shown.errors[1].file, ".galley.yaml");
}

TEST(ShowConfig, says_what_applies_to_a_file) {
  const auto files = base::memory(tree());
  CheckRequest request = request_for({});
  request.packs.clear();
  const auto shown = show_config(request, *files, "./a.txt");
  EXPECT_TRUE(shown.value.starts_with("a.txt is checked with /w/.galley.yaml\n")) << shown.value;
  EXPECT_NE(shown.value.find("language        en-GB"), std::string::npos) << shown.value;
  EXPECT_EQ(shown.errors.size(), 1U);
}

TEST(ShowConfig, needs_a_file) {
  const auto files = base::memory(tree());
  for (const auto& [path, message] :
       {std::pair("none.txt", "no such file: check how the path is spelt"),
        std::pair("drafts", "is a folder: name a file in it")}) {
    const auto shown = show_config(request_for({}), *files, path);
    EXPECT_EQ(shown.value, "");
    ASSERT_EQ(shown.errors.size(), 1U) << path;
    EXPECT_EQ(shown.errors[0].file, path);
    EXPECT_EQ(shown.errors[0].message, message);
  }
}

}  // namespace
}  // namespace linter::run
