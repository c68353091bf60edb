#include "linter/prose/formats.h"

#include <gtest/gtest.h>
#include <set>

namespace linter::prose {
namespace {

TEST(Formats, HaveDistinctNamesAndLowerCaseExtensions) {
  std::set<std::string_view> seen;
  for (const Format& format : formats()) {
    EXPECT_TRUE(seen.insert(format.name).second) << format.name;
    EXPECT_FALSE(format.about.empty());
    for (const std::string_view extension : format.extensions) {
      EXPECT_TRUE(seen.insert(extension).second) << extension;
      EXPECT_EQ(extension.front(), '.');
      EXPECT_EQ(format_for_path("a/b" + std::string(extension)), &format);
    }
    EXPECT_EQ(format_named(format.name), &format);
  }
}

TEST(Formats, IgnoreTheCaseOfExtensions) {
  ASSERT_NE(format_for_path("docs/NOTES.TXT"), nullptr);
  EXPECT_EQ(format_for_path("docs/NOTES.TXT")->name, "plain");
}

TEST(Formats, KnowWhatTheyDoNotRead) {
  EXPECT_EQ(format_for_path("photo.jpeg"), nullptr);
  EXPECT_EQ(format_for_path("txt"), nullptr);
  EXPECT_EQ(format_for_path(""), nullptr);
  EXPECT_EQ(format_named("plane"), nullptr);
}

}  // namespace
}  // namespace linter::prose
