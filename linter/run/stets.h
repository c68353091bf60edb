// What the articles' stets do to the findings of a run.
#pragma once

#include <span>

#include "linter/findings/outcome.h"
#include "linter/run/worker.h"

namespace linter::run {

// Marks the findings of `outcome` that stets silence, adds what is wrong with the stets, levels
// applied, and fills outcome.stets. `jobs` are sorted by name and `reports` belong to them;
// `rules` are all there are, sorted by id. A finding between two articles is
// silenced where it is shown, and where it stands in a run over all of them. Cost: only articles
// with stets are looked at.
void apply_stets(const CheckRequest& request, std::span<const Job> jobs,
                 std::span<ArticleReport> reports, std::span<const findings::RuleInfo> rules,
                 findings::Outcome& outcome);

}  // namespace linter::run
