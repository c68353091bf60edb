// The Reviewdog Diagnostic Format, as one document and as JSON lines. Its columns count bytes.
#include "linter/base/harmless.h"
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"
#include "linter/reports/json_values.h"

namespace linter::reports {
namespace {

std::string_view severity_of(findings::Severity severity) {
  switch (severity) {
    case findings::Severity::error:
      return "ERROR";
    case findings::Severity::warning:
      return "WARNING";
    case findings::Severity::suggestion:
      break;
  }
  return "INFO";
}

Json range_of(const findings::Location& location) {
  return {{"start", {{"line", location.begin.line}, {"column", location.begin_byte}}},
          {"end", {{"line", location.end.line}, {"column", location.end_byte}}}};
}

Json location_of(const findings::Location& location) {
  return {{"path", location.file}, {"range", range_of(location)}};
}

Json diagnostic_of(const findings::Finding& finding) {
  Json code = {{"value", finding.rule}};
  if (!finding.sources.empty() && !finding.sources.front().url.empty())
    code["url"] = finding.sources.front().url;
  std::string message = finding.message;
  if (!finding.instead.empty()) message += " Instead: " + finding.instead;
  for (const auto& side : finding.related)
    if (side.source) message += " See " + place_of(side) + '.';
  Json json = {{"message", base::harmless_sentence(message)},
               {"location", location_of(finding.location)},
               {"severity", severity_of(finding.severity)},
               {"code", std::move(code)}};
  for (const std::string& suggestion : finding.suggestions)
    json["suggestions"].push_back({{"range", range_of(finding.location)}, {"text", suggestion}});
  for (const auto& side : finding.related) {
    if (side.source) continue;  // stands in a pack, which is no file of the project
    json["related_locations"].push_back({{"message", base::harmless_sentence(side.message)},
                                         {"location", location_of(side.location)}});
  }
  return json;
}

Json source() {
  return {{"name", "galley"}};
}

}  // namespace

bool write_rdjson(const findings::Outcome& outcome, const RenderOptions&, const Sink& sink) {
  if (!sink("{\"source\": " + base::json_text(source()) + ",\n\"diagnostics\": [")) return false;
  bool first = true;
  for (const auto& finding : outcome.findings) {
    if (!finding.suppressed.empty()) continue;
    if (!sink((first ? "\n" : ",\n") + base::json_text(diagnostic_of(finding)))) return false;
    first = false;
  }
  return sink(first ? "]}\n" : "\n]}\n");
}

bool write_rdjsonl(const findings::Outcome& outcome, const RenderOptions&, const Sink& sink) {
  for (const auto& finding : outcome.findings) {
    if (!finding.suppressed.empty()) continue;
    Json json = diagnostic_of(finding);
    json["source"] = source();
    if (!sink(base::json_text(json) + '\n')) return false;
  }
  return true;
}

}  // namespace linter::reports
