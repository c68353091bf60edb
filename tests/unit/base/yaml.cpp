#include "linter/base/yaml.h"

#include <gtest/gtest.h>

namespace linter::base::yaml {
namespace {

TEST(YamlParse, reads_scalars_lists_and_mappings) {
  const auto loaded = parse("a: 1\nb: [x, 'y', null]\nc:\n  d: true\n", "f.yaml");
  EXPECT_TRUE(loaded.errors.empty());
  EXPECT_EQ(to_json(loaded.value), R"({"a":1,"b":["x","y",null],"c":{"d":true}})");
}

}  // namespace
}  // namespace linter::base::yaml
