// Topics: what an article is about, and which rules look at it.
#include "linter/checks/policy/topics.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

constexpr std::string_view topical_pack = R"(
pack: p
topic: skin
topics:
  skin: {words: [skin, dermat*, laser], per_thousand: 20}
rules:
  - {rule: gated, kind: existence, message: m, phrases: [free of risk]}
  - {rule: free, kind: existence, message: m, topic: any, phrases: [free of cost]}
  - rule: counted
    kind: occurrence
    message: m
    phrases: [appointment]
    min: 1
)";

const std::string claim = "It is free of risk and free of cost.";

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "and ";
  return text;
}

TEST(Topic, words_and_beginnings) {
  const Topic topic = topic_of({"t", {"skin", "dermat*", "derm*", "a*", "laser"}, 5});
  for (const char* word : {"skin", "dermatologist", "dermat", "dermis", "a", "apple", "laser"})
    EXPECT_TRUE(topic.holds(word)) << word;
  for (const char* word : {"skins", "der", "lasers", "b", "", "zebra", "skim"})
    EXPECT_FALSE(topic.holds(word)) << word;
}

TEST(Topics, decide_whether_a_rule_looks_at_an_article) {
  struct Row {
    const char* name;
    std::string text;
    std::vector<std::string> found;
  };
  const std::vector<std::string> both{"free of risk", "free of cost"};
  const std::vector<std::string> free_only{"free of cost"};
  const Row rows[] = {
      {"too short to tell", claim, both},
      {"another topic", claim + " " + filler(40), free_only},
      {"often enough", claim + " Skin. " + filler(40), both},
      {"too seldom", claim + " Skin. " + filler(60), free_only},
      {"a heading counts three times", "# Skin\n\n" + claim + " " + filler(120), both},
      {"but not more", "# Skin\n\n" + claim + " " + filler(180), free_only},
      {"capitals and endings", "# DERMATOLOGY\n\n" + claim + " " + filler(50), both},
  };
  tests::PolicyRun run(std::string(topical_pack) + "    scope: title\n    within: heading\n");
  ASSERT_TRUE(run.errors().empty());
  for (const Row& row : rows) {
    std::vector<std::string> found;
    for (const std::string& text : run.texts(row.text)) {
      if (text.starts_with("free")) found.push_back(text);
    }
    EXPECT_EQ(found, row.found) << row.name;
  }
}

// Rules that always look at an article ask for its topic, too.
TEST(Topics, hold_for_what_is_missing) {
  tests::PolicyRun run{topical_pack};
  EXPECT_EQ(run.lines("# Bonds\n\n" + filler(40)), std::vector<std::string>{});
  EXPECT_EQ(run.lines("# Skin\n\n" + filler(40)).size(), 1U);
}

TEST(Topics, must_be_declared) {
  const auto loaded = tests::read_pack(
      "pack: p\ntopic: skn\ntopics: {skin: {words: [skin]}}\nrules:\n"
      "  - {rule: r, kind: existence, message: m, topic: skim, phrases: [x]}\n");
  ASSERT_EQ(loaded.errors.size(), 2U);
  EXPECT_NE(loaded.errors[0].message.find("'skn' is not declared"), std::string::npos);
  EXPECT_NE(loaded.errors[1].message.find("did you mean 'skin'"), std::string::npos);
}

}  // namespace
}  // namespace linter::checks::policy
