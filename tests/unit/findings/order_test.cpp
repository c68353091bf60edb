#include "linter/findings/order.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace linter::findings {
namespace {

TEST(Order, is_that_of_a_stable_sort) {
  std::minstd_rand random(7);
  for (const std::size_t size : {0U, 1U, 2U, 3U, 10U, 200U}) {
    std::vector<Finding> findings(size);
    for (std::size_t i = 0; i < size; ++i) {
      findings[i].location.file = std::string(1, static_cast<char>('a' + random() % 3));
      findings[i].location.span.begin = static_cast<std::uint32_t>(random() % 5);
      findings[i].identity = std::to_string(i);
    }
    std::vector<Finding> sorted = findings;
    std::ranges::stable_sort(sorted, before);
    for (int again = 0; again < 2; ++again) {
      put_in_order(findings);
      EXPECT_TRUE(std::ranges::equal(findings, sorted, {}, &Finding::identity, &Finding::identity));
    }
  }
}

}  // namespace
}  // namespace linter::findings
