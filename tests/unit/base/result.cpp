#include "linter/base/result.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <string_view>

namespace linter::base {
namespace {

TEST(ErrorCode, has_names_that_machines_can_rely_on) {
  EXPECT_EQ(code_name(ErrorCode::bad_usage), "bad-usage");
  EXPECT_EQ(code_name(ErrorCode::not_utf8), "not-utf8");
  EXPECT_EQ(code_name(ErrorCode::internal), "internal");
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i) {
    const std::string_view name = code_name(static_cast<ErrorCode>(i));
    EXPECT_TRUE(names.insert(name).second) << name << " stands for two codes";
    EXPECT_TRUE(std::ranges::all_of(name, [](char c) {
      return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    })) << name;
  }
}

TEST(Result, fails_with_everything_that_is_known) {
  const Result<int> result = fail(ErrorCode::bad_value, "is wrong", "a.yaml", 3, 4);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), (Error{ErrorCode::bad_value, "is wrong", "a.yaml", 3, 4}));
}

}  // namespace
}  // namespace linter::base
