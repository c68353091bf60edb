// What the steps take and how they end, where all goes well and where it does not.
#include <filesystem>
#include <gtest/gtest.h>

#include "tests/scale/articles.h"
#include "tests/support/build.h"

namespace {

using tests::run_steps;

constexpr std::string_view peel = "# Peels\n\nA chemical peel never causes redness.\n";
constexpr std::string_view prices =
    "# Prices\n\nA chemical peel costs $150. Mild redness is common after a chemical peel.\n";

struct StepCase {
  const char* name;
  const char* script;
  int exit;
  const char* says;  // on standard error; empty: nothing is
};

class Step : public testing::TestWithParam<StepCase> {};

TEST_P(Step, ends_as_it_should) {
  const tests::Scratch scratch;
  scratch.write("articles/peel.md", peel);
  scratch.write("articles/prices.md", prices);
  const auto ended = run_steps(GetParam().script, scratch.path());
  EXPECT_EQ(ended.exit, GetParam().exit) << ended.out << ended.err;
  EXPECT_NE(ended.err.find(GetParam().says), std::string::npos) << ended.err;
  if (*GetParam().says == '\0') {
    EXPECT_EQ(ended.err, "");
  }
}

constexpr int cut_off = 3;  // no end among the records

INSTANTIATE_TEST_SUITE_P(
    Table, Step,
    testing::Values(
        StepCase{"scan", "galley scan $day articles", 0, ""},
        StepCase{"scan_of_what_is_not_there", "galley scan $day articles nowhere.md", 2,
                 "nowhere.md: no such file"},
        StepCase{"scan_onto_a_full_disk", "galley scan $day articles > /dev/full", cut_off,
                 "cannot be written"},
        StepCase{"scan_with_a_wrong_option", "galley scan --no-such-option", cut_off,
                 "unknown option"},
        StepCase{"scan_without_data", "GALLEY_DATA=/nonexistent galley scan $day articles", cut_off,
                 "/nonexistent"},
        StepCase{"scan_of_two_inputs", "galley scan $day --files-from - - < /dev/null", cut_off,
                 "standard input is named twice"},
        StepCase{"scan_nobody_reads",
                 "mkfifo p; true < p & exec 3> p; wait; galley scan $day articles >&3", cut_off,
                 ""},
        StepCase{"reconcile_onto_a_full_disk",
                 "galley scan $day articles > p; galley reconcile $day p > /dev/full", cut_off,
                 "cannot be written"},
        StepCase{
            "reconcile_without_a_folder_for_files",
            "galley scan $day articles > p; head -c 600000 /dev/zero | tr '\\0' x > x\n"
            "{ cat p; sed -n '/\"kind\":\"summary\"/{s/\",\\t.*//;p;q}' p | tr -d '\\n'; "
            "printf '\",\\t\"x\":\"'; head -c 60000 x; echo '\"}'; } > q\n"
            "TMPDIR=/nonexistent galley reconcile $day --memory 1M q q q q q q 2> err; code=$?; "
            "test $(wc -l < err) = 1 || code=9; cat err >&2; exit $code",
            cut_off, "no temporary file can be made"},
        StepCase{"reconcile_of_an_endless_line",
                 "head -c 3000000 /dev/zero | tr '\\0' x | galley reconcile $day --memory 16M", 2,
                 "this line has more than the limit of 1048576 bytes: give --memory more"},
        StepCase{"reconcile_passes_over_a_long_finding",
                 "galley scan $day articles > p; { cat p; sed -n '/\"kind\":\"finding\"/{p;q}' p | "
                 "tr -d '\\n}'; head -c 3000000 /dev/zero | tr '\\0' ' '; echo '}'; } > q\n"
                 "galley reconcile $day --memory 16M q > b; code=$?\n"
                 "galley reconcile $day --memory 16M p | cmp - b >&2; exit $code",
                 0, ""},
        StepCase{"reconcile_of_a_line_that_was_cut_off",
                 "galley scan $day articles | head -c -9 | galley reconcile $day", 2,
                 "this line is no whole record of galley's"},
        StepCase{"reconcile_within_too_little", "galley reconcile --memory 64K", cut_off,
                 "'64K' is less than the least amount of memory, 1M"},
        StepCase{"reconcile_of_parts_of_two_listings",
                 "galley scan $day --part 1/2 articles > p1; echo Fine. > articles/a.md\n"
                 "galley scan $day --part 2/2 articles > p2; galley reconcile $day p1 p2",
                 2, "of 2 parts these listed other articles than the rest, which listed 2: 2 (3)"},
        StepCase{"scan_of_a_folder_in_a_list", "echo articles | galley scan $day --files-from -", 2,
                 "articles: is a folder, and a list names files"},
        StepCase{"scan_of_a_pattern_in_a_list",
                 "echo 'articles/*.md' | galley scan $day --files-from -", 2,
                 "articles/*.md: no such file: check how the path is spelt"},
        StepCase{"reconcile_of_an_empty_file", ": > p; galley reconcile $day p", 2,
                 "p: this file is empty"},
        StepCase{
            "lines_that_are_no_articles",
            "yes x | head -n 15 | galley scan $day --texts-from - > p", 2,
            "<stdin>:1: this line is no article, for it is no whole JSON: write "
            "{\"file\":\"name.md\",\"content\":\"text\"}, one article a line (14 lines like this "
            "one: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)"},
        StepCase{"a_list_that_is_not_there", "galley scan $day --files-from nowhere", cut_off,
                 "nowhere: no such file"},
        StepCase{"a_dash_in_a_list", "echo - | galley scan $day --files-from - > p", 2,
                 "-: no such file"},
        StepCase{
            "lines_with_no_end_of_keys",
            "{ printf '{'; for i in $(seq 1001); do printf '\"k%s\":1,' $i; done\n"
            "echo '\"file\":\"a.md\",\"content\":\"b\"}'; } | galley scan $day --texts-from - > p",
            2, "an object in it has more than the limit of 1000 keys"},
        StepCase{"report_of_the_day_of_the_steps",
                 "galley scan $day articles > p; galley reconcile $day p > b\n"
                 "galley report $day --exit-zero p b > report",
                 0, ""},
        StepCase{"report_of_another_day",
                 "galley scan $day articles > p; galley reconcile $day p > b\n"
                 "galley report --today 2026-11-21 p b > report",
                 2, "the day (2026-11-20, 2026-11-21) was not the same in all steps"},
        StepCase{"report_that_passes",
                 "galley scan $day articles > p; galley reconcile $day p > b\n"
                 "galley report --exit-zero p b > report",
                 0, ""},
        StepCase{"report_of_too_many_warnings",
                 "echo 'Microneedling has no downtime.' > a.md\n"
                 "galley scan $day a.md > p; galley reconcile $day p > b\n"
                 "galley report --fail-on never p b > r || exit 9\n"
                 "galley report --fail-on never --max-warnings 0 p b > r",
                 1, ""},
        StepCase{"report_of_a_baseline_that_is_stale",
                 "echo 'We recieve you.' > a.md; galley baseline create $day a.md 2> /dev/null\n"
                 "echo 'We meet you.' > a.md; galley scan $day a.md > p\n"
                 "galley report -b .galley-baseline p > r",
                 0, "1 finding of the baseline can no longer be found"},
        StepCase{"a_name_that_is_too_deep",
                 "printf '{\"file\":\"%s\",\"content\":\"x\"}\\n' $(head -c 40000 /dev/zero | "
                 "sed 's|\\x0|x/|g')y.md | galley scan $day --texts-from -",
                 2, "bytes, more than the limit of 4096: shorten it"},
        StepCase{"a_name_of_two_texts",
                 "{ echo '{\"file\":\"same.md\",\"content\":\"Good.\"}'\n"
                 "for i in $(seq 2100); do echo '{\"file\":\"'$i'.md\",\"content\":\"x\"}'; done\n"
                 "echo '{\"file\":\"same.md\",\"content\":\"Good.\"}'\n"
                 "echo '{\"file\":\"same.md\",\"content\":\"Better.\"}'; } | "
                 "galley scan $day --texts-from - > p",
                 2,
                 "same.md: two texts have this name: the first one is checked; give each a name"},
        StepCase{"parts_that_begin_alike",
                 "cp articles/peel.md a.md; ls articles/* > one; ls articles/* *.md > two\n"
                 "for l in one two; do galley scan $day --files-from $l > $l.p; done\n"
                 "galley reconcile $day *.p > b; galley report --exit-zero *.p b > r",
                 0, ""},
        StepCase{
            "a_long_part_that_is_cut_off",
            "for i in $(seq 1100); do echo '{\"file\":\"'$i'.md\",\"content\":\"x\"}'; done > l\n"
            "galley scan $day --texts-from l > p; galley report p > r || exit 9\n"
            "n=$(grep -n -m 1 '\"kind\":\"part\"' p | cut -d: -f1); head -n $n p > cut\n"
            "galley report cut",
            2, "is missing: its scan was cut off"},
        StepCase{
            "a_long_part_without_its_head",
            "for i in $(seq 600); do echo '{\"file\":\"'$i'.md\",\"content\":\"x\"}'; done > l\n"
            "galley scan $day --texts-from l > p\n"
            "n=$(grep -n -m 1 '\"kind\":\"part\"' p | cut -d: -f1); sed \"1,${n}d\" p > tail\n"
            "galley report tail",
            2, ", is missing: its scan was cut off; run it again"},
        StepCase{
            "errors_of_shards_that_are_alike",
            "for i in 1 2 3; do { echo '{\"file\":\"'$i'.md\",\"content\":\"x\"}'; echo x; } | "
            "galley scan -q $day --texts-from - > p$i 2> e$i; done; cp p1 p4\n"
            "galley report p1 p2 p3 p4 2> err; code=$?\n"
            "test $(grep -c '<stdin>:2: this line is no article' err) = 3 || code=9\n"
            "cat err >&2; exit $code",
            2, "; it came with the part 'from 2.md ("},
        StepCase{
            "errors_of_shards_without_articles",
            "for i in 1 2; do echo x$i | galley scan -q $day --texts-from - > p$i; done\n"
            "galley report p1 p2 p1 2>&1 > r | grep -c '<stdin>:1: this line is no article' >&2\n"
            "exit 2",
            2, "2\n"},
        StepCase{"no_article_at_all",
                 "mkdir none; galley scan $day none > p; galley reconcile $day p > b; "
                 "galley report p b > r",
                 0, ""}),
    [](const auto& tested) { return tested.param.name; });

struct Same {
  const char* name;
  const char* check;
  const char* scan;  // fills p1, p2, …
};

// Steps that are to give what one check gives.
class Steps : public testing::TestWithParam<Same> {};

TEST_P(Steps, give_what_one_check_gives) {
  const tests::Scratch scratch;
  scratch.write(".galley.yaml", "corpus: [articles/]\n");
  scratch.write("articles/peel.md", peel);
  scratch.write("articles/prices.md", prices);
  scratch.write("articles/other.md", peel);
  scratch.write("elsewhere/odd\n\"name\xE9.md", prices);
  scratch.write("elsewhere/odd\n\"name\xE8.md", peel);
  scratch.write("aside/.galley.yaml", "no_such_key: 1\n");  // governs nothing that is asked about
  scratch.write("aside/peel.md", peel);
  scratch.write(".store/1.md", peel);
  std::filesystem::create_symlink("articles/peel.md", scratch.path() + "/link.md");
  std::filesystem::create_symlink("articles", scratch.path() + "/deep");
  std::filesystem::create_symlink(".store/1.md", scratch.path() + "/odd.md");
  std::string often = "# Peels\n";
  for (int i = 0; i < 40; ++i) often += "\nA chemical peel never causes redness.\n";
  scratch.write("often.md", often);
  const auto ended =
      run_steps(std::string("galley check $day --format json ") + GetParam().check +
                    " > check; code=$?\n" + GetParam().scan +
                    "\ngalley reconcile $day p* > b; galley report --format json p* b > report\n"
                    "test $? = $code && cmp check report && grep -q claims.contradiction check",
                scratch.path());
  EXPECT_EQ(ended.exit, 0) << ended.out << ended.err;
  EXPECT_EQ(ended.err, "");
}

INSTANTIATE_TEST_SUITE_P(
    Table, Steps,
    testing::Values(
        Same{"file_of_a_corpus", "articles/prices.md", "galley scan $day articles/prices.md > p1"},
        Same{"file_of_a_corpus_in_parts", "articles/peel.md",
             "for k in 1 2 3; do galley scan $day --part $k/3 articles/peel.md > p$k; done"},
        Same{"lists_of_a_corpus", "articles/peel.md",
             "echo articles/peel.md | galley scan $day --files-from - > p1\n"
             "ls articles/[op]r* articles/o* | galley scan $day --compared-from - > p2"},
        Same{"lists_that_overlap", "articles",
             "ls articles/* | galley scan $day --files-from - > p1\n"
             "ls articles/* | galley scan $day --compared-from - > p2"},
        Same{"lists_that_overlap_in_one_scan", "articles/peel.md",
             "echo articles/peel.md > l; ls articles/* > c\n"
             "galley scan $day --files-from l --compared-from c > p1"},
        Same{"a_link_and_its_target_in_two_lists", "articles link.md deep/prices.md",
             "ls articles/* | galley scan $day --files-from - > p1\n"
             "ls link.md deep/* | galley scan $day --files-from - > p2"},
        Same{"a_link_to_what_no_walk_meets", "articles odd.md",
             "ls articles/* odd.md | galley scan $day --files-from - > p1"},
        Same{"standard_input", "--stdin-filename articles/new.md - < articles/peel.md",
             "galley scan $day --stdin-filename articles/new.md - < articles/peel.md > p1"},
        Same{"odd_names", "articles elsewhere",
             "{ ls articles/*; for b in 350 351; do "
             "printf '\"elsewhere/odd\\\\n\\\\\"name\\\\%s.md\"\\n' $b; done; } | "
             "galley scan $day --files-from - > p1"},
        Same{"odd_names_in_parts", "articles elsewhere",
             "for k in 1 2 3; do galley scan $day --part $k/3 articles elsewhere > p$k; done"},
        Same{"a_statement_made_often", "articles often.md",
             "for k in 1 2; do galley scan $day --part $k/2 articles often.md > p$k; done"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Records, are_no_longer_than_steps_read) {
  if (tests::is_sanitized()) GTEST_SKIP() << "72 MB of JSON take too long";
  const tests::Scratch scratch;
  scratch.write("long.md", "<!-- stet spelling.unknown-word: " + std::string(6'000'000, '\1') +
                               " -->\n\nWe recieve you.\n");
  const auto ended =
      run_steps("galley scan -q $day long.md > p; galley report --format line p", scratch.path());
  EXPECT_EQ(ended.exit, 2);
  EXPECT_NE(ended.out.find("long.md:3:4:spelling.unknown-word"), std::string::npos) << ended.out;
  EXPECT_NE(ended.err.find("long.md: what is to be said of this article takes 72"),
            std::string::npos)
      << ended.err;
}

TEST(Summaries, of_many_articles_are_bounded_alike_in_a_check_and_in_steps) {
  const tests::Scratch scratch;
  for (int i = 0; i < 1100; ++i) scratch.write("many/" + std::to_string(i) + ".md", peel);
  scratch.write("many/prices.md", prices);
  const auto ended = run_steps(
      "galley check $day --format json many > check\n"
      "for k in 1 2 3; do galley scan $day --part $k/3 many > p$k; done\n"
      "ls many/* | galley scan $day --compared-from - > p4  # what is asked about, too\n"
      "galley reconcile $day --memory 4M p3 p4 p1 p2 > b; galley report --format json p* b > "
      "report\n"
      "cmp check report && grep -c '\"rule\":\"claims.contradiction' check",
      scratch.path());
  EXPECT_EQ(ended.out, "1000\n") << ended.err;
}

TEST(Summaries, of_one_article_are_bounded) {
  const tests::Scratch scratch;
  std::string text = "# Peels\n";
  for (int i = 0; i < 2000; ++i) text += "\nA chemical peel never causes redness.\n";
  for (int i = 0; i < 1200; ++i) text += "\nA chemical peel costs $" + std::to_string(i) + ".\n";
  scratch.write("often.md", text);
  const auto ended = run_steps(
      "galley scan $day often.md > p; grep -c '\"kind\":\"summary\"' p\n"
      "grep '\"kind\":\"summary\"' p | grep -m 1 'never causes' | grep -o '\"count\"' | wc -l",
      scratch.path());
  EXPECT_EQ(ended.out, "1000\n32\n") << ended.err;
}

}  // namespace
