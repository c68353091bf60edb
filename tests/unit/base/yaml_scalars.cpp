#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <string_view>

#include "linter/base/yaml.h"

namespace linter::base::yaml {
namespace {

Value scalar(std::string_view text, bool quoted = false) {
  return {.kind = Kind::scalar, .quoted = quoted, .text = std::string(text)};
}

TEST(YamlScalars, are_booleans_as_the_core_schema_has_them) {
  for (const std::string_view text : {"true", "True", "TRUE"})
    EXPECT_EQ(as_bool(scalar(text)), true) << text;
  for (const std::string_view text : {"false", "False", "FALSE"})
    EXPECT_EQ(as_bool(scalar(text)), false) << text;
  for (const std::string_view text : {"yes", "no", "on", "off", "tRUE", "1", "", " true"}) {
    EXPECT_EQ(as_bool(scalar(text)), std::nullopt) << text;
  }
  EXPECT_EQ(as_bool(scalar("true", true)), std::nullopt);
  EXPECT_EQ(as_bool({}), std::nullopt);
}

TEST(YamlScalars, are_whole_numbers) {
  struct Row {
    std::string_view text;
    std::optional<std::int64_t> wanted;
  };
  const Row rows[] = {
      {"0", 0},
      {"-7", -7},
      {"+7", 7},
      {"007", 7},
      {"0x1F", 31},
      {"0o17", 15},
      {"9223372036854775807", INT64_MAX},
      {"-9223372036854775808", INT64_MIN},
      {"9223372036854775808", std::nullopt},
      {"", std::nullopt},
      {"-", std::nullopt},
      {"+", std::nullopt},
      {"+-7", std::nullopt},
      {"0x", std::nullopt},
      {"0x-1", std::nullopt},
      {"0o8", std::nullopt},
      {"1.0", std::nullopt},
      {"1_000", std::nullopt},
      {"1e3", std::nullopt},
      {" 1", std::nullopt},
      {"1 ", std::nullopt},
      {"one", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(as_int(scalar(row.text)), row.wanted) << row.text;
  EXPECT_EQ(as_int(scalar("7", true)), std::nullopt);
}

TEST(YamlScalars, are_numbers) {
  struct Row {
    std::string_view text;
    std::optional<double> wanted;
  };
  const Row rows[] = {
      {"1", 1.0},
      {"-1.5", -1.5},
      {"+1.5", 1.5},
      {".5", 0.5},
      {"5.", 5.0},
      {"1e3", 1000.0},
      {"1.5E-1", 0.15},
      {"0x10", 16.0},
      {".inf", INFINITY},
      {"-.INF", -INFINITY},
      {"+.Inf", INFINITY},
      {"", std::nullopt},
      {".", std::nullopt},
      {"-", std::nullopt},
      {"e3", std::nullopt},
      {"1e", std::nullopt},
      {"1e+", std::nullopt},
      {"1.2.3", std::nullopt},
      {"inf", std::nullopt},
      {"nan", std::nullopt},
      {"0x1.8p1", std::nullopt},
      {"1e999", std::nullopt},
      {"12 mg", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(as_number(scalar(row.text)), row.wanted) << row.text;
  EXPECT_TRUE(std::isnan(as_number(scalar(".nan")).value()));
  EXPECT_EQ(as_number(scalar("1.5", true)), std::nullopt);
}

TEST(YamlScalars, become_json) {
  EXPECT_EQ(
      to_json(
          parse(R"([007, 0x10, 1e2, .5, -0., .inf, .nan, "a\"b\\c\x01\n", é, {}, []])", "").value),
      R"([7,16,100,0.5,0,".inf",".nan","a\"b\\c\u0001\n","é",{},[]])");
  EXPECT_EQ(to_json(parse("{a b: {c: [1, {d: ~}]}, 'e\"': x}", "").value),
            R"({"a b":{"c":[1,{"d":null}]},"e\"":"x"})");
}

TEST(YamlScalars, are_quoted_only_where_needed) {
  struct Row {
    std::string_view text;
    std::string_view wanted;
  };
  const Row rows[] = {
      {"word", "word"},
      {"two words", "two words"},
      {"pain-free (mostly); it's fine!", "pain-free (mostly); it's fine!"},
      {"docs/a.md", "docs/a.md"},
      {"été", "été"},
      {"a:b", "a:b"},
      {"a#b", "a#b"},
      {"", "''"},
      {" a", "' a'"},
      {"a ", "'a '"},
      {"a: b", "'a: b'"},
      {"a:", "'a:'"},
      {"a #b", "'a #b'"},
      {"a, b", "'a, b'"},
      {"[a]", "'[a]'"},
      {"*.md", "'*.md'"},
      {"- a", "'- a'"},
      {"it's, so", "'it''s, so'"},
      {"\"q\"", "'\"q\"'"},
      {"true", "'true'"},
      {"No", "'No'"},
      {"Null", "'Null'"},
      {"~", "'~'"},
      {"12", "'12'"},
      {".5", "'.5'"},
      {"1990s", "'1990s'"},
      {"---", "'---'"},
      {"a\nb", "\"a\\nb\""},
      {"a\tb", "\"a\\tb\""},
      {"\x1B", "\"\\u001b\""},
      {"a\u2028b", "\"a\\u2028b\""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(quoted_scalar(row.text), row.wanted);
    for (const char* frame : {"- %", "k: %", "%: v", "[%, x]", "{k: %}", "? %\n: v"}) {
      std::string text = frame;
      text.replace(text.find('%'), 1, quoted_scalar(row.text));
      const auto loaded = parse(text, "");
      ASSERT_TRUE(loaded.errors.empty()) << text << ": " << loaded.errors[0].message;
      const Value& value = loaded.value;
      const bool is_key = text.ends_with("v");
      const Value& back = value.kind == Kind::sequence ? value.items[0]
                          : is_key                     ? value.entries[0].first
                                                       : value.entries[0].second;
      EXPECT_EQ(back.kind, Kind::scalar) << text;
      EXPECT_EQ(back.text, row.text) << text;
      EXPECT_FALSE(as_bool(back) || as_number(back)) << text;
    }
  }
}

}  // namespace
}  // namespace linter::base::yaml
