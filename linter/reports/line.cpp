// One finding a line, as compilers write them and editors read them.
#include "linter/base/harmless.h"
#include "linter/reports/formats.h"
#include "linter/reports/statistics.h"

namespace linter::reports {
namespace {

std::string line_of(const findings::Finding& finding) {
  const auto& begin = finding.location.begin;
  const std::string silenced =
      finding.suppressed.empty() ? "" : " (suppressed: " + finding.suppressed + ')';
  return base::harmless_path(finding.location.file) + ':' + std::to_string(begin.line) + ':' +
         std::to_string(begin.column) + ':' + base::harmless(finding.rule) + ':' +
         base::harmless_sentence(finding.message + silenced) + '\n';
}

}  // namespace

bool write_line(const findings::Outcome& outcome, const RenderOptions& options, const Sink& sink) {
  for (const auto& finding : outcome.findings) {
    if (!sink(line_of(finding))) return false;
  }
  if (!options.statistics) return true;
  for (const auto& [rule, count] : statistics_of(outcome).by_rule) {
    if (!sink(base::harmless(rule) + ':' + std::to_string(count) + '\n')) return false;
  }
  for (const auto& [file, count] : statistics_of(outcome).by_file) {
    if (!sink(base::harmless_path(file) + ':' + std::to_string(count) + '\n')) return false;
  }
  return true;
}

}  // namespace linter::reports
