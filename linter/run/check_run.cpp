#include "linter/run/check_run.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <mutex>
#include <numeric>
#include <tuple>
#include <utility>

#include "linter/findings/gather_claims.h"
#include "linter/findings/gather_turned.h"
#include "linter/findings/order.h"
#include "linter/findings/same_defect.h"
#include "linter/run/approved.h"
#include "linter/run/baselines.h"
#include "linter/run/conclude.h"
#include "linter/run/corpus.h"
#include "linter/run/news.h"
#include "linter/run/past.h"
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

// `done` is called with each report as soon as it is there, from any thread.
std::vector<ArticleReport> check_articles(
    const CheckRequest& request, const base::FileSystem& files, std::span<const Job> jobs,
    ProfileSource& profiles, const std::function<void(std::size_t, ArticleReport&)>& done) {
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
      done(order[taken], reports[order[taken]]);
      teller.one_more();
    }
  });
  return reports;
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

// One run, step by step.
class Checking {
 public:
  // `past` is null where everything is reported, new or not.
  Checking(const CheckRequest& request, const base::FileSystem& files, Past* past)
      : request_(request),
        files_(files),
        past_(past),
        configurations_(files, find_options(request)),
        plan_(make_plan(request, files, configurations_)),
        profiles_(request, files) {}

  Outcome run() {
    outcome_.today = request_.today;
    outcome_.of_change = past_ != nullptr;
    if (past_ != nullptr) compare_with_past();
    Corpus corpus(plan_.jobs);
    read_articles(corpus);
    outcome_.folder = plan_.root;
    outcome_.root = plan_.one_root ? plan_.root : std::string();
    outcome_.interrupted = is_interrupted(request_);
    gather(plan_.jobs, reports_, outcome_);
    if (!outcome_.interrupted)
      std::ranges::move(corpus.findings(), std::back_inserter(outcome_.findings));
    findings::drop_what_articles_told(outcome_.findings);
    const std::vector<findings::RuleInfo> rules = rules_in_question();
    apply_approvals(plan_.jobs, reports_, plan_, rules, outcome_);
    apply_stets(request_, plan_.jobs, reports_, rules, outcome_);
    findings::put_in_order(outcome_.findings);
    findings::fingerprint_all(outcome_.findings);
    outcome_.data = data_of(plan_, configurations_, profiles_);
    if (news_) {
      news_->keep_new(outcome_.findings, old_findings(rules), old_clashes(corpus), rules);
    } else {
      apply_baselines(request_, files_, configurations_, plan_.jobs, reports_, outcome_);
    }
    settle_suppressed(request_, outcome_);
    if (!request_.each_claim) findings::gather_claims(outcome_.findings);
    findings::gather_turned(outcome_.findings);
    corpus.add_excerpts(request_, files_, outcome_.findings);
    outcome_.failing = count_failing(request_, plan_.jobs, outcome_.findings);
    outcome_.rules = rules_of(outcome_.findings, rules);
    settle_errors();
    return std::move(outcome_);
  }

 private:
  void compare_with_past() {
    if (auto compared = past_->compare(request_, plan_, configurations_); !compared) {
      plan_.errors.push_back(std::move(compared.error()));
      plan_.jobs.clear();
      return;
    }
    CheckRequest quietly = request_;
    quietly.progress = nullptr;
    old_reports_ = check_articles(quietly, past_->files(), past_->jobs(), profiles_,
                                  [](std::size_t, ArticleReport&) {});
  }

  // What changed articles tell waits until it is known which of it is new.
  void read_articles(Corpus& corpus) {
    const auto waits = [&](std::size_t job) {
      return past_ != nullptr && plan_.jobs[job].requested;
    };
    reports_ = check_articles(request_, files_, plan_.jobs, profiles_,
                              [&](std::size_t job, ArticleReport& report) {
                                if (!waits(job)) corpus.take(job, report);
                              });
    if (past_ == nullptr) return;
    for (std::size_t job = 0; job < reports_.size(); ++job) {
      if (!reports_[job].errors.empty() && is_only_renamed(job)) plan_.jobs[job].requested = false;
    }
    news_.emplace(*past_, plan_.jobs, reports_, old_reports_, request_.today);
    news_->mark_statements();
    for (std::size_t job = 0; job < plan_.jobs.size(); ++job) {
      if (waits(job)) corpus.take(job, reports_[job]);
    }
  }

  std::vector<Finding> old_findings(std::span<const findings::RuleInfo> rules) {
    Outcome old;
    old.today = request_.today;
    gather(past_->jobs(), old_reports_, old);
    apply_approvals(past_->jobs(), old_reports_, plan_, rules, old);
    apply_stets(request_, past_->jobs(), old_reports_, rules, old);
    for (base::Error& error : old.errors) {
      if (error.code == base::ErrorCode::repository) outcome_.errors.push_back(std::move(error));
    }
    return std::move(old.findings);
  }

  // What the statements that are gone were at odds with; needed only where others came.
  std::vector<Finding> old_clashes(Corpus& corpus) {
    const bool any_now = std::ranges::any_of(outcome_.findings, &Finding::across);
    if (outcome_.interrupted || !any_now || !news_->any_gone()) return {};
    for (std::size_t job = 0; job < old_reports_.size(); ++job)
      corpus.take_old(past_->jobs()[job], old_reports_[job]);
    return corpus.old_findings();
  }

  // Whether the job's file is what another one was.
  [[nodiscard]] bool is_only_renamed(std::size_t job) const {
    const auto pair = std::ranges::find(past_->pairs(), std::optional(job), &Pair::now);
    if (pair == past_->pairs().end() || !pair->before) return false;
    const Job& before = past_->jobs()[*pair->before];
    const std::uint64_t limit = plan_.jobs[job].settings->settings.max_file_bytes.value;
    const auto was = before.files->read(before.path, limit);
    const auto is = files_.read(plan_.jobs[job].path, limit);
    return was && is && *was == *is;
  }

  // Stets, approvals and what is new are judged by all rules; else those that found something are
  // enough.
  [[nodiscard]] std::vector<findings::RuleInfo> rules_in_question() const {
    const auto is_let_stand = [](const ArticleReport& report) {
      return !report.stets.empty() || !report.uses.empty();
    };
    if (past_ != nullptr || std::ranges::any_of(reports_, is_let_stand)) return profiles_.rules();
    std::vector<std::string> named;
    for (const Finding& finding : outcome_.findings) named.push_back(finding.rule);
    std::ranges::sort(named);
    named.erase(std::ranges::unique(named).begin(), named.end());
    return profiles_.rules(named);
  }

  // What is wrong with files that the change does not touch is told, and fails nobody's run.
  void settle_errors() {
    std::ranges::move(plan_.errors, std::back_inserter(outcome_.errors));
    std::ranges::move(profiles_.errors(), std::back_inserter(outcome_.errors));
    if (past_ != nullptr) outcome_.elsewhere = past_->notes();
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      const Job& job = plan_.jobs[i];
      if (past_ == nullptr || job.requested || !job.asked) continue;
      for (base::Error& error : reports_[i].errors) {
        const bool own = error.file == job.shown;
        (own ? outcome_.elsewhere : outcome_.errors).push_back(std::move(error));
      }
    }
    show_errors(plan_, outcome_.errors);
    settle(outcome_.errors);
    settle(outcome_.elsewhere);
  }

  const CheckRequest& request_;
  const base::FileSystem& files_;
  Past* past_;
  config::Configurations configurations_;
  Plan plan_;
  Profiles profiles_;
  std::vector<ArticleReport> reports_;
  std::vector<ArticleReport> old_reports_;
  std::optional<News> news_;
  Outcome outcome_;
};

Outcome checked(const CheckRequest& request, const base::FileSystem& files, Past* past) {
  auto checking = std::make_unique<Checking>(request, files, past);
  Outcome outcome = checking->run();
  if (request.is_last) std::ignore = checking.release();
  return outcome;
}

}  // namespace

Outcome check(const CheckRequest& request, const base::FileSystem& files) {
  if (!request.changed_since && !request.staged) return checked(request, files, nullptr);
  const auto past = Past::open(request, files);
  if (past) return checked(request, (*past)->files(), past->get());
  Outcome outcome;
  outcome.today = request.today;
  outcome.errors.push_back(past.error());
  return outcome;
}

}  // namespace linter::run
