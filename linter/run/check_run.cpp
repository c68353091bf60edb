#include "linter/run/check_run.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <numeric>
#include <utility>

#include "linter/run/corpus.h"
#include "linter/run/plan.h"
#include "linter/run/pool.h"
#include "linter/run/profiles.h"
#include "linter/run/stets.h"
#include "linter/run/worker.h"

namespace linter::run {
namespace {

using findings::Finding;
using findings::Outcome;

bool is_interrupted(const CheckRequest& request) {
  return request.interrupted != nullptr && request.interrupted->load(std::memory_order_relaxed);
}

// The order in which jobs are taken: the longest first, so that none is left over at the end.
std::vector<std::size_t> longest_first(std::span<const Job> jobs) {
  std::vector<std::size_t> order(jobs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return jobs[a].size != jobs[b].size ? jobs[a].size > jobs[b].size : a < b;
  });
  return order;
}

// Tells how far the run is, from one thread at a time.
class Teller {
 public:
  Teller(const CheckRequest& request, std::size_t total) : request_(request), total_(total) {
    if (request.progress) request.progress({.files_done = 0, .files_total = total});
  }

  void one_more() {
    const std::uint64_t done = done_.fetch_add(1, std::memory_order_relaxed) + 1;
    if (!request_.progress) return;
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock.owns_lock()) request_.progress({.files_done = done, .files_total = total_});
  }

 private:
  const CheckRequest& request_;
  std::uint64_t total_;
  std::atomic<std::uint64_t> done_ = 0;
  std::mutex mutex_;
};

std::vector<ArticleReport> check_articles(const CheckRequest& request,
                                          const base::FileSystem& files, std::span<const Job> jobs,
                                          ProfileSource& profiles, Corpus& corpus) {
  std::vector<ArticleReport> reports(jobs.size());
  const std::vector<std::size_t> order = longest_first(jobs);
  std::atomic<std::size_t> next = 0;
  Teller teller(request, jobs.size());
  on_threads(threads_for(request.jobs, jobs.size()), [&] {
    Worker worker(request, files, profiles);
    while (!is_interrupted(request)) {
      const std::size_t taken = next.fetch_add(1, std::memory_order_relaxed);
      if (taken >= order.size()) return;
      reports[order[taken]] = worker.check(jobs[order[taken]]);
      corpus.take(order[taken], reports[order[taken]]);
      teller.one_more();
    }
  });
  return reports;
}

std::uint64_t count_failing(const CheckRequest& request, const Plan& plan,
                            std::span<const Finding> findings) {
  std::uint64_t failing = 0;
  for (const Finding& finding : findings) {
    if (!finding.suppressed.empty()) continue;
    const auto job = std::ranges::lower_bound(plan.jobs, finding.location.file, {}, &Job::shown);
    const config::FailOn threshold =
        request.fail_on ? *request.fail_on : job->settings->settings.fail_on.value;
    if (config::fails(threshold, finding.severity)) ++failing;
  }
  return failing;
}

std::vector<findings::Datum> data_of(const Plan& plan, const config::Configurations& configurations,
                                     const Profiles& profiles) {
  std::vector<findings::Datum> data = profiles.data();
  for (const auto& configuration : configurations.all()) {
    for (const auto& file : configuration->files)
      data.push_back({"configuration " + shown_path(plan, file.path), file.digest});
  }
  std::ranges::sort(data);
  const auto again = std::ranges::unique(data);
  data.erase(again.begin(), again.end());
  return data;
}

// Gathers what the articles gave, in the order of reports.
void gather(std::span<const Job> jobs, std::span<ArticleReport> reports, Outcome& outcome) {
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    ArticleReport& report = reports[i];
    if (!jobs[i].requested) continue;
    std::ranges::move(report.findings, std::back_inserter(outcome.findings));
    std::ranges::move(report.errors, std::back_inserter(outcome.errors));
    if (report.profile == nullptr) continue;
    ++outcome.files;
    outcome.words += report.words;
    outcome.bytes += report.bytes;
  }
}

// Of all rules those that have findings.
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

// Counts what is silenced, and leaves it out unless it was asked for.
void settle_suppressed(const CheckRequest& request, Outcome& outcome) {
  const auto is_suppressed = [](const Finding& finding) { return !finding.suppressed.empty(); };
  outcome.suppressed =
      static_cast<std::uint64_t>(std::ranges::count_if(outcome.findings, is_suppressed));
  if (!request.show_suppressed) std::erase_if(outcome.findings, is_suppressed);
}

}  // namespace

Outcome check(const CheckRequest& request, const base::FileSystem& files) {
  config::Configurations configurations(files, find_options(request));
  Plan plan = make_plan(request, files, configurations);
  Profiles profiles(request, files);
  Corpus corpus(plan.jobs);
  std::vector<ArticleReport> reports = check_articles(request, files, plan.jobs, profiles, corpus);
  Outcome outcome;
  outcome.today = request.today;
  outcome.root = plan.one_root ? plan.root : std::string();
  outcome.interrupted = is_interrupted(request);
  gather(plan.jobs, reports, outcome);
  if (!outcome.interrupted)
    std::ranges::move(corpus.findings(request, files), std::back_inserter(outcome.findings));
  const std::vector<findings::RuleInfo> rules = profiles.rules();
  apply_stets(request, plan.jobs, reports, rules, outcome);
  std::ranges::sort(outcome.findings, findings::before);
  findings::fingerprint_all(outcome.findings);
  settle_suppressed(request, outcome);
  outcome.failing = count_failing(request, plan, outcome.findings);
  outcome.rules = rules_of(outcome.findings, rules);
  outcome.data = data_of(plan, configurations, profiles);
  std::ranges::move(plan.errors, std::back_inserter(outcome.errors));
  std::ranges::move(profiles.errors(), std::back_inserter(outcome.errors));
  show_errors(plan, outcome.errors);
  settle(outcome.errors);
  return outcome;
}

}  // namespace linter::run
