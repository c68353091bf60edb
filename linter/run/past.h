// What was there before a change: the repository, the commit, the articles as they were.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/repository/changes.h"
#include "linter/repository/git.h"
#include "linter/repository/old_files.h"
#include "linter/run/plan.h"
#include "linter/run/walk_rules.h"

namespace linter::run {

// One file of a change: its job now and its job before; not both are missing.
struct Pair {
  std::optional<std::size_t> now;     // index into the plan's jobs
  std::optional<std::size_t> before;  // index into Past::jobs
};

class Past {
 public:
  // The repository of the working folder, else of the first path asked for, and the commit that
  // request.changed_since names. ErrorCode::repository with what to run. `disk` must outlive it.
  [[nodiscard]] static base::Result<std::unique_ptr<Past>> open(const CheckRequest& request,
                                                                const base::FileSystem& disk);

  // What is checked: the index's files where only those are asked about, else the disk's.
  [[nodiscard]] const base::FileSystem& files() const;

  // Finds what changed among the jobs of the plan. Those that did are `requested` from now on, the
  // others only to be compared with; each keeps in `asked` what it was. Everything about the old
  // versions refers to this object.
  [[nodiscard]] base::Result<void> compare(const CheckRequest& request, Plan& plan,
                                           config::Configurations& configurations);

  [[nodiscard]] std::span<const Job> jobs() const { return jobs_; }  // of old versions, by `shown`
  [[nodiscard]] std::span<const Pair> pairs() const {
    return pairs_;
  }  // by job now, gone ones last
  // What of the change is not this repository's to tell; concerns nobody's exit.
  [[nodiscard]] const std::vector<base::Error>& notes() const { return notes_; }
  [[nodiscard]] repository::Git& git() const { return *git_; }

 private:
  Past(const base::FileSystem& disk, std::unique_ptr<repository::Git> git, std::string top);

  void note_other_repositories(Plan& plan);
  void note_submodules(const CheckRequest& request, const Plan& plan,
                       const repository::Changes& changes, WalkRules& rules);
  void refuse_unmerged(Plan& plan, const repository::Changes& changes, WalkRules& rules) const;
  [[nodiscard]] bool is_as_before(const repository::Change& change, const Job& job,
                                  WalkRules& rules) const;
  void add_pair(const repository::Change& change, Plan& plan,
                config::Configurations& configurations, WalkRules& rules);
  void sort_old_jobs();

  const base::FileSystem& disk_;
  std::unique_ptr<repository::Git> git_;
  std::string top_;
  std::string commit_;
  std::string working_folder_;
  std::unique_ptr<base::FileSystem> staged_;  // null: the disk
  repository::OldFiles old_files_;
  std::vector<Job> jobs_;
  std::vector<Pair> pairs_;
  std::vector<base::Error> notes_;
};

}  // namespace linter::run
