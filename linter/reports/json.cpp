// The machine-readable contract: one document, written piece by piece, one finding a line.
#include <span>

#include "linter/reports/formats.h"
#include "linter/reports/json_values.h"

namespace linter::reports {
namespace {

template <class Item, class ToLine>
bool write_array(std::string_view key, std::span<const Item> items, const ToLine& to_line,
                 const Sink& sink) {
  if (!sink(std::string(",\n\"") + std::string(key) + "\": [")) return false;
  bool first = true;
  for (const Item& item : items) {
    if (!sink((first ? "\n" : ",\n") + to_line(item))) return false;
    first = false;
  }
  return sink(first ? "]" : "\n]");
}

}  // namespace

bool write_json(const findings::Outcome& outcome, const RenderOptions& options, const Sink& sink) {
  return sink("{\"version\": 1,\n\"tool\": " + base::json_text(tool_json(outcome, options)) +
              ",\n\"summary\": " + base::json_text(summary_json(outcome, options))) &&
         write_array<Json>("errors", errors_json(outcome), base::json_text, sink) &&
         write_array<findings::Finding>(
             "findings", outcome.findings,
             [](const findings::Finding& finding) { return json_line(finding); }, sink) &&
         sink("}\n");
}

}  // namespace linter::reports
