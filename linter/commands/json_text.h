// JSON of small things, for the commands that print data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/yaml.h"

namespace linter::commands {

using JsonValue = base::yaml::Value;

[[nodiscard]] JsonValue json(std::string_view text);
[[nodiscard]] JsonValue json(std::uint64_t number);
[[nodiscard]] JsonValue json(bool truth);
[[nodiscard]] JsonValue json(const std::vector<std::string>& texts);
[[nodiscard]] JsonValue json_list(std::vector<JsonValue> items);
[[nodiscard]] JsonValue json_object(std::vector<std::pair<std::string_view, JsonValue>> entries);

// One line with a line end; harmless to terminals and logs.
[[nodiscard]] std::string json_line(const JsonValue& value);

}  // namespace linter::commands
