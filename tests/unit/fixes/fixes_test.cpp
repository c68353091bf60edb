#include "linter/fixes/fixes.h"

#include <gtest/gtest.h>

#include "linter/fixes/diff.h"
#include "linter/fixes/word_file.h"

namespace linter::fixes {
namespace {

Fix fix(std::string_view bytes, std::string text, std::string right) {
  const auto at = static_cast<std::uint32_t>(bytes.find(text));
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

TEST(Stet, StandsAboveTheParagraph) {
  const auto with_stet = [](std::string name, std::string_view bytes, std::string_view text) {
    findings::Finding finding = finding_of(std::string(text), {}, false);
    finding.rule = "a.b";
    finding.location.file = std::move(name);
    finding.location.span.begin = static_cast<std::uint32_t>(bytes.find(text));
    const auto stet = stet_before(bytes, finding, "so");
    return stet ? applied(bytes, fitting(bytes, {*stet})) : std::string("none");
  };
  EXPECT_EQ(with_stet("a.md", "# T\n\none\ntwo teh\n", "teh"),
            "# T\n\n<!-- stet a.b: so -->\none\ntwo teh\n");
  EXPECT_EQ(with_stet("a.mdx", "teh\r\n", "teh"), "{/* stet a.b: so */}\r\nteh\r\n");
  EXPECT_EQ(with_stet("a.txt", "\xEF\xBB\xBFteh", "teh"), "\xEF\xBB\xBF[stet a.b: so]\nteh");
  EXPECT_EQ(with_stet("a.md", "---\ntitle: teh\n---\n", "teh"), "none");
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
