#include "linter/reports/statistics.h"

#include <algorithm>
#include <map>

namespace linter::reports {
namespace {

std::vector<Count> most_first(const std::map<std::string_view, std::uint64_t>& counts) {
  std::vector<Count> sorted;
  for (const auto& [name, count] : counts) sorted.push_back({name, count});
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &Count::count);
  return sorted;
}

}  // namespace

Statistics statistics_of(const findings::Outcome& outcome) {
  std::map<std::string_view, std::uint64_t> rules;
  std::map<std::string_view, std::uint64_t> files;
  for (const auto& finding : outcome.findings) {
    if (!finding.suppressed.empty()) continue;
    ++rules[finding.rule];
    ++files[finding.location.file];
  }
  return {most_first(rules), most_first(files)};
}

}  // namespace linter::reports
