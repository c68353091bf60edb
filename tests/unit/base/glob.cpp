#include "linter/base/glob.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace linter::base {
namespace {

TEST(Glob, matches_paths) {
  struct Row {
    std::string_view pattern;
    std::string_view path;
    bool wanted;
  };
  const Row rows[] = {
      {"a.md", "a.md", true},
      {"a.md", "A.md", false},
      {"a.md", "b/a.md", false},
      {"", "", true},
      {"", "a", false},
      {"*", "a.md", true},
      {"*", "", true},
      {"*", "a/b", false},
      {"*.md", "a.md", true},
      {"*.md", ".md", true},
      {"*.md", "a.mdx", false},
      {"*.md", "x/a.md", false},
      {"a*c*e", "abcde", true},
      {"a*c*e", "abcdef", false},
      {"?.md", "é.md", true},
      {"?.md", "ab.md", false},
      {"a?b", "a/b", false},
      {"**", "a/b/c", true},
      {"**", "", true},
      {"**/a.md", "a.md", true},
      {"**/a.md", "x/a.md", true},
      {"**/a.md", "x/y/a.md", true},
      {"**/a.md", "xa.md", false},
      {"**/a.md", "x/ya.md", false},
      {"a/**", "a/b", true},
      {"a/**", "a/b/c", true},
      {"a/**", "a", false},
      {"a/**", "ab/c", false},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/x/b", true},
      {"a/**/b", "a/x/y/b", true},
      {"a/**/b", "a/xb", false},
      {"a/**/b/**/c", "a/b/x/b/c", true},
      {"a**c", "ab/bc", true},
      {"a***c", "a/c", true},
      {"x**/c", "xa/b/c", true},
      {"**/*.md", "docs/x/a.md", true},
      {"**/x/**", "a/x/b", true},
      {"**/x/**", "x/b", true},
      {"[abc].md", "b.md", true},
      {"[abc].md", "d.md", false},
      {"[a-c].md", "b.md", true},
      {"[!a-c].md", "d.md", true},
      {"[^a-c].md", "b.md", false},
      {"[]x]", "]", true},
      {"[!]x]", "y", true},
      {"[!]x]", "]", false},
      {"[a-]", "-", true},
      {"[-a]", "-", true},
      {"[à-ü]", "é", true},
      {"[\\]]", "]", true},
      {"[a\\-c]", "b", false},
      {"[a\\-c]", "-", true},
      {"a[/]b", "a/b", false},
      {"a[!x]b", "a/b", false},
      {"{a,b}.md", "b.md", true},
      {"{a,b}.md", "c.md", false},
      {"{a,b{c,d}}e", "bde", true},
      {"{a,b{c,d}}e", "be", false},
      {"x{,y}z", "xz", true},
      {"{a}", "a", true},
      {"{}", "", true},
      {"{a,[,]}", ",", true},
      {"{a,\\,}", ",", true},
      {"{docs/**,*.md}", "docs/a/b", true},
      {"a}", "a}", true},
      {"a,b", "a,b", true},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"\\{a,b\\}", "{a,b}", true},
      {"\\é", "é", true},
      {"*é", "caf\xC3\xA9", true},
      {"caf?", "caf\xC3\xA9", true},
  };
  for (const Row& row : rows) {
    const auto glob = Glob::compile(row.pattern);
    ASSERT_TRUE(glob) << row.pattern;
    EXPECT_EQ(glob->matches(row.path), row.wanted) << row.pattern << " on " << row.path;
    EXPECT_EQ(glob->pattern(), row.pattern);
  }
}

TEST(Glob, says_where_a_pattern_is_wrong) {
  std::string many;
  for (int i = 0; i < 9; ++i) many += "{a,b}";
  struct Row {
    const char* name;
    std::string pattern;
    std::uint32_t column;
  };
  const Row rows[] = {
      {"open bracket", "é/[ab", 3},
      {"open bracket after ]", "a[]", 2},
      {"open brace", "é{a,b", 2},
      {"inner open brace", "{a,{b}", 1},
      {"bracket that hides the brace's end", "{a,[b}", 4},
      {"backslash at the end", "é\\", 2},
      {"backslash at the end of a class", "[\\", 1},
      {"too many alternatives", "é" + many, 2},
      {"too long", std::string(5'000, 'a'), 1},
  };
  for (const Row& row : rows) {
    const auto glob = Glob::compile(row.pattern);
    ASSERT_FALSE(glob) << row.name;
    EXPECT_EQ(glob.error().code, ErrorCode::bad_value) << row.name;
    EXPECT_EQ(glob.error().column, row.column) << row.name << ": " << glob.error().message;
  }
}

TEST(Glob, takes_as_many_alternatives_as_it_says) {
  std::string pattern;
  for (int i = 0; i < 8; ++i) pattern += "{a,b}";
  const auto glob = Glob::compile(pattern);
  ASSERT_TRUE(glob);
  EXPECT_TRUE(glob->matches("abababab"));
  EXPECT_FALSE(glob->matches("abababac"));
}

TEST(Glob, is_not_slowed_by_hostile_patterns) {
  std::string stars;
  for (int i = 0; i < 1'000; ++i) stars += "*a";
  const auto glob = Glob::compile("{" + stars + "," + stars + "**}b");
  ASSERT_TRUE(glob);
  EXPECT_FALSE(glob->matches(std::string(4'000, 'a')));
  EXPECT_FALSE(Glob::compile("**/**/**/**/**/**/**/**/x")->matches(std::string(2'000, '/')));
}

TEST(Glob, is_told_from_a_path) {
  for (const std::string_view pattern : {"*.md", "a?", "[a]", "{a,b}"})
    EXPECT_TRUE(has_glob_characters(pattern));
  for (const std::string_view path : {"a.md", "a/b-c_d (1).md", "", "x}y]"})
    EXPECT_FALSE(has_glob_characters(path));
}

}  // namespace
}  // namespace linter::base
