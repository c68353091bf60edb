#include <cstdint>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/yaml.h"

namespace linter::base::yaml {
namespace {

// "line:column" of every error, or what the first one says.
std::string places(const std::vector<Error>& errors) {
  std::string out;
  for (const Error& error : errors) {
    out +=
        (out.empty() ? "" : " ") + std::to_string(error.line) + ":" + std::to_string(error.column);
  }
  return out;
}

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

TEST(YamlParse, reads_values) {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view json;
  };
  const Row rows[] = {
      {"nothing", "", "null"},
      {"comments only", "# one\n\n# two\n", "null"},
      {"a document mark only", "---\n", "null"},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a: 1",
       R"({"a":1})"},
      {"document marks", "---\na: 1\n...\n", R"({"a":1})"},
      {"a directive", "%YAML 1.2\n---\na: 1\n", R"({"a":1})"},
      {"scalars", "[1, 1.5, true, null, ~, text, 'q', \"d\"]",
       R"([1,1.5,true,null,null,"text","q","d"])"},
      {"quoted is text", "['1', \"true\", 'null', !!str 2]", R"(["1","true","null","2"])"},
      {"old booleans are text", "[yes, no, on, off, y]", R"(["yes","no","on","off","y"])"},
      {"CRLF", "a: 1\r\nb:\r\n  - x\r\n", R"({"a":1,"b":["x"]})"},
      {"block text", "a: |\n  one\n  two\nb: >-\n  one\n  two\n",
       R"({"a":"one\ntwo\n","b":"one two"})"},
      {"no value", "a:\nb: [x, ]\nc: {d: , e}", R"({"a":null,"b":["x"],"c":{"d":null,"e":null}})"},
      {"empty items", "- \n- a\n-\n", R"([null,"a",null])"},
      {"an escape", R"(a: "caf\u00e9\t\"")", "{\"a\":\"café\\t\\\"\"}"},
      {"aliases", "a: &x [1, &y {b: c}]\nd: *x\ne: *y\n",
       R"({"a":[1,{"b":"c"}],"d":[1,{"b":"c"}],"e":{"b":"c"}})"},
      {"the last anchor of a name", "[&x 1, &x 2, *x]", "[1,2,2]"},
      {"an alias as key", "? &k a\n: 1\nb: *k\n", R"({"a":1,"b":"a"})"},
      {"words that are keys", "null: 1\ntrue: 2\n~: 3\n4: 4\n",
       R"({"null":1,"true":2,"~":3,"4":4})"},
      {"a null before a key that reads null", "a:\nnull: x\n", R"({"a":null,"null":"x"})"},
      {"written nulls", "a: null\nb: ~\nc: NULL\nd: Null\ne: x\n",
       R"({"a":null,"b":null,"c":null,"d":null,"e":"x"})"},
      {"quoted keys", "'a b': 1\n\"c\": 2\n", R"({"a b":1,"c":2})"},
      {"a colon inside a word", "a: http://x.y:80\n", R"({"a":"http://x.y:80"})"},
      {"merge keys are plain keys", "a: &x {b: 1}\nc: {<<: *x}\n",
       R"({"a":{"b":1},"c":{"<<":{"b":1}}})"},
      {"a tag of the core schema", "a: !!int 3\nb: !!map {c: d}\n", R"({"a":3,"b":{"c":"d"}})"},
  };
  for (const Row& row : rows) {
    const auto loaded = parse(row.text, "f.yaml");
    EXPECT_TRUE(loaded.errors.empty()) << row.name << ": " << loaded.errors.front().message;
    EXPECT_EQ(to_json(loaded.value), row.json) << row.name;
  }
}

TEST(YamlParse, keeps_where_values_stand) {
  const std::string_view text =
      "\xEF\xBB\xBF# é\ncl\xC3\xA9: \"é😀\"\nlist: [é, b, {k: v}]\r\nempty:\nblock: |\n  "
      "x\nitems:\n  -\n  - yes\n";
  const auto loaded = parse(text, "f.yaml");
  ASSERT_TRUE(loaded.errors.empty()) << loaded.errors.front().message;
  struct Row {
    const char* name;
    const Value* value;
    std::uint32_t line;
    std::uint32_t column;
    std::string_view source;  // stands there, and nowhere before
  };
  const Value& top = loaded.value;
  const Value& list = *top.find("list");
  const Value& items = *top.find("items");
  const Row rows[] = {
      {"document", &top, 2, 1, "clé:"},
      {"key", &top.entries[0].first, 2, 1, "clé:"},
      {"value after a wide key", top.find("clé"), 2, 6, "\"é😀\""},
      {"list", &list, 3, 7, "[é, b"},
      {"item", list.items.data(), 3, 8, "é, b"},
      {"item after a wide one", &list.items[1], 3, 11, "b, {"},
      {"flow mapping", &list.items[2], 3, 14, "{k"},
      {"its value", list.items[2].find("k"), 3, 18, "v}"},
      {"a null stands at its key", top.find("empty"), 4, 1, "empty"},
      {"block text", top.find("block"), 5, 8, "|"},
      {"an empty item stands at its dash", items.items.data(), 8, 3, "-\n"},
      {"the next one at its text", &items.items[1], 9, 5, "yes"},
  };
  for (const Row& row : rows) {
    ASSERT_NE(row.value, nullptr) << row.name;
    EXPECT_EQ(row.value->position.line, row.line) << row.name;
    EXPECT_EQ(row.value->position.column, row.column) << row.name;
    EXPECT_EQ(row.value->position.offset, text.find(row.source)) << row.name;
  }
  EXPECT_TRUE(top.find("clé")->quoted);
  EXPECT_TRUE(top.find("block")->quoted);
  EXPECT_FALSE(list.items[0].quoted);
}

TEST(YamlParse, finds_values_by_key) {
  const Value value = parse("a: 1\n'b c': 2\n", "").value;
  EXPECT_EQ(value.find("b c")->text, "2");
  EXPECT_EQ(value.find("b"), nullptr);
  EXPECT_EQ(value.find("a")->find("x"), nullptr);
}

TEST(YamlParse, says_what_is_wrong_and_where) {
  struct Row {
    const char* name;
    std::string_view text;
    ErrorCode code;
    std::string_view places;
    std::string_view says;
  };
  const Row rows[] = {
      {"a second ': '", "a: b: c\n", ErrorCode::bad_yaml, "1:5", "quote text"},
      {"a key under a text", "a: b\n  c: d\n", ErrorCode::bad_yaml, "2:4", "quote text"},
      {"text without a key", "a:1\nb: 2\n", ErrorCode::bad_yaml, "2:2", "': '"},
      {"a list in a mapping", "a: 1\n- b\n", ErrorCode::bad_yaml, "2:1", "align"},
      {"a mapping behind a list", "- a\nb: 1\n", ErrorCode::bad_yaml, "2:1", "align"},
      {"an open bracket", "é: [1, 2\nb: 3\n", ErrorCode::bad_yaml, "1:4", "'['"},
      {"an open brace", "a: {b: 1\nc: 2\n", ErrorCode::bad_yaml, "1:4", "'{'"},
      {"an open double quote", "a: \"x\nb: c\n", ErrorCode::bad_yaml, "1:4",
       "quote is never closed"},
      {"an open single quote", "a: 'it''s\n", ErrorCode::bad_yaml, "1:4", "quote is never closed"},
      {"an open quote with an anchor", "a: &x \"y\n", ErrorCode::bad_yaml, "1:4",
       "quote is never closed"},
      {"an open quote at the very end", "a: \"x", ErrorCode::bad_yaml, "1:6", "never closed"},
      {"an escaped closing quote", "a: \"x\\\"\n", ErrorCode::bad_yaml, "1:4",
       "quote is never closed"},
      {"an apostrophe in single quotes", "a: 'don't'\n", ErrorCode::bad_yaml, "1:9",
       "quote a text as a whole"},
      {"an unknown escape", "a: \"\\d+\"\n", ErrorCode::bad_yaml, "1:7", "single quotes"},
      {"a tab that indents", "a:\n\tb: 1\n", ErrorCode::bad_yaml, "2:1", "a tab cannot indent"},
      {"a tab that indents the first line", "\ta: 1\n", ErrorCode::bad_yaml, "1:1",
       "a tab cannot indent"},
      {"a tab behind spaces", "a:\n  \tb: c: d\n", ErrorCode::bad_yaml, "2:3",
       "a tab cannot indent"},
      {"a reserved character", "a: @b\n", ErrorCode::bad_yaml, "1:4", "quote the text"},
      {"an unknown alias", "a: *b\n", ErrorCode::bad_yaml, "1:4",
       "quote text that begins with '*'"},
      {"an alias inside its anchor", "a: &x [1, *x]\n", ErrorCode::bad_yaml, "1:11",
       "holds the alias"},
      {"a second document", "a: 1\n---\nb: 2\n", ErrorCode::bad_yaml, "2:1", "second document"},
      {"a list as key", "[a]: b\n", ErrorCode::bad_yaml, "1:1", "a key must be a word"},
      {"a key that is missing", "a: 1\n: b\n", ErrorCode::bad_yaml, "2:1", "a key must be a word"},
      {"a foreign tag", "a: !python/object x\n", ErrorCode::bad_yaml, "1:4", "tag"},
      {"a control character", "a: b\nc: \x1B[0m\n", ErrorCode::bad_yaml, "2:4",
       "control character"},
      {"a NUL", std::string_view("é: \0", 5), ErrorCode::bad_yaml, "1:4", "control character"},
      {"a byte that is not UTF-8", "a: b\né: caf\xE9\n", ErrorCode::not_utf8, "2:7", "UTF-8"},
      {"UTF-16",
       "\xFF\xFE"
       "a",
       ErrorCode::utf16, "1:1", "UTF-16"},
      {"a key twice", "é: 1\nb: {é: 2, é: 3}\né: 4\n", ErrorCode::duplicate_key, "2:11 3:1", "'é'"},
      {"a key twice, quoted once", "a: 1\n'a': 2\n", ErrorCode::duplicate_key, "2:1", "'a'"},
  };
  for (const Row& row : rows) {
    const auto loaded = parse(row.text, "f.yaml");
    ASSERT_FALSE(loaded.errors.empty()) << row.name;
    const Error& error = loaded.errors.front();
    EXPECT_EQ(error.code, row.code) << row.name << ": " << error.message;
    EXPECT_EQ(places(loaded.errors), row.places) << row.name << ": " << error.message;
    EXPECT_NE(error.message.find(row.says), std::string::npos) << row.name << ": " << error.message;
    EXPECT_EQ(error.file, "f.yaml") << row.name;
    if (row.code != ErrorCode::duplicate_key) {
      EXPECT_EQ(loaded.value.kind, Kind::null) << row.name;
      EXPECT_EQ(loaded.value.position.line, 1U) << row.name;
    }
  }
}

TEST(YamlParse, keeps_the_first_of_equal_keys) {
  EXPECT_EQ(to_json(parse("a: 1\na: 2\nb: 3\n", "").value), R"({"a":1,"b":3})");
  EXPECT_EQ(parse(repeated("a: 1\n", 200), "").errors.size(), 50U) << "a flood says nothing more";
}

TEST(YamlParse, limits_nesting) {
  const std::size_t deep = 20'000;
  for (const std::string_view piece :
       {"[", "{", "{a: ", "[a, ", "- ", "? ", ": ", "[? ", "{? ", "!!seq [", "- - ? "}) {
    const auto loaded = parse(repeated(piece, deep), "f.yaml");
    ASSERT_EQ(loaded.errors.size(), 1U) << piece;
    EXPECT_EQ(loaded.errors[0].code, ErrorCode::nesting_too_deep)
        << piece << ": " << loaded.errors[0].message;
  }
  EXPECT_TRUE(parse(repeated("- ", 100) + "a", "").errors.empty());
  EXPECT_FALSE(parse(repeated("- ", 101) + "a", "").errors.empty());
  const auto by_alias = parse("- &a " + repeated("[", 60) + repeated("]", 60) + "\n- " +
                                  repeated("[", 60) + "*a" + repeated("]", 60) + "\n",
                              "");
  ASSERT_EQ(by_alias.errors.size(), 1U);
  EXPECT_EQ(by_alias.errors[0].code, ErrorCode::nesting_too_deep);
  EXPECT_EQ(places(by_alias.errors), "2:63") << "of the alias";
}

TEST(YamlParse, limits_what_aliases_repeat) {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    const std::string alias = std::string("*") + static_cast<char>(c - 1);
    bomb += std::string(1, c) + ": &" + c + " [" + alias + "," + alias + "," + alias + "," + alias +
            "," + alias + "]\n";
  }
  const auto nodes = parse(bomb, "f.yaml");
  ASSERT_EQ(nodes.errors.size(), 1U);
  EXPECT_EQ(nodes.errors[0].code, ErrorCode::too_many_aliases);
  EXPECT_EQ(places(nodes.errors), "7:11") << "of the alias, not of what it repeats";
  EXPECT_EQ(nodes.value.kind, Kind::null);

  const auto bytes =
      parse("- &a " + std::string(1'000'000, 'x') + "\n" + repeated("- *a\n", 20), "f.yaml");
  ASSERT_EQ(bytes.errors.size(), 1U);
  EXPECT_EQ(bytes.errors[0].code, ErrorCode::too_many_aliases);
  EXPECT_EQ(places(bytes.errors), "18:3");

  EXPECT_TRUE(parse("- &a x\n" + repeated("- *a\n", 1'000), "").errors.empty());
}

TEST(YamlParse, limits_values) {
  const auto loaded = parse("[" + repeated("a,", 1'000'001) + "]", "f.yaml");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, ErrorCode::too_large);
  EXPECT_EQ(parse(repeated("- a\n", 20'000), "").value.items.size(), 20'000U);
}

TEST(YamlParse, shortens_what_it_quotes) {
  const std::string key(5'000, 'k');
  const auto loaded = parse("? " + key + "\n: 1\n? " + key + "\n: 2\n", "");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_LT(loaded.errors[0].message.size(), 300U);
}

}  // namespace
}  // namespace linter::base::yaml
