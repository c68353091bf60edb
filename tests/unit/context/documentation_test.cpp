// The examples of docs/cues.md hold.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "tests/unit/context/expectations.h"

namespace {

std::string document() {
  std::ifstream file(GALLEY_SOURCE_DIR "/docs/cues.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Fence {
  std::string language;
  std::string text;
};

std::vector<Fence> fences() {
  std::vector<Fence> found;
  std::istringstream lines(document());
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) found.push_back({line.substr(3), {}});
    } else if (inside) {
      found.back().text += line + "\n";
    }
  }
  return found;
}

std::string trimmed(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
  return std::string(text.substr(first, text.find_last_not_of(' ') + 1 - first));
}

TEST(Documentation, ExamplesOfCuesHold) {
  // "cues:" of all fences make one file.
  std::string cues = "cues:\n";
  for (const Fence& fence : fences())
    if (fence.language == "yaml") cues += fence.text.substr(fence.text.find('\n') + 1);
  const auto compiled = tests::English::cues_with(cues);
  std::size_t examples = 0;
  for (const Fence& fence : fences()) {
    if (fence.language != "examples") continue;
    std::istringstream lines(fence.text);
    for (std::string line; std::getline(lines, line); ++examples) {
      const std::size_t arrow = line.find("->");
      ASSERT_NE(arrow, std::string::npos) << line;
      std::string text = trimmed(line.substr(0, arrow));
      for (std::size_t at = 0; (at = text.find(" // ")) != std::string::npos;)
        text.replace(at, 4, "\n");
      tests::expect_light(text, trimmed(line.substr(arrow + 2)), compiled);
    }
  }
  EXPECT_GT(examples, 25U);
}

TEST(Documentation, NamesEveryCategory) {
  const std::string text = document();
  for (const std::string_view name : linter::context::category_names())
    EXPECT_NE(text.find("`" + std::string(name) + "`"), std::string::npos) << name;
}

}  // namespace
