#include "linter/base/echoes.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace linter::base {
namespace {

TEST(Echoes, tell_what_was_kept_of_a_text) {
  Echoes<int> echoes;
  EXPECT_FALSE(echoes.of(digest_of("one")));
  echoes.keep(digest_of("one"), std::vector{1, 2});
  echoes.keep(digest_of("two"), {});
  ASSERT_TRUE(echoes.of(digest_of("one")));
  EXPECT_TRUE(std::ranges::equal(*echoes.of(digest_of("one")), std::vector{1, 2}));
  ASSERT_TRUE(echoes.of(digest_of("two")));
  EXPECT_TRUE(echoes.of(digest_of("two"))->empty());
  EXPECT_FALSE(echoes.of(digest_of("One")));
  echoes.clear();
  EXPECT_FALSE(echoes.of(digest_of("one")));
}

// Some of many texts are forgotten; what is told of the others is theirs.
TEST(Echoes, forget_and_mix_nothing_up) {
  constexpr int texts = 200'000;
  Echoes<int> echoes;
  int known = 0;
  for (int i = 0; i < texts; ++i) {
    echoes.keep(digest_of(std::to_string(i)), std::vector(static_cast<std::size_t>(i % 4), i));
    const int before = i - i % 1000;
    const auto found = echoes.of(digest_of(std::to_string(before)));
    if (!found) continue;
    ++known;
    EXPECT_TRUE(std::ranges::equal(*found, std::vector(static_cast<std::size_t>(before % 4), before)));
  }
  EXPECT_GT(known, texts / 2);
}

// What is longer than all that has room is not kept, and harms nothing.
TEST(Echoes, are_bounded) {
  Echoes<int> echoes;
  echoes.keep(digest_of("long"), std::vector(1'000'000, 1));
  EXPECT_FALSE(echoes.of(digest_of("long")));
  echoes.keep(digest_of("short"), std::vector{1});
  EXPECT_TRUE(echoes.of(digest_of("short")));
}

}  // namespace
}  // namespace linter::base
