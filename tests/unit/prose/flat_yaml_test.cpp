#include "linter/prose/flat_yaml.h"

#include <gtest/gtest.h>
#include <random>
#include <string>

namespace linter::prose {
namespace {

using base::yaml::Value;

void expect_equal(const Value& a, const Value& b, const std::string& text) {
  EXPECT_EQ(a.kind, b.kind) << text;
  EXPECT_EQ(a.quoted, b.quoted) << text;
  EXPECT_EQ(a.text, b.text) << text;
  EXPECT_EQ(a.position.offset, b.position.offset) << text;
  EXPECT_EQ(a.position.line, b.position.line) << text;
  EXPECT_EQ(a.position.column, b.position.column) << text;
  ASSERT_EQ(a.entries.size(), b.entries.size()) << text;
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    expect_equal(a.entries[i].first, b.entries[i].first, text);
    expect_equal(a.entries[i].second, b.entries[i].second, text);
  }
}

TEST(FlatYaml, ReadsLinesOfKeysAndValues) {
  const auto flat =
      parse_flat_yaml("title: No downtime\r\n\n# a remark\ndraft: 'yes'  \nlang: \"en-GB\"");
  ASSERT_TRUE(flat);
  ASSERT_EQ(flat->entries.size(), 3U);
  EXPECT_EQ(flat->entries[0].second.text, "No downtime");
  EXPECT_TRUE(flat->entries[1].second.quoted);
  EXPECT_EQ(flat->entries[2].second.position.column, 7U);
}

TEST(FlatYaml, LeavesTheRestToTheParser) {
  for (const char* text : {"", "title: [a]", "title:", "title: a: b", "title: a # b",
                           "title: \"a\\n\"", "title: 'it''s'", "a: b\n  c", "a: b\na: c", "- a",
                           "title: >", "a: *b", "a: ~", "a: null", "a: \tb", "a:b", "a: b:"}) {
    EXPECT_FALSE(parse_flat_yaml(text)) << text;
  }
}

// Whatever it reads, it reads as the parser does.
TEST(FlatYaml, AgreesWithTheParser) {
  std::mt19937 random(7);
  const std::string pieces[] = {"title",      "a",    "b-c",  "lang",   ": ",     ":",  " ",   "  ",
                                "\n",         "\r\n", "\"",   "'",      "#",      " #", "x y", "5",
                                "2024-01-02", "no",   "null", "\u00E9", "\u2019", "[",  "-",   "- ",
                                "&",          ".",    "!",    "|",      ",",      "%",  "@",   "\t",
                                "\\",         "?",    "{",    "}"};
  int read = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text = round % 2 == 0 ? "title: " : "";
    const int count = static_cast<int>(random() % 9);
    for (int i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    const auto flat = parse_flat_yaml(text);
    if (!flat) continue;
    ++read;
    const auto full = base::yaml::parse(text, "x");
    ASSERT_TRUE(full.errors.empty()) << text << "\n" << full.errors.front().message;
    expect_equal(*flat, full.value, text);
    if (HasFailure()) return;
  }
  EXPECT_GT(read, 1000);
}

}  // namespace
}  // namespace linter::prose
