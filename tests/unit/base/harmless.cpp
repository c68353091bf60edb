#include "linter/base/harmless.h"

#include <gtest/gtest.h>

#include "linter/base/json.h"

namespace linter::base {
namespace {

struct Row {
  const char* name;
  std::string given;
  std::string harmless;
};

class Harmless : public testing::TestWithParam<Row> {};

TEST_P(Harmless, text) {
  EXPECT_EQ(harmless(GetParam().given), GetParam().harmless);
}

TEST_P(Harmless, twice_is_once) {
  EXPECT_EQ(harmless(harmless(GetParam().given)), harmless(GetParam().given));
}

INSTANTIATE_TEST_SUITE_P(
    rows, Harmless,
    testing::Values(Row{"plain", "It's 5 # plain, \"quoted\"", "It's 5 # plain, \"quoted\""},
                    Row{"letters_of_all_kinds", "naïve 皮膚 👩🏽‍⚕️",
                        "naïve 皮膚 👩🏽‍⚕️"},
                    Row{"escape", "\x1B[2J", "␛[2J"}, Row{"nul", std::string("a\0b", 3), "a␀b"},
                    Row{"line_end", "a\r\nb", "a␍␊b"}, Row{"delete", "\x7F", "␡"},
                    Row{"c1_control", "\u009B2J", "<U+009B>2J"},
                    Row{"direction", "\u202Egnp\u2066", "<U+202E>gnp<U+2066>"},
                    Row{"line_separator", "a\u2028b", "a<U+2028>b"},
                    Row{"ill_formed", "a\xFFz", "a\uFFFDz"},
                    Row{"truncated", "a\xE2\x80", "a\uFFFD\uFFFD"},
                    Row{"log_command", "##vso[task]", "#\u200B#vso[task]"},
                    Row{"log_group", "a ##[x]", "a #\u200B#[x]"},
                    Row{"heading_is_no_command", "## Peels [1]", "## Peels [1]"}),
    [](const auto& row) { return row.param.name; });

TEST(HarmlessSentence, line_ends_and_tabs_are_spaces) {
  EXPECT_EQ(harmless_sentence("a\tb\r\nc"), "a b  c");
}

TEST(HarmlessPage, lines_stay_lines) {
  EXPECT_EQ(harmless_page("a\n\tb\x1B\n\nc"), "a\n␉b␛\n\nc");
  EXPECT_EQ(harmless_page("a\n"), "a\n");
  EXPECT_EQ(harmless_page(""), "");
}

TEST(HarmlessPath, begins_like_no_log_command) {
  EXPECT_EQ(harmless_path("a:b.md"), "a:b.md");
  EXPECT_EQ(harmless_path("::error::x"), "./::error::x");
  EXPECT_EQ(harmless_path(" ::error::x"), "./ ::error::x");
}

TEST(JsonText, keeps_every_value_and_steers_nothing) {
  const std::string text = "a\u009B\u202E##vso[x] # é\x7F \x1B \\ \" \u2028 ###[";
  const std::string out = json_text(Json{{"key", text}});
  EXPECT_EQ(Json::parse(out).at("key"), text);
  EXPECT_EQ(out.find("##vso"), std::string::npos);
  EXPECT_EQ(out.find("##["), std::string::npos);
  EXPECT_EQ(out.find("\u202E"), std::string::npos);
  EXPECT_EQ(out.find("\u009B"), std::string::npos);
  EXPECT_EQ(json_text(Json{{"a", "é"}, {"B", 1}}), R"({"a":"é","B":1})");
}

TEST(JsonText, is_as_the_library_writes_it) {
  const Json value = {{"a", {1, -2.5, true, nullptr, "x\ty\"z\\\n", "", "\x01\x1F\u20AC"}},
                      {"b", Json::object()},
                      {"c\"", Json::array()},
                      {"d", {{"e", {{{"f", "g"}}, Json::array({Json::array()})}}}}};
  EXPECT_EQ(json_text(value), value.dump());
  EXPECT_EQ(json_text(Json("x")), "\"x\"");
  EXPECT_EQ(json_text(Json()), "null");
}

TEST(JsonText, bytes_that_are_not_utf8_are_replaced) {
  EXPECT_EQ(json_text(Json("a\xFFz")), "\"a\uFFFDz\"");
}

}  // namespace
}  // namespace linter::base
