#include "linter/base/yaml_bytes.h"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <string_view>

namespace linter::base::yaml {
namespace {

struct Row {
  std::string_view name;
  std::string_view text;
};

constexpr Row rows[] = {
    {"nothing", ""},
    {"scalar", "word"},
    {"quoted", "a: 'yes'\nb: yes\nc: \"\"\n"},
    {"null", "a:\nb: ~\n"},
    {"nested", "rules:\n  - {rule: a, patterns: [b, c]}\n  - rule: d\n    swap: {e: f, g: [h]}\n"},
    {"block scalars", "a: |\n  two\n  lines\nb: >-\n  folded\n  text\n"},
    {"beyond ASCII", "é: “quoted”\n日本: 語\n"},
    {"aliases", "a: &x [1, 2]\nb: *x\n"},
};

TEST(YamlBytes, come_back_as_the_tree_that_was_written) {
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const auto parsed = parse(row.text, "file.yaml");
    ASSERT_TRUE(parsed.errors.empty());
    const std::string bytes = to_bytes(parsed.value);
    const auto read = from_bytes(bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(to_bytes(*read), bytes);
    EXPECT_EQ(to_json(*read), to_json(parsed.value));
    EXPECT_EQ(read->position.offset, parsed.value.position.offset);
  }
}

TEST(YamlBytes, nothing_comes_of_bytes_that_are_cut_short_or_go_on) {
  const std::string bytes = to_bytes(parse(rows[4].text, "file.yaml").value);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(from_bytes(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(from_bytes(bytes + '\0'));
}

TEST(YamlBytes, survive_any_bytes) {
  const std::string bytes = to_bytes(parse(rows[4].text, "file.yaml").value);
  std::mt19937 random(5);
  for (int i = 0; i < 20'000; ++i) {
    std::string damaged = bytes;
    for (unsigned changes = 1 + random() % 4; changes > 0; --changes)
      damaged[random() % damaged.size()] = static_cast<char>(random());
    if (const auto read = from_bytes(damaged)) {
      EXPECT_LE(to_bytes(*read).size(), 2 * damaged.size());
    }
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += std::string("\x02\0\0\0\0\x01", 6);
  EXPECT_FALSE(from_bytes(deep));
}

}  // namespace
}  // namespace linter::base::yaml
