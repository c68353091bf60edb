// The scripts behind action.yml, as a runner calls them: everything by the environment.
#include <filesystem>
#include <gtest/gtest.h>

#include "tests/ci/tools.h"
#include "tests/support/build.h"

namespace {

const std::string scripts = GALLEY_SOURCE_DIR "/scripts/ci";

// A machine on which apt-get, curl and sudo only say what they are asked.
constexpr const char* machine = R"(
mkdir bin
for program in apt-get curl sudo; do
  printf '#!/bin/sh\necho %s "$@" >>"%s/log"\n' $program "$PWD" >bin/$program
done
cat >>bin/curl <<'END'
while [ $# -gt 0 ]; do
  if [ "$1" = --output ]; then echo package >"$2"; fi
  shift
done
END
cat >>bin/sudo <<'END'
exec "$@"
END
chmod +x bin/*
export PATH="$PWD/bin:$PATH"
)";

tests::Ended install(const std::string& environment) {
  const tests::Scratch scratch;
  return tests::run_shell(machine + environment + " '" + scripts +
                              "/install'\nexit=$?\nsed 's#/tmp/[^/]*/#TMP/#' log\nexit $exit",
                          scratch.path());
}

TEST(Install, the_package_of_a_release) {
  const auto ended = install("GALLEY_REPOSITORY=owner/galley GALLEY_VERSION=v1.2.3");
  EXPECT_EQ(ended.exit, 0) << ended.err;
  EXPECT_NE(ended.out.find("https://github.com/owner/galley/releases/download/v1.2.3/"
                           "galley_1.2.3_"),
            std::string::npos)
      << ended.out;
  EXPECT_NE(ended.out.find("apt-get -qq install --yes --no-install-recommends TMP/galley.deb"),
            std::string::npos)
      << ended.out;
}

TEST(Install, a_package_with_its_digest) {
  const std::string digest = "$(echo package | sha256sum | cut -d' ' -f1)";
  EXPECT_EQ(install("GALLEY_PACKAGE=https://example.org/g.deb GALLEY_SHA256=" + digest).exit, 0);
  const auto other =
      install("GALLEY_PACKAGE=https://example.org/g.deb GALLEY_SHA256=" + std::string(64, '0'));
  EXPECT_EQ(other.exit, 2);
  EXPECT_NE(other.err.find("its digest differs"), std::string::npos) << other.err;
  EXPECT_EQ(other.out.find("apt-get"), std::string::npos) << other.out;
}

TEST(Install, what_is_no_release_is_refused) {
  for (const char* environment : {"GALLEY_REPOSITORY=owner/galley GALLEY_VERSION=main",
                                  "GALLEY_REPOSITORY=owner/galley GALLEY_VERSION='1.2.3;touch x'",
                                  "GALLEY_REPOSITORY='owner/galley/../x' GALLEY_VERSION=1.2.3",
                                  "GALLEY_VERSION=1.2.3", "GALLEY_PACKAGE=nowhere.deb", ""}) {
    const auto ended = install(environment);
    EXPECT_EQ(ended.exit, 2) << environment;
    EXPECT_TRUE(ended.err.contains("galley: ")) << environment;
    EXPECT_EQ(ended.out.find("apt-get"), std::string::npos) << environment;
  }
}

tests::Ended check(const tests::Scratch& scratch, const std::string& environment) {
  return tests::run_shell(environment + " '" + scripts + "/check'", scratch.path());
}

TEST(Check, annotations_summary_and_file) {
  const tests::Scratch scratch;
  scratch.write("a.md", "I recieve mail.\n");
  scratch.write("b.md", "I recieve mail.\n");
  const auto ended =
      check(scratch, "GITHUB_STEP_SUMMARY=summary.md GALLEY_SARIF=g.sarif GALLEY_PATHS='a.md\n'");
  EXPECT_EQ(ended.exit, 1) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("::error file=a.md,line=1,endLine=1,col=3,endColumn=10,"))
      << ended.out;
  EXPECT_EQ(ended.out.find("b.md"), std::string::npos);
  const auto files =
      tests::run_shell("head -n 1 summary.md; grep -c recieve g.sarif", scratch.path());
  EXPECT_EQ(files.out, "### galley: 1 error in 1 file\n1\n");
}

TEST(Check, values_stay_values) {
  const tests::Scratch scratch;
  scratch.write("a.md", "I recieve mail.\n");
  const auto all =
      check(scratch, "GALLEY_FAIL_ON=never GALLEY_ARGUMENTS='--quiet\n--pack\nhouse-style'");
  EXPECT_EQ(all.exit, 0) << all.out << all.err;
  const auto hostile = check(scratch, "GALLEY_PATHS='$(touch owned)\n; touch owned\n--help'");
  EXPECT_EQ(hostile.exit, 2) << hostile.out;
  EXPECT_EQ(tests::run_shell("ls owned", scratch.path()).exit, 2);
}

TEST(Build, tells_how_it_is_used_and_builds_nothing_else) {
  const std::string build = "'" GALLEY_SOURCE_DIR "/scripts/build'";
  const auto help = tests::run_shell(build + " --help", tests::build_folder());
  EXPECT_EQ(help.exit, 0) << help.err;
  EXPECT_TRUE(help.out.contains("usage: scripts/build PRESET")) << help.out;
  const auto unknown = tests::run_shell(build + " relase", tests::build_folder());
  EXPECT_EQ(unknown.exit, 2);
  EXPECT_EQ(unknown.err,
            "galley: there is no preset 'relase'; it is one of dev, release, bench, asan, tsan\n");
  EXPECT_FALSE(std::filesystem::exists(GALLEY_SOURCE_DIR "/build/relase"));
}

// scripts/test where building and testing only say so: BROKEN is a kind that cannot be built, FAILING one of which a
// test fails, EMPTY one without tests.
tests::Ended test_all(const std::string& environment) {
  const tests::Scratch scratch;
  scratch.write("scripts/build",
                "#!/bin/sh\necho \"$*\" >>built\n"
                "if [ $1 = \"$BROKEN\" ]; then echo \"$1 is broken\" >&2; exit 1; fi\n");
  scratch.write("bin/ctest",
                "#!/bin/sh\n"
                "if [ $2 = \"$EMPTY\" ]; then echo 'No tests were found!!!'; exit; fi\n"
                "failed=0; if [ $2 = \"$FAILING\" ]; then failed=1; fi\n"
                "echo \"x tests passed, $failed tests failed out of 5\"; exit $failed\n");
  return tests::run_shell("cp '" GALLEY_SOURCE_DIR
                          "/scripts/test' scripts; chmod +x scripts/* bin/*\n"
                          "export PATH=\"$PWD/bin:$PATH\" " +
                              environment +
                              "\nscripts/test all -R x; exit=$?; cat built >&2; exit $exit",
                          scratch.path());
}

TEST(Test, every_kind_is_built_and_tested) {
  const auto ended = test_all("BROKEN=none");
  EXPECT_EQ(ended.exit, 0) << ended.err;
  EXPECT_TRUE(ended.out.ends_with("\n15 passed, 0 failed\n")) << ended.out;
  EXPECT_TRUE(ended.err.ends_with("\nrelease\nasan\ntsan threaded\n")) << ended.err;
}

TEST(Test, what_fails_is_told_and_the_others_are_tested) {
  struct Row {
    const char* environment;
    int exit;
    const char* last_line;  // on standard output
    const char* says;       // on standard error
  };
  for (const Row& row :
       {Row{"BROKEN=asan", 1, "10 passed, 1 failed\n", "asan is broken\n"},
        Row{"BROKEN=asan", 1, "10 passed, 1 failed\n", "build/asan could not be built\n"},
        Row{"BROKEN=tsan", 1, "10 passed, 1 failed\n", "there are failures in build/tsan\n"},
        Row{"FAILING=release", 1, "14 passed, 1 failed\n", "failures in build/release\n"},
        Row{"FAILING=tsan BROKEN=asan", 1, "9 passed, 2 failed\n", "in build/asan build/tsan\n"},
        Row{"EMPTY=asan", 1, "10 passed, 1 failed\n", "no tests were run in build/asan\n"},
        Row{"BROKEN=release", 2, "", "build/release could not be built\n"}}) {
    const auto ended = test_all(row.environment);
    EXPECT_EQ(ended.exit, row.exit) << row.environment;
    EXPECT_TRUE(ended.out.ends_with(row.last_line)) << row.environment << '\n' << ended.out;
    EXPECT_TRUE(ended.err.contains(row.says)) << row.environment << '\n' << ended.err;
  }
}

TEST(Scripts, pass_shellcheck) {
  if (!tests::has_program("shellcheck")) GTEST_SKIP() << tests::without("shellcheck");
  const tests::Scratch scratch;
  const auto ended = tests::run_shell("cd '" GALLEY_SOURCE_DIR
                                      "' && shellcheck scripts/ci/* scripts/build "
                                      "scripts/test scripts/galley .ci/run",
                                      scratch.path());
  EXPECT_EQ(ended.exit, 0) << ended.out;
}

}  // namespace
