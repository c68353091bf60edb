#include "linter/packs/shape.h"

#include <array>
#include <gtest/gtest.h>

namespace linter::packs {
namespace {

constexpr std::array<std::string_view, 2> colour_names{"red", "green"};
constexpr Shape colour{.kind = ShapeKind::choice,
                       .names = [] { return std::span<const std::string_view>(colour_names); }};
constexpr Shape colours{.kind = ShapeKind::one_or_many, .item = &colour};
constexpr Shape few{.kind = ShapeKind::whole, .low = 1, .high = 3};
constexpr std::array<Field, 2> inner_fields{{{"low", &few, false, ""}, {"high", &few, false, ""}}};
constexpr std::array<std::string_view, 2> inner_needs{"low", "high"};
constexpr Shape inner{
    .kind = ShapeKind::mapping, .fields = inner_fields, .at_least_one = inner_needs};
constexpr Shape inner_or_name{.kind = ShapeKind::either, .item = &name_shape, .other = &inner};
constexpr Shape pairs{.kind = ShapeKind::dictionary, .item = &texts_shape};
constexpr std::array<Field, 9> fields{{
    {"title", &text_shape, true, ""},
    {"colour", &colours, false, ""},
    {"range", &inner_or_name, false, ""},
    {"pairs", &pairs, false, ""},
    {"flag", &boolean_shape, false, ""},
    {"share", &number_shape, false, ""},
    {"seen", &date_shape, false, ""},
    {"url", &url_shape, false, ""},
    {"texts", &texts_shape, false, ""},
}};
constexpr Shape document{.kind = ShapeKind::mapping, .fields = fields};

struct Row {
  const char* name;
  const char* yaml;
  std::vector<std::string> errors;  // "line:column code: message"
};

std::string line_of(const base::Error& error) {
  return std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
         std::string(base::code_name(error.code)) + ": " + error.message;
}

TEST(Shape, says_what_is_wrong_and_where) {
  const std::vector<Row> rows = {
      {"everything right",
       "title: x\ncolour: [red, green]\nrange: {low: 1}\npairs: {a: b, c: [d, e]}\nflag: "
       "true\nshare: 0.5\nseen: "
       "2026-02-28\nurl: https://example.org/a\ntexts: one\n",
       {}},
      {"a plain number is text", "title: 24\n", {}},
      {"an empty list of choices", "title: x\ncolour: []\n", {}},
      {"a name instead of a mapping", "title: x\nrange: wide\n", {}},
      {"missing key", "flag: false\n", {"1:1 missing-key: 'title' is missing"}},
      {"unknown key",
       "title: x\ncolor: red\n",
       {"2:1 unknown-key: the key 'color' is not known (did you mean 'colour'?)"}},
      {"list for text", "title: [a]\n", {"1:8 wrong-type: 'title' must be text, not a list"}},
      {"nothing for text", "title:\n", {"1:1 wrong-type: 'title' must be text, not nothing"}},
      {"empty text", "title: ''\n", {"1:8 bad-value: 'title' is empty"}},
      {"unknown choice",
       "title: x\ncolour: [red, geen]\n",
       {"2:15 bad-value: 'colour[1]' cannot be 'geen' (did you mean 'green'?); it is one of red, "
        "green"}},
      {"number out of range",
       "title: x\nrange: {low: 4}\n",
       {"2:14 bad-value: 'range.low' must be a whole number between 1 and 3, not '4'"}},
      {"quoted number",
       "title: x\nrange: {low: '2'}\n",
       {"2:14 wrong-type: 'range.low' must be a whole number, without quotes, not '2'"}},
      {"none of the needed",
       "title: x\nrange: {}\n",
       {"2:8 missing-key: 'range' needs one of low, high"}},
      {"quoted boolean",
       "title: x\nflag: 'true'\n",
       {"2:7 wrong-type: 'flag' must be true or false, without quotes, not 'true'"}},
      {"not a number",
       "title: x\nshare: half\n",
       {"2:8 wrong-type: 'share' must be a number, without quotes, not 'half'"}},
      {"no such month",
       "title: x\nseen: 2026-13-01\n",
       {"2:7 bad-value: 'seen' must be a date like 2026-11-20, not '2026-13-01'"}},
      {"script for an address",
       "title: x\nurl: javascript:alert(1)\n",
       {"2:6 bad-value: 'url' must be an address that begins with https://, not "
        "'javascript:alert(1)'"}},
      {"text for a dictionary",
       "title: x\npairs: y\n",
       {"2:8 wrong-type: 'pairs' must be a mapping (key: value), not 'y'"}},
      {"a mapping in a list of texts",
       "title: x\ntexts: [a, {b: c}]\n",
       {"2:12 wrong-type: 'texts[1]' must be text, not a mapping"}},
      {"an empty list of texts",
       "title: x\ntexts: []\n",
       {"2:8 bad-value: 'texts' needs at least 1 in its list"}},
      {"not a mapping at all",
       "- a\n",
       {"1:1 wrong-type: the document must be a mapping (key: value), not a list"}},
      {"several faults at once",
       "colour: blue\nflag: 3\n",
       {"1:1 missing-key: 'title' is missing",
        "1:9 bad-value: 'colour' cannot be 'blue'; it is one of red, green",
        "2:7 wrong-type: 'flag' must be true or false, without quotes, not '3'"}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const auto parsed = base::yaml::parse(row.yaml, "f.yaml");
    ASSERT_TRUE(parsed.errors.empty());
    std::vector<base::Error> errors;
    const bool fine = check(parsed.value, document, {"f.yaml", errors});
    std::vector<std::string> lines;
    for (const base::Error& error : errors) {
      EXPECT_EQ(error.file, "f.yaml");
      lines.push_back(line_of(error));
    }
    EXPECT_EQ(lines, row.errors);
    EXPECT_EQ(fine, row.errors.empty());
  }
}

TEST(Shape, accessors_take_one_value_for_a_list_of_one) {
  const auto parsed = base::yaml::parse("a: x\nb: [y, z]\nc: 3\nd: true\n", "f.yaml");
  EXPECT_EQ(texts_at(parsed.value, "a"), std::vector<std::string>{"x"});
  EXPECT_EQ(texts_at(parsed.value, "b"), (std::vector<std::string>{"y", "z"}));
  EXPECT_TRUE(texts_at(parsed.value, "none").empty());
  EXPECT_EQ(whole_at(parsed.value, "c", 1), 3);
  EXPECT_EQ(whole_at(parsed.value, "none", 1), 1);
  EXPECT_TRUE(flag_at(parsed.value, "d", false));
  EXPECT_EQ(text_at(parsed.value, "none", "else"), "else");
}

TEST(Shape, names_are_lower_case_with_hyphens) {
  for (const char* good : {"a", "absolute-safety", "2-for-1"}) EXPECT_TRUE(is_name(good)) << good;
  for (const char* bad : {"", "-a", "A", "a b", "a.b", "../a", "é"})
    EXPECT_FALSE(is_name(bad)) << bad;
}

}  // namespace
}  // namespace linter::packs
