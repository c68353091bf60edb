#include "linter/source/path_patterns.h"

#include <gtest/gtest.h>

namespace linter::source {
namespace {

struct MatchCase {
  const char* name;
  const char* patterns;
  const char* path;
  bool is_folder;
  PathPatterns::Verdict expected;
};

class PathPatternsMatch : public testing::TestWithParam<MatchCase> {};

TEST_P(PathPatternsMatch, says_what_git_says) {
  const auto& given = GetParam();
  const auto loaded = PathPatterns::parse(given.patterns, ".galleyignore");
  EXPECT_TRUE(loaded.errors.empty());
  EXPECT_EQ(loaded.value.match(given.path, given.is_folder).verdict, given.expected);
}

constexpr auto undecided = PathPatterns::Verdict::undecided;
constexpr auto matched = PathPatterns::Verdict::matched;
constexpr auto taken_back = PathPatterns::Verdict::taken_back;

INSTANTIATE_TEST_SUITE_P(
    Table, PathPatternsMatch,
    testing::Values(
        MatchCase{"name_at_top", "draft.md", "draft.md", false, matched},
        MatchCase{"name_at_any_depth", "draft.md", "a/b/draft.md", false, matched},
        MatchCase{"name_is_whole", "draft.md", "my-draft.md", false, undecided},
        MatchCase{"anchored_at_top", "/draft.md", "draft.md", false, matched},
        MatchCase{"anchored_not_below", "/draft.md", "a/draft.md", false, undecided},
        MatchCase{"slash_inside_anchors", "a/b.md", "x/a/b.md", false, undecided},
        MatchCase{"folders_only_folder", "build/", "x/build", true, matched},
        MatchCase{"folders_only_file", "build/", "x/build", false, undecided},
        MatchCase{"star_in_name", "*.tmp.md", "x/a.tmp.md", false, matched},
        MatchCase{"star_takes_nothing", "*.md", ".md", false, matched},
        MatchCase{"star_stops_at_slash", "a/*.md", "a/b/c.md", false, undecided},
        MatchCase{"question_mark", "a?.md", "ab.md", false, matched},
        MatchCase{"class", "a[0-9].md", "a7.md", false, matched},
        MatchCase{"negated_class", "a[!0-9].md", "a7.md", false, undecided},
        MatchCase{"named_class", "a[[:digit:]x].md", "a7.md", false, matched},
        MatchCase{"two_stars_front", "**/b/c.md", "x/y/b/c.md", false, matched},
        MatchCase{"two_stars_front_none", "**/b/c.md", "b/c.md", false, matched},
        MatchCase{"two_stars_inside", "a/**/c.md", "a/x/y/c.md", false, matched},
        MatchCase{"two_stars_inside_none", "a/**/c.md", "a/c.md", false, matched},
        MatchCase{"two_stars_behind", "a/**", "a/x/y.md", false, matched},
        MatchCase{"two_stars_behind_not_itself", "a/**", "a", true, undecided},
        MatchCase{"two_stars_in_a_name", "a**b/c", "ax/yb/c", false, undecided},
        MatchCase{"braces_are_literal", "{a,b}.md", "{a,b}.md", false, matched},
        MatchCase{"braces_beside_star", "{a}*.md", "{a}x.md", false, matched},
        MatchCase{"braces_do_not_choose", "{a,b}.md", "a.md", false, undecided},
        MatchCase{"escaped_hash", "\\#a.md", "#a.md", false, matched},
        MatchCase{"escaped_bang", "\\!a.md", "!a.md", false, matched},
        MatchCase{"escaped_star", "a\\*.md", "ab.md", false, undecided},
        MatchCase{"comment", "# a.md\n", "# a.md", false, undecided},
        MatchCase{"blank_lines", "\n\na.md\n\n", "a.md", false, matched},
        MatchCase{"crlf", "a.md\r\nb.md\r\n", "a.md", false, matched},
        MatchCase{"byte_order_mark",
                  "\xEF\xBB\xBF"
                  "a.md",
                  "a.md", false, matched},
        MatchCase{"trailing_spaces", "a.md   ", "a.md", false, matched},
        MatchCase{"escaped_trailing_space", "a.md\\ ", "a.md ", false, matched},
        MatchCase{"last_one_decides", "*.md\n!keep.md", "x/keep.md", false, taken_back},
        MatchCase{"last_one_decides_again", "*.md\n!keep.md\nkeep.md", "keep.md", false, matched},
        MatchCase{"letters_in_their_own_case", "Draft.md", "draft.md", false, undecided},
        MatchCase{"beyond_ascii", "caf\u00E9?.md", "caf\u00E9\u00E9.md", false, matched}),
    [](const auto& row) { return row.param.name; });

TEST(PathPatterns, names_line_and_text_of_what_decided) {
  const auto loaded = PathPatterns::parse("# ours\n\n/drafts/\n", "x");
  const auto answer = loaded.value.match("drafts", true);
  EXPECT_EQ(answer.line, 3U);
  EXPECT_EQ(answer.pattern, "/drafts/");
}

struct CoverCase {
  const char* name;
  const char* patterns;
  const char* path;
  bool expected;
};

class PathPatternsCover : public testing::TestWithParam<CoverCase> {};

TEST_P(PathPatternsCover, judges_a_file_with_the_folders_above_it) {
  const auto& given = GetParam();
  EXPECT_EQ(PathPatterns::parse(given.patterns, "x").value.covers(given.path), given.expected);
}

INSTANTIATE_TEST_SUITE_P(Table, PathPatternsCover,
                         testing::Values(CoverCase{"file", "a/b.md", "a/b.md", true},
                                         CoverCase{"folder_above", "a", "a/b/c.md", true},
                                         CoverCase{"folder_with_slash", "b/", "a/b/c.md", true},
                                         CoverCase{"dot_slash", "./a", "a/b.md", true},
                                         CoverCase{"not_a_prefix", "a", "ab/c.md", false},
                                         CoverCase{"taken_back_inside_a_folder", "a\n!a/b.md",
                                                   "a/b.md", false},
                                         CoverCase{"nothing", "", "a.md", false}),
                         [](const auto& row) { return row.param.name; });

struct FaultCase {
  const char* name;
  const char* text;
  std::uint32_t line;
  const char* hint;
};

class PathPatternsFault : public testing::TestWithParam<FaultCase> {};

TEST_P(PathPatternsFault, is_reported_and_the_rest_kept) {
  const auto& given = GetParam();
  const auto loaded = PathPatterns::parse(given.text, "docs/.galleyignore");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, base::ErrorCode::bad_ignore_file);
  EXPECT_EQ(loaded.errors[0].file, "docs/.galleyignore");
  EXPECT_EQ(loaded.errors[0].line, given.line);
  EXPECT_NE(loaded.errors[0].message.find(given.hint), std::string::npos)
      << loaded.errors[0].message;
  EXPECT_EQ(loaded.value.match("ok.md", false).verdict, matched);
}

INSTANTIATE_TEST_SUITE_P(
    Table, PathPatternsFault,
    testing::Values(FaultCase{"open_class", "ok.md\na[b.md\n", 2, "never closed"},
                    FaultCase{"backslash_at_end", "a\\\nok.md", 1, "backslash"},
                    FaultCase{"leaves_the_folder", "../a.md\nok.md", 1, "leaves the folder"},
                    FaultCase{"only_a_slash", "/\nok.md", 1, "names no file"}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::source
