// Whether a configuration speaks of rules that there are.
#pragma once

#include <span>
#include <vector>

#include "linter/base/result.h"
#include "linter/checks/rule_info.h"
#include "linter/config/configurations.h"
#include "linter/packs/pack.h"
#include "linter/suppression/approved.h"

namespace linter::run {

// unknown_rule for each entry of `rules`, and bad_value for each jurisdiction, that names nothing
// of what is in use, with the nearest right name. `rules` are the ids of the packs' rules, `others`
// the rules of the checks that need no packs. What the packs of other paths may know is let pass.
[[nodiscard]] std::vector<base::Error> unknown_names(const config::Effective& effective,
                                                     std::span<const packs::Pack> packs,
                                                     std::span<const std::string> rules,
                                                     std::span<const checks::RuleInfo> others);

// bad_value for each jurisdiction of approved wording that no pack knows.
[[nodiscard]] std::vector<base::Error> unknown_jurisdictions(
    const config::Effective& effective, std::span<const suppression::Statement> statements,
    std::span<const packs::Pack> packs);

}  // namespace linter::run
