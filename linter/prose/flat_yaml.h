// The YAML that most front matter is: lines of "key: value".
#pragma once

#include <optional>
#include <string_view>

#include "linter/base/yaml.h"

namespace linter::prose {

// What base::yaml::parse gives for `text`, a hundred times faster, where every line is blank, a
// comment, or a key with a plain or simply quoted value on the same line; nothing for all other
// YAML and for faults.
[[nodiscard]] std::optional<base::yaml::Value> parse_flat_yaml(std::string_view text);

}  // namespace linter::prose
