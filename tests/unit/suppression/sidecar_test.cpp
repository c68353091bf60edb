#include "linter/suppression/sidecar.h"

#include <gtest/gtest.h>

namespace linter::suppression {
namespace {

const source::Source document{"a.docx", "One\nEvery peel is painless.\n", false};

std::vector<Stet> read(const std::string& text) {
  auto read = read_sidecar(text, "a.docx.stet.yaml", document);
  for (const auto& error : read.errors) ADD_FAILURE() << error.message;
  return std::move(read.value);
}

base::ErrorCode fault_of(const std::string& text) {
  const auto read = read_sidecar(text, "a.docx.stet.yaml", document);
  EXPECT_FALSE(read.errors.empty());
  EXPECT_TRUE(read.value.empty());
  return read.errors.empty() ? base::ErrorCode::internal : read.errors.front().code;
}

TEST(Sidecar, lets_findings_on_its_words_stand) {
  auto stets = read(
      "stet:\n  - rule: p.painless\n    text: painless\n    reason: a name\n    until: "
      "2027-03-01\n");
  ASSERT_EQ(stets.size(), 1U);
  EXPECT_EQ(stets[0].note.place.begin.line, 2U);
  EXPECT_EQ(stets[0].note.until, "2027-03-01");
  EXPECT_EQ(stets[0].note.sidecar, "a.docx.stet.yaml");
  EXPECT_EQ(stets[0].note.sidecar_line, 2U);

  findings::Finding meant;
  meant.rule = "p.painless";
  meant.location.file = "a.docx";
  meant.location.text = "painless";
  meant.location.span = {18, 26};
  findings::Finding other = meant;
  other.location.text = "completely painless";
  findings::RuleInfo rule;
  rule.id = "p.painless";
  const std::vector<findings::RuleInfo> rules{rule};
  std::vector<findings::Finding*> findings{&meant, &other};
  const auto faults = apply_stets(stets, findings, {.rules = rules, .today = "2026-11-20"});
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(meant.suppressed, "stet beside the document: a name (until 2027-03-01)");
  EXPECT_EQ(other.suppressed, "");
}

TEST(Sidecar, entries_are_put_at_its_end_once) {
  const std::vector<SidecarEntry> entries{{"p.painless", "painless", "it's: \"so\""},
                                          {"p.painless", "painless", "again"},
                                          {"p.safe", "# safe", "no"}};
  const std::string made = with_entries("", entries);
  const auto stets = read(made);
  ASSERT_EQ(stets.size(), 2U);
  EXPECT_EQ(stets[0].note.reason, "it's: \"so\"");
  EXPECT_EQ(stets[1].words, "# safe");
  EXPECT_EQ(with_entries(made, entries), made);
}

TEST(Sidecar, faults_are_told) {
  EXPECT_EQ(fault_of("stet: ["), base::ErrorCode::bad_yaml);
  EXPECT_EQ(fault_of("stets: []"), base::ErrorCode::unknown_key);
  EXPECT_EQ(fault_of("stet: [{rule: a.b, text: c}]"), base::ErrorCode::missing_key);
  EXPECT_EQ(fault_of("stet: [{rule: a.b, text: c, reason: d, until: soon}]"),
            base::ErrorCode::bad_value);
}

}  // namespace
}  // namespace linter::suppression
