// The JSON Schemas accept what galley accepts, and refuse what it refuses.
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "tests/support/golden.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

using nlohmann::json;

class SchemaFor {
 public:
  explicit SchemaFor(std::string_view name) {
    const json document = json::parse(schema(name).value());
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema_);
  }

  // What is wrong with a YAML text; empty when nothing is.
  std::string faults(const std::string& yaml) {
    const auto parsed = base::yaml::parse(yaml, "test");
    EXPECT_TRUE(parsed.errors.empty());
    const json document = json::parse(base::yaml::to_json(parsed.value));
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), &results))
      return {};
    std::string out;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
      for (const std::string& step : error.context) out += step;
      out += ": " + error.description + "\n";
    }
    return out.empty() ? "not valid" : out;
  }

 private:
  valijson::Schema schema_;
};

std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  return paths;
}

std::string schema_of_file(const std::string& path, const base::yaml::Value& document) {
  if (path.ends_with("/pack.yaml")) return "pack";
  if (document.find("rules") != nullptr || document.find("fragments") != nullptr) return "rules";
  return document.find("cues") != nullptr ? "cues" : "knowledge";
}

TEST(Schema, accepts_every_shipped_pack_and_every_golden_one) {
  std::map<std::string, SchemaFor> schemas;
  for (const std::string_view name : schema_names()) schemas.try_emplace(std::string(name), name);
  for (const char* folder : {"/policies", "/tests/golden/policy"}) {
    for (const std::string& path : yaml_files(std::string(GALLEY_SOURCE_DIR) + folder)) {
      const std::string text = tests::read_file(path);
      const std::string name = schema_of_file(path, base::yaml::parse(text, path).value);
      EXPECT_EQ(schemas.at(name).faults(text), "") << path;
    }
  }
}

struct SchemaRow {
  const char* name;
  const char* rule;
  bool fine;
};

TEST(Schema, agrees_with_the_reader_about_rules) {
  SchemaFor schema("pack");
  for (const SchemaRow& row : std::vector<SchemaRow>{
           {"existence", "kind: existence, patterns: [a, b], scope: title", true},
           {"one pattern", "kind: existence, patterns: a", true},
           {"a plain number is text", "kind: existence, phrases: [24, true]", true},
           {"an empty replacement", "kind: substitution, swap: {a: ''}", true},
           {"a token", "kind: sequence, tokens: [{words: [a], skip: 2}]", true},
           {"sentences", "kind: required, when: a, must: b, within: {sentences: 2}", true},
           {"a section", "kind: required, when: a, must: b, within: section", true},
           {"a source",
            "kind: existence, phrases: a, source: {title: t, url: 'https://example.org', date: "
            "2026-11-20}",
            true},
           {"no silence", "kind: existence, phrases: a, context: {silent: []}", true},
           {"unknown kind", "kind: existance, patterns: [a]", false},
           {"unknown key", "kind: existence, pattern: [a]", false},
           {"key of another kind", "kind: existence, patterns: [a], swap: {a: b}", false},
           {"nothing to look for", "kind: existence", false},
           {"nothing in the list", "kind: existence, patterns: []", false},
           {"empty text", "kind: existence, patterns: ['']", false},
           {"unknown place", "kind: existence, patterns: a, scope: nowhere", false},
           {"unknown category", "kind: existence, patterns: a, context: {silent: loud}", false},
           {"unknown severity", "kind: existence, patterns: a, severity: fatal", false},
           {"not a whole number", "kind: occurrence, patterns: a, max: 1.5", false},
           {"below zero", "kind: occurrence, patterns: a, max: -1", false},
           {"not a boolean", "kind: existence, patterns: a, ignore_case: maybe", false},
           {"not a mapping", "kind: substitution, swap: [a]", false},
           {"a form without another", "kind: consistency, either: [[a]]", false},
           {"an empty token", "kind: sequence, tokens: [{skip: 2}]", false},
           {"no such distance", "kind: required, when: a, must: b, within: {words: 2}", false},
           {"a source without title", "kind: existence, phrases: a, source: {section: '1'}", false},
           {"no address", "kind: existence, phrases: a, links: example.org", false},
           {"no date", "kind: existence, phrases: a, source: {title: t, date: yesterday}", false},
       }) {
    const std::string yaml =
        "pack: p\nrules:\n  - {rule: r, message: m, " + std::string(row.rule) + "}\n";
    const std::string faults = schema.faults(yaml);
    EXPECT_EQ(faults.empty(), row.fine) << row.name << ": " << faults;
    EXPECT_EQ(tests::PolicyRun(yaml).errors().empty(), row.fine) << row.name;
  }
}

TEST(Schema, agrees_with_the_reader_about_packs) {
  SchemaFor schema("pack");
  for (const auto& [yaml, fine] : std::vector<std::pair<const char*, bool>>{
           {"pack: p\nversion: 2\nneeds: english\nrules: []\n", true},
           {"pack: p\njurisdictions: {uk: {name: UK}}\nrules: []\n", true},
           {"version: 2\nrules: []\n", false},
           {"pack: P\nrules: []\n", false},
           {"pack: p\nversion: 0\nrules: []\n", false},
           {"pack: p\nabuot: x\nrules: []\n", false},
           {"pack: p\njurisdictions: {uk: {}}\nrules: []\n", false},
           {"pack: p\nrules: {a: b}\n", false},
           {"pack: p\nrules: [a]\n", false},
       }) {
    const std::string faults = schema.faults(yaml);
    EXPECT_EQ(faults.empty(), fine) << yaml << faults;
    EXPECT_EQ(tests::PolicyRun(yaml).errors().empty(), fine) << yaml;
  }
}

TEST(Schema, knows_what_stands_in_cues_and_knowledge) {
  for (const auto& [name, yaml, fine] : std::vector<std::tuple<const char*, const char*, bool>>{
           {"cues", "cues: [{category: negated, direction: forward, within: 3, phrases: [no]}]",
            true},
           {"cues", "cues: [{ends: [negated, hedged], phrases: but}]", true},
           {"cues", "cues: [{phrases: [no]}]", false},
           {"cues", "cues: [{category: negated}]", false},
           {"cues", "cues: [{category: loud, phrases: [no]}]", false},
           {"cues", "cues: [{category: negated, direction: up, phrases: [no]}]", false},
           {"cues", "cues: [{category: negated, within: 0, phrases: [no]}]", false},
           {"cues", "cues: {category: negated}", false},
           {"knowledge", "concepts: [{concept: c, type: t, terms: [a], is_a: b}]", true},
           {"knowledge", "concepts: [{concept: c, type: t, term: [a]}]", false},
           {"knowledge", "concepts: [{concept: c}]", false},
           {"knowledge", "frames: [{frame: f, cues: {after: [a, {phrase: b, denies: true}]}}]",
            true},
           {"knowledge", "frames: [{frame: f, cues: {behind: [a]}}]", false},
           {"knowledge", "frames: [{frame: f, measure: [weight]}]", false},
           {"knowledge", "measures: [{measure: weight}]", true},
           {"knowledge", "units: [{unit: g, measure: weight, label: [gram, grams]}]", true},
           {"knowledge", "pairs: [{first: a, second: b, verdict: tension}]", true},
           {"knowledge", "pairs: [{first: a, second: b, verdict: maybe}]", false},
           {"knowledge", "bands: [{band: b, of: time, range: [0, 0.5], words: [w]}]", true},
           {"knowledge", "bands: [{band: b, range: [0]}]", false},
           {"knowledge", "numbers: [{words: [w]}]", false},
           {"knowledge",
            "facts: [{fact: f, subject: s, frame: r, concept: c, says: It is., "
            "source: {title: t, url: 'https://x.org', date: 2026-11-20}}]",
            true},
           {"knowledge", "facts: [{fact: f, subject: s, frame: r, concept: c, says: It is.}]",
            false},
       }) {
    EXPECT_EQ(SchemaFor(name).faults(yaml).empty(), fine) << yaml;
  }
}

TEST(Schema, has_no_other_names) {
  EXPECT_FALSE(schema("rule"));
  EXPECT_FALSE(schema(""));
}

}  // namespace
}  // namespace linter::checks::policy
