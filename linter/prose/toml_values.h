// TOML as the value tree that YAML is read into.
#pragma once

#include <string_view>

#include "linter/base/result.h"
#include "linter/base/yaml.h"

namespace linter::prose {

// The table in `text`, keys in the order of the file. Strings are quoted scalars; other plain
// values keep the text that they are written with. bad_front_matter with line and column (in
// `text`) on a fault, or when keys or values nest more than 100 deep. The parser's exceptions stop
// here. Thread-safe.
[[nodiscard]] base::Result<base::yaml::Value> parse_toml(std::string_view text);

}  // namespace linter::prose
