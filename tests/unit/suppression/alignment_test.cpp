// The fewest changes between two runs of words.
#include "linter/suppression/alignment.h"

#include <gtest/gtest.h>

namespace linter::suppression {
namespace {

using Words = std::vector<std::uint32_t>;

struct AlignmentCase {
  const char* name;
  Words wanted;
  Words found;
  int changes;    // -1: more than two
  int begin = 0;  // of the part of `found`
  int end = 0;
};

class Alignments : public testing::TestWithParam<AlignmentCase> {};

TEST_P(Alignments, find_the_best_part) {
  const AlignmentCase& row = GetParam();
  const auto aligned = align(row.wanted, row.found, 2);
  ASSERT_EQ(aligned.has_value(), row.changes >= 0);
  if (!aligned) return;
  EXPECT_EQ(aligned->changes, static_cast<std::uint32_t>(row.changes));
  Words wanted;
  Words found;
  for (const Pairing& pair : aligned->pairings) {
    if (pair.wanted != no_word) wanted.push_back(pair.wanted);
    if (pair.found != no_word) found.push_back(pair.found);
  }
  EXPECT_EQ(wanted.size(), row.wanted.size());
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front(), static_cast<std::uint32_t>(row.begin));
  EXPECT_EQ(found.back() + 1, static_cast<std::uint32_t>(row.end));
}

INSTANTIATE_TEST_SUITE_P(
    table, Alignments,
    testing::Values(AlignmentCase{"equal", {1, 2, 3}, {1, 2, 3}, 0, 0, 3},
                    AlignmentCase{"within", {1, 2, 3}, {9, 1, 2, 3, 8}, 0, 1, 4},
                    AlignmentCase{"replaced", {1, 2, 3}, {9, 1, 7, 3}, 1, 1, 4},
                    AlignmentCase{"left_out", {1, 2, 3}, {9, 1, 3}, 1, 1, 3},
                    AlignmentCase{"put_in", {1, 2, 3, 4}, {1, 2, 9, 3, 4}, 1, 0, 5},
                    AlignmentCase{"too_far", {1, 2, 3}, {4, 5, 6}, -1}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::suppression
