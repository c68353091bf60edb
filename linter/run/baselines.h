// What the baseline of a run does to its findings.
#pragma once

#include <span>
#include <string>

#include "linter/findings/outcome.h"
#include "linter/run/worker.h"
#include "linter/suppression/baseline.h"

namespace linter::run {

inline constexpr std::string_view default_baseline = ".galley-baseline";

// A baseline's path, and whether a configuration names it.
struct BaselineFile {
  std::string path;  // absolute
  bool named = false;
};

// Silences what the baselines of the jobs' configurations let stand, or request.baseline in their
// place, and fills outcome.baseline. `jobs` are sorted by name, `reports` belong to them; stets
// have been applied. A baseline that cannot be read is an error of the outcome; what can be read of
// it holds.
void apply_baselines(const CheckRequest& request, const base::FileSystem& files,
                     config::Configurations& configurations, std::span<const Job> jobs,
                     std::span<const ArticleReport> reports, findings::Outcome& outcome);

// The one file that a request's baseline is or will be kept in, absolute: request.baseline, what
// the configurations say, else .galley-baseline in the root of the articles. bad_usage where
// configurations name several.
[[nodiscard]] base::Result<BaselineFile> baseline_file(const CheckRequest& request,
                                                       const base::FileSystem& files);

// The baseline at `path` (absolute) that lets these findings stand, those of `outcome` that are not
// silenced.
[[nodiscard]] suppression::Baseline baseline_for(const findings::Outcome& outcome,
                                                 const std::string& path);

}  // namespace linter::run
