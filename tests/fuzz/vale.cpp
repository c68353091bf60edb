// Any bytes are a rule file of Vale's or a note why not, and what is made of them is YAML that
// galley reads; any bytes are settings of Vale's, whose globs become patterns.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/yaml.h"
#include "linter/vale/project.h"
#include "linter/vale/settings.h"
#include "linter/vale/style.h"

namespace vale = linter::vale;

namespace {

void expect_yaml(const std::string& text) {
  const auto parsed = linter::base::yaml::parse(text, "made.yaml");
  if (!parsed.errors.empty()) std::abort();
}

void read_rule(const std::string& text) {
  vale::Style style{.name = "House", .pack = "house", .about = "A style.", .rules = {}, .lost = {}};
  auto rule = vale::read_rule(text, "House/Rule.yml", style.lost);
  if (!rule) {
    if (style.lost.empty()) std::abort();
    return;
  }
  style.rules.push_back(std::move(*rule));
  expect_yaml(vale::trial_text(style));
  expect_yaml(vale::pack_text(style));
}

void read_settings(const std::string& text) {
  vale::Project project;
  project.settings = vale::read_settings(text, ".vale.ini");
  std::vector<vale::Note> notes;
  expect_yaml(vale::configuration_text(project, notes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  read_rule(text);
  read_settings(text);
  return 0;
}
