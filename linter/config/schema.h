// The JSON Schema (draft-07) of .galley.yaml, for editors and tests.
#pragma once

#include <string>

namespace linter::config {

// Derived from keys(); one line of JSON.
[[nodiscard]] std::string json_schema();

}  // namespace linter::config
