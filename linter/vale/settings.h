// What a .vale.ini says, and what of it galley has no counterpart for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/vale/rule.h"

namespace linter::vale {

// "Google.Headings = NO"
struct RuleSwitch {
  std::string rule;   // "Google.Headings"
  std::string value;  // yes, no, suggestion, warning, error
  std::uint32_t line = 0;
};

// What holds for some paths. The section "*" stands for all.
struct Section {
  std::string glob;
  std::uint32_t line = 0;
  bool has_styles = false;  // it says BasedOnStyles
  std::vector<std::string> styles;
  std::vector<RuleSwitch> switches;
};

struct Settings {
  std::string file;         // as the user named it
  std::string styles_path;  // joined with the folder of the file
  std::vector<std::string> vocabularies;
  std::vector<std::pair<std::string, std::uint32_t>> packages;  // as they are named, and the line
  std::vector<Section> sections;
  std::vector<Note> notes;

  // Every style that is named anywhere, each once, "Vale" too.
  [[nodiscard]] std::vector<std::string> styles() const;
  [[nodiscard]] bool uses(std::string_view style) const;
};

[[nodiscard]] Settings read_settings(std::string_view text, const std::string& file);

// The patterns of galley's that cover the same paths as a glob of Vale's, in which a star stands
// for slashes, too: "docs/*.{md,txt}" -> "docs/**/*.md", "docs/**/*.txt". Empty where there are
// none.
[[nodiscard]] std::vector<std::string> path_patterns(std::string_view glob);

}  // namespace linter::vale
