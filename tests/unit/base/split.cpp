#include "linter/base/split.h"

#include <gtest/gtest.h>

namespace linter::base {
namespace {

using Parts = std::vector<std::string_view>;

TEST(Split, GivesOnePartMoreThanThereAreSeparators) {
  EXPECT_EQ(split("one\ttwo\tthree", '\t'), (Parts{"one", "two", "three"}));
  EXPECT_EQ(split("\tone\t\t", '\t'), (Parts{"", "one", "", ""}));
  EXPECT_EQ(split("one two", '\t'), (Parts{"one two"}));
  EXPECT_EQ(split("", '\t'), (Parts{""}));
}

}  // namespace
}  // namespace linter::base
