// GitLab's Code Quality report: a JSON array of Code Climate issues.
//
// GitLab keeps one issue for each fingerprint; a finding of galley's has one of its own.
#include "linter/base/harmless.h"
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"
#include "linter/reports/json_values.h"

namespace linter::reports {
namespace {

std::string_view severity_of(findings::Severity severity) {
  switch (severity) {
    case findings::Severity::error:
      return "major";
    case findings::Severity::warning:
      return "minor";
    case findings::Severity::suggestion:
      break;
  }
  return "info";
}

std::string_view category_of(findings::Category category) {
  return category == findings::Category::claim || category == findings::Category::contradiction
             ? "Bug Risk"
             : "Style";
}

Json issue_of(const findings::Finding& finding) {
  const findings::Location& at = finding.location;
  return {{"type", "issue"},
          {"check_name", finding.rule},
          {"description", whole_message(finding)},
          {"categories", Json::array({category_of(finding.category)})},
          {"severity", severity_of(finding.severity)},
          {"fingerprint", finding.fingerprint},
          {"location",
           {{"path", at.file}, {"lines", {{"begin", at.begin.line}, {"end", at.end.line}}}}}};
}

}  // namespace

bool write_gitlab(const findings::Outcome& outcome, const RenderOptions&, const Sink& sink) {
  if (!sink("[")) return false;
  bool first = true;
  for (const auto& finding : outcome.findings) {
    if (!finding.suppressed.empty()) continue;
    if (!sink((first ? "\n" : ",\n") + base::json_text(issue_of(finding)))) return false;
    first = false;
  }
  return sink(first ? "]\n" : "\n]\n");
}

}  // namespace linter::reports
