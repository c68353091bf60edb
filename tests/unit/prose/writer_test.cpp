#include "linter/prose/writer.h"

#include <gtest/gtest.h>
#include <string>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

// One block of `bytes` from its first to its last byte.
Article written(std::string_view bytes) {
  Article article;
  Writer writer(article);
  writer.begin_block({});
  writer.text(0, bytes);
  writer.end_block();
  testing::expect_sound(article, bytes);
  return article;
}

struct TextCase {
  const char* name;
  std::string bytes;
  std::string view;
};

class WriterText : public ::testing::TestWithParam<TextCase> {};

TEST_P(WriterText, IsNormalisedForMatching) {
  EXPECT_EQ(written(GetParam().bytes).view, GetParam().view);
}

const std::string fill(70, 'x');  // longer than any stride

INSTANTIATE_TEST_SUITE_P(
    Texts, WriterText,
    ::testing::Values(
        TextCase{"plain", "no downtime", "no downtime"},
        TextCase{"spaces_fold", "no   downtime", "no downtime"},
        TextCase{"spaces_fold_far_in", fill + "  y", fill + " y"},
        TextCase{"surrounding_space_goes", "  no  ", "no"},
        TextCase{"tab_and_line_end", "no\tdown\r\ntime", "no down time"},
        TextCase{"no_break_space", "10\u00A0mg", "10 mg"},
        TextCase{"narrow_and_ideographic_space", "10\u202Fmg\u3000a", "10 mg a"},
        TextCase{"no_break_space_between_spaces", "a \u00A0 b", "a b"},
        TextCase{"curly_apostrophe", "skin\u2019s", "skin's"},
        TextCase{"modifier_apostrophe", "skin\u02BCs", "skin's"},
        TextCase{"curly_apostrophe_far_in", fill + "\u2019s " + fill, fill + "'s " + fill},
        TextCase{"double_quotes_and_dashes_stay", "\u201Cno\u201D \u2014 yes\u2026",
                 "\u201Cno\u201D \u2014 yes\u2026"},
        TextCase{"soft_hyphen", "micro\u00ADneedling", "microneedling"},
        TextCase{"zero_width_space_and_joiner", "pain\u200Bless\u2060ly", "painlessly"},
        TextCase{"directional_marks", "a\u202Eb\u200Fc\u2066d", "abcd"},
        TextCase{"emoji_joiner_stays", "\U0001F469\u200D\u2695", "\U0001F469\u200D\u2695"},
        TextCase{"controls_are_spaces",
                 std::string("a\x01"
                             "b\x7F"
                             "c\u0085") +
                     "d",
                 "a b c d"},
        TextCase{"masking_sign_in_the_file",
                 "a\x1A"
                 "b",
                 "a b"},
        TextCase{"accents_stay", "na\u00EFve e\u0301", "na\u00EFve e\u0301"},
        TextCase{"ill_formed_bytes_stay", "caf\xE9 \xE2\x80", "caf\xE9 \xE2\x80"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Writer, DropsBlocksWithoutText) {
  Article article;
  Writer writer(article);
  writer.begin_block({});
  writer.text(0, "One");
  EXPECT_EQ(writer.end_block(), 0U);
  writer.begin_block({});
  writer.text(3, " \u00A0\t");
  writer.begin_inline(InlineKind::strong);
  EXPECT_EQ(writer.end_block(), no_block);
  EXPECT_EQ(writer.end_block(), no_block);
  writer.begin_block({});
  writer.text(9, "Two");
  EXPECT_EQ(writer.end_block(), 1U);
  EXPECT_EQ(article.view, "One\n\nTwo");
  EXPECT_TRUE(article.inlines.empty());
}

TEST(Writer, MapsWhatIsNotVerbatimAsAWhole) {
  const std::string bytes = "Q&amp;A skin\u2019s";
  Article article;
  Writer writer(article);
  writer.begin_block({});
  writer.text(0, "Q");
  writer.decoded({1, 6}, "&");
  writer.text(6, std::string_view(bytes).substr(6));
  writer.end_block();
  testing::expect_sound(article, bytes);
  EXPECT_EQ(article.view, "Q&A skin's");
  EXPECT_EQ(testing::source_of(article, bytes, "&"), "&amp;");
  EXPECT_EQ(testing::source_of(article, bytes, "Q&A"), "Q&amp;A");
  EXPECT_EQ(testing::source_of(article, bytes, "skin's"), "skin\u2019s");
  EXPECT_EQ(testing::source_of(article, bytes, "skin"), "skin");
  EXPECT_TRUE(article.is_verbatim(testing::find(article, "skin")));
  EXPECT_FALSE(article.is_verbatim(testing::find(article, "skin's")));
}

TEST(Writer, DecodesToSpacesApostrophesAndNothing) {
  Article article;
  Writer writer(article);
  writer.begin_block({});
  writer.text(0, "10");
  writer.decoded({2, 8}, "\u00A0");
  writer.text(8, "mg it");
  writer.decoded({13, 20}, "\u2019");
  writer.text(20, "s");
  writer.decoded({21, 26}, "\u00AD");
  writer.decoded({26, 33}, "\u226A\u20D2");
  writer.end_block();
  EXPECT_EQ(article.view, "10 mg it's\u226A\u20D2");
  EXPECT_EQ(article.source_span({2, 3}), (Span{2, 8}));
  EXPECT_EQ(article.source_span({11, 16}), (Span{26, 33}));
}

TEST(Writer, BreaksLinesOnceAndWithoutSpacesAround) {
  Article article;
  Writer writer(article);
  writer.begin_block({});
  writer.line_break({0, 1});
  writer.text(1, "One ");
  writer.line_break({5, 6});
  writer.line_break({6, 7});
  writer.text(7, "  two");
  writer.line_break({12, 13});
  writer.end_block();
  EXPECT_EQ(article.view, "One\ntwo");
}

TEST(Writer, KeepsInlinesSortedAndClosesThem) {
  Article article;
  Writer writer(article);
  writer.begin_inline(InlineKind::strong);  // outside a block: nothing
  writer.begin_block({});
  writer.text(0, "a ");
  writer.begin_inline(InlineKind::link_text);
  writer.text(2, "b ");
  writer.begin_inline(InlineKind::emphasis);
  writer.text(4, "c");
  writer.end_inline(InlineKind::deleted);    // none open
  writer.end_inline(InlineKind::link_text);  // closes the emphasis too
  writer.text(5, " d ");
  writer.begin_inline(InlineKind::strong);
  writer.text(8, "e ");
  writer.end_block();
  ASSERT_EQ(article.view, "a b c d e");
  ASSERT_EQ(article.inlines.size(), 3U);
  EXPECT_EQ(article.inlines[0].text, (Span{2, 5}));
  EXPECT_EQ(article.inlines[1].text, (Span{4, 5}));
  EXPECT_EQ(article.inlines[2].text, (Span{8, 9}));
}

TEST(Writer, MovesRunsAndInlinesWhenItMasks) {
  const std::string bytes = "See https://example.org/a?b=c now {#top} and the [^1] end.";
  Article article;
  Writer writer(article);
  writer.begin_block({});
  writer.text(0, std::string_view(bytes).substr(0, 4));
  writer.begin_inline(InlineKind::link_text);
  writer.text(4, std::string_view(bytes).substr(4, 25));
  writer.end_inline(InlineKind::link_text);
  writer.text(29, std::string_view(bytes).substr(29));
  writer.end_block();
  testing::expect_sound(article, bytes);
  EXPECT_EQ(testing::shown(article.view), "See <> now and the end.");
  ASSERT_EQ(article.inlines.size(), 1U);
  EXPECT_EQ(article.inlines[0].text, (Span{4, 5}));
  EXPECT_EQ(article.source_span({4, 5}).of(bytes), "https://example.org/a?b=c");
  EXPECT_EQ(testing::source_of(article, bytes, "now"), "now");
  EXPECT_EQ(testing::source_of(article, bytes, "the end."), "the [^1] end.");
}

}  // namespace
}  // namespace linter::prose
