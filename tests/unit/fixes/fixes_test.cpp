#include "linter/fixes/fixes.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "linter/fixes/diff.h"
#include "linter/fixes/manuscript.h"
#include "linter/fixes/word_file.h"

namespace linter::fixes {
namespace {

Fix fix(std::string_view bytes, std::string text, std::string right) {
  const auto at = static_cast<std::uint32_t>(std::min(bytes.find(text), bytes.size()));
  return {{at, at + static_cast<std::uint32_t>(text.size())}, std::move(text), std::move(right)};
}

findings::Finding finding_of(std::string text, std::vector<std::string> suggestions, bool safe) {
  findings::Finding finding;
  finding.location.text = std::move(text);
  finding.suggestions = std::move(suggestions);
  finding.safe_fix = safe;
  return finding;
}

TEST(Fixes, AreOfSureFindingsThatNobodySilenced) {
  std::vector<findings::Finding> findings{
      finding_of("teh", {"the", "tea"}, true), finding_of("tehm", {"them"}, false),
      finding_of("dont", {"don't"}, true), finding_of("wierd", {}, true)};
  findings[2].suppressed = "quoted";
  const auto fixes = sure_fixes(findings);
  ASSERT_EQ(fixes.size(), 1U);
  EXPECT_EQ(fixes.front().right, "the");
}

TEST(Fixes, OfAPersonReplaceTextWithoutMarkup) {
  EXPECT_TRUE(is_replaceable(finding_of("hyper pigmentation", {"x"}, false)));
  for (const char* text : {"the *the", "the\nthe", "a&nbsp;b", "<b>the", "", "`x`"})
    EXPECT_FALSE(is_replaceable(finding_of(text, {"x"}, false))) << text;
  EXPECT_TRUE(is_replaceable(finding_of("the\nthe", {"the"}, true)));
}

TEST(Fixes, KeepEveryOtherByte) {
  const std::string bytes = "\xEF\xBB\xBFIt dont\r\nhurt teh skin.";
  const auto fixes = fitting(bytes, {fix(bytes, "teh", "the"), fix(bytes, "dont", "don't")});
  EXPECT_EQ(applied(bytes, fixes), "\xEF\xBB\xBFIt don't\r\nhurt the skin.");
  EXPECT_EQ(applied(bytes, {}), bytes);
}

TEST(Fixes, ThatOverlapOrDoNotFitAreLeftOut) {
  const std::string bytes = "the the skin";
  Fix elsewhere = fix(bytes, "skin", "face");
  elsewhere.text = "sikn";
  Fix beyond = fix(bytes, "skin", "face");
  beyond.span.end = 99;
  const auto fixes =
      fitting(bytes, {fix(bytes, "the the", "the"), fix(bytes, "the", "a"), elsewhere, beyond});
  ASSERT_EQ(fixes.size(), 1U);
  EXPECT_EQ(applied(bytes, fixes), "the skin");
}

struct WrittenCase {
  const char* name;
  const char* file;
  std::string bytes;
  std::string words;
  std::string right;
  std::string after;  // empty: refused
};

class Written : public testing::TestWithParam<WrittenCase> {};

TEST_P(Written, reads_as_it_was_meant) {
  const WrittenCase& row = GetParam();
  const Manuscript manuscript(row.file, row.bytes, {prose::format_for_path(row.file), {}});
  const std::vector<Fix> wanted{fix(row.bytes, row.words, row.right)};
  const Writing writing = manuscript.replacements(wanted);
  EXPECT_EQ(writing.refused.empty() ? applied(row.bytes, writing.fixes) : "", row.after);
  EXPECT_EQ(writing.refused.empty(), !row.after.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Written,
    testing::Values(
        WrittenCase{"as_it_is", "a.md", "It dont\r\nhurt.\n", "dont", "don't",
                    "It don't\r\nhurt.\n"},
        WrittenCase{"a_plain_value", "a.md", "---\ntitle: Teh tips  # x\n---\nOne.\n", "Teh tips",
                    "Tips: more \"now\"",
                    "---\ntitle: \"Tips: more \\\"now\\\"\"  # x\n---\nOne.\n"},
        WrittenCase{"a_quoted_value", "a.md", "---\ntitle: \"Teh tips\"\n---\nOne.\n", "Teh",
                    "The \"best\"", "---\ntitle: \"The \\\"best\\\" tips\"\n---\nOne.\n"},
        WrittenCase{"a_value_in_single_quotes", "a.md", "---\ntitle: 'Dont worry'\n---\nOne.\n",
                    "Dont", "Don't", "---\ntitle: 'Don''t worry'\n---\nOne.\n"},
        WrittenCase{"a_value_of_toml", "a.md", "+++\ntitle = \"Teh tips\"\n+++\nOne.\n", "Teh",
                    "a\"b", "+++\ntitle = \"a\\\"b tips\"\n+++\nOne.\n"},
        WrittenCase{"a_literal_of_toml", "a.md", "+++\ntitle = 'Dont worry'\n+++\nOne.\n", "Dont",
                    "Don't", "+++\ntitle = \"Don't worry\"\n+++\nOne.\n"},
        WrittenCase{"html_text", "a.html", "<p>Teh skin &amp; more</p>", "Teh", "a < b & c",
                    "<p>a &lt; b &amp; c skin &amp; more</p>"},
        WrittenCase{"an_attribute", "a.html", "<p>One</p><img src=x alt=\"teh skin\">", "teh",
                    "\" onerror=\"x", "<p>One</p><img src=x alt=\"&quot; onerror=&quot;x skin\">"},
        WrittenCase{"a_table_cell", "a.md", "|A|B|\n|-|-|\n|teh|x|\n", "teh", "red|ness",
                    "|A|B|\n|-|-|\n|red\\|ness|x|\n"},
        WrittenCase{"marks_of_markdown", "a.md", "It is teh skin.\n", "teh", "*the* [x](y) `z`",
                    "It is \\*the\\* \\[x\\](y) \\`z\\` skin.\n"},
        WrittenCase{"a_heading_by_accident", "a.md", "Teh skin.\n", "Teh", "# The",
                    "\\# The skin.\n"},
        WrittenCase{"html_in_markdown", "a.md", "<div>\nTeh skin\n</div>\n", "Teh", "a < b",
                    "<div>\na &lt; b skin\n</div>\n"},
        WrittenCase{"nothing", "a.md", "It is very red.\n", "very", "", "It is red.\n"},
        WrittenCase{"twice_across_a_line_end", "a.md", "It is part of\nof the plan.", "of\nof",
                    "of", "It is part of\nthe plan."},
        WrittenCase{"twice_across_the_end_of_an_indented_line", "a.md", "- part of\r\n  of it.",
                    "of\r\n  of", "of", "- part of\r\n  it."},
        WrittenCase{"twice_before_a_mark", "a.md", "It is for us and\nand, so, you.", "and\nand",
                    "and", "It is for us and, so, you."},
        WrittenCase{"twice_and_the_line_ends", "a.md", "It is part of\nof\nthe plan.", "of\nof",
                    "of", "It is part of\nthe plan."},
        WrittenCase{"left_out_with_its_space", "a.md",
                    "We like it and so to say that peels work.\n", "so to say that ", "",
                    "We like it and peels work.\n"},
        WrittenCase{"left_out_after_a_comma", "a.md", "They work, so to say that they do.\n",
                    "so to say that ", "", "They work, they do.\n"},
        WrittenCase{"left_out_at_a_beginning", "a.md", "Yes. So to say that peels work.\n",
                    "So to say that ", "", "Yes. Peels work.\n"},
        WrittenCase{"left_out_with_its_comma", "a.md", "- Basically, peels work.\n", "Basically",
                    "", "- Peels work.\n"},
        WrittenCase{"left_out_before_a_mark", "a.md", "Peels work basically.\n", "basically", "",
                    "Peels work.\n"},
        WrittenCase{"left_out_between_commas", "a.md", "Peels, basically, work.\n", "basically", "",
                    "Peels, work.\n"},
        WrittenCase{"left_out_in_html", "a.html", "<p>So to say that peels work.</p>",
                    "So to say that ", "", "<p>Peels work.</p>"},
        WrittenCase{"left_out_before_its_own_way", "a.md", "Basically iPhones work.\n", "Basically",
                    "", "iPhones work.\n"},
        WrittenCase{"no_longer_there", "a.md", "It is red.\n", "rde", "red", ""},
        WrittenCase{"what_plain_text_cannot_say", "a.txt", "One\n\nTeh skin is red.\n",
                    "skin is red.", "[stet a.b: x]\n\n", ""}),
    [](const auto& row) { return std::string(row.param.name); });

struct StetCase {
  const char* name;
  const char* file;
  std::string bytes;
  std::string words;
  std::string after;  // empty: refused
};

class Stet : public testing::TestWithParam<StetCase> {};

TEST_P(Stet, holds_for_its_finding) {
  const StetCase& row = GetParam();
  findings::Finding finding = finding_of(row.words, {}, false);
  finding.rule = "a.b";
  finding.location.file = row.file;
  finding.location.span = fix(row.bytes, row.words, "").span;
  const Manuscript manuscript(row.file, row.bytes, {prose::format_for_path(row.file), {}});
  const std::vector<Stands> stands{{&finding, "so: it is"}};
  const Writing writing = manuscript.stets(stands);
  EXPECT_EQ(writing.refused.empty() ? applied(row.bytes, writing.fixes) : "", row.after);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Stet,
    testing::Values(
        StetCase{"above_a_paragraph", "a.md", "# T\n\none\ntwo teh\n", "teh",
                 "# T\n\n<!-- stet a.b: so: it is -->\none\ntwo teh\n"},
        StetCase{"in_mdx", "a.mdx", "teh\r\n", "teh", "{/* stet a.b: so: it is */}\r\nteh\r\n"},
        StetCase{"in_plain_text", "a.txt", "\xEF\xBB\xBFteh", "teh",
                 "\xEF\xBB\xBF[stet a.b: so: it is]\nteh"},
        StetCase{"in_a_title", "a.md", "---\ntitle: teh\n---\n", "teh",
                 "---\ntitle: teh\ngalley:\n  stet:\n    a.b: \"so: it is\"\n---\n"},
        StetCase{
            "beside_other_keys", "a.md",
            "---\ntitle: teh\ngalley:\n  words: [x]\n  stet:\n    c.d: no\nx: y\n---\n", "teh",
            "---\ntitle: teh\ngalley:\n  words: [x]\n  stet:\n    a.b: \"so: it is\"\n    c.d: "
            "no\nx: y\n---\n"},
        StetCase{"in_toml", "a.md", "+++\ntitle = \"teh\"\n+++\n", "teh",
                 "+++\ntitle = \"teh\"\n[galley.stet]\n\"a.b\" = \"so: it is\"\n+++\n"},
        StetCase{"below_front_matter", "a.md", "---\ntitle: x\n---\n# Teh\n", "Teh",
                 "---\ntitle: x\n---\n<!-- stet a.b: so: it is -->\n# Teh\n"},
        StetCase{"in_html", "a.html",
                 "<!doctype html>\n<html><body>\n  <p>One <em>teh</em></p>\n</body></html>\n",
                 "teh",
                 "<!doctype html>\n<html><body>\n  <!-- stet a.b: so: it is -->\n  <p>One "
                 "<em>teh</em></p>\n</body></html>\n"},
        StetCase{"in_the_title_of_html", "a.html",
                 "<!doctype html><html><head><title>teh</title></head><body><p>x</p></body></html>",
                 "teh",
                 "<!doctype html><html><head><!-- stet a.b: so: it is "
                 "--><title>teh</title></head><body><p>x</p></body></html>"},
        StetCase{"before_a_picture", "a.html", "<p>One <img alt=\"teh\" src=x> two.</p>", "teh",
                 "<p>One <!-- stet a.b: so: it is --><img alt=\"teh\" src=x> two.</p>"},
        StetCase{"around_a_picture_at_the_end", "a.html", "<p>One <img alt=\"teh\" src=x></p>",
                 "teh",
                 "<p>One <!-- stet-begin a.b: so: it is --><img alt=\"teh\" src=x><!-- stet-end "
                 "--></p>"},
        StetCase{"no_longer_there", "a.md", "One.\n", "teh", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Manuscript, lets_stand_no_more_than_the_words_where_it_can) {
  struct Row {
    const char* name;
    const char* file;
    std::string bytes;
    std::string after;
    std::string covers;
  };
  const Row rows[] = {
      {"in_a_line", "a.md", "One teh two teh.\n",
       "One <!-- stet-begin a.b: so -->teh<!-- stet-end --> two teh.\n", "teh"},
      {"first_in_a_paragraph", "a.md", "# T\n\nteh two.\n",
       "# T\n\n<!-- stet-begin a.b: so -->\nteh<!-- stet-end --> two.\n", "teh"},
      {"first_in_a_file", "a.md", "teh two.\n",
       "<!-- stet-begin a.b: so -->\nteh<!-- stet-end --> two.\n", "teh"},
      {"first_in_a_line", "a.md", "One\nteh two.\n",
       "One <!-- stet-begin a.b: so -->\nteh<!-- stet-end --> two.\n", "teh"},
      {"in_a_heading", "a.md", "# A teh\n", "# A <!-- stet-begin a.b: so -->teh<!-- stet-end -->\n",
       "teh"},
      {"in_html", "a.html", "<p>One teh two</p>",
       "<p>One <!-- stet-begin a.b: so -->teh<!-- stet-end --> two</p>", "teh"},
      {"in_mdx", "a.mdx", "One teh two.\n",
       "One {/* stet-begin a.b: so */}teh{/* stet-end */} two.\n", "teh"},
      {"in_plain_text", "a.txt", "It is one teh that\nis two.\n",
       "[stet a.b: so]\nIt is one teh that\nis two.\n", "It is one teh that"},
  };
  for (const Row& row : rows) {
    findings::Finding finding = finding_of("teh", {}, false);
    finding.rule = "a.b";
    finding.location.span = fix(row.bytes, "teh", "").span;
    const Manuscript manuscript(row.file, row.bytes, {prose::format_for_path(row.file), {}});
    const NarrowStet stet = manuscript.narrowest_stet({&finding, "so"});
    EXPECT_EQ(applied(row.bytes, stet.fixes), row.after) << row.name;
    std::string covers(stet.covers.of(row.bytes));
    covers.erase(0, covers.find_first_not_of('\n'));
    EXPECT_EQ(covers.substr(0, covers.find_last_not_of('\n') + 1), row.covers) << row.name;
  }
}

// An attribute is read behind the paragraph that it stands in.
TEST(Manuscript, together_where_they_are_read_in_another_order) {
  const std::string bytes = "<p>One <img alt=\"teh skin\" src=x> an teh hand.</p>";
  const Manuscript manuscript("a.html", bytes, {prose::format_named("html"), {}});
  Fix second = fix(bytes, "teh", "the");
  second.span = {static_cast<std::uint32_t>(bytes.rfind("teh")),
                 static_cast<std::uint32_t>(bytes.rfind("teh") + 3)};
  const std::vector<Fix> wanted{fix(bytes, "teh", "the"), second};
  EXPECT_EQ(applied(bytes, manuscript.replacements(wanted).fixes),
            "<p>One <img alt=\"the skin\" src=x> an the hand.</p>");
}

TEST(Diff, ShowsChangedLinesWithThreeAroundThem) {
  const std::string bytes = "one\ntwo\nthree\nfour\nteh five\nsix\nseven\neight\nnine\n";
  const auto fixes = fitting(bytes, {fix(bytes, "teh", "the")});
  EXPECT_EQ(diff("a.md", bytes, fixes),
            "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n two\n three\n four\n-teh five\n+the five\n"
            " six\n seven\n eight\n");
  EXPECT_EQ(diff("a.md", bytes, {}), "");
}

TEST(Diff, JoinsNeighborsAndTellsAMissingLineEnd) {
  const std::string bytes = "teh\nthe\nthe dog";
  const auto fixes = fitting(bytes, {fix(bytes, "teh", "the"), fix(bytes, "the\nthe", "the")});
  EXPECT_EQ(diff("a.md", bytes, fixes),
            "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,2 @@\n-teh\n-the\n-the dog\n"
            "\\ No newline at end of file\n+the\n+the dog\n\\ No newline at end of file\n");
}

TEST(WordFile, StaysSortedWithItsComments) {
  struct Row {
    const char* name;
    const char* list;
    std::vector<std::string> words;
    const char* reason;
    const char* expected;
  };
  const Row rows[] = {
      {"empty", "", {"Lumecca"}, "", "Lumecca\n"},
      {"a reason is a comment", "", {"Lumecca"}, "our laser", "Lumecca  # our laser\n"},
      {"sorted bytewise", "b\nd\n", {"c", "A"}, "", "A\nb\nc\nd\n"},
      {"there already", "b  # old\n", {"b"}, "new", "b  # old\n"},
      {"there without a reason", "b\n", {"b"}, "new", "b  # new\n"},
      {"there, and none given", "b  # old\n", {"b"}, "", "b  # old\n"},
      {"there below its reason", "a\n# old\nb\n", {"b"}, "new", "a\n# old\nb\n"},
      {"the head stays", "# ours\n\nb\n", {"a"}, "", "# ours\n\na\nb\n"},
      {"a comment stays with its word",
       "a\n# of the lab\nz\n",
       {"b"},
       "",
       "a\nb\n# of the lab\nz\n"},
      {"line ends stay", "a\r\n", {"b"}, "", "a\r\nb\r\n"},
      {"no last line end", "a", {"b"}, "", "a\nb\n"},
      {"a reason is one line", "", {"b"}, "x\ny", "b  # x y\n"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(with_words(row.list, row.words, row.reason), row.expected) << row.name;
}

}  // namespace
}  // namespace linter::fixes
