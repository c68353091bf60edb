// The YAML that nearly all front matter is: keys with simple values, lists and mappings of them.
#pragma once

#include <optional>
#include <string_view>

#include "linter/base/yaml.h"

namespace linter::prose {

// What base::yaml::parse gives for `text`, a hundred times faster, where every line is blank, a
// comment from its first column, "key: value", "key:" above an indented block or a list, or
// "- value"; values are plain, simply quoted, or a list of such in brackets on the same line.
// Nothing for all other YAML and for faults.
[[nodiscard]] std::optional<base::yaml::Value> parse_flat_yaml(std::string_view text);

}  // namespace linter::prose
