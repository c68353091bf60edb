#include "linter/commands/progress.h"

#include <gtest/gtest.h>

namespace linter::commands {
namespace {

using std::chrono::milliseconds;

TEST(ProgressLine, is_quiet_in_the_first_second_and_then_at_most_ten_times_a_second) {
  std::string said;
  const auto start = ProgressLine::Clock::now();
  ProgressLine line([&said](std::string_view text) { said += text; }, start);
  line.show({1, 2000}, start + milliseconds(999));
  line.clear();
  EXPECT_EQ(said, "");
  line.show({1500, 2000}, start + milliseconds(1000));
  EXPECT_EQ(said, "\r\x1B[Kgalley: 1,500 of 2,000 files");
  line.show({1501, 2000}, start + milliseconds(1099));
  EXPECT_EQ(said, "\r\x1B[Kgalley: 1,500 of 2,000 files");
  line.show({1502, 2000}, start + milliseconds(1100));
  line.clear();
  EXPECT_TRUE(said.ends_with("\r\x1B[Kgalley: 1,502 of 2,000 files\r\x1B[K"));
}

TEST(ProgressLine, says_that_it_still_looks_for_articles) {
  std::string said;
  const auto start = ProgressLine::Clock::now();
  ProgressLine line([&said](std::string_view text) { said += text; }, start);
  line.show({0, 0}, start + milliseconds(2000));
  EXPECT_EQ(said, "\r\x1B[Kgalley: looking for articles");
}

}  // namespace
}  // namespace linter::commands
