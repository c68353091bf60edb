#include "linter/run/corpus.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "linter/run/levels.h"

namespace linter::run {
namespace {

using checks::Summary;
using findings::Finding;

struct Item {
  Summary summary;
  std::string_view group;
  const Profile* profile = nullptr;
};

auto order_key(const Item& item) {
  const Summary& summary = item.summary;
  return std::tie(item.group, summary.check, summary.key, summary.location.file,
                  summary.location.span.begin, summary.location.span.end, summary.value);
}

std::vector<Item> items_of(std::span<const Job> jobs, std::span<ArticleReport> reports) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    for (Summary& summary : reports[i].summaries)
      items.push_back({std::move(summary), jobs[i].group, reports[i].profile});
    reports[i].summaries = {};
  }
  std::ranges::sort(items, {}, order_key);
  return items;
}

// The checks of each profile, made once.
class Judges {
 public:
  const checks::Check* find(const Profile& profile, std::string_view name) {
    auto [known, is_new] = made_.try_emplace(&profile);
    if (is_new) known->second = profile.make_checks();
    const auto found =
        std::ranges::find(known->second, name, [](const auto& check) { return check->name(); });
    return found == known->second.end() ? nullptr : found->get();
  }

 private:
  std::unordered_map<const Profile*, std::vector<std::unique_ptr<checks::Check>>> made_;
};

// The summaries of one group that one check judges at once. Keys are judged apart, so those whose
// articles have different settings may go to different instances: each key to that of its first
// article, which knows whatever the key speaks of.
struct Batch {
  std::string_view group;
  std::string check;
  const Profile* profile = nullptr;
  std::vector<Summary> summaries;
};

std::vector<Batch> batches_of(std::vector<Item> items) {
  std::vector<Batch> batches;
  std::map<std::tuple<std::string_view, std::string, const Profile*>, std::size_t> index;
  for (std::size_t begin = 0; begin < items.size();) {
    const auto key = [&](std::size_t i) {
      return std::tie(items[i].group, items[i].summary.check, items[i].summary.key);
    };
    std::size_t end = begin + 1;
    while (end < items.size() && key(end) == key(begin)) ++end;
    const Item& first = items[begin];
    const auto [place, is_new] =
        index.try_emplace({first.group, first.summary.check, first.profile}, batches.size());
    if (is_new) batches.push_back({first.group, first.summary.check, first.profile, {}});
    for (; begin < end; ++begin)
      batches[place->second].summaries.push_back(std::move(items[begin].summary));
  }
  return batches;
}

// Whether the finding or one of its other sides lies in an article that was asked for.
class Requested {
 public:
  explicit Requested(std::span<const Job> jobs) {
    for (const Job& job : jobs) jobs_.emplace(job.shown, &job);
  }
  [[nodiscard]] const Job* job_of(const std::string& file) const {
    const auto found = jobs_.find(file);
    return found == jobs_.end() ? nullptr : found->second;
  }
  [[nodiscard]] bool concerns(const Finding& finding) const {
    const auto asked = [&](const std::string& file) {
      const Job* job = job_of(file);
      return job != nullptr && job->requested;
    };
    return asked(finding.location.file) ||
           std::ranges::any_of(finding.related, [&](const findings::Related& side) {
             return asked(side.location.file);
           });
  }

 private:
  std::unordered_map<std::string_view, const Job*> jobs_;
};

}  // namespace

std::vector<Finding> corpus_findings(std::span<const Job> jobs, std::span<ArticleReport> reports) {
  std::vector<Finding> found;
  Judges judges;
  for (const Batch& batch : batches_of(items_of(jobs, reports))) {
    const checks::Check* check = judges.find(*batch.profile, batch.check);
    if (check != nullptr) check->check_corpus(batch.summaries, found);
  }
  const Requested requested(jobs);
  std::vector<Finding> kept;
  std::vector<Finding> one;
  for (Finding& finding : found) {
    const Job* job = requested.job_of(finding.location.file);
    if (job == nullptr || !requested.concerns(finding)) continue;
    one.push_back(std::move(finding));
    apply_levels(job->settings->settings, one);
    std::ranges::move(one, std::back_inserter(kept));
    one.clear();
  }
  return kept;
}

}  // namespace linter::run
