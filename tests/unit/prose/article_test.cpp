#include "linter/prose/article.h"

#include <gtest/gtest.h>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

// "needling" written "nee**dl**ing", then a folded space, then "works"; a second block "No pain".
Article sample() {
  Article article;
  article.view = "needling works\n\nNo pain";
  article.runs = {{0, 10, 3, 3, true},  {3, 15, 2, 2, true}, {5, 19, 3, 3, true},
                  {8, 22, 1, 2, false}, {9, 24, 5, 5, true}, {16, 40, 7, 7, true}};
  article.blocks = {{.text = {0, 14}}, {.text = {16, 23}}};
  return article;
}

struct SpanCase {
  const char* name;
  Span view;
  Span source;
  bool verbatim;
};

class ArticleSpans : public ::testing::TestWithParam<SpanCase> {};

TEST_P(ArticleSpans, GoBackToTheFile) {
  const Article article = sample();
  EXPECT_EQ(article.source_span(GetParam().view), GetParam().source);
  EXPECT_EQ(article.is_verbatim(GetParam().view), GetParam().verbatim);
}

INSTANTIATE_TEST_SUITE_P(
    Spans, ArticleSpans,
    ::testing::Values(SpanCase{"inside_a_run", {1, 3}, {11, 13}, true},
                      SpanCase{"across_marks", {0, 8}, {10, 22}, false},
                      SpanCase{"ends_at_a_mark", {0, 3}, {10, 13}, true},
                      SpanCase{"begins_after_a_mark", {3, 5}, {15, 17}, true},
                      SpanCase{"adjacent_runs_with_a_fold", {5, 9}, {19, 24}, false},
                      SpanCase{"the_fold_alone", {8, 9}, {22, 24}, false},
                      SpanCase{"after_the_fold", {9, 14}, {24, 29}, true},
                      SpanCase{"across_blocks", {9, 18}, {24, 42}, false},
                      SpanCase{"whole_second_block", {16, 23}, {40, 47}, true},
                      SpanCase{"between_blocks", {14, 16}, {40, 40}, false},
                      SpanCase{"empty_is_never_verbatim", {9, 9}, {24, 24}, false}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ArticleBlockAt, FindsTheBlockOrNone) {
  const Article article = sample();
  EXPECT_EQ(article.block_at(0), 0U);
  EXPECT_EQ(article.block_at(13), 0U);
  EXPECT_EQ(article.block_at(14), no_block);
  EXPECT_EQ(article.block_at(15), no_block);
  EXPECT_EQ(article.block_at(16), 1U);
  EXPECT_EQ(article.block_at(23), no_block);
  EXPECT_EQ(Article{}.block_at(0), no_block);
}

TEST(ArticleClear, EmptiesEverything) {
  Article article =
      testing::read("plain", "A title\n\nAnd a text of <b>it</b>.\n\n<!-- stet -->\n");
  EXPECT_FALSE(article.comments.empty());
  article.clear();
  EXPECT_TRUE(article.view.empty() && article.runs.empty() && article.blocks.empty() &&
              article.comments.empty());
  EXPECT_EQ(article.title, no_block);
}

}  // namespace
}  // namespace linter::prose
