// YAML as people write it, from values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/yaml.h"

namespace linter::vale {

[[nodiscard]] base::yaml::Value scalar(std::string_view text);  // text, whatever it looks like
[[nodiscard]] base::yaml::Value plain(std::string_view text);   // a number or a boolean
[[nodiscard]] base::yaml::Value list_of(const std::vector<std::string>& texts);
void set(base::yaml::Value& mapping, std::string_view key, base::yaml::Value value);

// The entries of a mapping, each on lines of its own that begin with `indent` spaces; lists and
// mappings as blocks. base::yaml::parse gives the same values back.
[[nodiscard]] std::string yaml_text(const base::yaml::Value& mapping, std::size_t indent);

}  // namespace linter::vale
