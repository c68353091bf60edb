#include <gtest/gtest.h>

#include "linter/packs/load.h"

namespace linter::packs {
namespace {

std::vector<std::string> lines_of(const std::vector<base::Error>& errors) {
  std::vector<std::string> lines;
  for (const base::Error& error : errors) {
    lines.push_back(error.file + ":" + std::to_string(error.line) + ":" +
                    std::to_string(error.column) + " " + std::string(base::code_name(error.code)) +
                    ": " + error.message);
  }
  return lines;
}

base::Loaded<Pack> load(std::map<std::string, std::string> files, const std::string& path = "p") {
  return load_pack(*base::memory(std::move(files)), path);
}

constexpr const char* head = "pack: house\nversion: 3\nabout: Ours.\n";

TEST(LoadPack, reads_all_that_a_pack_can_say) {
  const auto loaded = load({
      {"p/pack.yaml",
       "pack: house\nversion: 3\nabout: Ours.\nlicence: MIT\norigin: Us.\nneeds: "
       "[english]\ncategory: claim\n"
       "language: en\nrequires_source: true\nnotice: No advice.\n"
       "jurisdictions:\n  uk-cap: {name: UK CAP Code, url: 'https://example.org/cap'}\n"},
      {"p/a.yaml",
       "fragments: {who: 'you|we'}\nrules:\n"
       "  - rule: painless\n    kind: existence\n    message: No.\n    patterns: [painless]\n    "
       "severity: error\n"
       "    about: Promises.\n    why: Because.\n    instead: Some feel it.\n    category: "
       "wording\n"
       "    examples:\n      bad: Painless.\n      good: [{text: Fine., format: plain}, Good.]\n"
       "    source: {title: Code, url: 'https://example.org', section: '12.1', date: 2026-11-20}\n"
       "    jurisdictions: uk-cap\n    family: pain\n    yields: true\n    stet: never\n    since: "
       "2\n"
       "    links: ['https://example.org/more']\n"},
      {"p/sub/cues.yaml", "cues: []\n"},
      {"p/readme.md", "not read"},
      {"p/.hidden.yaml", "not: read"},
  });
  EXPECT_EQ(lines_of(loaded.errors), std::vector<std::string>{});
  const Pack& pack = loaded.value;
  EXPECT_EQ(pack.id, "house");
  EXPECT_EQ(pack.version, 3U);
  EXPECT_EQ(pack.notice, "No advice.");
  ASSERT_EQ(pack.needs.size(), 1U);
  EXPECT_EQ(pack.needs[0].pack, "english");
  ASSERT_EQ(pack.files.size(), 3U);
  EXPECT_EQ(pack.files[1].path, "p/a.yaml");
  EXPECT_EQ(pack.files[1].fragments.at("who"), "you|we");
  ASSERT_EQ(pack.cues.size(), 1U);
  EXPECT_EQ(pack.files[pack.cues[0].file].path, "p/sub/cues.yaml");
  ASSERT_EQ(pack.rules.size(), 1U);
  const RuleDefinition& rule = pack.rules[0];
  EXPECT_EQ(rule.id, "house.painless");
  EXPECT_EQ(rule.severity, findings::Severity::error);
  EXPECT_EQ(rule.category, findings::Category::wording);
  EXPECT_EQ(rule.bad.size(), 1U);
  ASSERT_EQ(rule.good.size(), 2U);
  EXPECT_EQ(rule.good[0].format, "plain");
  EXPECT_EQ(rule.good[1].position.line, 14U);
  ASSERT_EQ(rule.sources.size(), 1U);
  EXPECT_EQ(rule.sources[0].section, "12.1");
  EXPECT_EQ(rule.jurisdictions, std::vector<std::string>{"uk-cap"});
  EXPECT_EQ(rule.family, "pain");
  EXPECT_TRUE(rule.yields);
  EXPECT_TRUE(rule.stet_never);
  EXPECT_EQ(rule.since, 2U);
  EXPECT_NE(rule.body.find("patterns"), nullptr);
}

TEST(LoadPack, a_file_without_rules_lends_its_fragments) {
  const auto loaded = load({{"p/pack.yaml", head},
                            {"p/a.yaml", "fragments: {who: we}\nrules: []\n"},
                            {"p/b.yaml", "rules: []\n"},
                            {"p/words.yaml", "fragments: {who: you, what: 'peels?'}\n"}});
  EXPECT_EQ(lines_of(loaded.errors), std::vector<std::string>{});
  ASSERT_EQ(loaded.value.files.size(), 4U);
  EXPECT_EQ(loaded.value.files[1].fragments, (Fragments{{"who", "we"}}));
  EXPECT_EQ(loaded.value.files[2].fragments, Fragments{});
  EXPECT_EQ(loaded.value.fragments, (Fragments{{"what", "peels?"}, {"who", "you"}}));
}

TEST(LoadPack, a_house_pack_of_one_file_needs_five_lines) {
  const auto loaded = load({{"house.yaml",
                             "pack: house\nrules:\n  - rule: utilise\n    kind: existence\n    "
                             "message: Write use.\n    patterns: "
                             "[utilise]\n"}},
                           "house.yaml");
  EXPECT_EQ(lines_of(loaded.errors), std::vector<std::string>{});
  ASSERT_EQ(loaded.value.rules.size(), 1U);
  EXPECT_EQ(loaded.value.rules[0].severity, findings::Severity::warning);
  EXPECT_EQ(loaded.value.rules[0].category, findings::Category::wording);
}

struct PackRow {
  const char* name;
  std::map<std::string, std::string> files;
  std::vector<std::string> errors;
  std::vector<std::string> rules;  // ids that are kept all the same
};

TEST(LoadPack, reports_every_fault_with_its_place_and_keeps_the_good_rules) {
  const std::string rule = "kind: existence, message: m, patterns: [x]";
  const std::vector<PackRow> rows = {
      {"no pack.yaml",
       {{"p/rules.yaml", "rules: []\n"}},
       {"p:0:0 missing-path: the folder has no pack.yaml, so it is no pack: add one (galley policy "
        "new)"},
       {}},
      {"bad head and good rules",
       {{"p/pack.yaml", "pack: house\nabuot: x\n"},
        {"p/r.yaml", "rules: [{rule: a, " + rule + "}]\n"}},
       {"p/pack.yaml:2:1 unknown-key: the key 'abuot' is not known (did you mean 'about'?)"},
       {"house.a"}},
      {"bad name",
       {{"p/pack.yaml", "pack: House Style\n"}},
       {"p/pack.yaml:1:7 bad-value: 'pack' must be a name of lower-case letters, digits and "
        "hyphens, not 'House "
        "Style'"},
       {}},
      {"the name of rules in code",
       {{"p/pack.yaml", "about: x\npack: spelling\n"}},
       {"p/pack.yaml:2:7 bad-value: 'spelling' is the name of galley's own rules: name the pack "
        "otherwise, such as 'house-spelling'"},
       {}},
      {"faults in several files",
       {{"p/pack.yaml", head},
        {"p/a.yaml", "rules:\n  - {rule: A, " + rule + "}\n  - {rule: b, " + rule + "}\n"},
        {"p/b.yaml", "rules:\n  - {rule: c, kind: existence, severity: eror, patterns: [x]}\n"}},
       {"p/a.yaml:2:12 bad-value: 'rules[0].rule' must be a name of lower-case letters, digits and "
        "hyphens, not 'A'",
        "p/b.yaml:2:5 missing-key: 'rules[0].message' is missing",
        "p/b.yaml:2:42 bad-value: 'rules[0].severity' cannot be 'eror' (did you mean 'error'?); it "
        "is one of "
        "suggestion, warning, error"},
       {"house.b"}},
      {"the same id twice",
       {{"p/pack.yaml", head},
        {"p/a.yaml", "rules:\n  - {rule: a, " + rule + "}\n"},
        {"p/b.yaml", "rules:\n  - {rule: a, " + rule + "}\n"}},
       {"p/b.yaml:2:5 duplicate-id: the rule 'house.a' is already at p/a.yaml:2: give this one "
        "another name"},
       {"house.a"}},
      {"the same key twice",
       {{"p/pack.yaml", "pack: house\npack: other\n"}},
       {"p/pack.yaml:2:1 duplicate-key: the key 'pack' stands here a second time: keep one of "
        "them"},
       {}},
      {"a source is missing",
       {{"p/pack.yaml", "pack: house\nrequires_source: true\n"},
        {"p/a.yaml", "rules:\n  - {rule: a, " + rule + "}\n"}},
       {"p/a.yaml:2:5 missing-source: 'rules[0]' has no 'source': this pack requires one of every "
        "rule"},
       {}},
      {"a jurisdiction that nobody declared",
       {{"p/pack.yaml", "pack: house\njurisdictions: {uk-cap: {name: CAP}}\n"},
        {"p/a.yaml", "rules:\n  - {rule: a, jurisdictions: uk-cat, " + rule + "}\n"}},
       {"p/a.yaml:2:30 bad-value: the jurisdiction 'uk-cat' is not declared (did you mean "
        "'uk-cap'?): add it under "
        "'jurisdictions' in pack.yaml"},
       {}},
      {"a file that says nothing to a pack",
       {{"p/pack.yaml", head}, {"p/x.yaml", "rule:\n  - a\n"}},
       {"p/x.yaml:1:1 unknown-key: this file has none of the keys that say something to a pack (did "
        "you mean 'rules'?): rules, fragments, cues, types, words, concepts, frames, bands, "
        "measures, units, numbers, clashes, facts, stances, pairs"},
       {}},
      {"a fragment that two files lend",
       {{"p/pack.yaml", head},
        {"p/a.yaml", "fragments: {who: we}\n"},
        {"p/b.yaml", "fragments:\n  what: peels?\n  who: you\n"}},
       {"p/b.yaml:3:3 duplicate-id: the fragment 'who' is already at p/a.yaml:1: give this one "
        "another name"},
       {}},
      {"a rule that is no mapping",
       {{"p/pack.yaml", head}, {"p/x.yaml", "rules: [a]\n"}},
       {"p/x.yaml:1:9 wrong-type: 'rules[0]' must be a mapping (key: value)"},
       {}},
      {"rules that are no list",
       {{"p/pack.yaml", head}, {"p/x.yaml", "rules: {a: b}\n"}},
       {"p/x.yaml:1:8 wrong-type: 'rules' must be a list, not a mapping"},
       {}},
      {"an unknown key in a source",
       {{"p/pack.yaml", head},
        {"p/x.yaml", "rules:\n  - {rule: a, source: {title: t, sect: '1'}, " + rule + "}\n"}},
       {"p/x.yaml:2:34 unknown-key: the key 'rules[0].source.sect' is not known"},
       {}},
  };
  for (const PackRow& row : rows) {
    SCOPED_TRACE(row.name);
    const auto loaded = load(row.files);
    EXPECT_EQ(lines_of(loaded.errors), row.errors);
    std::vector<std::string> ids;
    for (const RuleDefinition& one : loaded.value.rules) ids.push_back(one.id);
    EXPECT_EQ(ids, row.rules);
  }
}

TEST(LoadPack, text_that_is_not_yaml_is_one_error) {
  const auto loaded = load({{"p/pack.yaml", "pack: [\n"}, {"p/r.yaml", "rules: 1\n"}});
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, base::ErrorCode::bad_yaml);
  EXPECT_EQ(loaded.errors[0].file, "p/pack.yaml");
  EXPECT_TRUE(loaded.value.id.empty());
}

TEST(LoadPack, the_digest_follows_the_bytes_of_every_file) {
  const std::string rules = "rules: [{rule: a, kind: existence, message: m}]\n";
  const auto one = load({{"p/pack.yaml", head}, {"p/r.yaml", rules}});
  const auto moved = load({{"q/pack.yaml", head}, {"q/r.yaml", rules}}, "q");
  const auto changed = load({{"p/pack.yaml", head}, {"p/r.yaml", rules + "\n"}});
  EXPECT_EQ(one.value.digest, moved.value.digest);
  EXPECT_NE(one.value.digest, changed.value.digest);
}

}  // namespace
}  // namespace linter::packs
