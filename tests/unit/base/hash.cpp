#include "linter/base/hash.h"

#include <gtest/gtest.h>
#include <string>

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

}  // namespace
}  // namespace linter::base
