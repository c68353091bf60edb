#include "linter/suppression/baseline.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace linter::suppression {
namespace {

findings::Finding finding(std::string file, std::string rule, std::string text) {
  findings::Finding made;
  made.location.file = std::move(file);
  made.rule = std::move(rule);
  made.location.text = text;
  made.identity = text + " in a sentence";
  return made;
}

std::string name_of(const std::string& file) {
  return file;
}

constexpr const char* digest = "0123456789abcdef";

struct Line {
  const char* name;
  std::string text;
  std::size_t entries;
  std::uint32_t error_line;  // 0: none
};

class BaselineLines : public testing::TestWithParam<Line> {};

TEST_P(BaselineLines, are_read_strictly) {
  const auto loaded = read_baseline(GetParam().text, "b");
  EXPECT_EQ(loaded.value.size(), GetParam().entries);
  EXPECT_EQ(loaded.errors.empty() ? 0 : loaded.errors.front().line, GetParam().error_line);
}

std::string line(const std::string& file, const std::string& words, const std::string& count) {
  return file + "\tp.r\t" + words + '\t' + count + '\n';
}

INSTANTIATE_TEST_SUITE_P(
    Table, BaselineLines,
    testing::Values(Line{"nothing", "", 0, 0}, Line{"comment", "# c\n\n", 0, 0},
                    Line{"one", line("a.md", digest, "1"), 1, 0},
                    Line{"carriage_return", "a.md\tp.r\t0123456789abcdef\t1\r\n", 1, 0},
                    Line{"no_line_end", "a.md\tp.r\t0123456789abcdef\t1", 1, 0},
                    Line{"again", line("a", digest, "2") + line("a", digest, "1"), 1, 0},
                    Line{"conflict", "<<<<<<< HEAD\n" + line("a", digest, "2"), 1, 1},
                    Line{"zero", line("a.md", digest, "0"), 0, 1},
                    Line{"negative", line("a.md", digest, "-1"), 0, 1},
                    Line{"too_many", line("a.md", digest, "99999999999"), 0, 1},
                    Line{"short_digest", line("a.md", "0123", "1"), 0, 1},
                    Line{"no_file", line("", digest, "1"), 0, 1},
                    Line{"columns", "a.md p.r 0123456789abcdef 1\n", 0, 1}),
    [](const auto& row) { return row.param.name; });

TEST(Baseline, comes_back_from_its_text) {
  const std::vector<findings::Finding> found{
      finding("b.md", "p.r", "Word"), finding("a\tb\n%41.md", "p.r", "word"),
      finding("b.md", "p.r", "wOrd"), finding("b.md", "q.r", "word")};
  const Baseline made = baseline_of(found, name_of);
  ASSERT_EQ(made.size(), 3U);
  const auto loaded = read_baseline(write_baseline(made), "b");
  EXPECT_TRUE(loaded.errors.empty());
  ASSERT_EQ(loaded.value.size(), 3U);
  EXPECT_EQ(loaded.value[0].file, "a\tb\n%41.md");
  EXPECT_EQ(loaded.value[1].count, 2U) << "capitals do not tell";
  EXPECT_EQ(write_baseline(loaded.value), write_baseline(made));
}

TEST(Baseline, of_two_lines_for_the_same_the_smaller_count_holds) {
  const auto loaded = read_baseline(line("a", digest, "3") + line("a", digest, "2"), "b");
  ASSERT_EQ(loaded.value.size(), 1U);
  EXPECT_EQ(loaded.value.front().count, 2U);
}

// How many of `found` are silenced by the baseline of `before`.
std::size_t silenced(const std::vector<findings::Finding>& before,
                     std::vector<findings::Finding> found, FileState state) {
  Baseline baseline = baseline_of(before, name_of);
  std::vector<findings::Finding*> pointers;
  for (auto& one : found) pointers.push_back(&one);
  apply_baseline(baseline, pointers, name_of, [&](const std::string&) { return state; });
  return static_cast<std::size_t>(std::ranges::count_if(
      found, [](const auto& one) { return one.suppressed == baseline_reason; }));
}

TEST(Baseline, silences_as_many_as_it_counts) {
  const auto one = finding("a.md", "p.r", "word");
  const auto moved = finding("b.md", "p.r", "word");
  EXPECT_EQ(silenced({one}, {one, one}, FileState::checked), 1U);
  EXPECT_EQ(silenced({one, one}, {one}, FileState::checked), 1U);
  EXPECT_EQ(silenced({one}, {moved}, FileState::checked), 0U);
  EXPECT_EQ(silenced({one}, {moved, moved}, FileState::gone), 1U) << "renamed";
  EXPECT_EQ(silenced({one}, {finding("a.md", "p.s", "word")}, FileState::checked), 0U);
}

}  // namespace
}  // namespace linter::suppression
