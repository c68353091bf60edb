// galley check --fix over whole folders, from outside.
#include <filesystem>
#include <gtest/gtest.h>

#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

namespace fs = std::filesystem;

// Every article that is shipped, with its slips: one run reaches the end, and the patch is what it
// wrote.
TEST(Fixing, OfWholeFoldersReachesItsEndInOneRun) {
  const tests::Scratch scratch;
  fs::copy(GALLEY_SOURCE_DIR "/corpus", scratch.path() + "/once", fs::copy_options::recursive);
  scratch.write("once/slips.md",
                "The the the end. It is is is so.\n\nIt is part of\nof teh teh skin.\n");
  const auto ended = tests::run_shell(
      "cp -r once twice && cp -r once patched && cp -r once before\n"
      "(cd once && galley check --fix -q --exit-zero .) > /dev/null 2> said\n"
      "(cd twice && galley check --fix -q --exit-zero . && galley check --fix -q --exit-zero .) "
      "> /dev/null 2>&1\n"
      "(cd patched && galley check --diff -q . > ../patch; patch -p1 -s < ../patch)\n"
      "grep -c corrections said\n"
      "diff -r once twice && diff -r once patched && ! diff -rq before once > /dev/null",
      scratch.path());
  EXPECT_EQ(ended.out, "1\n");
  EXPECT_EQ(ended.exit, 0) << ended.err;
}

}  // namespace
