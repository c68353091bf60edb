#include "linter/run/past.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "linter/config/confined_files.h"
#include "linter/repository/ignore_files.h"
#include "linter/repository/staged_files.h"

namespace linter::run {
namespace {

using base::ErrorCode;

// The top of the repository that a request is about; empty when there is none.
std::string top_of(const CheckRequest& request, const base::FileSystem& files,
                   const std::string& working_folder) {
  std::string top = config::repository_top(files, working_folder);
  for (const std::string& path : request.paths) {
    if (!top.empty()) break;
    const std::string whole = base::normalised_path(base::join_path(working_folder, path));
    const bool is_folder = files.status(whole).kind == base::FileKind::folder;
    top = config::repository_top(files, is_folder ? whole : base::parent_path(whole));
  }
  return top;
}

// Whether the folder is what .git is elsewhere.
bool is_bare(const base::FileSystem& files, const std::string& folder) {
  const auto kind = [&](const char* name) {
    return files.status(base::join_path(folder, name)).kind;
  };
  return kind("HEAD") == base::FileKind::regular && kind("objects") == base::FileKind::folder &&
         kind("refs") == base::FileKind::folder;
}

}  // namespace

Past::Past(const base::FileSystem& disk, std::unique_ptr<repository::Git> git, std::string top)
    : disk_(disk), git_(std::move(git)), top_(std::move(top)), old_files_(*git_) {}

base::Result<std::unique_ptr<Past>> Past::open(const CheckRequest& request,
                                               const base::FileSystem& disk) {
  const std::string working_folder = find_options(request).working_folder;
  const std::string top = top_of(request, disk, working_folder);
  if (top.empty() && is_bare(disk, working_folder)) {
    return base::fail(ErrorCode::repository,
                      "is a bare repository, which has no files to check: run git worktree add "
                      "there, and galley in the folder that it makes",
                      working_folder);
  }
  if (top.empty()) {
    return base::fail(ErrorCode::repository,
                      "there is no git repository at or above " + working_folder +
                          ", so nothing tells what changed: run galley in one, or without " +
                          (request.changed_since ? "--changed-since" : "--staged"));
  }
  auto git = repository::open_git(disk, request.git_module, top);
  if (!git) return std::unexpected(std::move(git.error()));
  std::unique_ptr<Past> past(new Past(disk, std::move(*git), top));
  past->working_folder_ = working_folder;
  auto commit =
      request.changed_since ? past->git_->merge_base(*request.changed_since) : past->git_->head();
  if (!commit) return std::unexpected(std::move(commit.error()));
  past->commit_ = std::move(*commit);
  if (!request.staged) return past;
  auto index = past->git_->index();
  if (!index) return std::unexpected(std::move(index.error()));
  past->staged_ =
      std::make_unique<repository::StagedFiles>(disk, *past->git_, top, std::move(*index));
  return past;
}

const base::FileSystem& Past::files() const {
  return staged_ != nullptr ? *staged_ : disk_;
}

base::Result<void> Past::compare(const CheckRequest& request, Plan& plan,
                                 config::Configurations& configurations) {
  std::vector<std::string> read;
  std::map<std::string, std::string> top_of_folder;
  for (const Job& job : plan.jobs) {
    const std::string folder = base::parent_path(job.path);
    auto [top, is_new] = top_of_folder.try_emplace(folder);
    if (is_new) top->second = config::repository_top(files(), folder);
    if (top->second == top_ && !job.standard_input) read.push_back(job.path);
  }
  std::ranges::sort(read);
  const auto wanted = [](std::string_view path) { return prose::format_for_path(path) != nullptr; };
  auto changes = repository::find_changes(*git_, files(),
                                          {.top = top_,
                                           .commit = commit_,
                                           .files = read,
                                           .wanted = wanted,
                                           .staged = staged_ != nullptr});
  if (!changes) return std::unexpected(std::move(changes.error()));
  note_other_repositories(plan);
  for (Job& job : plan.jobs) {
    job.asked = job.requested;
    job.requested = job.standard_input && job.asked;
  }
  repository::IgnoreFiles ignore_files(files(), working_folder_);
  WalkRules rules(ignore_files, configurations, working_folder_);
  note_submodules(request, plan, *changes, rules);
  refuse_unmerged(plan, *changes, rules);
  for (const repository::Change& change : changes->files)
    add_pair(change, plan, configurations, rules);
  sort_old_jobs();
  return {};
}

// Articles that belong to other repositories: their own history tells what changed there.
void Past::note_other_repositories(Plan& plan) {
  std::map<std::string, bool> known;
  const auto index = git_->index();
  for (const Job& job : plan.jobs) {
    if (!job.requested || job.standard_input) continue;
    const std::string top = config::repository_top(files(), base::parent_path(job.path));
    if (top == top_ || !known.try_emplace(top, true).second) continue;
    const bool below = config::is_within(top.empty() ? job.path : top, top_);
    const bool is_submodule =
        below && index && repository::entry_of(*index, base::relative_path(top, top_)) != nullptr;
    if (is_submodule) continue;
    base::Error note{.code = ErrorCode::repository,
                     .message = {},
                     .file = top.empty() ? job.shown : shown_path(plan, top)};
    note.message =
        below ? "is a repository of its own, which tells what changed there"
              : "is not part of the repository " + top_ + ", so nothing tells what changed there";
    note.message += ": run galley check --changed-since in that folder";
    (below ? notes_ : plan.errors).push_back(std::move(note));
  }
}

// Where they are asked for, whether or not their files are there.
void Past::note_submodules(const CheckRequest& request, const Plan& plan,
                           const repository::Changes& changes, WalkRules& rules) {
  const auto is_asked = [&](const std::string& path) {
    return request.paths.empty()
               ? config::is_within(path, working_folder_)
               : std::ranges::any_of(request.paths, [&](const auto& asked) {
                   const std::string whole =
                       base::normalised_path(base::join_path(working_folder_, asked));
                   return config::is_within(path, whole) || config::is_within(whole, path);
                 });
  };
  for (const repository::ChangedSubmodule& changed : changes.submodules) {
    if (!is_asked(changed.path) || !rules.ignored(changed.path, true).empty()) continue;
    notes_.push_back(
        {.code = ErrorCode::repository,
         .message =
             std::string(changed.edited ? "this submodule has changes that are not committed in it"
                                        : "this submodule stands at another commit") +
             ", and what changed in it is for its own history to tell: run galley check "
             "--changed-since in that folder",
         .file = shown_path(plan, changed.path)});
  }
}

// What a merge left in conflict cannot be committed, and is in no index that could be read.
void Past::refuse_unmerged(Plan& plan, const repository::Changes& changes, WalkRules& rules) const {
  for (const std::string& path : changes.unmerged) {
    if (is_left_out(path, top_, rules)) continue;
    plan.errors.push_back({.code = ErrorCode::repository,
                           .message = "a merge left it in conflict, so nothing of it is staged: "
                                      "resolve it and run git add, or leave --staged out",
                           .file = path});
  }
}

// Whether a file that was only renamed is read as it was: then it has nothing new. A document's
// stets stand in a file beside it, which may have stayed behind.
bool Past::is_as_before(const repository::Change& change, const Job& job, WalkRules& rules) const {
  return job.format->unpack == nullptr && prose::format_for_path(change.old_path) == job.format &&
         !is_left_out(change.old_path, top_, rules);
}

void Past::add_pair(const repository::Change& change, Plan& plan,
                    config::Configurations& configurations, WalkRules& rules) {
  Pair pair;
  if (!change.path.empty()) {
    const std::string shown = shown_path(plan, change.path);
    const auto job = std::ranges::lower_bound(plan.jobs, shown, {}, &Job::shown);
    if (job == plan.jobs.end() || job->path != change.path || job->standard_input) return;
    if (change.only_renamed && is_as_before(change, *job, rules)) return;
    job->requested = true;
    pair.now = static_cast<std::size_t>(job - plan.jobs.begin());
  }
  const bool was_article = !change.old_path.empty() && (change.old_path == change.path ||
                                                        !is_left_out(change.old_path, top_, rules));
  if (was_article) {
    Job old;
    old.path = change.old_path;
    old.shown = shown_path(plan, old.path);
    old.files = &old_files_;
    old.past = true;
    old.settings = pair.now ? plan.jobs[*pair.now].settings : &configurations.effective(old.path);
    old.format = prose::format_for_path(old.path);
    if (old.format == nullptr && pair.now) old.format = plan.jobs[*pair.now].format;
    if (old.settings->configuration->usable) {
      old.group = pair.now ? plan.jobs[*pair.now].group : group_of(old);
      old_files_.add(old.path, change.old_blob);
      pair.before = jobs_.size();
      jobs_.push_back(std::move(old));
    }
  }
  if (pair.now || pair.before) pairs_.push_back(pair);
}

void Past::sort_old_jobs() {
  std::vector<std::size_t> order(jobs_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {},
                    [&](std::size_t at) -> const std::string& { return jobs_[at].shown; });
  std::vector<std::size_t> place(order.size());
  std::vector<Job> sorted;
  for (const std::size_t at : order) {
    place[at] = sorted.size();
    sorted.push_back(std::move(jobs_[at]));
  }
  jobs_ = std::move(sorted);
  for (Pair& pair : pairs_) {
    if (pair.before) pair.before = place[*pair.before];
  }
  std::ranges::stable_sort(pairs_, {},
                           [](const Pair& pair) { return pair.now ? *pair.now : SIZE_MAX; });
}

}  // namespace linter::run
