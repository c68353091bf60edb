#include <gtest/gtest.h>
#include <set>

#include "linter/reports/report.h"

namespace linter::reports {
namespace {

findings::Outcome two_findings() {
  findings::Outcome outcome;
  outcome.findings.resize(2);
  outcome.files = 1;
  return outcome;
}

TEST(Formats, each_is_found_by_its_name) {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    EXPECT_EQ(format_named(format.name), &format);
    EXPECT_FALSE(format.about.empty());
    names.insert(format.name);
  }
  EXPECT_EQ(names.size(), formats().size());
  EXPECT_EQ(format_named("xml"), nullptr);
}

TEST(Formats, stop_as_soon_as_nobody_reads) {
  for (const Format& format : formats()) {
    int pieces = 0;
    const auto closed = [&pieces](std::string_view) {
      ++pieces;
      return false;
    };
    EXPECT_FALSE(format.write(two_findings(), {}, closed)) << format.name;
    EXPECT_EQ(pieces, 1) << format.name;
  }
}

TEST(Formats, quiet_text_without_findings_is_empty) {
  std::string text;
  const auto gather = [&text](std::string_view piece) {
    text += piece;
    return true;
  };
  RenderOptions options;
  options.quiet = true;
  EXPECT_TRUE(format_named("text")->write({}, options, gather));
  EXPECT_EQ(text, "");
}

}  // namespace
}  // namespace linter::reports
