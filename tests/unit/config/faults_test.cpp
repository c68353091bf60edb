// What is wrong with a configuration: each fault with its place, its rule and what to do.
#include <algorithm>
#include <gtest/gtest.h>

#include "linter/config/configuration.h"

namespace linter::config {
namespace {

using base::ErrorCode;

struct Fault {
  const char* name;
  const char* yaml;
  ErrorCode code;
  std::uint32_t line;
  std::uint32_t column;
  const char* message;  // a part of it
};

class ConfigurationFault : public testing::TestWithParam<Fault> {};

TEST_P(ConfigurationFault, is_the_one_error_and_names_its_place) {
  const Fault& given = GetParam();
  const auto files = base::memory({{"/r/w/.galley.yaml", given.yaml},
                                   {"/r/w/words.txt", "x\n"},
                                   {"/r/outside.txt", "secret\n"}});
  const auto loaded = read_configuration(*files, "/r/w/.galley.yaml", "/r/w");
  ASSERT_EQ(loaded.errors.size(), 1U);
  const base::Error& error = loaded.errors[0];
  EXPECT_EQ(code_name(error.code), code_name(given.code)) << error.message;
  EXPECT_EQ(error.file, "/r/w/.galley.yaml");
  EXPECT_EQ(error.line, given.line) << error.message;
  EXPECT_EQ(error.column, given.column) << error.message;
  EXPECT_NE(error.message.find(given.message), std::string::npos) << error.message;
}

INSTANTIATE_TEST_SUITE_P(
    Table, ConfigurationFault,
    testing::Values(
        Fault{"unknown_key", "langauge: en", ErrorCode::unknown_key, 1, 1, "'language'"},
        Fault{"unknown_key_in_override",
              "overrides:\n  - paths: [a]\n    reason: r\n    wrods: [a]", ErrorCode::unknown_key,
              4, 5, "'words'"},
        Fault{"duplicate_key", "words: [a]\nwords: [b]", ErrorCode::duplicate_key, 2, 1, "words"},
        Fault{"not_a_mapping", "- a", ErrorCode::wrong_type, 1, 1, "must be a mapping"},
        Fault{"language_is_a_list", "language: [en]", ErrorCode::wrong_type, 1, 11, "language tag"},
        Fault{"language_is_no_tag", "language: klingon-or-so!", ErrorCode::bad_value, 1, 11,
              "language tag such as en-GB"},
        Fault{"words_are_a_mapping", "words: {a: b}", ErrorCode::wrong_type, 1, 8,
              "'words' must be a list"},
        Fault{"a_word_is_a_list", "words: [a, [b]]", ErrorCode::wrong_type, 1, 12, "'words[1]'"},
        Fault{"an_empty_word", "words: ['']", ErrorCode::bad_value, 1, 9, "'words[0]'"},
        Fault{"unknown_level", "rules: {a.b: warnign}", ErrorCode::bad_value, 1, 14,
              "did you mean 'warning'"},
        Fault{"level_is_false", "rules: {a.b: false}", ErrorCode::bad_value, 1, 14,
              "error, warning, suggestion or off, not 'false'"},
        Fault{"off_without_reason", "rules: {a.b: off}", ErrorCode::missing_key, 1, 14,
              "without a reason"},
        Fault{"off_with_empty_reason", "rules: {a.b: {severity: off, reason: ''}}",
              ErrorCode::missing_key, 1, 14, "without a reason"},
        Fault{"rule_without_severity", "rules: {a.b: {reason: r}}", ErrorCode::missing_key, 1, 14,
              "severity"},
        Fault{"rule_with_unknown_key", "rules: {a.b: {severty: off, severity: error}}",
              ErrorCode::unknown_key, 1, 15, "severity"},
        Fault{"rule_name", "rules: {A B: error}", ErrorCode::bad_value, 1, 9, "pack.rule"},
        Fault{"override_without_reason", "overrides:\n  - paths: [a]\n    language: de",
              ErrorCode::missing_key, 2, 5, "overrides[0].reason"},
        Fault{"override_without_paths", "overrides:\n  - reason: r\n    language: de",
              ErrorCode::missing_key, 2, 5, "overrides[0].paths"},
        Fault{"override_of_fail_on",
              "overrides:\n  - paths: [a]\n    reason: r\n    fail_on: never",
              ErrorCode::unknown_key, 4, 14, "move it to the top"},
        Fault{"override_is_text", "overrides: [a]", ErrorCode::wrong_type, 1, 13, "mapping"},
        Fault{"paths_at_top", "paths: [a]", ErrorCode::unknown_key, 1, 1, "paths"},
        Fault{"fail_on", "fail_on: warnings", ErrorCode::bad_value, 1, 10, "'warning'"},
        Fault{"max_file_bytes_zero", "max_file_bytes: 0", ErrorCode::bad_value, 1, 17, "between"},
        Fault{"max_file_bytes_huge", "max_file_bytes: 99999999999", ErrorCode::bad_value, 1, 17,
              "between"},
        Fault{"pattern", "exclude: ['a[']", ErrorCode::bad_value, 1, 11, "never closed"},
        Fault{"pattern_outside", "corpus: [../other/]", ErrorCode::bad_value, 1, 10,
              "leaves the folder"},
        Fault{"compare_is_a_list", "compare: [a]", ErrorCode::wrong_type, 1, 10, "mapping"},
        Fault{"field", "prose_fields: ['a..b']", ErrorCode::bad_value, 1, 16, "front-matter"},
        Fault{"word_list_missing", "word_lists: [word.txt]", ErrorCode::missing_path, 1, 14,
              "paths start from '/r/w'"},
        Fault{"word_list_absolute", "word_lists: [/etc/passwd]", ErrorCode::bad_value, 1, 14,
              "lies outside"},
        Fault{"word_list_above", "word_lists: [../outside.txt]", ErrorCode::bad_value, 1, 14,
              "lies outside"},
        Fault{"word_list_above_in_disguise", "word_lists: [a/../../outside.txt]",
              ErrorCode::bad_value, 1, 14, "lies outside"},
        Fault{"pack_outside", "packs: [../../etc/]", ErrorCode::bad_value, 1, 9, "lies outside"},
        Fault{"extends_outside", "extends: ../outside.txt", ErrorCode::bad_value, 1, 10,
              "lies outside"},
        Fault{"extends_missing", "extends: base", ErrorCode::missing_path, 1, 10, "'base'"},
        Fault{"extends_itself", "extends: .galley.yaml", ErrorCode::bad_value, 1, 10,
              ".galley.yaml -> .galley.yaml"}),
    [](const auto& row) { return row.param.name; });

TEST(ConfigurationFaults, come_all_at_once_and_the_rest_is_kept) {
  const auto files = base::memory(
      {{"/w/.galley.yaml", "langage: de\nwords: [a, [b], c]\nfail_on: sometimes\npacks: [p]\n"}});
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  EXPECT_EQ(loaded.errors.size(), 3U);
  EXPECT_TRUE(loaded.value.usable);
  const Settings settings = settings_for(loaded.value, "/w/a.md");
  EXPECT_EQ(settings.words.size(), 2U);
  EXPECT_EQ(settings.packs.size(), 1U);
  EXPECT_EQ(settings.fail_on.value, FailOn::error);
}

TEST(ConfigurationFaults, a_circle_is_named) {
  const auto files = base::memory({{"/w/.galley.yaml", "extends: a.yaml"},
                                   {"/w/a.yaml", "extends: sub/b.yaml"},
                                   {"/w/sub/b.yaml", "\nextends: ../a.yaml"}});
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].file, "/w/sub/b.yaml");
  EXPECT_EQ(loaded.errors[0].line, 2U);
  EXPECT_NE(loaded.errors[0].message.find("a.yaml -> sub/b.yaml -> a.yaml"), std::string::npos);
}

TEST(ConfigurationFaults, a_web_of_files_is_read_once_each) {
  std::map<std::string, std::string> tree{{"/w/.galley.yaml", "extends: [f0.yaml, f0.yaml]"}};
  for (int i = 0; i < 25; ++i) {
    const std::string next = "f" + std::to_string(i + 1) + ".yaml";
    tree["/w/f" + std::to_string(i) + ".yaml"] = "extends: [" + next + ", " + next + "]";
  }
  tree["/w/f25.yaml"] = "words: [w]";
  const auto files = base::memory(tree);
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  EXPECT_TRUE(loaded.errors.empty());
  EXPECT_EQ(loaded.value.files.size(), 27U);
}

TEST(ConfigurationFaults, too_many_files_are_refused) {
  std::map<std::string, std::string> tree{{"/w/.galley.yaml", "extends: f0.yaml"}};
  for (int i = 0; i < 100; ++i) {
    tree["/w/f" + std::to_string(i) + ".yaml"] =
        "extends: f" + std::to_string((i + 1) % 100) + ".yaml";
  }
  const auto files = base::memory(tree);
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_NE(loaded.errors[0].message.find("at most 32 files"), std::string::npos);
  EXPECT_FALSE(loaded.value.usable);
}

TEST(ConfigurationFaults, too_many_overrides_are_refused) {
  std::string yaml = "overrides:\n";
  for (std::size_t i = 0; i <= max_overrides; ++i) yaml += "- {paths: [a], reason: r}\n";
  const auto files = base::memory({{"/w/.galley.yaml", yaml}});
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].line, max_overrides + 2);
}

TEST(ConfigurationFaults, too_long_a_file_is_refused) {
  const auto files =
      base::memory({{"/w/.galley.yaml", std::string(max_configuration_bytes + 1, '#')}});
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, ErrorCode::too_large);
  EXPECT_FALSE(loaded.value.usable);
}

TEST(ConfigurationFaults, what_is_no_yaml_is_not_usable) {
  const auto files = base::memory({{"/w/.galley.yaml", "a: [b\nc: }"}});
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  ASSERT_FALSE(loaded.errors.empty());
  EXPECT_EQ(loaded.errors[0].code, ErrorCode::bad_yaml);
  EXPECT_FALSE(loaded.value.usable);
}

TEST(ConfigurationFaults, an_alias_bomb_is_refused) {
  std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) yaml += (j == 0 ? "" : ", ") + alias;
    yaml += "]\n";
  }
  const auto files = base::memory({{"/w/.galley.yaml", yaml}});
  const auto loaded = read_configuration(*files, "/w/.galley.yaml", "/w");
  EXPECT_TRUE(std::ranges::any_of(loaded.errors, [](const base::Error& error) {
    return error.code == ErrorCode::too_many_aliases;
  }));
  EXPECT_FALSE(loaded.value.usable);
}

}  // namespace
}  // namespace linter::config
