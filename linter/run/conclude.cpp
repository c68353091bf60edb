#include "linter/run/conclude.h"

#include <algorithm>
#include <string_view>

namespace linter::run {

using findings::Finding;

void settle_suppressed(const CheckRequest& request, findings::Outcome& outcome) {
  const auto is_suppressed = [](const Finding& finding) { return !finding.suppressed.empty(); };
  outcome.suppressed =
      static_cast<std::uint64_t>(std::ranges::count_if(outcome.findings, is_suppressed));
  if (!request.show_suppressed) std::erase_if(outcome.findings, is_suppressed);
}

std::uint64_t count_failing(const CheckRequest& request, std::span<const Job> jobs,
                            std::span<const Finding> findings) {
  std::uint64_t failing = 0;
  for (const Finding& finding : findings) {
    if (!finding.suppressed.empty() || finding.news) continue;
    const auto job = std::ranges::lower_bound(jobs, finding.location.file, {}, &Job::shown);
    const config::FailOn threshold =
        request.fail_on ? *request.fail_on : job->settings->settings.fail_on.value;
    if (config::fails(threshold, finding.severity)) ++failing;
  }
  return failing;
}

std::vector<findings::RuleInfo> rules_of(std::span<const Finding> findings,
                                         std::vector<findings::RuleInfo> rules) {
  std::vector<std::string_view> named;
  for (const Finding& finding : findings) named.push_back(finding.rule);
  std::ranges::sort(named);
  std::erase_if(rules, [&](const findings::RuleInfo& rule) {
    return !std::ranges::binary_search(named, std::string_view(rule.id));
  });
  return rules;
}

std::vector<findings::Datum> data_of(const Plan& names,
                                     const config::Configurations& configurations,
                                     const Profiles& profiles) {
  std::vector<findings::Datum> data = profiles.data();
  for (const config::Configuration* configuration : configurations.governing()) {
    for (const auto& file : configuration->files)
      data.push_back({"configuration " + shown_path(names, file.path), file.digest});
  }
  std::ranges::sort(data);
  const auto again = std::ranges::unique(data);
  data.erase(again.begin(), again.end());
  return data;
}

}  // namespace linter::run
