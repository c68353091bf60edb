// What a right configuration makes of the settings.
#include "linter/config/configuration.h"

#include <gtest/gtest.h>

namespace linter::config {
namespace {

using Tree = std::map<std::string, std::string>;

// The settings for /w/`file` in a tree whose configuration is /w/.galley.yaml.
Settings settings_in(Tree tree, const std::string& file) {
  const auto files = base::memory(std::move(tree));
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  for (const base::Error& error : loaded.errors)
    ADD_FAILURE() << error.file << ":" << error.line << ": " << error.message;
  return settings_for(loaded.value, "/w/" + file);
}

std::string joined(const Texts& texts) {
  std::string all;
  for (const Text& text : texts) all += (all.empty() ? "" : " ") + text.value;
  return all;
}

std::string joined(const std::vector<RuleLevel>& rules) {
  std::string all;
  for (const RuleLevel& rule : rules) {
    all += (all.empty() ? "" : " ") + rule.rule + "=" +
           std::string(level_names()[static_cast<std::size_t>(rule.level)]);
  }
  return all;
}

TEST(Settings, have_defaults) {
  const Settings settings = settings_in({{"/w/.galley.yaml", ""}}, "a.md");
  EXPECT_EQ(joined(settings.packs), "plain-english house-style health-claims medical-aesthetics");
  EXPECT_EQ(settings.language.value, "en");
  EXPECT_EQ(settings.fail_on.value, FailOn::error);
  EXPECT_EQ(settings.max_file_bytes.value, source::default_max_file_bytes);
  EXPECT_TRUE(settings.language.origin.file.empty());
}

TEST(Settings, remember_where_they_were_said) {
  const Settings settings = settings_in(
      {{"/w/.galley.yaml", "language: de\nwords:\n  - Lumivex\n  - Hyaluron\n"}}, "a.md");
  EXPECT_EQ(settings.language, (Text{"de", {"/w/.galley.yaml", 1, 11}}));
  EXPECT_EQ(settings.words[1], (Text{"Hyaluron", {"/w/.galley.yaml", 4, 5}}));
}

struct Case {
  const char* name;
  const char* yaml;
  const char* file;
  std::string (*read)(const Settings&);
  const char* expected;
};

class SettingsOf : public testing::TestWithParam<Case> {};

TEST_P(SettingsOf, are_what_the_file_says) {
  const Case& given = GetParam();
  const Settings settings = settings_in({{"/w/.galley.yaml", given.yaml},
                                         {"/w/policies/house/pack.yaml", ""},
                                         {"/w/words/ours.txt", ""}},
                                        given.file);
  EXPECT_EQ(given.read(settings), given.expected);
}

std::string packs(const Settings& settings) {
  return joined(settings.packs);
}
std::string words(const Settings& settings) {
  return joined(settings.words);
}
std::string word_lists(const Settings& settings) {
  return joined(settings.word_lists);
}
std::string dictionaries(const Settings& settings) {
  return joined(settings.dictionaries);
}
std::string rules(const Settings& settings) {
  return joined(settings.rules);
}
std::string language(const Settings& settings) {
  return settings.language.value;
}
std::string fields(const Settings& settings) {
  return joined(settings.prose_fields);
}
std::string jurisdictions(const Settings& settings) {
  return joined(settings.jurisdictions);
}

constexpr const char* by_path = R"(
language: en-US
words: [alpha]
rules:
  plain-english: warning
  spelling.unknown-word: error
overrides:
  - paths: [uk/, "!uk/old/"]
    reason: British pages.
    language: en-GB
    words: [beta]
    jurisdictions: uk-cap
    rules: {plain-english: off}
  - paths: "*.legal.md"
    reason: Agreed with counsel.
    packs: [health-claims]
    rules: {plain-english: suggestion}
)";

INSTANTIATE_TEST_SUITE_P(
    Table, SettingsOf,
    testing::Values(
        Case{"packs_take_the_place", "packs: [a, b]", "x.md", packs, "a b"},
        Case{"packs_may_be_none", "packs: []", "x.md", packs, ""},
        Case{"one_text_is_a_list", "packs: green-claims", "x.md", packs, "green-claims"},
        Case{"default_packs_and_more", "packs: [default, green-claims]", "x.md", packs,
             "plain-english house-style health-claims medical-aesthetics green-claims"},
        Case{"own_pack_by_path", "packs: [policies/house]", "x.md", packs, "/w/policies/house"},
        Case{"own_pack_with_dot", "packs: [./policies/house/]", "x.md", packs, "/w/policies/house"},
        Case{"word_list_by_path", "word_lists: words/ours.txt", "x.md", word_lists,
             "/w/words/ours.txt"},
        Case{"dictionaries", "dictionaries: en_med", "x.md", dictionaries, "en_med"},
        Case{"words_that_look_otherwise", "words: [yes, 2024, 1.5]", "x.md", words, "yes 2024 1.5"},
        Case{"fields", "prose_fields: [seo.title, strap]", "x.md", fields, "seo.title strap"},
        Case{"rule_with_reason", "rules: {a.b: {severity: off, reason: So.}}", "x.md", rules,
             "a.b=off"},
        Case{"rules_sorted", "rules: {b: error, a.c: warning, a: suggestion}", "x.md", rules,
             "a=suggestion a.c=warning b=error"},
        Case{"override_elsewhere", by_path, "us/a.md", language, "en-US"},
        Case{"override_takes_the_place", by_path, "uk/a.md", language, "en-GB"},
        Case{"override_taken_back", by_path, "uk/old/a.md", language, "en-US"},
        Case{"override_adds_words", by_path, "uk/a.md", words, "alpha beta"},
        Case{"override_jurisdiction", by_path, "uk/a.md", jurisdictions, "uk-cap"},
        Case{"override_of_one_rule", by_path, "uk/a.md", rules,
             "plain-english=off spelling.unknown-word=error"},
        Case{"later_override_wins", by_path, "uk/a.legal.md", rules,
             "plain-english=suggestion spelling.unknown-word=error"},
        Case{"both_overrides_hold", by_path, "uk/a.legal.md", packs, "health-claims"}),
    [](const auto& row) { return row.param.name; });

TEST(Settings, an_override_lends_its_reason) {
  const Settings settings = settings_in({{"/w/.galley.yaml", by_path}}, "uk/a.md");
  EXPECT_EQ(level_of(settings, "plain-english.anything")->reason, "British pages.");
}

TEST(Settings, a_rule_comes_before_its_pack) {
  const Settings settings =
      settings_in({{"/w/.galley.yaml", "rules: {p: warning, p.r: error}"}}, "a.md");
  EXPECT_EQ(level_of(settings, "p.r")->level, Level::error);
  EXPECT_EQ(level_of(settings, "p.s")->level, Level::warning);
  EXPECT_EQ(level_of(settings, "q.r"), nullptr);
}

TEST(Extends, comes_before_what_extends_it) {
  const Tree tree{
      {"/w/.galley.yaml", "extends: [conf/a.yaml, conf/b.yaml]\nwords: [own]\nlanguage: fr\n"},
      {"/w/conf/a.yaml", "words: [a]\nlanguage: de\npacks: [p]\n"},
      {"/w/conf/b.yaml", "extends: a.yaml\nwords: [b]\nword_lists: [list.txt]\n"},
      {"/w/conf/list.txt", "x\n"}};
  const Settings settings = settings_in(tree, "a.md");
  EXPECT_EQ(joined(settings.words), "a b own");
  EXPECT_EQ(settings.language.value, "fr");
  EXPECT_EQ(joined(settings.packs), "p");
  EXPECT_EQ(joined(settings.word_lists), "/w/conf/list.txt");
}

TEST(Extends, patterns_stay_with_their_file) {
  const Tree tree{
      {"/w/.galley.yaml", "extends: sub/base.yaml\n"},
      {"/w/sub/base.yaml",
       "exclude: [/old.md]\noverrides:\n  - {paths: [/a.md], reason: r, language: de}\n"}};
  EXPECT_EQ(settings_in(tree, "sub/a.md").language.value, "de");
  EXPECT_EQ(settings_in(tree, "a.md").language.value, "en");
  EXPECT_TRUE(settings_in(tree, "a.md").exclude.cover("/w/sub/old.md"));
  EXPECT_FALSE(settings_in(tree, "a.md").exclude.cover("/w/old.md"));
}

TEST(Extends, the_root_is_the_topmost_folder) {
  const auto files = base::memory(
      {{"/w/site/.galley.yaml", "extends: ../base.yaml\n"}, {"/w/base.yaml", "language: de\n"}});
  EXPECT_EQ(read_configuration(*files, "/w/site/.galley.yaml", "/w").value.root, "/w");
}

TEST(Compare, names_groups_of_paths) {
  const Settings settings = settings_in(
      {{"/w/.galley.yaml", "compare:\n  old: [archive/]\n  uk: [uk/, en-gb/]\n"}}, "a.md");
  ASSERT_EQ(settings.compare.size(), 2U);
  EXPECT_EQ(settings.compare[1].name, "uk");
  EXPECT_TRUE(settings.compare[1].paths.cover("/w/en-gb/a.md"));
  EXPECT_FALSE(settings.compare[0].paths.cover("/w/en-gb/a.md"));
}

TEST(FailOn, counts_from_its_severity_on) {
  EXPECT_TRUE(fails(FailOn::warning, findings::Severity::error));
  EXPECT_TRUE(fails(FailOn::warning, findings::Severity::warning));
  EXPECT_FALSE(fails(FailOn::warning, findings::Severity::suggestion));
  EXPECT_FALSE(fails(FailOn::never, findings::Severity::error));
}

TEST(Settings, a_long_word_list_is_read_in_no_time) {
  std::string yaml = "words:\n";
  for (int i = 0; i < 40'000; ++i) yaml += "- w" + std::to_string(i) + "\n";
  const std::string child = "extends: base.yaml\n" + yaml;
  EXPECT_EQ(settings_in({{"/w/.galley.yaml", child}, {"/w/base.yaml", yaml}}, "a.md").words.size(),
            40'000U);
}

}  // namespace
}  // namespace linter::config
