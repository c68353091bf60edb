// scripts/cluster/dask_check.py: on a local cluster, of which one worker is killed while it scans,
// and one part never ends; and by itself, with a stand-in for Dask.
#include <gtest/gtest.h>

#include "tests/scale/articles.h"
#include "tests/support/build.h"

namespace {

using tests::run_steps;

TEST(Dask, gives_what_one_check_gives_though_a_worker_is_killed_and_a_part_hangs) {
  if (tests::is_sanitized()) {
    GTEST_SKIP()
        << "the script is tried with the optimised program; what it runs is in the other tests";
  }
  const tests::Scratch scratch;
  const auto python = run_steps(
      "for p in python3 /usr/bin/python3; do $p -c 'import distributed' && echo $p && break; done",
      scratch.path());
  if (python.out.empty()) GTEST_SKIP() << "python3-distributed is not installed";
  tests::write_project(scratch, 5, 40);
  scratch.write(".galley-baseline", "");
  const auto check =
      run_steps("galley check $day --format json articles archive loose", scratch.path());
  const auto ended =
      run_steps(tests::lines_of(python.out).front() +
                    " " GALLEY_SOURCE_DIR "/tests/scale/dask_local.py " GALLEY_SOURCE_DIR
                    "/scripts/cluster/dask_check.py " +
                    tests::build_folder() + "/galley articles archive loose",
                scratch.path());
  EXPECT_EQ(ended.exit, check.exit) << ended.err;
  EXPECT_NE(ended.err.find("killed a worker"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("a part hung"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("40 of 40 articles"), std::string::npos) << ended.err;
  EXPECT_TRUE(ended.out == check.out) << ended.out << ended.err;
}

struct DaskCase {
  const char* name;
  const char* script;  // $dask runs the script; what it runs is written into ran, a line each
  int exit;
  const char* says;  // on standard error
};

class DaskAlone : public testing::TestWithParam<DaskCase> {};

TEST_P(DaskAlone, ends_as_it_should) {
  if (tests::is_sanitized()) GTEST_SKIP() << "as above";
  const tests::Scratch scratch;
  scratch.write("articles/peel.md", "# Peels\n\nA chemical peel never causes redness.\n");
  scratch.write("articles/caf\xE9.md", "We recieve you.\n");
  scratch.write("articles/caf\xEF\xBF\xBD.md", "We seperate you.\n");
  scratch.write("articles/.galleyignore", "caf\xEF\xBF\xBD.md\n");
  scratch.write("wrapped", "#!/bin/sh\necho \"$# $*\" >> ran\nexec galley \"$@\"\n");
  scratch.write("hanging",
                "#!/bin/sh\ntest \"$1\" = scan && > begun && exec sleep 60\nexec galley \"$@\"\n");
  const auto ended = run_steps(
      std::string("chmod +x wrapped hanging; PYTHONDONTWRITEBYTECODE=1\n"
                  "export PYTHONDONTWRITEBYTECODE PYTHONPATH=" GALLEY_SOURCE_DIR
                  "/tests/scale/alone\n"
                  "check=" GALLEY_SOURCE_DIR "/scripts/cluster/dask_check.py\n"
                  "dask=\"python3 $check --galley ./wrapped $day\"\n") +
          GetParam().script +
          "\ncode=$?; ls -d .galley-* 2> left && echo a work folder is left >&2; exit $code",
      scratch.path());
  EXPECT_EQ(ended.exit, GetParam().exit) << ended.out << ended.err;
  EXPECT_NE(ended.err.find(GetParam().says), std::string::npos) << ended.out << ended.err;
  EXPECT_EQ(ended.err.find("a work folder is left"), std::string::npos) << ended.err;
}

INSTANTIATE_TEST_SUITE_P(
    Table, DaskAlone,
    testing::Values(
        DaskCase{
            "names_are_taken_byte_for_byte",
            "galley check $day --format json articles > checked\n"
            "$dask --scheduler here articles -- --format json > report; test $? = 1 || exit 9\n"
            "cmp report checked && grep -q recieve report",
            0, "2 of 2 articles"},
        DaskCase{
            "parts_are_cut_by_all_articles",
            "echo 'corpus: [articles/]' > .galley.yaml\n"
            "for i in $(seq 64); do cp articles/peel.md articles/$i.md; done\n"
            "$dask --scheduler here --parts 8 articles/peel.md > report; test $? = 1 || exit 9\n"
            "grep -c ' scan ' ran >&2",
            0, "\n9\n"},
        DaskCase{"records_are_no_arguments",
                 "for i in $(seq 30); do cp articles/peel.md articles/$i.md; done\n"
                 "$dask --scheduler here --parts 30 articles > report; test $? = 1 || exit 9\n"
                 "grep -c ' scan ' ran >&2; sort -rn ran | head -n 1 | cut -d' ' -f 1 >&2",
                 0, "\n16\n6\n"},
        DaskCase{"options_of_the_report_are_refused_first",
                 "$dask --scheduler here articles -- --format nope; code=$?\n"
                 "grep -q ' scan ' ran && code=9; exit $code",
                 2, "'nope' is not one of"},
        DaskCase{"reports_that_cannot_be_written_are_refused_first",
                 "for place in '-o nowhere/x' '--output=nowhere/x' '--report json=nowhere/x'; do\n"
                 "$dask --scheduler here articles -- $place; test $? = 2 || exit 9\n"
                 "done; test ! -e ran",
                 0, "the report nowhere/x cannot be written: there is no folder nowhere"},
        DaskCase{"a_baseline_that_is_not_there_is_told_first",
                 "$dask --scheduler here articles -- --baseline nope; test $? = 2 && test ! -e ran",
                 0, "nope: there is no such baseline"},
        DaskCase{"a_day_that_is_none_is_refused_first",
                 "$dask --scheduler here --today yesterday articles; code=$?\n"
                 "grep -q ' scan ' ran && code=9; exit $code",
                 2, "'yesterday' is not a date"},
        DaskCase{"numbers_below_zero", "$dask --scheduler here --time-limit -5 articles", 2,
                 "argument --time-limit: -5 is below 0"},
        DaskCase{"a_worker_that_does_not_see_the_work_folder",
                 "cd $(dirname $check); PYTHONPATH=. python3 -c \"import dask_check; "
                 "dask_check.scan('galley', [], '/tmp', ['a.md'], '--files-from=-', "
                 "'/nonexistent/part', 0)\"",
                 1, "a worker does not see the folder /nonexistent: name one with --work"},
        DaskCase{
            "a_work_folder_that_is_not_there", "$dask --scheduler here --work nowhere articles", 2,
            "nowhere takes no records (No such file or directory): name another one with --work"},
        DaskCase{"its_own_failure", "$dask --scheduler broken articles", 3,
                 "dask_check.py: this should not have happened: ValueError: no such thing"},
        DaskCase{"no_worker", "$dask --scheduler empty articles > report; test $? = 1", 0,
                 "galley: there is no worker; waiting for one"},
        DaskCase{"ended_by_a_signal",
                 "python3 $check --galley ./hanging $day --scheduler here articles &\n"
                 "while [ ! -e begun ] && kill -0 $!; do sleep 0.1; done\n"
                 "kill -TERM $!; wait $!",
                 130, "galley: interrupted; nothing is reported"}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
