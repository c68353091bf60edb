// scripts/cluster/dask_check.py on a local cluster, of which one worker is killed while it scans,
// and one part never ends.
#include <gtest/gtest.h>

#include "tests/scale/articles.h"

namespace {

using tests::run_steps;

TEST(Dask, gives_what_one_check_gives_though_a_worker_is_killed_and_a_part_hangs) {
#ifdef GALLEY_SANITIZED
  GTEST_SKIP()
      << "the script is tried with the optimised program; what it runs is in the other tests";
#endif
  const tests::Scratch scratch;
  const auto python = run_steps(
      "for p in python3 /usr/bin/python3; do $p -c 'import distributed' && echo $p && break; done",
      scratch.path());
  if (python.out.empty()) GTEST_SKIP() << "python3-distributed is not installed";
  tests::write_project(scratch, 5, 40);
  scratch.write(".galley-baseline", "");
  const auto check =
      run_steps("galley check $day --format json articles archive loose", scratch.path());
  const auto ended = run_steps(
      tests::lines_of(python.out).front() +
          " " GALLEY_SOURCE_DIR "/tests/scale/dask_local.py " GALLEY_SOURCE_DIR
          "/scripts/cluster/dask_check.py " GALLEY_BUILD_DIR "/galley articles archive loose",
      scratch.path());
  EXPECT_EQ(ended.exit, check.exit) << ended.err;
  EXPECT_NE(ended.err.find("killed a worker"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("a part hung"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("40 of 40 articles"), std::string::npos) << ended.err;
  EXPECT_TRUE(ended.out == check.out) << ended.out << ended.err;
}

}  // namespace
