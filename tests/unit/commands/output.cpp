#include "linter/commands/output.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace linter::commands {
namespace {

TEST(Output, writes_when_flushed) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  {
    Output out(ends[1]);
    EXPECT_TRUE(out.write("one "));
    EXPECT_TRUE(out.write("two"));
  }
  ::close(ends[1]);
  std::array<char, 16> buffer{};
  EXPECT_EQ(::read(ends[0], buffer.data(), buffer.size()), 7);
  EXPECT_STREQ(buffer.data(), "one two");
  ::close(ends[0]);
}

TEST(Output, a_closed_pipe_is_no_failure) {
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  ::close(ends[0]);
  Output out(ends[1]);
  EXPECT_TRUE(out.write("x"));
  EXPECT_FALSE(out.flush());
  EXPECT_TRUE(out.closed());
  EXPECT_EQ(out.failure(), "");
  EXPECT_FALSE(out.write("y"));
  ::close(ends[1]);
}

TEST(Output, a_full_disk_is_one) {
  const int full = ::open("/dev/full", O_WRONLY);
  ASSERT_GE(full, 0);
  Output out(full);
  EXPECT_FALSE(out.write(std::string(1U << 17U, 'x')));
  EXPECT_FALSE(out.closed());
  EXPECT_EQ(out.failure(), "No space left on device");
  ::close(full);
}

}  // namespace
}  // namespace linter::commands
