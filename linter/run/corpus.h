// The corpus pass: what follows from the summaries of all articles.
#pragma once

#include <span>
#include <vector>

#include "linter/findings/finding.h"
#include "linter/run/plan.h"
#include "linter/run/worker.h"

namespace linter::run {

// The findings that checks make of the articles' summaries, group by group, levels applied. Those
// that concern no article that was asked for are left out. `reports` belong to `jobs` one by one;
// their summaries are moved from. The same for any order of the work before.
[[nodiscard]] std::vector<findings::Finding> corpus_findings(std::span<const Job> jobs,
                                                             std::span<ArticleReport> reports);

}  // namespace linter::run
