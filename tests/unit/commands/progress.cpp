#include "linter/commands/progress.h"

#include <gtest/gtest.h>
#include <thread>

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

TEST(ProgressTicker, shows_the_line_while_nothing_is_told_any_more) {
  std::string said;
  {
    ProgressLine line([&said](std::string_view text) { said += text; },
                      ProgressLine::Clock::now() - std::chrono::seconds(1));
    ProgressTicker ticker(line);
    ticker.tell({0, 1});
    std::this_thread::sleep_for(milliseconds(300));
  }
  constexpr std::string_view shown = "\r\x1B[Kgalley: 0 of 1 file";
  const std::size_t first = said.find(shown);
  ASSERT_NE(first, std::string::npos) << said;
  EXPECT_NE(said.find(shown, first + 1), std::string::npos) << said;
  EXPECT_TRUE(said.ends_with("\r\x1B[K"));
}

}  // namespace
}  // namespace linter::commands
