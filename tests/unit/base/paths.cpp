#include <gtest/gtest.h>
#include <string_view>

#include "linter/base/files.h"

namespace linter::base {
namespace {

TEST(Paths, are_normalised_textually) {
  struct Row {
    std::string_view path;
    std::string_view wanted;
  };
  const Row rows[] = {
      {"a/./b/../c", "a/c"},
      {"", "."},
      {".", "."},
      {"./", "."},
      {"./a", "a"},
      {"a/", "a"},
      {"a//b", "a/b"},
      {"a/..", "."},
      {"..", ".."},
      {"../a", "../a"},
      {"../../a", "../../a"},
      {"a/../..", ".."},
      {"/", "/"},
      {"//a", "/a"},
      {"/..", "/"},
      {"/../a", "/a"},
      {"/a/../..", "/"},
      {"/a/./", "/a"},
      {"a/../../b", "../b"},
      {"...", "..."},
      {"é/ü/", "é/ü"},
      {".../..", "."},
  };
  for (const Row& row : rows) EXPECT_EQ(normalised_path(row.path), row.wanted) << row.path;
}

TEST(Paths, are_seen_from_a_base) {
  struct Row {
    std::string_view path;
    std::string_view base;
    std::string_view wanted;
  };
  const Row rows[] = {
      {"a/b/c", "a/b", "c"},   {"a/b", "a/b", "."},      {"a", "a/b", ".."},
      {"a/c", "a/b", "../c"},  {"a/bc", "a/b", "../bc"}, {"a", ".", "a"},
      {".", "a", ".."},        {"/x/y", "/", "x/y"},     {"/", "/x/y", "../.."},
      {"/x", "/y", "../x"},    {"../a", ".", "../a"},    {"a/b//c/", "a/b", "c"},
      {"a/b/./c", "a", "b/c"}, {"a/b/.c", "a/b", ".c"},  {"a/b/../c", "a/b", "../c"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(relative_path(row.path, row.base), row.wanted) << row.path << " from " << row.base;
}

TEST(Paths, are_joined_and_taken_apart) {
  EXPECT_EQ(join_path("a", "b"), "a/b");
  EXPECT_EQ(join_path("a/", "b"), "a/b");
  EXPECT_EQ(join_path("/", "b"), "/b");
  EXPECT_EQ(join_path(".", "b"), "b");
  EXPECT_EQ(join_path("", "b"), "b");
  EXPECT_EQ(join_path("a", "/b"), "/b");
  EXPECT_EQ(parent_path("a/b/c"), "a/b");
  EXPECT_EQ(parent_path("a"), ".");
  EXPECT_EQ(parent_path("/a"), "/");
  EXPECT_EQ(file_extension("a/b.tar.gz"), ".gz");
  EXPECT_EQ(file_extension("a.b/c"), "");
  EXPECT_EQ(file_extension("a/.gitignore"), "");
  EXPECT_EQ(file_extension("a/.x.md"), ".md");
  EXPECT_EQ(file_extension("A.MD"), ".MD");
  EXPECT_EQ(file_extension("a."), "");
  EXPECT_EQ(file_extension(""), "");
  EXPECT_TRUE(working_folder().starts_with('/'));
}

}  // namespace
}  // namespace linter::base
