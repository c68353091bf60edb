// Findings and what surrounds them as JSON: the keys that other programs rely on.
//
// The only place that knows the keys; both JSON formats are made of these objects. Keys keep the
// order in which they are set, so that the same outcome gives the same bytes.
#pragma once

#include "linter/base/json.h"
#include "linter/reports/report.h"

namespace linter::reports {

using base::Json;

// What was not checked: errors, then those elsewhere, which say so.
[[nodiscard]] std::vector<Json> errors_json(const findings::Outcome& outcome);

// A finding's object as one line, with its type where that is asked for.
[[nodiscard]] std::string json_line(const findings::Finding& finding, std::string_view type = {});
[[nodiscard]] Json json_of(const base::Error& error);
[[nodiscard]] Json tool_json(const findings::Outcome& outcome, const RenderOptions& options);
// Counts; with --statistics also by rule and by file.
[[nodiscard]] Json summary_json(const findings::Outcome& outcome, const RenderOptions& options);

}  // namespace linter::reports
