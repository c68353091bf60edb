#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/yaml.h"

namespace linter::base::yaml {
namespace {

constexpr std::string_view levels[] = {"error", "warning", "suggestion"};

// What reading `text` with `read` reports, one "line:column code message" a line.
template <class Read>
std::string faults(std::string_view text, Read read) {
  const auto loaded = parse(text, "f.yaml");
  EXPECT_TRUE(loaded.errors.empty()) << text;
  std::vector<Error> errors;
  Reader reader(loaded.value, "f.yaml", errors, "rules[2]");
  read(reader);
  reader.finish();
  std::string out;
  for (const Error& error : errors) {
    EXPECT_EQ(error.file, "f.yaml");
    out += std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
           std::string(code_name(error.code)) + " " + error.message + "\n";
  }
  return out;
}

TEST(YamlReader, reads_what_is_right_without_a_word) {
  const std::string_view text =
      "name: x\nnumber: 007\non: True\ncount: 3\nratio: 0.5\nlevel: warning\nmany: [a, 1990, "
      "yes]\none: b\nnone:\n"
      "items: [{}, 1]\nflag: 'true'\n";
  EXPECT_EQ(faults(text,
                   [](Reader& reader) {
                     EXPECT_TRUE(reader.has("name"));
                     EXPECT_FALSE(reader.has("nothing"));
                     EXPECT_EQ(reader.required_string("name"), "x");
                     EXPECT_EQ(reader.optional_string("number"), "007");
                     EXPECT_EQ(reader.optional_string("nothing", "fallback"), "fallback");
                     EXPECT_TRUE(reader.optional_bool("on", false));
                     EXPECT_TRUE(reader.optional_bool("nothing", true));
                     EXPECT_EQ(reader.optional_int("count", 1, 3), 3);
                     EXPECT_EQ(reader.optional_int("nothing", 1, 3), std::nullopt);
                     EXPECT_EQ(reader.optional_number("ratio"), 0.5);
                     EXPECT_EQ(reader.one_of("level", levels), 1U);
                     EXPECT_EQ(reader.one_of("nothing", levels), std::nullopt);
                     EXPECT_EQ(reader.strings("many"),
                               (std::vector<std::string>{"a", "1990", "yes"}));
                     EXPECT_EQ(reader.strings("one"), (std::vector<std::string>{"b"}));
                     EXPECT_TRUE(reader.strings("none").empty());
                     EXPECT_TRUE(reader.sequence("none").empty());
                     EXPECT_EQ(reader.sequence("items").size(), 2U);
                     EXPECT_EQ(reader.take("flag")->text, "true");
                     EXPECT_EQ(reader.take("nothing"), nullptr);
                     EXPECT_EQ(reader.path_of("name"), "rules[2].name");
                   }),
            "");
}

TEST(YamlReader, reports_each_fault_at_its_place) {
  struct Row {
    const char* name;
    std::string_view text;
    void (*read)(Reader&);
    std::string_view wanted;
  };
  const Row rows[] = {
      {"missing", "\n\n  a: b\n",
       [](Reader& reader) {
         reader.take("a");
         EXPECT_EQ(reader.required_string("name"), "");
       },
       "3:3 missing-key 'rules[2].name' is missing\n"},
      {"text that is a list", "name: [a]\n",
       [](Reader& reader) { EXPECT_EQ(reader.required_string("name"), ""); },
       "1:7 wrong-type 'rules[2].name' must be text, not a list\n"},
      {"text that is not there", "name:\n", [](Reader& reader) { reader.required_string("name"); },
       "1:1 wrong-type 'rules[2].name' must be text, not nothing\n"},
      {"text that is empty", "name: ''\n", [](Reader& reader) { reader.required_string("name"); },
       "1:7 bad-value 'rules[2].name' is empty\n"},
      {"optional text that is a mapping", "name: {a: b}\n",
       [](Reader& reader) { EXPECT_EQ(reader.optional_string("name", "x"), "x"); },
       "1:7 wrong-type 'rules[2].name' must be text, not a mapping\n"},
      {"a boolean of old", "on: yes\n",
       [](Reader& reader) { EXPECT_TRUE(reader.optional_bool("on", true)); },
       "1:5 wrong-type 'rules[2].on' must be true or false, without quotes, not 'yes'\n"},
      {"a quoted number", "count: '3'\n",
       [](Reader& reader) { EXPECT_EQ(reader.optional_int("count", 1, 5), std::nullopt); },
       "1:8 wrong-type 'rules[2].count' must be a whole number, without quotes, not '3'\n"},
      {"a number out of range", "count: 9\n",
       [](Reader& reader) { EXPECT_EQ(reader.optional_int("count", 1, 5), std::nullopt); },
       "1:8 bad-value 'rules[2].count' must lie between 1 and 5, not 9\n"},
      {"a number that can only be one", "count: 9\n",
       [](Reader& reader) { EXPECT_EQ(reader.optional_int("count", 1, 1), std::nullopt); },
       "1:8 bad-value 'rules[2].count' must be 1, not 9\n"},
      {"a number with a unit", "ratio: 5 mg\n",
       [](Reader& reader) { reader.optional_number("ratio"); },
       "1:8 wrong-type 'rules[2].ratio' must be a number, without quotes, not '5 mg'\n"},
      {"a mapping for texts", "many: {a: b}\n", [](Reader& reader) { reader.strings("many"); },
       "1:7 wrong-type 'rules[2].many' must be a list of texts, not a mapping\n"},
      {"a list among texts", "many: [a, [b], ~]\n",
       [](Reader& reader) { EXPECT_EQ(reader.strings("many"), std::vector<std::string>{"a"}); },
       "1:11 wrong-type 'rules[2].many[1]' must be text, not a list\n"
       "1:16 wrong-type 'rules[2].many[2]' must be text, not nothing\n"},
      {"no such name", "level: warnin\n",
       [](Reader& reader) { EXPECT_EQ(reader.one_of("level", levels), std::nullopt); },
       "1:8 bad-value 'rules[2].level' cannot be 'warnin' (did you mean 'warning'?); it is one of "
       "error, warning, "
       "suggestion\n"},
      {"a list for a name", "level: [warning]\n",
       [](Reader& reader) { reader.one_of("level", levels); },
       "1:8 wrong-type 'rules[2].level' must be one word, not a list\n"},
      {"text for a list", "items: a\n", [](Reader& reader) { reader.sequence("items"); },
       "1:8 wrong-type 'rules[2].items' must be a list, not 'a'\n"},
      {"unknown keys", "name: x\nmesage: y\ncolour: z\n",
       [](Reader& reader) {
         reader.take("name");
         reader.take("message");
       },
       "2:1 unknown-key the key 'rules[2].mesage' is not known (did you mean 'message'?)\n"
       "3:1 unknown-key the key 'rules[2].colour' is not known\n"},
      {"no mapping at all", "- a\n",
       [](Reader& reader) {
         EXPECT_EQ(reader.required_string("name"), "");
         EXPECT_TRUE(reader.strings("many").empty());
         EXPECT_FALSE(reader.has("name"));
       },
       "1:1 wrong-type 'rules[2]' must be a mapping (key: value), not a list\n"},
      {"a report of one's own", "name: x\n",
       [](Reader& reader) {
         reader.report(ErrorCode::bad_value, "is wrong", *reader.take("name"));
       },
       "1:7 bad-value is wrong\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(faults(row.text, row.read), row.wanted) << row.name;
}

TEST(YamlReader, hints_at_keys_that_others_read) {
  const auto loaded = parse("extend: x\n", "");
  std::vector<Error> errors;
  Reader reader(loaded.value, "f.yaml", errors);
  constexpr std::string_view also[] = {"extends"};
  reader.finish(also);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message, "the key 'extend' is not known (did you mean 'extends'?)");
}

TEST(YamlReader, counts_a_flood_of_unknown_keys) {
  std::string text;
  for (int i = 0; i < 1'000; ++i) text += "k" + std::to_string(i) + ": v\n";
  const auto loaded = parse(text, "");
  std::vector<Error> errors;
  Reader(loaded.value, "f.yaml", errors).finish();
  ASSERT_EQ(errors.size(), 11U);
  EXPECT_EQ(errors.back().message, "and 990 more unknown keys");
}

}  // namespace
}  // namespace linter::base::yaml
