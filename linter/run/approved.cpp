#include "linter/run/approved.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "linter/base/hash.h"
#include "linter/config/confined_files.h"
#include "linter/run/levels.h"
#include "linter/suppression/approvals.h"

namespace linter::run {
namespace {

using findings::Finding;

constexpr std::string_view usual_folder = "approved";

bool is_yaml(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

class FilesReader {
 public:
  FilesReader(const base::FileSystem& files, const config::Effective& effective)
      : files_(files, {effective.configuration->boundary}), effective_(effective) {}

  base::Loaded<ApprovedFiles> read() {
    const config::Texts& named = effective_.settings.approved;
    for (const config::Text& place : named) read_place(place.value);
    const std::string usual = base::join_path(effective_.configuration->root, usual_folder);
    if (named.empty() && files_.status(usual).kind == base::FileKind::folder) read_place(usual);
    std::ranges::move(suppression::drop_repeated(loaded_.value.statements),
                      std::back_inserter(loaded_.errors));
    std::ranges::move(suppression::repeated_wordings(loaded_.value.statements),
                      std::back_inserter(loaded_.errors));
    return std::move(loaded_);
  }

 private:
  void read_place(const std::string& path) {
    if (files_.status(path).kind != base::FileKind::folder) return read_file(path);
    const auto entries = files_.list(path);
    if (!entries) {
      loaded_.errors.push_back(entries.error());
      return;
    }
    for (const base::FolderEntry& entry : *entries) {
      if (is_yaml(entry.name)) read_file(base::join_path(path, entry.name));
    }
  }

  void read_file(const std::string& path) {
    const auto text = files_.read(path, suppression::max_approved_bytes);
    if (!text) {
      loaded_.errors.push_back(text.error());
      return;
    }
    auto read = suppression::read_approved(*text, path);
    std::ranges::move(read.value, std::back_inserter(loaded_.value.statements));
    std::ranges::move(read.errors, std::back_inserter(loaded_.errors));
    loaded_.value.data.push_back(
        {"approved " + base::relative_path(path, effective_.configuration->boundary),
         base::hex_digest(*text)});
  }

  config::ConfinedFiles files_;
  const config::Effective& effective_;
  base::Loaded<ApprovedFiles> loaded_;
};

std::vector<std::string> jurisdictions_of(const Job& job) {
  std::vector<std::string> names;
  for (const config::Text& one : job.settings->settings.jurisdictions) names.push_back(one.value);
  return names;
}

}  // namespace

base::Loaded<ApprovedFiles> read_approved_files(const base::FileSystem& files,
                                                const config::Effective& effective) {
  return FilesReader(files, effective).read();
}

base::Loaded<std::vector<suppression::Statement>> approved_statements(
    const CheckRequest& request, const base::FileSystem& files) {
  const config::FindOptions options = find_options(request);
  config::Configurations configurations(files, options);
  const config::Effective& effective =
      configurations.effective(base::join_path(options.working_folder, "article"));
  auto read = read_approved_files(files, effective);
  std::ranges::copy(configurations.errors(), std::back_inserter(read.errors));
  Plan plan;
  plan.root = effective.configuration->root;
  plan.working_folder = options.working_folder;
  show_errors(plan, read.errors);
  settle(read.errors);
  for (suppression::Statement& one : read.value.statements) one.file = shown_path(plan, one.file);
  return {std::move(read.value.statements), std::move(read.errors)};
}

bool is_of_project(const CheckRequest& request, const base::FileSystem& files,
                   const std::string& shown) {
  const config::FindOptions options = find_options(request);
  config::Configurations configurations(files, options);
  const std::string root =
      configurations.effective(base::join_path(options.working_folder, "article"))
          .configuration->root;
  const std::string path = shown.starts_with('/') ? shown : base::join_path(root, shown);
  const config::Patterns& corpus = configurations.effective(path).settings.corpus;
  return corpus.patterns.empty() || corpus.cover(path);
}

void apply_approvals(std::span<const Job> jobs, std::span<const ArticleReport> reports,
                     const Plan& plan, std::span<const findings::RuleInfo> rules,
                     findings::Outcome& outcome) {
  std::unordered_map<std::string_view, std::vector<Finding*>> by_file;
  for (const ArticleReport& report : reports) {
    if (!report.uses.empty()) by_file.try_emplace(report.uses.front().location.file);
  }
  if (by_file.empty()) return;
  for (Finding& finding : outcome.findings) {
    const auto file = by_file.find(finding.location.file);
    if (file != by_file.end()) file->second.push_back(&finding);
  }
  std::vector<Finding> told;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const Job& job = jobs[i];
    const ArticleReport& report = reports[i];
    if (report.uses.empty()) continue;
    const std::vector<std::string> jurisdictions = jurisdictions_of(job);
    auto approvals = suppression::apply_approvals(
        *report.profile->approved(), report.uses, by_file[job.shown],
        {.rules = rules, .today = outcome.today, .jurisdictions = jurisdictions});
    if (!job.requested) continue;
    apply_levels(job.settings->settings, approvals.findings);
    for (Finding& finding : approvals.findings) {
      for (findings::Related& related : finding.related)
        related.location.file = shown_path(plan, related.location.file);
    }
    std::ranges::move(approvals.findings, std::back_inserter(told));
    std::ranges::move(approvals.notes, std::back_inserter(outcome.approvals));
  }
  std::ranges::move(told, std::back_inserter(outcome.findings));
}

}  // namespace linter::run
