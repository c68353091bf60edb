#include "linter/fixes/decisions.h"

#include <gtest/gtest.h>

#include "linter/fixes/manuscript.h"

namespace linter::fixes {
namespace {

constexpr std::string_view file =
    "{\"version\": 1, \"tool\": \"galley proof\", \"proof\": \"x\", \"decisions\": [\n"
    "{\"fingerprint\": \"f1\", \"file\": \"a.md\", \"line\": 1, \"rule\": \"s.w\", \"text\": "
    "\"recieve\", \"decision\": \"accept\", \"replacement\": \"receive \\u0026 \\\"x\\\"\"},\n"
    "{\"fingerprint\": \"f2\", \"decision\": \"reject\", \"reason\": \"two\\nlines --> and */ "
    "\"},\n"
    "{\"fingerprint\": \"f3\", \"decision\": \"accept\"},\n"
    "{\"fingerprint\": \"f4\", \"comment\": \"only that\"},\n"
    "{\"fingerprint\": \"f9\", \"decision\": \"accept\", \"replacement\": \"x\"}]}\n";

findings::Finding finding(std::string fingerprint, std::string text, std::uint32_t begin) {
  findings::Finding made;
  made.fingerprint = std::move(fingerprint);
  made.rule = "s.w";
  made.location.file = "a.md";
  made.location.span = {begin, begin + static_cast<std::uint32_t>(text.size())};
  made.location.text = std::move(text);
  return made;
}

TEST(Decisions, are_read_and_carried_out) {
  const auto read = read_decisions(file, "d.json");
  for (const auto& error : read.errors) ADD_FAILURE() << error.message;
  ASSERT_EQ(read.value.size(), 5U);
  EXPECT_EQ(read.value[0].replacement, "receive & \"x\"");
  EXPECT_EQ(read.value[1].reason, "two lines -- > and * /");
  EXPECT_EQ(read.value[3].verdict, Verdict::none);

  const std::string text = "I recieve it.\n\nAll safe.\n";
  const std::vector<findings::Finding> findings{finding("f1", "recieve", 2),
                                                finding("f2", "safe", 19), finding("f3", "it", 10)};
  const Carried carried = carried_out(read.value, findings, {});
  ASSERT_EQ(carried.fixes.size(), 1U);
  EXPECT_EQ(applied(text, carried.fixes), "I receive & \"x\" it.\n\nAll safe.\n");
  ASSERT_EQ(carried.missed.size(), 2U);
  EXPECT_EQ(named(carried.missed[0]) + " " + carried.missed[0].why,
            "a.md:1:1: s.w “it” accepted without a replacement: mend it by hand");
  EXPECT_EQ(named(carried.missed[1]), "remark f9");
  const Manuscript manuscript("a.md", text, {prose::format_named("markdown"), {}});
  EXPECT_EQ(applied(text, manuscript.stets(carried.stands).fixes),
            "I recieve it.\n\n<!-- stet s.w: two lines -- > and * / -->\nAll safe.\n");
}

TEST(Decisions, nothing_in_the_place_of_words_leaves_them_out) {
  const auto read = read_decisions(
      R"({"decisions": [{"fingerprint": "f1", "decision": "accept", "replacement": ""}]})",
      "d.json");
  const std::vector<findings::Finding> findings{finding("f1", "very", 6)};
  const Carried carried = carried_out(read.value, findings, {});
  constexpr std::string_view text = "It is very red.";
  EXPECT_TRUE(carried.missed.empty());
  ASSERT_EQ(carried.fixes.size(), 1U);
  EXPECT_EQ(applied(text, std::vector{with_its_space(text, carried.fixes.front())}), "It is red.");
}

TEST(Decisions, one_comment_is_enough_for_a_rule_in_a_block) {
  const std::vector<findings::Finding> findings{finding("a", "safe", 4), finding("b", "safe", 9),
                                                finding("c", "safe", 14)};
  const std::vector<Stands> stands{
      {&findings[0], "one"}, {&findings[1], "two"}, {&findings[2], "one"}};
  const std::string text = "All safe safe safe.\n";
  const Manuscript manuscript("a.md", text, {prose::format_named("markdown"), {}});
  const Writing writing = manuscript.stets(stands);
  EXPECT_EQ(applied(text, writing.fixes), "<!-- stet s.w: one; two -->\n" + text);
  EXPECT_EQ(writing.stets, 1U);
  EXPECT_TRUE(writing.refused.empty());
}

TEST(Decisions, reasons_for_front_matter_are_all_kept) {
  const std::string text = "---\ntitle: safe safe\n---\n";
  const std::vector<findings::Finding> findings{finding("a", "safe", 11), finding("b", "safe", 16)};
  const std::vector<Stands> stands{{&findings[0], "one"}, {&findings[1], "two"}};
  const Manuscript manuscript("a.md", text, {prose::format_named("markdown"), {}});
  EXPECT_EQ(applied(text, manuscript.stets(stands).fixes),
            "---\ntitle: safe safe\ngalley:\n  stet:\n    s.w: one; two\n---\n");
}

TEST(Decisions, what_may_not_stand_does_not) {
  findings::RuleInfo rule;
  rule.id = "s.w";
  rule.stet_never = true;
  const std::vector rules{rule};
  const std::vector found{finding("f1", "safe", 4)};
  const std::vector<Decision> decisions{{"f1", Verdict::reject, {}, "a name", {}, 0, {}, {}}};
  const Carried carried = carried_out(decisions, found, rules);
  EXPECT_TRUE(carried.stands.empty());
  ASSERT_EQ(carried.missed.size(), 1U);
  EXPECT_EQ(carried.missed.front().why, "the rule may not be let stand: mend the words");
}

TEST(Decisions, hold_for_the_words_after_the_fixes) {
  struct Row {
    const char* name;
    base::Span fix;
    const char* right;
    base::Span after;
  };
  const Row rows[] = {
      {"inside", {4, 13}, "completely", {4, 23}}, {"before", {0, 3}, "hello", {6, 24}},
      {"behind", {22, 26}, "the", {4, 22}},       {"over the end", {14, 26}, "the", {4, 17}},
      {"over the begin", {2, 6}, "the", {2, 21}}, {"over all", {2, 26}, "the", {2, 5}}};
  for (const Row& row : rows) {
    const std::vector<Fix> fixes{{row.fix, {}, row.right}};
    const base::Span after = span_after({4, 22}, fixes);
    EXPECT_EQ(after.begin, row.after.begin) << row.name;
    EXPECT_EQ(after.end, row.after.end) << row.name;
  }
}

TEST(Decisions, what_is_replaced_fits_on_a_line_of_text) {
  auto marked = finding("f1", "re*cie*ve", 0);
  const std::vector<Decision> decisions{{"f1", Verdict::accept, "receive", {}, {}, 0, {}, {}}};
  const std::vector marked_up{marked};
  EXPECT_EQ(carried_out(decisions, marked_up, {}).missed.size(), 1U);
  marked.location.text = "recieve";
  marked.suppressed = "stet";
  const std::vector silenced{marked};
  EXPECT_EQ(carried_out(decisions, silenced, {}).missed.front().why,
            "it is let stand already: stet");
}

// The same article has another name, and so its findings another fingerprint, from another folder.
TEST(Decisions, fit_from_another_folder) {
  auto one = finding("elsewhere", "teh", 0);
  one.location.file = "articles/a.md";
  one.location.begin.line = 3;
  auto two = finding("elsewhere too", "teh", 9);
  two.location.file = "articles/a.md";
  two.location.begin.line = 7;
  const std::vector found{one, two};
  Decision decision{"f1", Verdict::accept, "the", {}, "a.md", 7, "s.w", "teh"};
  ASSERT_EQ(carried_out(std::vector{decision}, found, {}).fixed.size(), 1U);
  EXPECT_EQ(carried_out(std::vector{decision}, found, {}).fixed.front(), &found[1]);
  decision.line = 5;
  const std::vector unclear{decision};
  EXPECT_EQ(carried_out(unclear, found, {}).missed.size(), 1U);
  decision.file = "b.md";
  const std::vector another{decision};
  EXPECT_NE(carried_out(another, found, {}).missed.front().why.find("of that name"),
            std::string::npos);
}

struct FaultCase {
  const char* name;
  std::string_view text;
  base::ErrorCode code;
};

class DecisionFaults : public testing::TestWithParam<FaultCase> {};

TEST_P(DecisionFaults, are_told) {
  const auto read = read_decisions(GetParam().text, "d.json");
  ASSERT_FALSE(read.errors.empty());
  EXPECT_EQ(read.errors.front().code, GetParam().code) << read.errors.front().message;
  EXPECT_EQ(read.errors.front().file, "d.json");
}

INSTANTIATE_TEST_SUITE_P(
    Rows, DecisionFaults,
    testing::Values(
        FaultCase{"no_json", "{\"decisions\": [", base::ErrorCode::bad_yaml},
        FaultCase{"nothing", "{}", base::ErrorCode::missing_key},
        FaultCase{"a_list", "[1]", base::ErrorCode::wrong_type},
        FaultCase{"another_key", "{\"decision\": []}", base::ErrorCode::unknown_key},
        FaultCase{"a_later_version", "{\"version\": 2}", base::ErrorCode::bad_value},
        FaultCase{"no_fingerprint", "{\"decisions\": [{\"decision\": \"accept\"}]}",
                  base::ErrorCode::missing_key},
        FaultCase{"another_verdict",
                  "{\"decisions\": [{\"fingerprint\": \"a\", \"decision\": \"maybe\"}]}",
                  base::ErrorCode::bad_value},
        FaultCase{"no_reason",
                  "{\"decisions\": [{\"fingerprint\": \"a\", \"decision\": \"reject\"}]}",
                  base::ErrorCode::missing_key}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace linter::fixes
