#include "linter/run/corpus.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "linter/run/judges.h"
#include "linter/run/levels.h"
#include "linter/source/source.h"

namespace linter::run {
namespace {

using checks::SummaryId;
using checks::SummaryTable;
using findings::Finding;
using findings::Location;

// Numbers of strings, in their order.
template <class Strings>
std::unordered_map<std::string_view, std::uint32_t> ranks_of(Strings strings) {
  std::ranges::sort(strings);
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
  std::unordered_map<std::string_view, std::uint32_t> ranks;
  for (const std::string_view one : strings)
    ranks.emplace(one, static_cast<std::uint32_t>(ranks.size()));
  return ranks;
}

// A summary and what it is judged with: the ranks of group, check and key.
struct Item {
  std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> together;
  SummaryId id = 0;
  std::uint32_t told = 0;
};

}  // namespace

Corpus::Corpus(std::span<const Job> jobs) : jobs_(jobs), told_(jobs.size()) {}

Corpus::Told Corpus::keep(const Job& job, const ArticleReport& report) {
  const Told told{table_.size(), static_cast<std::uint32_t>(report.summaries.size()),
                  report.profile, &job};
  for (const checks::Summary& summary : report.summaries) table_.add(summary);
  return told;
}

void Corpus::take(std::size_t job, ArticleReport& report) {
  const std::scoped_lock lock(mutex_);
  told_[job] = keep(jobs_[job], report);
  std::vector<checks::Summary>().swap(report.summaries);  // with its memory
}

void Corpus::take_old(const Job& job, ArticleReport& report) {
  std::erase_if(report.summaries,
                [](const checks::Summary& summary) { return summary.identity == 0; });
  old_.push_back(keep(job, report));
  std::vector<checks::Summary>().swap(report.summaries);
}

// Keys are judged apart, so those whose articles have different settings may go to different
// instances: each key to that of its first article, which knows whatever the key speaks of.
// `asked_only`: keys under which somebody asks about something.
std::vector<Corpus::Batch> Corpus::batches(std::span<const Told> told, bool asked_only) {
  std::vector<std::string_view> groups;
  for (const Told& one : told) groups.emplace_back(one.job->group);
  const auto group_ranks = ranks_of(std::move(groups));
  std::vector<std::string_view> strings;
  std::vector<bool> asked;  // by number of the key
  for (SummaryId id = 0; id < table_.size(); ++id) {
    const auto known = [&](std::uint32_t number) {
      if (number >= strings.size()) strings.resize(number + 1);
      strings[number] = table_.string(number);
    };
    known(table_.key_number(id));
    known(table_.check_number(id));
  }
  asked.resize(strings.size(), !asked_only);
  for (const Told& one : told) {
    for (SummaryId id = one.first; asked_only && id < one.first + one.count; ++id)
      if (table_[id].asked) asked[table_.key_number(id)] = true;
  }
  const auto string_ranks = ranks_of(strings);
  std::vector<std::uint32_t> rank_of;  // by number
  for (const std::string_view one : strings) rank_of.push_back(string_ranks.at(one));
  std::vector<Item> items;
  items.reserve(table_.size());
  for (std::uint32_t at = 0; at < told.size(); ++at) {
    const std::size_t first = items.size();
    const std::uint32_t group = group_ranks.at(told[at].job->group);
    for (SummaryId id = told[at].first; id < told[at].first + told[at].count; ++id) {
      if (!asked[table_.key_number(id)]) continue;
      items.push_back(
          {{group, rank_of[table_.check_number(id)], rank_of[table_.key_number(id)]}, id, at});
    }
    const auto place = [&](const Item& item) {
      const checks::SummaryView view = table_[item.id];
      return std::tuple(item.together, view.span.begin, view.span.end, view.value);
    };
    std::sort(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(),
              [&](const Item& a, const Item& b) { return place(a) < place(b); });
  }
  std::ranges::stable_sort(items, {}, &Item::together);
  std::vector<Batch> batches;
  std::map<std::tuple<std::uint32_t, std::uint32_t, const Profile*>, std::size_t> index;
  for (std::size_t begin = 0; begin < items.size();) {
    std::size_t end = begin + 1;
    while (end < items.size() && items[end].together == items[begin].together) ++end;
    const Profile* profile = told[items[begin].told].profile;
    const auto [group, check, key] = items[begin].together;
    const auto [place, is_new] = index.try_emplace({group, check, profile}, batches.size());
    if (is_new)
      batches.push_back({table_.string(table_.check_number(items[begin].id)), profile, {}});
    std::vector<SummaryId> ids;
    for (; begin < end; ++begin) ids.push_back(items[begin].id);
    checks::limit_summaries(table_, ids);
    std::ranges::copy(ids, std::back_inserter(batches[place->second].ids));
  }
  return batches;
}

std::vector<Finding> Corpus::judged(const std::vector<Batch>& batches) const {
  std::vector<Finding> found;
  Judges judges;
  for (const Batch& batch : batches) {
    const checks::Check* check = judges.find(*batch.profile, batch.check);
    if (check != nullptr) check->check_table({table_, batch.ids}, found);
  }
  for (Finding& finding : found) finding.across = true;
  return found;
}

std::vector<Finding> Corpus::findings() {
  const auto is_asked_for = [&](const Location& location) {
    const Job* job = job_named(jobs_, location.file);
    return job != nullptr && job->requested;
  };
  std::vector<Told> told;
  std::ranges::copy_if(told_, std::back_inserter(told),
                       [](const Told& one) { return one.profile != nullptr; });
  std::vector<Finding> kept;
  std::vector<Finding> one;
  for (Finding& finding : judged(batches(told, false))) {
    const Job* job = job_named(jobs_, finding.location.file);
    const bool concerns =
        is_asked_for(finding.location) ||
        std::ranges::any_of(finding.related, is_asked_for, &findings::Related::location);
    if (job == nullptr || !concerns) continue;
    one.push_back(std::move(finding));
    apply_levels(job->settings->settings, one);
    std::ranges::move(one, std::back_inserter(kept));
    one.clear();
  }
  return kept;
}

std::vector<Finding> Corpus::old_findings() {
  std::vector<Told> told;
  std::ranges::copy_if(told_, std::back_inserter(told), [](const Told& one) {
    return one.profile != nullptr && !one.job->requested;
  });
  std::ranges::copy_if(old_, std::back_inserter(told),
                       [](const Told& one) { return one.profile != nullptr; });
  std::ranges::stable_sort(told, {},
                           [](const Told& one) { return std::string_view(one.job->shown); });
  return judged(batches(told, true));
}

void Corpus::add_excerpts(const CheckRequest& request, const base::FileSystem& files,
                          std::span<Finding> findings) const {
  std::map<const Job*, std::vector<Location*>> wanted;
  const auto want = [&](Location& location) {
    if (!location.excerpt.empty()) return;
    if (const Job* job = job_named(jobs_, location.file)) wanted[job].push_back(&location);
  };
  for (Finding& finding : findings) {
    if (!finding.across) continue;
    want(finding.location);
    for (findings::Related& related : finding.related) want(related.location);
  }
  for (const auto& [job, locations] : wanted) {
    auto bytes = job->standard_input
                     ? base::Result<std::string>(*request.standard_input)
                     : files.read(job->path, job->settings->settings.max_file_bytes.value);
    if (!bytes) continue;  // it has changed since: the finding stands without the line
    const auto source = prose::read_text(*job->format, job->shown, std::move(*bytes));
    if (!source) continue;
    const source::LineIndex lines(source->bytes);
    for (Location* location : locations) {
      const bool unchanged = location->span.end <= source->bytes.size() &&
                             location->span.of(source->bytes) == location->text;
      if (unchanged) findings::locate(*location, lines, source->bytes);
    }
  }
}

}  // namespace linter::run
