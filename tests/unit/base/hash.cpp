#include "linter/base/hash.h"

#include <gtest/gtest.h>
#include <string>

#include "linter/base/hash_wide.h"

namespace linter::base {
namespace {

// The published XXH3 digests of the empty input: a change of algorithm or seed would make every
// stored digest stale.
TEST(Hash, is_xxh3_without_a_seed) {
  EXPECT_EQ(hash64(""), 0x2D06800538D394C2U);
  EXPECT_EQ(hex_digest(""), "99aa06d3014798d86001c324468d497f");
}

TEST(Hash, depends_on_every_byte) {
  const std::string text(1'000, 'x');
  for (std::size_t i = 0; i < text.size(); i += 37) {
    std::string other = text;
    other[i] = 'y';
    EXPECT_NE(hash64(other), hash64(text)) << i;
    EXPECT_NE(hex_digest(other), hex_digest(text)) << i;
  }
  EXPECT_NE(hash64(std::string(1, '\0')), hash64(""));
}

// Fewer bytes than these are always hashed the plain way.
TEST(Hash, is_the_same_by_wide_registers) {
  if (!has_wide_registers()) GTEST_SKIP();
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    text += static_cast<char>(i * i % 251);
    EXPECT_EQ(wide_hash64(text.data(), text.size()), hash64(text)) << i;
  }
  EXPECT_EQ(hash64(std::string(100'000, 'x')), 0xD8B99A30E426AC41U);
}

}  // namespace
}  // namespace linter::base
