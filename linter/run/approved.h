// A project's approved wording: where it stands, and what it does to the findings of a run.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/findings/outcome.h"
#include "linter/run/plan.h"
#include "linter/run/worker.h"
#include "linter/suppression/approved.h"

namespace linter::run {

struct ApprovedFiles {
  std::vector<suppression::Statement> statements;  // files are absolute
  std::vector<findings::Datum> data;               // one for each file
};

// What the files of a configuration say, in the order of their paths: those that it names, else
// those of the folder `approved` of its root. Of a folder, the *.yaml and *.yml files right in it.
// Nothing outside of the configuration's boundary is read.
[[nodiscard]] base::Loaded<ApprovedFiles> read_approved_files(const base::FileSystem& files,
                                                              const config::Effective& effective);

// The statements that apply to what lies in the request's working folder; errors are as
// check() shows them.
[[nodiscard]] base::Loaded<std::vector<suppression::Statement>> approved_statements(
    const CheckRequest& request, const base::FileSystem& files);

// Whether a file, called as reports call it, is among the articles of its project: those of `corpus`
// where a configuration has that, else all.
[[nodiscard]] bool is_of_project(const CheckRequest& request, const base::FileSystem& files,
                                 const std::string& shown);

// Silences what approved wording lets pass, adds what is to be said of the wording, and notes each
// use by an article that was asked for. `reports` are those of the jobs, in their order; what files
// are called is the plan's.
void apply_approvals(std::span<const Job> jobs, std::span<const ArticleReport> reports,
                     const Plan& plan, std::span<const findings::RuleInfo> rules,
                     findings::Outcome& outcome);

}  // namespace linter::run
