// What is written is read again as it was.
#include "linter/vale/yaml_text.h"

#include <gtest/gtest.h>

namespace {

namespace vale = linter::vale;
namespace yaml = linter::base::yaml;

TEST(YamlText, is_read_as_it_was_written) {
  const std::vector<std::string> texts{
      "plain",    "it's",     "say \"it\"", "it's \"both\"", "a: b",   "- a",    "true",
      "12",       "",         "# no",       " lead",         "trail ", "\\d+'s", "line\nline",
      "[a]",      "{a}",      "*a",         "é — ’",         "null",   "~",      "a #b",
      "'quoted'", "it's: \\", "%s's",       "a\tb",          "@x's",   "\"x\""};
  yaml::Value value;
  vale::set(value, "texts", vale::list_of(texts));
  yaml::Value swap;
  for (const std::string& text : texts)
    if (!text.empty()) vale::set(swap, text, vale::scalar(text));
  vale::set(value, "swap", swap);
  vale::set(value, "number", vale::plain("3"));
  const auto parsed = yaml::parse(vale::yaml_text(value, 0), "x.yaml");
  ASSERT_TRUE(parsed.errors.empty()) << parsed.errors.front().message << '\n'
                                     << vale::yaml_text(value, 0);
  ASSERT_EQ(parsed.value.find("texts")->items.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(parsed.value.find("texts")->items[i].text, texts[i]);
    EXPECT_EQ(parsed.value.find("texts")->items[i].kind, yaml::Kind::scalar) << texts[i];
  }
  for (const auto& [key, text] : parsed.value.find("swap")->entries) EXPECT_EQ(key.text, text.text);
  EXPECT_EQ(yaml::as_int(*parsed.value.find("number")), 3);
}

}  // namespace
