// Makes the outcome of a run from a golden case's `outcome.json`.
#pragma once

#include <string>

#include "linter/findings/outcome.h"

namespace tests {

// `json`: {"files": {path: text}, "findings": […], "errors": […], "data": […], "today", "checked",
// "words", "interrupted"}. A location is {"file", "text", "nth": 1}: the nth place where the text
// stands in the file. Positions, excerpts, order and fingerprints are made as a run makes them.
// Throws nlohmann::json::exception or std::invalid_argument when the case is wrong.
[[nodiscard]] linter::findings::Outcome read_outcome(const std::string& json);

}  // namespace tests
