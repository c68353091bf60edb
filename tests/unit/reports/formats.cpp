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

std::string text_of(const findings::Outcome& outcome) {
  std::string text;
  RenderOptions options;
  options.quiet = true;
  const auto gather = [&text](std::string_view piece) {
    text += piece;
    return true;
  };
  EXPECT_TRUE(format_named("text")->write(outcome, options, gather));
  return text;
}

findings::Finding praise_at(std::string file, std::uint32_t line, const std::string& words) {
  findings::Finding finding;
  finding.rule = "our-house.praise";
  finding.message = "“" + words + "” praises. Say what changes.";
  finding.instead = "Most people notice finer lines.";
  finding.sources = {{.title = "House rules", .url = "", .section = "", .date = ""}};
  finding.location.file = std::move(file);
  finding.location.begin.line = line;
  return finding;
}

TEST(Formats, text_explains_a_rule_once_in_a_file) {
  findings::Outcome outcome;
  outcome.findings = {praise_at("a.md", 1, "superb"), praise_at("a.md", 4, "splendid"),
                      praise_at("b.docx", 2, "grand"), praise_at("b.docx", 6, "great")};
  EXPECT_EQ(text_of(outcome), R"(a.md:1:1 warning our-house.praise
   1 | 
     | ^
     = “superb” praises. Say what changes.
     = instead: Most people notice finer lines.
     = source: House rules

a.md:4:1 warning our-house.praise
   4 | 
     | ^
     = “splendid”: as at line 1

b.docx:2:1 warning our-house.praise
   2 | 
     | ^
     = “grand” praises. Say what changes.
     = instead: Most people notice finer lines.
     = source: House rules

b.docx:6:1 warning our-house.praise
   6 | 
     | ^
     = “great”: as at paragraph 2

)");
}

TEST(Formats, text_says_again_what_is_another_reason) {
  findings::Finding other = praise_at("a.md", 4, "splendid");
  other.message = "“splendid” stands here too often.";
  other.sources[0].title = "Another book";
  findings::Outcome outcome;
  outcome.findings = {praise_at("a.md", 1, "superb"), other};
  const std::string text = text_of(outcome);
  EXPECT_NE(text.find("= “splendid” stands here too often.\n     = source: Another book\n"),
            std::string::npos)
      << text;
}

TEST(Formats, quiet_text_without_findings_is_empty) {
  EXPECT_EQ(text_of({}), "");
}

}  // namespace
}  // namespace linter::reports
