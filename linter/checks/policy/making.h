// One rule, from its definition to what judges articles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/rule.h"
#include "linter/checks/policy/rule_compiler.h"
#include "linter/packs/pack.h"

namespace linter::checks::policy {

struct MadeRule {
  Rule rule;
  std::vector<WatchedUnit> units;  // none of a rule that is off
};

// Where a rule stands, and what holds for it.
struct RuleOrder {
  const packs::Pack& pack;
  const packs::RuleDefinition& definition;
  Surroundings surroundings;
  const PolicyOptions& options;
  std::uint32_t first_topic = 0;  // the number of the pack's first topic in the set
};

// The rule, as the configuration wants it; nothing, and `errors`, when it is faulty. Its family is
// left to who knows the other rules.
[[nodiscard]] std::optional<MadeRule> make_rule(const RuleOrder& order,
                                                std::vector<base::Error>& errors);

// What else is wrong with a rule whose common keys are faulty.
void report_rest(const RuleOrder& order, std::vector<base::Error>& errors);

// What the rule says of itself.
[[nodiscard]] RuleInfo info_of(const packs::Pack& pack, const packs::RuleDefinition& definition);

// Whether the configuration turns a rule off.
[[nodiscard]] bool is_turned_off(std::string_view id, const std::string& pack,
                                 const PolicyOptions& options);

// "en" of "en-GB".
[[nodiscard]] std::string primary_subtag(std::string_view language);

}  // namespace linter::checks::policy
