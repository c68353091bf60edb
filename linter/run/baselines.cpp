#include "linter/run/baselines.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "linter/base/hash.h"
#include "linter/config/confined_files.h"
#include "linter/run/walk_rules.h"

namespace linter::run {
namespace {

using findings::Finding;
using suppression::FileState;

std::string absolute(const CheckRequest& request, const std::string& path) {
  return base::normalised_path(base::join_path(find_options(request).working_folder, path));
}

std::string path_for(const CheckRequest& request, const Job& job) {
  if (!request.baseline) return job.settings->settings.baseline.value;
  return request.baseline->empty() ? std::string() : absolute(request, *request.baseline);
}

// `data`: what the findings rest on.
// `named` says where the configuration names it, if it does.
base::Loaded<suppression::Baseline> read(const base::FileSystem& files, const std::string& path,
                                         const config::Origin& named,
                                         std::vector<findings::Datum>& data) {
  const auto text = files.read(path, suppression::max_baseline_bytes);
  if (text) {
    findings::Datum datum{"baseline " + base::relative_path(path, base::parent_path(path)),
                          base::hex_digest(*text)};
    data.insert(std::ranges::upper_bound(data, datum), std::move(datum));
    return suppression::read_baseline(*text, path);
  }
  base::Error error = text.error();
  error.file = path;
  if (error.code == base::ErrorCode::missing_path) {
    error.message = "there is no such baseline: write it with galley baseline create";
    if (!named.file.empty()) {
      const std::string shown = base::relative_path(path, base::parent_path(named.file));
      error = {error.code, "there is no baseline '" + shown + "': write it with galley baseline create",
               named.file, named.line, named.column};
    }
  }
  return {{}, {std::move(error)}};
}

class Applier {
 public:
  Applier(const CheckRequest& request, const base::FileSystem& files, WalkRules& rules,
          std::span<const Job> jobs, std::span<const ArticleReport> reports,
          findings::Outcome& outcome)
      : request_(request),
        files_(files),
        rules_(rules),
        jobs_(jobs),
        reports_(reports),
        outcome_(outcome) {
    for (std::size_t i = 0; i < jobs.size(); ++i) by_path_.emplace(jobs[i].path, i);
  }

  void apply(const std::string& path, const config::Origin& named,
             std::span<Finding* const> findings) {
    auto loaded = read(files_, path, named, outcome_.data);
    std::ranges::move(loaded.errors, std::back_inserter(outcome_.errors));
    const std::string folder = base::parent_path(path);
    suppression::apply_baseline(
        loaded.value, findings,
        [&](const std::string& file) {
          const Job* job = job_named(jobs_, file);
          return job == nullptr ? file : base::relative_path(job->path, folder);
        },
        [&](const std::string& file) {
          return state_of(base::normalised_path(base::join_path(folder, file)), folder);
        });
    std::ranges::move(loaded.value, std::back_inserter(outcome_.baseline));
  }

 private:
  [[nodiscard]] FileState state_of(const std::string& path, const std::string& folder) const {
    const auto job = by_path_.find(path);
    if (job == by_path_.end()) {
      if (files_.status(path).kind == base::FileKind::missing)
        return is_asked(path) ? FileState::gone : FileState::moved;
      const bool left_out = is_asked(path) && is_left_out(path, folder, rules_);
      return left_out ? FileState::left_out : FileState::not_checked;
    }
    const bool checked = jobs_[job->second].requested && reports_[job->second].profile != nullptr;
    return checked ? FileState::checked : FileState::not_checked;
  }

  // Whether the file would be among those that were asked for, were it there.
  [[nodiscard]] bool is_asked(const std::string& path) const {
    if (request_.paths.empty())
      return config::is_within(path, find_options(request_).working_folder);
    return std::ranges::any_of(request_.paths, [&](const std::string& asked) {
      return config::is_within(path, absolute(request_, asked));
    });
  }

  const CheckRequest& request_;
  const base::FileSystem& files_;
  WalkRules& rules_;
  std::span<const Job> jobs_;
  std::span<const ArticleReport> reports_;
  findings::Outcome& outcome_;
  std::unordered_map<std::string_view, std::size_t> by_path_;
};

}  // namespace

void apply_baselines(const CheckRequest& request, const base::FileSystem& files,
                     config::Configurations& configurations, std::span<const Job> jobs,
                     std::span<const ArticleReport> reports, findings::Outcome& outcome) {
  struct OfBaseline {
    config::Origin named;
    std::vector<Finding*> findings;
  };
  std::map<std::string, OfBaseline> by_baseline;
  for (const Job& job : jobs) {
    if (std::string path = path_for(request, job); job.requested && !path.empty()) {
      const auto& named = job.settings->settings.baseline.origin;
      by_baseline.try_emplace(std::move(path),
                              OfBaseline{request.baseline ? config::Origin{} : named, {}});
    }
  }
  if (by_baseline.empty()) return;
  for (Finding& finding : outcome.findings) {
    const Job* job = job_named(jobs, findings::home(finding).file);
    const std::string path = job == nullptr ? std::string() : path_for(request, *job);
    if (!path.empty()) by_baseline[path].findings.push_back(&finding);
  }
  const std::string working_folder = find_options(request).working_folder;
  repository::IgnoreFiles ignore_files(files, working_folder);
  WalkRules rules(ignore_files, configurations, working_folder);
  Applier applier(request, files, rules, jobs, reports, outcome);
  for (const auto& [path, of] : by_baseline) applier.apply(path, of.named, of.findings);
}

base::Result<BaselineFile> baseline_file(const CheckRequest& request,
                                         const base::FileSystem& files) {
  config::Configurations configurations(files, find_options(request));
  const Plan plan = make_plan(request, files, configurations);
  std::set<std::string> named;
  for (const Job& job : plan.jobs) {
    const std::string& path = job.settings->settings.baseline.value;
    if (!path.empty()) named.insert(path);
  }
  if (request.baseline && !request.baseline->empty()) {
    std::string path = absolute(request, *request.baseline);
    const bool is_named = named.contains(path);
    return BaselineFile{std::move(path), is_named};
  }
  if (named.empty()) return BaselineFile{base::join_path(plan.root, default_baseline), false};
  if (named.size() == 1) return BaselineFile{*named.begin(), true};
  return base::fail(base::ErrorCode::bad_usage,
                    "these articles have several baselines (" +
                        base::relative_path(*named.begin(), plan.working_folder) + ", " +
                        base::relative_path(*std::next(named.begin()), plan.working_folder) +
                        "): name one with --baseline, or the articles of one project");
}

suppression::Baseline baseline_for(const findings::Outcome& outcome, const std::string& path) {
  const std::string folder = base::parent_path(path);
  return suppression::baseline_of(outcome.findings, [&](const std::string& file) {
    return base::relative_path(base::normalised_path(base::join_path(outcome.folder, file)),
                               folder);
  });
}

}  // namespace linter::run
