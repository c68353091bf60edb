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
  ASSERT_EQ(a.items.size(), b.items.size()) << text;
  for (std::size_t i = 0; i < a.items.size(); ++i) expect_equal(a.items[i], b.items[i], text);
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

TEST(FlatYaml, ReadsListsAndMappings) {
  const auto whole = parse_flat_yaml(
      "tags: [e\u00E9, b, \"a, b\", 'c']\nempty: []\nkinds:\n- one\n\n# a remark\n- two\n"
      "seo:\n  title: Peels\n  words:\n    - \"soft\"\n    - mild\ndraft: no\n");
  ASSERT_TRUE(whole);
  ASSERT_EQ(whole->entries.size(), 5U);
  EXPECT_EQ(whole->entries[0].second.items[2].text, "a, b");
  EXPECT_EQ(whole->entries[0].second.items[2].position.column, 15U);  // in code points
  EXPECT_EQ(whole->entries[1].second.items.size(), 0U);
  EXPECT_EQ(whole->entries[2].second.items[1].position.line, 7U);
  EXPECT_EQ(whole->entries[3].second.find("words")->items[1].text, "mild");
  EXPECT_EQ(whole->entries[4].second.text, "no");
}

TEST(FlatYaml, LeavesTheRestToTheParser) {
  for (const char* text : {"",
                           "title: [a",
                           "title: [a,]",
                           "title: [a] b",
                           "title: [[a]]",
                           "title: [\u00E9]",
                           "a:\n- b: c",
                           "a:\n  b: c\n d: e",
                           "a:\n- b\n  c",
                           "a:\n  - b\n - c",
                           "a: [b?]",
                           "a:\n  b",
                           "title:",
                           "title: a: b",
                           "title: a # b",
                           "title: \"a\\n\"",
                           "title: 'it''s'",
                           "a: b\n  c",
                           "a: b\na: c",
                           "- a",
                           "title: >",
                           "a: *b",
                           "a: ~",
                           "a: null",
                           "a: \tb",
                           "a:b",
                           "a: b:"}) {
    EXPECT_FALSE(parse_flat_yaml(text)) << text;
  }
}

// Whatever it reads, it reads as the parser does.
TEST(FlatYaml, AgreesWithTheParser) {
  std::mt19937 random(7);
  const std::string pieces[] = {
      "title", "a",      "b-c",    "lang",  ": ",     ":",       " ",     "  ",          "\n",
      "\r\n",  "\"",     "'",      "#",     " #",     "x y",     "5",     "2024-01-02",  "no",
      "null",  "\u00E9", "\u2019", "[",     "-",      "- ",      "&",     ".",           "!",
      "|",     ",",      "%",      "@",     "\t",     "\\",      "?",     "{",           "}",
      "]",     "[]",     "]\n",    "\n- a", "\n  - ", "\n  k: ", ":\n  ", ": [",         ", ",
      "/",     "_",      "(",      "$",     "+",      "<",       "=",     "aliases: [/a"};
  int read = 0;
  int lists = 0;
  int mappings = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text = round % 2 == 0 ? "title: " : "";
    const int count = static_cast<int>(random() % 12);
    for (int i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    const auto flat = parse_flat_yaml(text);
    if (!flat) continue;
    ++read;
    const Value& last = flat->entries.back().second;
    if (last.kind == base::yaml::Kind::sequence && !last.items.empty()) ++lists;
    if (last.kind == base::yaml::Kind::mapping) ++mappings;
    const auto full = base::yaml::parse(text, "x");
    ASSERT_TRUE(full.errors.empty()) << text << "\n" << full.errors.front().message;
    expect_equal(*flat, full.value, text);
    if (HasFailure()) return;
  }
  EXPECT_GT(read, 4000);
  EXPECT_GT(lists, 100);
  EXPECT_GT(mappings, 100);
}

}  // namespace
}  // namespace linter::prose
