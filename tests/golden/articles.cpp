// Every article of corpus/ has a file beside it that says what galley finds in it.
//
// "peel.md.findings" holds one finding a line: line:column:severity:rule:text, with line ends in
// the text written as spaces. GALLEY_REWRITE=1 writes them anew.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>

#include "linter/base/files.h"
#include "linter/base/utf8.h"
#include "linter/prose/formats.h"
#include "tests/golden/corpus.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"

namespace {

namespace fs = std::filesystem;
using linter::findings::Finding;
using linter::findings::Location;
using linter::findings::Outcome;
using tests::corpus;

const Outcome& whole_corpus() {
  static const Outcome outcome = tests::checked(corpus, {"."}, 2);
  return outcome;
}

std::vector<std::string> articles() {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
    const std::string path = fs::relative(entry.path(), corpus).string();
    if (linter::prose::format_for_path(path) != nullptr && path != "README.md")
      found.push_back(path);
  }
  std::ranges::sort(found);
  return found;
}

std::string one_line(std::string text) {
  std::erase(text, '\r');
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string line_of(const Finding& finding) {
  const Location& at = finding.location;
  return std::to_string(at.begin.line) + ':' + std::to_string(at.begin.column) + ':' +
         std::string(name(finding.severity)) + ':' + finding.rule + ':' + one_line(at.text) + '\n';
}

// By article.
std::map<std::string, std::string> lines_of(const Outcome& outcome) {
  std::map<std::string, std::string> lines;
  for (const Finding& finding : outcome.findings) lines[finding.location.file] += line_of(finding);
  return lines;
}

// The articles whose findings somebody has gone through.
std::vector<std::string> reviewed_articles() {
  std::vector<std::string> found = articles();
  std::erase_if(found, [](const std::string& article) {
    return !tests::rewriting() && !fs::exists(corpus + '/' + article + ".findings");
  });
  return found;
}

class Article : public testing::TestWithParam<std::string> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Article);

TEST_P(Article, has_the_findings_beside_it) {
  auto lines = lines_of(whole_corpus());
  tests::expect_golden(corpus + '/' + GetParam() + ".findings", lines[GetParam()]);
}

INSTANTIATE_TEST_SUITE_P(
    corpus, Article, testing::ValuesIn(reviewed_articles()), [](const auto& row) {
      std::string name = row.param;
      std::ranges::replace_if(
          name, [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; },
          '_');
      return name;
    });

TEST(Corpus, has_enough_articles_and_is_read_without_errors) {
  EXPECT_GE(articles().size(), 24U);
  for (const auto& error : whole_corpus().errors) {
    ADD_FAILURE() << error.file << ':' << error.line << ": " << error.message;
  }
}

// Where a byte offset stands, counted from the start of the file.
linter::source::Position position_of(std::string_view bytes, std::size_t offset) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    offset -= 3;
  }
  const std::string_view before = bytes.substr(0, offset);
  const auto lines = std::ranges::count(before, '\n');
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  return {static_cast<std::uint32_t>(lines + 1),
          static_cast<std::uint32_t>(linter::base::count_code_points(line) + 1)};
}

void expect_exact(const Location& location) {
  const std::string bytes = tests::read_file(corpus + '/' + location.file);
  ASSERT_LE(location.span.end, bytes.size()) << location.file;
  EXPECT_EQ(location.span.of(bytes), location.text) << location.file;
  EXPECT_EQ(location.begin, position_of(bytes, location.span.begin)) << location.text;
  EXPECT_EQ(location.end, position_of(bytes, location.span.end)) << location.text;
}

TEST(Corpus, every_finding_stands_where_it_says) {
  EXPECT_FALSE(whole_corpus().findings.empty());
  for (const Finding& finding : whole_corpus().findings) {
    expect_exact(finding.location);
    for (const auto& related : finding.related) {
      if (fs::exists(corpus + '/' + related.location.file)) expect_exact(related.location);
    }
  }
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\n' && !out.ends_with('\r')) out += '\r';
    out += letter;
  }
  return out;
}

TEST(Corpus, line_ends_of_either_kind_give_the_same_findings) {
  const tests::Scratch scratch;
  for (const std::string& article : articles()) {
    scratch.write(article, with_crlf(tests::read_file(corpus + '/' + article)));
  }
  for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
    if (entry.path().filename() != ".galley.yaml") continue;
    scratch.write(fs::relative(entry.path(), corpus).string(),
                  tests::read_file(entry.path().string()));
  }
  auto expected = lines_of(whole_corpus());
  expected.erase("README.md");
  EXPECT_EQ(lines_of(tests::checked(scratch.path(), {"."}, 2)), expected);
}

// What the packs compile to was kept by the check of the whole corpus, if not before.
TEST(Corpus, packs_that_were_kept_give_the_same_report_as_packs_compiled_anew) {
  EXPECT_FALSE(whole_corpus().findings.empty());
  const Outcome anew = tests::checked_anew(corpus, {"microneedling"});
  EXPECT_GT(anew.findings.size(), 20U);
  EXPECT_EQ(tests::as_json(tests::checked(corpus, {"microneedling"}, 1)), tests::as_json(anew));
}

}  // namespace
