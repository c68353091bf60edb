// Misspelt words in the checks behind spelling.
#include <gtest/gtest.h>

#include "tests/unit/run/run_fixture.h"

namespace linter::run {
namespace {

using Lines = std::vector<std::string>;

findings::Outcome checked(const std::string& text, Tree tree = {}) {
  CheckRequest request = request_for({"a.md"});
  if (!tree.empty()) request.packs.clear();  // the project's say
  tree.try_emplace("/w/a.md", text);
  const auto files = base::memory(with_house_pack(std::move(tree)));
  return check(request, *files);
}

TEST(Meant, a_rule_finds_its_word_misspelt_and_says_what_stands_there) {
  const auto outcome = checked("It is a **mir**cale here.\n");
  ASSERT_EQ(lines_of(outcome), Lines{"a.md:1:11:house.never-say:error"});
  EXPECT_EQ(outcome.findings[0].location.text, "mir**cale");
  EXPECT_EQ(outcome.findings[0].message, "Never say “miracle”. (“mircale” is read as “miracle”.)");
}

TEST(Meant, what_stands_behind_a_misspelt_word_is_found_where_it_stands) {
  EXPECT_EQ(lines_of(checked("A mircale; definitly a miracle.\n")),
            (Lines{"a.md:1:3:house.never-say:error", "a.md:1:12:spelling.unknown-word:error",
                   "a.md:1:24:house.never-say:error"}));
}

TEST(Meant, a_word_that_may_be_another_is_not_read_as_one) {
  EXPECT_EQ(lines_of(checked("The Mirakel Group met.\n")), Lines());
  EXPECT_EQ(lines_of(checked("---\ngalley: {words: [mircale]}\n---\n\nA mircale.\n")), Lines());
}

// A pack of the project's own.
Tree with_own_pack(const std::string& rule) {
  return {{"/w/.galley.yaml",
           "packs: [./own.yaml]\nrules: {spelling.unknown-word: {severity: off, reason: ours}}\n"},
          {"/w/own.yaml", "pack: own\nrules:\n" + rule}};
}

TEST(Meant, a_rule_that_names_a_misspelling_keeps_it) {
  const Tree tree = with_own_pack(
      "  - rule: slip\n    kind: existence\n    message: m\n    phrases: [mircale]\n");
  EXPECT_EQ(lines_of(checked("A mircale.\n", tree)), Lines{"a.md:1:3:own.slip:warning"});
}

TEST(Meant, the_wording_of_a_misspelt_word_is_not_mended) {
  const Tree tree = with_own_pack(
      "  - rule: swap\n    kind: substitution\n    message: m\n    swap: {miracle: wonder}\n");
  EXPECT_EQ(lines_of(checked("A mircale, a miracle.\n", tree)),
            Lines{"a.md:1:14:own.swap:warning"});
}

}  // namespace
}  // namespace linter::run
