// What the tests of tables share: what is said of articles, and images of tables, whole and damaged.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "linter/base/image.h"
#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {

// An article, and what is said of it.
struct Said {
  const char* text;
  std::vector<std::string> said;
};
inline void expect_said(std::initializer_list<Said> cases) {
  Desk desk;
  for (const Said& one : cases) EXPECT_EQ(desk.said(one.text), one.said) << one.text;
}

// A table's text as the bytes that galley reads when it runs.
template <class Table>
[[nodiscard]] std::string image_of(const std::string& text) {
  const auto table = Table::parse(text, "x.tsv");
  EXPECT_TRUE(table.errors.empty());
  base::ImageWriter writer;
  table.value.put(writer);
  return writer.take();
}

// Calls use(table) for an image with each of its bytes damaged in turn; of a large one every 97th.
template <class Table, class Use>
void for_each_damage(const std::string& whole, Use use) {
  constexpr std::size_t small = 4096;
  constexpr std::size_t step = 97;
  for (std::size_t at = 0; at < whole.size(); at += at < small ? 1 : step) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
    base::ImageReader reader(damaged);
    use(Table(reader));
  }
}

}  // namespace linter::checks::spelling
