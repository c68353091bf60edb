#include "linter/run/regions.h"

#include <gtest/gtest.h>

namespace linter::run {
namespace {

constexpr std::string_view text = "one\ntwo\n\nthree\nfour\n\nfive\n";

struct Case {
  const char* name;
  std::vector<repository::Hunk> hunks;
  std::string_view before;
  std::string_view after;
  std::vector<int> old_lines;  // the region of each, -1 for none
  std::vector<int> new_lines;
};

class RegionsOf : public testing::TestWithParam<Case> {};

int shown(std::uint32_t region) {
  return region == Regions::outside ? -1 : static_cast<int>(region);
}

TEST_P(RegionsOf, go_from_blank_line_to_blank_line) {
  const Case& given = GetParam();
  const Regions regions(given.before, given.after, given.hunks);
  for (std::size_t line = 1; line <= given.old_lines.size(); ++line)
    EXPECT_EQ(shown(regions.of_old(static_cast<std::uint32_t>(line))), given.old_lines[line - 1])
        << "old line " << line;
  for (std::size_t line = 1; line <= given.new_lines.size(); ++line)
    EXPECT_EQ(shown(regions.of_new(static_cast<std::uint32_t>(line))), given.new_lines[line - 1])
        << "new line " << line;
}

INSTANTIATE_TEST_SUITE_P(
    Table, RegionsOf,
    testing::Values(
        Case{"nothing", {}, text, text, {-1, -1}, {-1, -1}},
        Case{"a_line", {{2, 1, 2, 1}}, text, text, {0, 0, -1, -1}, {0, 0, -1, -1, -1, -1, -1, -1}},
        Case{"two_paragraphs",
             {{1, 1, 1, 1}, {7, 1, 7, 1}},
             text,
             text,
             {0, 0, -1, -1, -1, -1, 1, -1},
             {0, 0, -1, -1, -1, -1, 1, -1}},
        Case{"two_lines_of_one",
             {{4, 1, 4, 1}, {5, 1, 5, 1}},
             text,
             text,
             {-1, -1, -1, 0, 0, -1},
             {-1, -1, -1, 0, 0, -1}},
        Case{"line_taken_out",
             {{2, 1, 2, 0}},
             text,
             "one\n\nthree\nfour\n\nfive\n",
             {0, 0, -1, -1},
             {0, -1, -1}},
        Case{"all_new", {{1, 0, 1, 2}}, "", "one\ntwo\n", {}, {0, 0, -1}},
        Case{"all_gone", {{1, 2, 1, 0}}, "one\ntwo\n", "", {0, 0, -1}, {}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::run
