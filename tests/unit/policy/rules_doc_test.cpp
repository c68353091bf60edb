// docs/rules.md: every rule on the page is run with its examples, and no key of a table is missing.
#include <gtest/gtest.h>

#include "linter/checks/policy/kinds.h"
#include "linter/packs/keys.h"
#include "tests/support/golden.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

const std::string page = GALLEY_SOURCE_DIR "/docs/rules.md";

std::vector<std::string> yaml_blocks(const std::string& text) {
  constexpr std::string_view open = "```yaml\n";
  std::vector<std::string> blocks;
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    at += open.size();
    const std::size_t end = text.find("```\n", at);
    blocks.push_back(text.substr(at, end - at));
  }
  return blocks;
}

// The part of the page under "## name".
std::string section(const std::string& text, std::string_view name) {
  const std::size_t begin = text.find("\n## " + std::string(name) + "\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

TEST(RulesDoc, every_rule_on_the_page_holds_its_examples) {
  const std::vector<std::string> blocks = yaml_blocks(tests::read_file(page));
  EXPECT_GT(blocks.size(), 15U);
  for (const std::string& block : blocks) {
    const auto loaded = tests::read_pack(block);
    for (const base::Error& error : loaded.errors) ADD_FAILURE() << block << tests::line_of(error);
    const std::vector<packs::Pack> packs{loaded.value};
    PolicyOptions options;
    options.knowledge = &tests::shipped_knowledge();
    const auto set = PolicySet::compile(packs, options);
    for (const base::Error& error : set.errors) ADD_FAILURE() << block << tests::line_of(error);
    const ExamplesReport report =
        run_examples(packs, {set.value, tests::english(), tests::english_cues()});
    EXPECT_EQ(report.failures, 0U) << block << rendered(report);
    for (const packs::RuleDefinition& rule : loaded.value.rules) {
      EXPECT_FALSE(rule.bad.empty()) << rule.id;
      EXPECT_FALSE(rule.good.empty()) << rule.id;
    }
  }
}

void expect_rows(const std::string& text, std::span<const packs::Field> fields) {
  for (const packs::Field& field : fields) {
    const std::string row = "| `" + std::string(field.name) + "` | " + std::string(field.about) +
                            (field.required ? " Required. |" : " |");
    EXPECT_NE(text.find("\n" + row + "\n"), std::string::npos) << "add to the page: " << row;
  }
}

TEST(RulesDoc, every_key_is_on_the_page) {
  const std::string text = tests::read_file(page);
  expect_rows(text, packs::pack_fields());
  expect_rows(text, packs::topic_fields());
  expect_rows(text, packs::rule_fields());
  expect_rows(text, scope_fields());
  expect_rows(text, filter_fields());
  expect_rows(text, pattern_fields());
  for (const Kind& kind : kinds()) {
    const std::string part = section(text, kind.name);
    EXPECT_NE(part.find(kind.about), std::string::npos)
        << "under ## " << kind.name << ": " << kind.about;
    expect_rows(part, kind.fields);
    for (const std::string_view name : kind.placeholders)
      EXPECT_NE(part.find("{" + std::string(name) + "}"), std::string::npos)
          << kind.name << ": {" << name << "}";
  }
}

TEST(RulesDoc, every_place_is_on_the_page) {
  const std::string text = tests::read_file(page);
  for (const std::string_view place : place_names())
    EXPECT_NE(text.find("`" + std::string(place) + "`"), std::string::npos) << place;
}

}  // namespace
}  // namespace linter::checks::policy
