#include "linter/run/stets.h"

#include <algorithm>
#include <iterator>

#include "linter/run/levels.h"

namespace linter::run {
namespace {

using findings::Finding;

std::vector<Finding*> findings_in(std::string_view file, std::vector<Finding>& findings) {
  std::vector<Finding*> found;
  for (Finding& finding : findings)
    if (finding.location.file == file) found.push_back(&finding);
  return found;
}

}  // namespace

void apply_stets(const CheckRequest& request, std::span<const Job> jobs,
                 std::span<ArticleReport> reports, std::span<const findings::RuleInfo> rules,
                 findings::Outcome& outcome) {
  const suppression::Judgement judgement{
      .rules = rules, .today = request.today, .some_packs_left_out = !request.packs.empty()};
  std::vector<Finding> faults;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    ArticleReport& report = reports[i];
    if (report.stets.empty()) continue;
    const std::vector<Finding*> own = findings_in(jobs[i].shown, outcome.findings);
    std::vector<Finding> wrong = suppression::apply_stets(report.stets, own, judgement);
    if (!jobs[i].requested) continue;
    apply_levels(jobs[i].settings->settings, wrong);
    std::ranges::move(wrong, std::back_inserter(faults));
    for (suppression::Stet& stet : report.stets) outcome.stets.push_back(std::move(stet.note));
  }
  std::ranges::move(faults, std::back_inserter(outcome.findings));
}

}  // namespace linter::run
