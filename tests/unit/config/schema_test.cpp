#include "linter/config/schema.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "linter/base/yaml.h"
#include "linter/config/configuration.h"

namespace linter::config {
namespace {

TEST(Schema, is_json_and_describes_each_key_once) {
  const auto schema = nlohmann::json::parse(json_schema());
  EXPECT_EQ(schema["$schema"], "http://json-schema.org/draft-07/schema#");
  const auto& top = schema["properties"];
  const auto& item = top["overrides"]["items"]["properties"];
  for (const Key& key : keys()) {
    const std::string name(key.name);
    EXPECT_EQ(top.contains(name), key.at_top) << name;
    EXPECT_EQ(item.contains(name), key.in_overrides) << name;
    const auto& own = key.at_top ? top[name] : item[name];
    EXPECT_EQ(own["description"], key.about);
  }
  EXPECT_EQ(schema["additionalProperties"], false);
  EXPECT_EQ(top["fail_on"]["enum"].size(), 4U);
}

TEST(Keys, have_examples_that_are_right) {
  for (const Key& key : keys()) {
    SCOPED_TRACE(key.name);
    EXPECT_TRUE(key.example.starts_with(std::string(key.name) + ":"));
    std::string yaml(key.example);
    if (!key.at_top) {
      yaml = "overrides:\n  - " + yaml;
      if (key.name != "paths") yaml += "\n    paths: [a]";
      if (key.name != "reason") yaml += "\n    reason: b";
    }
    const auto files = base::memory({{"/r/w/.galley.yaml", yaml},
                                     {"/r/.galley.yaml", ""},
                                     {"/r/w/policies/our-house/pack.yaml", ""},
                                     {"/r/w/words/products.txt", ""},
                                     {"/r/w/approved/claims.yaml", ""}});
    const auto loaded = read_configuration(*files, "/r/w/.galley.yaml", "/r");
    EXPECT_TRUE(loaded.errors.empty()) << loaded.errors.front().message;
    EXPECT_FALSE(loaded.value.layers.empty());
  }
}

}  // namespace
}  // namespace linter::config
