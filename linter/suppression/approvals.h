// What approved wording does to an article's findings, and what is to be said of the wording.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "linter/findings/outcome.h"
#include "linter/suppression/wordings.h"

namespace linter::suppression {

// What uses are judged by.
struct ApprovalJudgement {
  std::span<const findings::RuleInfo> rules;      // all that there are, sorted by id
  std::string_view today;                         // ISO date
  const std::vector<std::string>& jurisdictions;  // of the article
};

struct Approvals {
  std::vector<findings::Finding> findings;  // of the rules approved.*
  std::vector<findings::ApprovalNote> notes;
};

// Gives `suppressed` a reason in each of the article's findings that lies within a use of a
// statement that holds there: its approval neither expired nor withdrawn, and good for the
// article's jurisdictions. Silenced are claim and wording rules of packs; never a contradiction,
// spelling, or a disclosure that is missing (kind required); a contradiction is told that
// it stays. `stet: never` is about what articles say of themselves, not about approvals. Findings
// point to the statement with its absolute file.
[[nodiscard]] Approvals apply_approvals(const Wordings& wordings, std::span<const Use> uses,
                                        std::span<findings::Finding* const> findings,
                                        const ApprovalJudgement& judgement);

// The rules about approved wording, for `galley explain`.
[[nodiscard]] std::span<const findings::RuleInfo> approval_rules();

}  // namespace linter::suppression
