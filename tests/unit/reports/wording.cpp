#include "linter/reports/wording.h"

#include <gtest/gtest.h>

#include "linter/reports/statistics.h"

namespace linter::reports {
namespace {

TEST(Wording, numbers) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "file"), "1 file");
  EXPECT_EQ(counted(0, "file"), "0 files");
}

TEST(Wording, lists) {
  EXPECT_EQ(listed({}, " or "), "");
  EXPECT_EQ(listed({"a"}, " or "), "a");
  EXPECT_EQ(listed({"a", "b"}, " or "), "a or b");
  EXPECT_EQ(listed({"a", "b", "c"}, " or "), "a, b or c");
}

TEST(Wording, lines_of_a_width) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrapped("", 10), Lines{""});
  EXPECT_EQ(wrapped("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped("  one   two ", 20), Lines{"one two"});
  EXPECT_EQ(wrapped("incomprehensible is long", 5), (Lines{"incomprehensible", "is", "long"}));
  EXPECT_EQ(wrapped("皮膚 皮膚", 8), (Lines{"皮膚", "皮膚"}));
}

TEST(Statistics, most_first_then_by_name_without_suppressed) {
  findings::Outcome outcome;
  for (const char* rule : {"p.b", "p.a", "p.c", "p.c", "p.d"}) {
    auto& finding = outcome.findings.emplace_back();
    finding.rule = rule;
    finding.location.file = "x.md";
  }
  outcome.findings.back().suppressed = "stet";
  const Statistics counts = statistics_of(outcome);
  EXPECT_EQ(counts.by_rule, (std::vector<Count>{{"p.c", 2}, {"p.a", 1}, {"p.b", 1}}));
  EXPECT_EQ(counts.by_file, (std::vector<Count>{{"x.md", 4}}));
}

}  // namespace
}  // namespace linter::reports
