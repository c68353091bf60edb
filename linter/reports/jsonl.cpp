// JSON Lines: one object a line, each with its type, for programs that read while galley writes.
#include "linter/reports/formats.h"
#include "linter/reports/json_values.h"

namespace linter::reports {
namespace {

bool write_typed(std::string_view type, const Json& value, const Sink& sink) {
  Json line = {{"type", type}};
  line.update(value);
  return sink(base::json_text(line) + '\n');
}

}  // namespace

bool write_jsonl(const findings::Outcome& outcome, const RenderOptions& options, const Sink& sink) {
  for (const auto& finding : outcome.findings) {
    if (!sink(json_line(finding, "finding") + '\n')) return false;
  }
  for (const Json& error : errors_json(outcome)) {
    if (!write_typed("error", error, sink)) return false;
  }
  Json last = {{"version", 1}, {"tool", tool_json(outcome, options)}};
  last.update(summary_json(outcome, options));
  return write_typed("summary", last, sink);
}

}  // namespace linter::reports
