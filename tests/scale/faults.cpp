// What goes wrong between the steps is told with the part that it is in, and nothing is counted
// twice.
#include <gtest/gtest.h>
#include <memory>

#include "tests/scale/articles.h"

namespace {

using tests::run_steps;

struct Case {
  const char* name;
  const char* change;  // shell lines, after p1, p2, p3 and between are there
  const char* files;   // that are reported
  int exit;
  const char* says;  // on standard error; empty: nothing is
};

// Scanned, reconciled and reported once for all cases, which change a copy.
class Fault : public testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() {
    steps() = std::make_unique<tests::Scratch>();
    tests::write_project(*steps(), 3, 12);
    steps()->write(".galley-baseline", "");
    const auto ended = run_steps(
        "for k in 1 2 3; do galley scan $day -q --part $k/3 articles archive loose > p$k; done\n"
        "galley reconcile $day p1 p2 p3 > between\n"
        "galley report p1 p2 p3 between > right",
        steps()->path());
    EXPECT_EQ(ended.exit, 1) << ended.err;
    EXPECT_EQ(ended.err, "");
  }
  static void TearDownTestSuite() { steps().reset(); }

  static std::unique_ptr<tests::Scratch>& steps() {
    static std::unique_ptr<tests::Scratch> folder;
    return folder;
  }
};

TEST_P(Fault, is_told_and_counted_once) {
  const tests::Scratch scratch;
  const auto ended = run_steps("cp -r " + steps()->path() + "/. . && " + GetParam().change +
                                   "\ngalley report " + GetParam().files +
                                   " > report; code=$?\n"
                                   "test $code = 2 || cmp right report >&2; exit $code",
                               scratch.path());
  EXPECT_EQ(ended.exit, GetParam().exit) << ended.err;
  EXPECT_NE(ended.err.find(GetParam().says), std::string::npos) << ended.err;
  if (*GetParam().says == '\0') {
    EXPECT_EQ(ended.err, "");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, Fault,
    testing::Values(
        Case{"none", "true", "p1 p2 p3 between", 1, ""},
        Case{"doubled_part", "true", "p1 p2 p2 p3 between p1 between", 1, ""},
        Case{"part_run_again", "galley scan $day -q --part 2/3 articles archive loose > p2",
             "p1 p2 p3 between", 1, ""},
        Case{"doubled_before_reconciling", "galley reconcile $day p1 p2 p3 p1 p2 > between",
             "p1 p2 p3 between", 1, ""},
        Case{"one_stream_through_sort",
             "cat p1 p2 p3 | LC_ALL=C sort | galley reconcile $day --sorted --pass-on > all", "all",
             1, ""},
        Case{"in_two_cuts_of_the_keys",
             "cat p1 p2 p3 | grep '\"kind\":\"summary\"' > s\n"
             "for n in 2 3; do awk -F'\\t' -v n=$n '{print > \"s\" n \".\" length($1) % n}' s; "
             "done\n"
             "for s in s2.* s3.*; do galley reconcile $day $s > b$s; done",
             "p1 p2 p3 bs2.* bs3.*", 1, ""},
        Case{"json_written_anew",
             "sed 's/,\\t/, /; s/$/\\t/' p2 > p2b; galley reconcile $day p1 p2b p3 > between",
             "p1 p2b p3 between", 1, ""},
        Case{"keys_in_several_runs", "for k in 1 2 3; do galley reconcile $day p$k > b$k; done",
             "p1 p2 p3 b1 b2 b3", 2, "reconciled several times, with other summaries each time"},
        Case{"an_empty_part", ": > p4", "p1 p2 p3 p4 between", 2, "p4: this file is empty"},
        Case{"a_stray_finding",
             "echo 'We recieve you.' > ghost.md\n"
             "galley scan $day -q ghost.md | grep '\"kind\":\"finding\"' > g; rm ghost.md",
             "p1 p2 p3 between g", 2,
             "ghost.md: 1 finding of this article, of which no part says that it was scanned"},
        Case{"altered_finding",
             "sed '0,/\"message\":\"[^\"]*/s//\"message\":\"All is well/' p1 > p1b; "
             "grep -q 'All is well' p1b || exit 9",
             "p1b p2 p3 between", 2,
             "p1b:2: this record is damaged (what it says is not what was written)"},
        Case{"altered_summary",
             "sed '0,/\"value\":\"[^\"]*/s//\"value\":\"junk/' p2 > p2b; "
             "galley reconcile $day -q p1 p2b p3 > between",
             "p1 p2 p3 between", 2,
             "this record is damaged (what it says is not what was written)"},
        Case{"cut_off", "head -n 20 p2 > cut", "p1 cut p3 between", 2,
             "the part '2/3' was cut off: it has no end"},
        Case{"cut_in_a_line", "head -c 400 p2 > cut", "p1 cut p3 between", 2,
             "cut:1: this line is no whole record of galley's"},
        Case{"whole_beside_a_cut_copy", "head -n 20 p2 > cut", "p1 cut p2 p3 between", 1, ""},
        Case{"whole_beside_a_copy_cut_in_a_line", "head -c 3000 p2 > cut", "p1 cut p2 p3 between",
             1, ": this record was cut off, and nothing that it said is missing"},
        Case{"reconciled_with_a_copy_cut_in_a_line",
             "head -c 3000 p2 > cut; galley reconcile $day -q p1 cut p2 p3 > between\n"
             "test $? = 2 || exit 9",
             "p1 p2 p3 between", 1, "this record was cut off, and nothing that it said is missing"},
        Case{"a_summary_cut_off_after_it_was_reconciled",
             "n=$(grep -n -m 1 '\"kind\":\"summary\"' p2 | cut -d: -f1)\n"
             "head -n $n p2 | tail -n 1 | head -c 300 > cut",
             "p1 p2 p3 between cut", 1, "this record was cut off, and nothing that it said is"},
        Case{"reconciled_in_a_cut_run", "head -c -30 between > cut", "p1 p2 p3 cut between", 1,
             "this record was cut off, and nothing that it said is missing"},
        Case{"reconciled_in_a_cut_run_alone", "head -c -30 between > cut", "p1 p2 p3 cut", 2,
             "the reconciliation has no end: run it again"},
        Case{"reconciled_without_an_end", "head -n -1 between > cut", "p1 p2 p3 cut", 2,
             "the reconciliation has no end: run it again"},
        Case{"reconciled_in_two_runs_one_without_an_end",
             "cat p1 p2 p3 | grep '\"kind\":\"summary\"' | LC_ALL=C sort > s\n"
             "k=$(head -n 1 s | cut -f 1); grep -F \"$k\" s > s1; grep -vF \"$k\" s > s2\n"
             "for n in 1 2; do galley reconcile $day s$n > b$n; done; sed -i '$d' b1",
             "p1 p2 p3 b1 b2", 2, "the reconciliation has no end: run it again"},
        Case{"missing_part", "true", "p1 p3 between", 2, "of 3 parts these are missing: 2"},
        Case{"lost_article",
             "grep -v '\"kind\":\"article\",\"key\":\"loose/10' p2 > p2b; "
             "grep -v '\"kind\":\"article\",\"key\":\"loose/10' p1 > p1b; "
             "grep -v '\"kind\":\"article\",\"key\":\"loose/10' p3 > p3b",
             "p1b p2b p3b between", 2, "' is incomplete: 3 of its 4 articles are there"},
        Case{"lost_finding", "sed '0,/\"kind\":\"finding\"/{//d}' p1 > p1b", "p1b p2 p3 between", 2,
             "are missing, or there in two versions: scan its part again"},
        Case{"lost_error",
             "galley scan $day -q --part 2/3 articles archive loose nowhere.md > p2; "
             "grep '\"kind\":\"error\"' p2 > e; grep -v '\"kind\":\"error\"' p2 > p2b; "
             "galley report p1 p2b e p3 between 2>&1 > /dev/null | grep -q came.with && exit 9",
             "p1 p2b p3 between", 2, "1 error that came with the part '2/3' is missing"},
        Case{"lost_error_of_a_reconciliation",
             "galley reconcile $day -q p1 p2 p3 nowhere > b; "
             "grep -v '\"kind\":\"error\"' b > between",
             "p1 p2 p3 between", 2, "1 error that came with the reconciliation of "},
        Case{"equal_errors_of_two_reconciliations",
             "cat p1 p2 p3 | grep '\"kind\":\"summary\"' | LC_ALL=C sort > s\n"
             "k=$(head -n 1 s | cut -f 1); grep -F \"$k\" s > s1; grep -vF \"$k\" s > s2\n"
             "for n in 1 2; do { echo x; cat s$n; } | galley reconcile $day -q > b$n; done\n"
             "cp b1 b3; galley report p1 p2 p3 b1 b2 b3 2>&1 > r | grep -c '<stdin>:1: ' >&2",
             "p1 p2 p3 b1 b2 b3", 2, "2\n"},
        Case{"files_that_came_between_parts",
             "echo Fine. > articles/00.md\n"
             "for k in 2 3; do galley scan $day -q --part $k/3 articles archive loose > p$k; done\n"
             "galley reconcile $day -q p1 p2 p3 > between; test $? = 2 || exit 9",
             "p1 p2 p3 between", 2,
             "of 3 parts these listed other articles than the rest, which listed 13: 1 (12)"},
        Case{"a_part_of_other_paths", "galley scan $day -q --part 2/3 articles > p2",
             "p1 p2 p3 between", 2,
             "of 3 parts these listed other articles than the rest, which listed 12: 2 (6)"},
        Case{"not_reconciled", "true", "p1 p2 p3", 2, "was not compared: run galley reconcile"},
        Case{"reconciled_in_part", "galley reconcile $day p1 p3 > between", "p1 p2 p3 between", 2,
             " were compared: run galley reconcile again on all parts"},
        Case{"other_version", "sed 's/^{\"galley\":1/{\"galley\":2/' p2 > p2b", "p1 p2b p3 between",
             2, "p2b:1: this record has version 2, and this galley reads version 1"},
        Case{"other_version_is_told_once",
             "sed 's/^{\"galley\":1/{\"galley\":2/' p2 > p2b; sed -n '1,5p' p2b > p2c",
             "p1 p2c p3 between", 2, "with the same galley (4 lines like this one: 2, 3, 4, 5)"},
        Case{"changed_article",
             "echo 'It is safe for all.' >> loose/10.txt; "
             "galley scan $day -q --part 2/3 articles archive loose > p2b; "
             "galley scan $day -q --part 1/3 articles archive loose > p1b; "
             "galley scan $day -q --part 3/3 articles archive loose > p3b",
             "p1 p2 p3 p1b p2b p3b between", 2, "was scanned twice with different results"},
        Case{"other_day",
             "galley scan --today 2026-11-21 -q --part 2/3 articles archive loose > p2",
             "p1 p2 p3 between", 2,
             "the day (2026-11-20, 2026-11-21) was not the same in all steps"},
        Case{"other_configuration",
             "echo 'fail_on: warning' >> .galley.yaml; "
             "galley scan $day -q --part 2/3 articles archive loose > p2",
             "p1 p2 p3 between", 2, "configuration .galley.yaml was not the same in all steps"},
        Case{"configuration_in_one_step_only",
             "mv .galley.yaml x; galley scan $day -q --part 2/3 articles archive loose > p2; "
             "mv x .galley.yaml",
             "p1 p2 p3 between", 2, "configuration .galley.yaml"},
        Case{"configuration_not_in_reconcile",
             "mv .galley.yaml x; galley reconcile $day -q p1 p2 p3 > between; mv x .galley.yaml",
             "p1 p2 p3 between", 2, "configuration .galley.yaml"},
        Case{"other_packs_in_reconcile",
             "galley reconcile $day -q -p health-claims p1 p2 p3 > between", "p1 p2 p3 between", 2,
             "pack medical-aesthetics"},
        Case{"approved_in_one_step_only",
             "mv approved x; galley scan $day -q --part 2/3 articles archive loose > p2; "
             "mv x approved",
             "p1 p2 p3 between", 2, "approved/statements.yaml was not the same in all steps"},
        Case{"something_else", "echo hello > other", "p1 p2 p3 between other", 2,
             "other:1: this line is no whole record of galley's"},
        Case{"damaged_field", "sed 's/\"words\":[0-9]*/\"words\":-1/' p2 > p2b",
             "p1 p2b p3 between", 2, "this record is damaged ('words')"},
        Case{"no_records", "true", "/dev/null", 2, "there is no whole part among these records"},
        Case{"no_such_file", "true", "p1 p2 p3 between p4", 2, "p4: no such file"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Poison, is_an_error_of_its_article) {
  const tests::Scratch scratch;
  scratch.write("list.jsonl",
                "{\"file\":\"good.md\",\"content\":\"We recieve you.\"}\n"
                "{\"file\":\"bad.md\",\"content\":\"---\\nlanguage: [\\n---\\nText.\"}\n"
                "{\"file\":\"broken\n"
                "{\"file\":\"good.md\",\"content\":\"Another text.\"}\n"
                "{\"file\":\"nul.md\",\"content\":\"a\\u0000b\"}\n"
                "{\"file\":\"../outside.md\",\"content\":\"We recieve you.\"}\n"
                "{\"file\":\"/outside.md\",\"content\":\"We recieve you.\"}\n"
                "{\"file\":\"a/../inside.md\",\"content\":\"We recieve you.\"}\n"
                "{\"file\":\"twice.md\",\"content\":\"Good.\",\"content\":\"Better.\"}\n"
                "{\"file\":\"number.md\",\"content\":1}\n"
                "{\"file\":\"number.md\"}\n"
                "{\"file\":\"latin.md\",\"content\":\"caf\xE9\"}\n"
                "{\"file\":\"half.md\",\"content\":\"\\\\ \\ud83d\\ude00 \\ud83d\"}\n"
                "{\"file\":\"zero\\u0000.md\",\"content\":\"Good.\"}\n");
  const auto scanned = run_steps("galley scan $day -q --texts-from list.jsonl > p", scratch.path());
  EXPECT_EQ(scanned.exit, 2);
  const auto ended =
      run_steps("galley reconcile $day p > b; galley report --format line p b", scratch.path());
  EXPECT_EQ(ended.exit, 2);
  for (const char* part : {"good.md:1:4", "inside.md:1:4"})
    EXPECT_NE(ended.out.find(part), std::string::npos) << ended.out;
  for (const char* part :
       {"list.jsonl:3: this line is no article, for it is no whole JSON", "nul.md",
        "list.jsonl:4: good.md: two texts have this name",
        "list.jsonl:6: ../outside.md: the name of this article leads out of",
        "list.jsonl:7: /outside.md: the name of this article leads out of",
        "list.jsonl:9: this line is no article, for it has the key 'content' twice",
        "list.jsonl:10: this line is no article, for it has no text with the key 'content'",
        "(1 line like this one: 11)",
        "list.jsonl:12: this line is no article, for it has bytes that are no UTF-8: write",
        "list.jsonl:13: this line is no article, for it has half of a surrogate pair",
        "list.jsonl:14: zero"})
    EXPECT_NE(ended.err.find(part), std::string::npos) << ended.err;
}

TEST(Reconcile, refuses_what_does_not_fit_and_goes_on) {
  const tests::Scratch scratch;
  tests::write_project(scratch, 4, 40);
  const auto ended = run_steps(
      "galley scan $day -q articles archive loose > p\n"
      "LC_ALL=C sort -R p | galley reconcile $day --sorted > b 2> err; echo $? >> err\n"
      "grep -c 'was there before' err; tail -n 1 err; tail -n 1 b | cut -c 1-33",
      scratch.path());
  const auto lines = tests::lines_of(ended.out);
  ASSERT_EQ(lines.size(), 3U) << ended.out << ended.err;
  EXPECT_NE(lines[0], "0");
  EXPECT_EQ(lines[1], "2");
  EXPECT_EQ(lines[2], R"({"galley":1,"kind":"reconciled",")");
}

}  // namespace
