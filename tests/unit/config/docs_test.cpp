// The examples in docs/configuration.md are right, and no key is missing there.
#include <gtest/gtest.h>

#include "linter/config/configuration.h"
#include "tests/support/golden.h"

namespace linter::config {
namespace {

std::string page() {
  return tests::read_file(std::string(GALLEY_SOURCE_DIR) + "/docs/configuration.md");
}

std::vector<std::string> examples() {
  std::vector<std::string> blocks;
  const std::string text = page();
  constexpr std::string_view open = "```yaml\n";
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    at += open.size();
    blocks.push_back(text.substr(at, text.find("```", at) - at));
  }
  return blocks;
}

TEST(ConfigurationPage, has_examples_that_are_right) {
  const auto blocks = examples();
  EXPECT_GE(blocks.size(), 8U);
  for (const std::string& block : blocks) {
    SCOPED_TRACE(block);
    const auto files = base::memory({{"/r/w/.galley.yaml", block},
                                     {"/r/.galley.yaml", ""},
                                     {"/r/w/policies/our-house/pack.yaml", ""},
                                     {"/r/w/words/products.txt", ""},
                                     {"/r/w/words/people.txt", ""}});
    const auto loaded = read_configuration(*files, "/r/w/.galley.yaml", "/r");
    for (const base::Error& error : loaded.errors)
      ADD_FAILURE() << error.line << ":" << error.column << ": " << error.message;
  }
}

TEST(ConfigurationPage, names_every_key_and_limit) {
  const std::string text = page();
  for (const Key& key : keys())
    EXPECT_NE(text.find("`" + std::string(key.name) + "`"), std::string::npos) << key.name;
  for (const Text& pack : default_settings().packs)
    EXPECT_NE(text.find("`" + pack.value + "`"), std::string::npos) << pack.value;
  EXPECT_NE(text.find(std::to_string(source::default_max_file_bytes)), std::string::npos);
  EXPECT_NE(text.find(std::to_string(highest_max_file_bytes)), std::string::npos);
  EXPECT_NE(text.find(std::to_string(max_configuration_files) + " files"), std::string::npos);
}

TEST(ConfigurationPage, default_packs_are_shipped) {
  for (const Text& pack : default_settings().packs) {
    const std::string head =
        std::string(GALLEY_SOURCE_DIR) + "/policies/" + pack.value + "/pack.yaml";
    EXPECT_EQ(base::disk()->status(head).kind, base::FileKind::regular) << head;
  }
}

}  // namespace
}  // namespace linter::config
