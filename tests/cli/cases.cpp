// Every folder of tests/cli/cases is a command line and what comes of it.
//
//   command   shell lines, run in a fresh folder with galley on PATH
//   input/    files that are copied there first (optional)
//   stdout, stderr, exit   what is expected; a file that is missing stands for nothing, and 0
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

namespace fs = std::filesystem;

const std::string cases = GALLEY_SOURCE_DIR "/tests/cli/cases";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(cases)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

// A golden file that is there only when there is something to say.
void expect_said(const std::string& path, const std::string& said, const std::string& otherwise) {
  if (said != otherwise || (fs::exists(path) && !tests::rewriting())) {
    tests::expect_golden(path, said);
  } else {
    fs::remove(path);
  }
}

class CommandLine : public testing::TestWithParam<std::string> {};

TEST_P(CommandLine, says_and_exits_as_expected) {
  const std::string folder = cases + '/' + GetParam();
  const tests::Scratch scratch;
  if (fs::exists(folder + "/input")) {
    fs::copy(folder + "/input", scratch.path(),
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }
  const auto ended = tests::run_shell(tests::read_file(folder + "/command"), scratch.path());
  EXPECT_FALSE(ended.timed_out);
  expect_said(folder + "/stdout", tests::normalised(ended.out, scratch.path()), "");
  expect_said(folder + "/stderr", tests::normalised(ended.err, scratch.path()), "");
  expect_said(folder + "/exit", std::to_string(ended.exit) + '\n', "0\n");
}

INSTANTIATE_TEST_SUITE_P(cases, CommandLine, testing::ValuesIn(case_names()),
                         [](const auto& row) { return row.param; });

}  // namespace
