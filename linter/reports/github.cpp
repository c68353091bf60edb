// Workflow commands of GitHub Actions: annotations on the lines of a pull request.
//
// GitHub shows ten errors, ten warnings and ten notices of a step, so the most severe come first
// and a line at the end counts all. Percent signs and line ends are escaped as its runner undoes
// them, so nothing in an article can begin a command of its own.
#include <limits>

#include "linter/base/harmless.h"
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"

namespace linter::reports {
namespace {

std::string_view command_of(findings::Severity severity) {
  switch (severity) {
    case findings::Severity::error:
      return "error";
    case findings::Severity::warning:
      return "warning";
    case findings::Severity::suggestion:
      break;
  }
  return "notice";
}

// A property ends at a comma or a colon, a message at the line's end.
std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  for (const char byte : text) {
    if (byte == '%') {
      out += "%25";
    } else if (byte == '\r') {
      out += "%0D";
    } else if (byte == '\n') {
      out += "%0A";
    } else if (byte == ':' && is_property) {
      out += "%3A";
    } else if (byte == ',' && is_property) {
      out += "%2C";
    } else {
      out += byte;
    }
  }
  return out;
}

std::string place(const findings::Location& location) {
  std::string text = "file=" + escaped(base::harmless(location.file), true) +
                     ",line=" + std::to_string(location.begin.line) +
                     ",endLine=" + std::to_string(location.end.line);
  // A column is shown only where the annotation stands on one line.
  if (location.begin.line == location.end.line) {
    text += ",col=" + std::to_string(location.begin.column) +
            ",endColumn=" + std::to_string(location.end.column);
  }
  return text;
}

std::string line_of(const findings::Finding& finding) {
  return "::" + std::string(command_of(finding.severity)) + ' ' + place(finding.location) +
         ",title=" + escaped(base::harmless(finding.rule), true) +
         "::" + escaped(whole_message(finding), false) + '\n';
}

std::string line_of(const base::Error& error) {
  std::string text = "::error ";
  if (!error.file.empty()) {
    text += "file=" + escaped(base::harmless(error.file), true) +
            ",line=" + std::to_string(std::max(error.line, 1U)) + ',';
  }
  return text + "title=not checked::" + escaped(base::harmless_sentence(error.message), false) +
         '\n';
}

}  // namespace

bool write_github(const findings::Outcome& outcome, const RenderOptions&, const Sink& sink) {
  for (const auto& error : outcome.errors)
    if (!sink(line_of(error))) return false;
  for (const auto* finding : most_severe(outcome, std::numeric_limits<std::size_t>::max()))
    if (!sink(line_of(*finding))) return false;
  return sink("galley: " + tally(outcome) + '\n');  // GitHub shows but some of them
}

}  // namespace linter::reports
