// Every example on a page of the documentation does what the page says.
//
// A page is read from top to bottom: files that it shows are written into a fresh folder, commands
// in `console` blocks run there, and their output (both streams) must be the one that is shown.
// GALLEY_REWRITE=1 writes the output into the page.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>

#include "tests/docs/document.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

namespace fs = std::filesystem;

const std::string root = GALLEY_SOURCE_DIR;

std::vector<std::string> pages() {
  std::vector<std::string> found{"README.md", "linter/README.md"};
  for (const auto& entry : fs::recursive_directory_iterator(root + "/docs")) {
    if (entry.path().extension() == ".md")
      found.push_back(fs::relative(entry.path(), root).string());
  }
  std::erase_if(found, [](const auto& page) { return !fs::exists(root + '/' + page); });
  std::ranges::sort(found);
  return found;
}

class Page : public testing::TestWithParam<std::string> {
 protected:
  // The page with the outputs as they are now.
  std::string play(const std::string& page);

  tests::Scratch scratch;
};

std::string Page::play(const std::string& page) {
  std::string rewritten = page;
  std::ptrdiff_t moved = 0;
  for (const tests::Step& step : tests::steps_of(page)) {
    if (const auto* file = std::get_if<tests::ShownFile>(&step)) {
      scratch.write(file->name, file->text);
      continue;
    }
    const auto& shown = std::get<tests::ShownCommand>(step);
    const auto ended = tests::run_shell("exec 2>&1\n" + shown.command, scratch.path());
    const std::string output = tests::normalised(ended.out, scratch.path());
    if (tests::shows(shown.output, output)) continue;
    EXPECT_TRUE(tests::rewriting())
        << GetParam() << ':' << shown.line << ": $ " << shown.command << "\nshown:\n"
        << shown.output << "now:\n"
        << output;
    rewritten.replace(shown.begin + static_cast<std::size_t>(moved), shown.output.size(), output);
    moved += static_cast<std::ptrdiff_t>(output.size()) -
             static_cast<std::ptrdiff_t>(shown.output.size());
  }
  return rewritten;
}

TEST_P(Page, shows_what_galley_does) {
  const std::string path = root + '/' + GetParam();
  const std::string page = tests::read_file(path);
  const std::string now = play(page);
  if (tests::rewriting() && now != page) tests::write_file(path, now);
}

INSTANTIATE_TEST_SUITE_P(pages, Page, testing::ValuesIn(pages()), [](const auto& row) {
  std::string name = row.param;
  std::ranges::replace_if(
      name, [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; }, '_');
  return name;
});

TEST(Document, files_and_commands_in_their_order) {
  const std::string page =
      "# Page\n\n`a/b.md`:\n\n```markdown\ntext\n```\n\n```yaml\nnot: a file\n```\n\n"
      "```console\n$ galley check \\\n    a\none\ntwo\n$ galley explain x\n```\n\n"
      "````\n```console\n$ not run\n```\n````\n";
  const auto steps = tests::steps_of(page);
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(std::get<tests::ShownFile>(steps[0]).name, "a/b.md");
  EXPECT_EQ(std::get<tests::ShownFile>(steps[0]).text, "text\n");
  const auto& first = std::get<tests::ShownCommand>(steps[1]);
  EXPECT_EQ(first.command, "galley check \\\n    a");
  EXPECT_EQ(first.output, "one\ntwo\n");
  EXPECT_EQ(page.substr(first.begin, first.output.size()), first.output);
  EXPECT_EQ(std::get<tests::ShownCommand>(steps[2]).output, "");
}

TEST(Document, an_ellipsis_shows_any_lines) {
  EXPECT_TRUE(tests::shows("a\n…\nd\n", "a\nb\nc\nd\n"));
  EXPECT_TRUE(tests::shows("a\n…\n", "a\n"));
  EXPECT_TRUE(tests::shows("…\nb\n…\n", "a\nb\n"));
  EXPECT_FALSE(tests::shows("a\n…\nd\n", "a\nb\nc\n"));
  EXPECT_FALSE(tests::shows("a…\n", "ab\n"));
  EXPECT_TRUE(tests::shows("a…\n", "a…\n"));
}

}  // namespace
