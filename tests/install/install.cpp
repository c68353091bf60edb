// What is installed works on its own: from a prefix, and from the Debian package.
#include <filesystem>
#include <gtest/gtest.h>
#include <utility>

#include "tests/support/build.h"
#include "tests/support/golden.h"
#include "tests/support/process.h"
#include "tests/support/scratch.h"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view article = "# Peels\n\nSome people feel a completly new prickle.\n";

class Installed : public testing::Test {
 protected:
  tests::Ended shell(const std::string& script) const {
    return tests::run({.arguments = {"sh", "-ec", script},
                       .folder = scratch.path(),
                       .limit = std::chrono::seconds(300)});
  }

  // What each C++ library throws is caught, also through the C library (patterns are compiled
  // once): the program's own copy of the compiler's library must get on with what unwinds the
  // stack.
  void expect_caught(const std::string& prefix) const {
    scratch.write("faults/pack.yaml",
                  "pack: bad\nrules:\n  - {rule: one, kind: existence, message: m, patterns: "
                  "['(?<=a+)b', '(']}\n");
    scratch.write("faults/none.yaml", "");
    scratch.write("faults/yaml.yaml", "rules: [\n");
    scratch.write("faults/toml.md", "+++\ntitle = [\n+++\n\nPlain words.\n");
    for (const auto& [arguments, code] :
         {std::pair{"check --config faults/none.yaml --pack faults/pack.yaml", "[bad-pattern]"},
          std::pair{"check --config faults/yaml.yaml", "[bad-yaml]"},
          std::pair{"check --config faults/none.yaml faults/toml.md", "[bad-front-matter]"},
          std::pair{"check --no-such-option", "[bad-usage]"}}) {
      const auto ended = shell(prefix + "/bin/galley " + arguments);
      EXPECT_EQ(ended.exit, 2) << arguments;
      EXPECT_NE(ended.err.find(code), std::string::npos) << arguments << ended.err;
    }
  }

  // The galley below `prefix` finds its data and a misspelt word.
  void expect_working(const std::string& prefix) const {
    expect_caught(prefix);
    scratch.write("article.md", article);
    const auto ended = shell(prefix + "/bin/galley check --format line article.md");
    EXPECT_EQ(ended.exit, 1);
    EXPECT_EQ(ended.err, "");
    EXPECT_TRUE(ended.out.starts_with("article.md:3:20:spelling.unknown-word:")) << ended.out;
  }

  void expect_files(const std::string& prefix) const {
    for (const char* file :
         {"share/galley/policies/plain-english/pack.yaml", "share/galley/words/en_US.words",
          "share/galley/words/en_US.near", "share/man/man1/galley.1",
          "share/bash-completion/completions/galley", "share/zsh/vendor-completions/_galley",
          "share/fish/vendor_completions.d/galley.fish", "share/doc/galley/copyright",
          "share/doc/galley/README.md"}) {
      const fs::path path = fs::path(scratch.path()) / prefix / file;
      EXPECT_TRUE(fs::exists(path) && fs::file_size(path) > 0) << path;
    }
  }

  tests::Scratch scratch;
};

TEST_F(Installed, below_a_prefix) {
  const auto ended = shell("cmake --install " + tests::build_folder() + " --prefix \"$PWD/usr\"");
  ASSERT_EQ(ended.exit, 0) << ended.out << ended.err;
  expect_files("usr");
  expect_working("usr");
  fs::rename(scratch.path() + "/usr", scratch.path() + "/moved");
  expect_working("moved");
}

TEST_F(Installed, from_the_debian_package) {
  const auto ended = shell("cpack --config " + tests::build_folder() +
                           "/CPackConfig.cmake -B . && "
                           "dpkg-deb -x galley_*.deb root && dpkg-deb -f galley_*.deb");
  ASSERT_EQ(ended.exit, 0) << ended.out << ended.err;
  EXPECT_NE(ended.out.find("Package: galley\n"), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("hunspell-en-us"), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("libc6"), std::string::npos) << ended.out;
  expect_files("root/usr");
  expect_working("root/usr");
}

TEST_F(Installed, data_folder_of_the_environment) {
  const auto missing = shell("GALLEY_DATA=/nowhere " + tests::build_folder() + "/galley check .");
  EXPECT_EQ(missing.exit, 2);
  EXPECT_NE(missing.err.find("GALLEY_DATA"), std::string::npos) << missing.err;
  scratch.write("article.md", article);
  const auto ended =
      shell("cp -rL " + tests::build_folder() + "/data data; cp " + tests::build_folder() +
            "/galley alone; GALLEY_DATA=data ./alone check --format line article.md");
  EXPECT_EQ(ended.exit, 1) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("article.md:3:20:spelling.unknown-word:")) << ended.out;
}

}  // namespace
