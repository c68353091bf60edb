// Reports of a real run, read by the tools that they are for, else held against what is published.
//
//   SARIF           Microsoft's validator, with the schema of OASIS; GitHub's limits, links, places
//   github          the grammar that GitHub's runner reads, line by line
//   GitLab          its documentation of the report: fields, severities, one fingerprint each
//   Checkstyle      xmllint, and the attributes that readers ask for
//   JUnit           junitparser, which counts the cases anew
//   rdjson, rdjsonl reviewdog's proto: fields, severities, columns in bytes, ranges of suggestions
//   markdown        cmark-gfm, GitHub's own renderer: one row a finding, and nothing but a table
#include <gtest/gtest.h>

#include "tests/ci/tools.h"

namespace {

// Debian's own Python, which sees Debian's packages.
const std::string reader = "/usr/bin/python3 '" GALLEY_SOURCE_DIR "/tests/ci/read_reports.py'";

// Articles with something of everything: misspelt words, claims, a contradiction, names and words
// that mean something in the formats.
class Consumers : public testing::Test {
 protected:
  void SetUp() override {
    scratch.write("content/.galley.yaml", "packs: [default, ./house.yaml]\n");
    scratch.write("content/house.yaml",
                  "pack: house\nrules:\n  - {rule: peel, kind: existence, message: 'Not “{match}”, "
                  "100% <b>&amp;</b>.', severity: suggestion, patterns: [peel]}\n");
    scratch.write(
        "content/a b & c.md",
        "# Peels\n\nA chemical peel is completely painless, and we recieve alot of mail.\n\n"
        "A chemical peel has no side effects.\n\nÄ “recieve” ]]> %0A::error::x <x> & y.\n");
    scratch.write("content/faq.md", "# FAQ\n\nA chemical peel causes redness and swelling.\n");
    scratch.write("content/broken.md", std::string("\xFF\xFE\x00x", 4));
    const auto ended = tests::run_shell(
        "mkdir .git && galley check content --report sarif=galley.sarif --report junit=galley.xml "
        "--report checkstyle=checkstyle.xml --report gitlab=gitlab.json --report rdjson=rd.json "
        "--report rdjsonl=rd.jsonl --report markdown=comment.md --report github",
        scratch.path());
    ASSERT_EQ(ended.exit, 2) << ended.err;
    github = ended.out;
  }

  // What a program says of the reports, which it must like.
  std::string asked(const std::string& script) const {
    const auto ended = tests::run_shell(script, scratch.path());
    EXPECT_EQ(ended.exit, 0) << ended.out << ended.err;
    return ended.out;
  }

  tests::Scratch scratch;
  std::string github;
};

TEST_F(Consumers, xmllint_reads_the_xml) {
  if (!tests::has_program("xmllint")) GTEST_SKIP() << tests::without("xmllint");
  asked("xmllint --noout --nonet galley.xml checkstyle.xml");
  EXPECT_EQ(asked("xmllint --xpath 'string(/checkstyle/file[1]/@name)' checkstyle.xml"),
            "content/a b & c.md\n");
  EXPECT_EQ(asked("xmllint --xpath 'count(//error[@source and @line and @severity and @message])="
                  "count(//error)' checkstyle.xml"),
            "true\n");
}

TEST_F(Consumers, junitparser_counts_the_cases) {
  const bool there =
      tests::run_shell("/usr/bin/python3 -c 'import junitparser'", scratch.path()).exit == 0;
  if (!there) GTEST_SKIP() << tests::without("python3-junitparser");
  EXPECT_EQ(asked(reader + " junit"), "True True\nTrue 1\nTrue\n");
}

// What the formats ask for and no schema that can be had here says: GitLab's documentation of the
// Code Quality report, reviewdog's proto, GitHub's limits for SARIF.
TEST_F(Consumers, json_has_what_the_formats_ask_for) {
  EXPECT_EQ(asked(reader + " values"), "True\n");
}

TEST_F(Consumers, cmark_gfm_shows_a_table_and_nothing_of_an_article_in_it) {
  if (!tests::has_program("cmark-gfm")) GTEST_SKIP() << tests::without("cmark-gfm");
  asked("cmark-gfm --unsafe --extension table --extension autolink comment.md > comment.html");
  EXPECT_EQ(asked(reader + " comment"), "True\n");
}

// GitHub's runner: a line that begins with "::" is a command, its values percent-encoded.
TEST_F(Consumers, workflow_commands_are_those_of_galley_alone) {
  scratch.write("github.txt", github);
  EXPECT_EQ(asked(reader + " commands"), "True\n");
}

// Microsoft's validator: `npm install --global @microsoft/sarif-multitool`, 100 MB.
TEST_F(Consumers, the_sarif_multitool_has_no_objection) {
  if (!tests::has_program("sarif-multitool"))
    GTEST_SKIP() << "the npm package @microsoft/sarif-multitool is not installed";
  asked(
      "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 sarif-multitool validate galley.sarif "
      "--output said.sarif --log ForceOverwrite");
  EXPECT_EQ(asked(reader + " multitool"), "[]\n");
}

}  // namespace
