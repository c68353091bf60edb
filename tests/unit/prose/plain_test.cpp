#include "linter/prose/plain.h"

#include <gtest/gtest.h>
#include <string>

#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

struct PlainCase {
  const char* name;
  std::string text;
  std::string outline;
};

class Plain : public ::testing::TestWithParam<PlainCase> {};

TEST_P(Plain, HasTheStructureThatItLooksToHave) {
  EXPECT_EQ(testing::outline(testing::read("plain", GetParam().text)), GetParam().outline);
}

const std::string body =
    "Peels remove the upper layers of the skin, and new skin grows from below within days.";

INSTANTIATE_TEST_SUITE_P(
    Paragraphs, Plain,
    ::testing::Values(
        PlainCase{"empty", "", ""}, PlainCase{"blank", " \n\t\n", ""},
        PlainCase{"one_sentence", "Peels remove old skin.", "p: Peels remove old skin.\n"},
        PlainCase{"blank_lines_between", "One is here.\n\n\nTwo is here.\n",
                  "p: One is here.\np: Two is here.\n"},
        PlainCase{"one_a_line", body + "\n" + body + "\n" + body,
                  "p: " + body + "\np: " + body + "\np: " + body + "\n"},
        PlainCase{"hard_wrapped",
                  "The treatment takes about forty minutes and most people\n"
                  "go back to work on the same day. Some redness is to be\n"
                  "expected and fades.\n"
                  "\n"
                  "Keep the skin out of the sun for a week and use a mild\n"
                  "cleanser.\n",
                  "p: The treatment takes about forty minutes and most people go back to work on "
                  "the same day. Some "
                  "redness is to be expected and fades.\n"
                  "p: Keep the skin out of the sun for a week and use a mild cleanser.\n"},
        PlainCase{
            "dash_brought_to_the_front_by_wrapping",
            "The needles are so short that they only reach the upper skin\n"
            "\u2013 and thinner \u2013 layers, which close again within a day or\n"
            "two of the visit.\n",
            "p: The needles are so short that they only reach the upper skin \u2013 and thinner "
            "\u2013 layers, which "
            "close again within a day or two of the visit.\n"},
        PlainCase{"crlf", "One is here.\r\n\r\nTwo is here.\r\n",
                  "p: One is here.\np: Two is here.\n"},
        PlainCase{"stars_of_a_paste", "This is **very** safe.", "p: This is very safe.\n"},
        PlainCase{"short_lines_of_an_address", "Skin Clinic\n12 High Street\nLondon",
                  "p: Skin Clinic\np: 12 High Street\np: London\n"},
        PlainCase{"byte_order_mark", "\uFEFFPeels remove old skin.",
                  "p: Peels remove old skin.\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Headings, Plain,
    ::testing::Values(
        PlainCase{
            "title_and_question", "Peels explained\n\n" + body + "\n\nDo peels hurt?\n\n" + body,
            "title h1: Peels explained\np: " + body + "\nh2: Do peels hurt?\np: " + body + "\n"},
        PlainCase{"hashes", "# Peels\n\n### Risks ###\n" + body,
                  "title h1: Peels\nh3: Risks\np: " + body + "\n"},
        PlainCase{"underlined", "Peels\n=====\n\nRisks\n-----\n" + body,
                  "title h1: Peels\nh2: Risks\np: " + body + "\n"},
        PlainCase{"without_blank_lines",
                  "Peels explained\n" + body + "\nThe Risks of Peels\n" + body,
                  "title h1: Peels explained\np: " + body + "\nh2: The Risks of Peels\np: " + body +
                      "\n"},
        PlainCase{"shouted", body + "\n\nSIDE EFFECTS:\n\n" + body,
                  "p: " + body + "\nh2: SIDE EFFECTS:\np: " + body + "\n"},
        PlainCase{"label_with_colon_over_a_paragraph", body + "\n\nSide effects:\n\n" + body,
                  "p: " + body + "\nh2: Side effects:\np: " + body + "\n"},
        PlainCase{"numbered_over_paragraphs",
                  body + "\n\n1. Before the visit\n\n" + body + "\n\n2. After the visit\n\n" + body,
                  "p: " + body + "\nh2: Before the visit\np: " + body +
                      "\nh2: After the visit\np: " + body + "\n"},
        PlainCase{"short_lines_are_a_list_without_marks",
                  body + "\n\nLess redness\n\nSmoother skin\n\nFewer lines\n\nAftercare\n\n" + body,
                  "p: " + body +
                      "\np: Less redness\np: Smoother skin\np: Fewer lines\nh2: Aftercare\np: " +
                      body + "\n"},
        PlainCase{"short_last_line_is_none", body + "\n\nThe Skin Clinic",
                  "p: " + body + "\np: The Skin Clinic\n"},
        PlainCase{"lower_case_is_none", body + "\n\nand then\n\n" + body,
                  "p: " + body + "\np: and then\np: " + body + "\n"},
        PlainCase{"sentence_is_none", body + "\n\nIt works.\n\n" + body,
                  "p: " + body + "\np: It works.\np: " + body + "\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Lists, Plain,
    ::testing::Values(
        PlainCase{
            "en_dashes", "Peels are used to:\n\u2013 smooth lines\n\u2013 fade marks\n" + body,
            "p: Peels are used to:\nli.1+: smooth lines\nli.1+: fade marks\np: " + body + "\n"},
        PlainCase{"bullets_of_a_word_processor", "\u2022\tOne\n\u2022 Two\n\u00B7\u00A0Three",
                  "li.1+: One\nli.1+: Two\nli.1+: Three\n"},
        PlainCase{"numbers_with_blank_lines", "1. Cleanse\n\n2. Numb\n\n3. Treat",
                  "ol.1+: Cleanse\nol.1+: Numb\nol.1+: Treat\n"},
        PlainCase{"letters", "a) Cleanse\nb) Numb\n(c) Treat",
                  "ol.1+: Cleanse\nol.1+: Numb\nol.1+: Treat\n"},
        PlainCase{"nested", "- Face\n  - Nose\n  - Chin\n- Neck",
                  "li.1+: Face\nli.2+: Nose\nli.2+: Chin\nli.1+: Neck\n"},
        PlainCase{"item_over_lines", "- The face, which\n  needs care\n- The neck",
                  "li.1+: The face, which needs care\nli.1+: The neck\n"},
        PlainCase{"second_paragraph_of_an_item",
                  "- The face needs care.\n\n  Use a mild soap there.\n- The neck",
                  "li.1+: The face needs care.\nli.1 p: Use a mild soap there.\nli.1+: The neck\n"},
        PlainCase{"dash_without_space_is_none", "-5 degrees is cold.", "p: -5 degrees is cold.\n"},
        PlainCase{"year_is_none", "2020. It was a good year.", "p: 2020. It was a good year.\n"},
        PlainCase{"initial_is_none", "J. Smith wrote it.", "p: J. Smith wrote it.\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Others, Plain,
    ::testing::Values(PlainCase{"quote", "> It never hurt.\n>> Not once, she said.",
                                "q1 p: It never hurt.\nq2 p: Not once, she said.\n"},
                      PlainCase{"rule",
                                "One is here.\n---\nTwo is here.\n\n* * *\n\nThree is here.",
                                "p: One is here.\np: Two is here.\np: Three is here.\n"},
                      PlainCase{"cells", "Depth\tUse\n1.5 mm\tScars\n0.5 mm\tGlow",
                                "table+: Depth\ntable: Use\ntable+: 1.5 mm\ntable: Scars\ntable+: "
                                "0.5 mm\ntable: Glow\n"},
                      PlainCase{"address_in_text", "Write to info@example.org today.",
                                "p: Write to <> today.\n"}),
    testing::name_of);

TEST(PlainLinks, ConnectHeadingsListsAndCells) {
  const Article article = testing::read(
      "plain", "Peels explained\n\nThey help to:\n- smooth\n- brighten\n\nDepth\tUse\n1 mm\tScars");
  ASSERT_EQ(article.blocks.size(), 8U) << testing::outline(article);
  EXPECT_EQ(article.title, 0U);
  EXPECT_EQ(article.blocks[1].heading, 0U);
  EXPECT_EQ(article.blocks[2].lead_in, 1U);
  EXPECT_EQ(article.blocks[3].lead_in, 1U);
  EXPECT_EQ(article.blocks[2].group, article.blocks[3].group);
  EXPECT_EQ(article.blocks[6].table_header, 4U);
  EXPECT_EQ(article.blocks[7].table_header, 5U);
  EXPECT_NE(article.blocks[7].group, article.blocks[3].group);
}

TEST(PlainComments, AreKeptForSuppressions) {
  const std::string text = "One is here.\n<!-- stet spelling -->\nTwo is here.\n";
  const Article article = testing::read("plain", text);
  EXPECT_EQ(testing::outline(article), "p: One is here.\np: Two is here.\n");
  ASSERT_EQ(article.comments.size(), 1U);
  EXPECT_EQ(article.comments[0].text, " stet spelling ");
  EXPECT_EQ(article.comments[0].source.of(text), "<!-- stet spelling -->");
  EXPECT_EQ(article.comments[0].next_block, 1U);
}

TEST(PlainSpans, CountFromTheFilesFirstByte) {
  const std::string text = "\uFEFFOne \u2014 skin\u2019s needs.\r\nTwo";
  const Article article = testing::read("plain", text);
  EXPECT_EQ(article.source_span(testing::find(article, "One")), (Span{3, 6}));
  EXPECT_EQ(testing::source_of(article, text, "skin's needs"), "skin\u2019s needs");
  EXPECT_EQ(testing::source_of(article, text, "Two"), "Two");
}

}  // namespace
}  // namespace linter::prose
