// From all findings of a run to what is reported of them.
#pragma once

#include <span>
#include <vector>

#include "linter/config/configurations.h"
#include "linter/findings/outcome.h"
#include "linter/run/check_run.h"
#include "linter/run/plan.h"
#include "linter/run/profiles.h"

namespace linter::run {

// Counts what is silenced, and leaves it out unless it was asked for.
void settle_suppressed(const CheckRequest& request, findings::Outcome& outcome);

// How many of the findings make the run fail. `jobs` are sorted by name; each finding's file is one
// of them.
[[nodiscard]] std::uint64_t count_failing(const CheckRequest& request, std::span<const Job> jobs,
                                          std::span<const findings::Finding> findings);

// Of all rules those that have findings.
[[nodiscard]] std::vector<findings::RuleInfo> rules_of(std::span<const findings::Finding> findings,
                                                       std::vector<findings::RuleInfo> rules);

// What the profiles, and the configurations that hold for articles, were made of, each once;
// `names` says how files are called.
[[nodiscard]] std::vector<findings::Datum> data_of(const Plan& names,
                                                   const config::Configurations& configurations,
                                                   const Profiles& profiles);

}  // namespace linter::run
