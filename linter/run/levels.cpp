#include "linter/run/levels.h"

#include <algorithm>

namespace linter::run {
namespace {

using config::Level;
using findings::Finding;
using findings::Severity;

// False when the finding is to be dropped.
bool settle(const config::Settings& settings, Finding& finding) {
  const config::RuleLevel* level = config::level_of(settings, finding.rule);
  if (level == nullptr) return true;
  switch (level->level) {
    case Level::off:
      return false;
    case Level::suggestion:
      finding.severity = Severity::suggestion;
      return true;
    case Level::warning:
      finding.severity = Severity::warning;
      return true;
    case Level::error:
      finding.severity = finding.news ? Severity::warning : Severity::error;
      return true;
  }
  return true;
}

}  // namespace

void apply_levels(const config::Settings& settings, std::vector<Finding>& findings,
                  std::size_t first) {
  const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(first);
  const auto kept = std::remove_if(begin, findings.end(),
                                   [&](Finding& finding) { return !settle(settings, finding); });
  findings.erase(kept, findings.end());
}

}  // namespace linter::run
