#include "linter/run/stets.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "linter/run/levels.h"

namespace linter::run {
namespace {

using findings::Finding;

using ByFile = std::unordered_map<std::string_view, std::vector<Finding*>>;

ByFile by_file(std::vector<Finding>& findings) {
  ByFile files;
  for (Finding& finding : findings) {
    files[finding.location.file].push_back(&finding);
    const std::string_view home = findings::home(finding).file;
    if (home != finding.location.file) files[home].push_back(&finding);
  }
  return files;
}

}  // namespace

void apply_stets(const CheckRequest& request, std::span<const Job> jobs,
                 std::span<ArticleReport> reports, std::span<const findings::RuleInfo> rules,
                 findings::Outcome& outcome) {
  const suppression::Judgement judgement{
      .rules = rules, .today = request.today, .some_packs_left_out = !request.packs.empty()};
  const bool any = std::ranges::any_of(
      reports, [](const ArticleReport& report) { return !report.stets.empty(); });
  if (!any) return;
  const ByFile files = by_file(outcome.findings);
  std::vector<Finding> faults;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    ArticleReport& report = reports[i];
    if (report.stets.empty()) continue;
    const auto own = files.find(jobs[i].shown);
    const std::span<Finding* const> findings =
        own == files.end() ? std::span<Finding* const>() : std::span<Finding* const>(own->second);
    std::vector<Finding> wrong = suppression::apply_stets(report.stets, findings, judgement);
    if (!jobs[i].requested) continue;
    apply_levels(jobs[i].settings->settings, wrong);
    std::ranges::move(wrong, std::back_inserter(faults));
    for (suppression::Stet& stet : report.stets) outcome.stets.push_back(std::move(stet.note));
  }
  std::ranges::move(faults, std::back_inserter(outcome.findings));
}

}  // namespace linter::run
