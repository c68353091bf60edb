// One rule's common keys, from YAML to a RuleDefinition.
#pragma once

#include <optional>
#include <string>

#include "linter/packs/pack.h"
#include "linter/packs/shape.h"

namespace linter::packs {

// What a rule takes from its pack.
struct RuleSetting {
  const Pack& pack;
  findings::Category category;
  bool requires_source;
  std::uint32_t file;
};

struct ReadRule {
  RuleDefinition rule;
  bool is_faulty = false;  // a common key is; the rest of the rule can be read all the same
};

// The rule that stands at `path` ("rules[2]") of its file; nothing when it has no name or no kind.
// Keys that are not common are left to the kind. `value` is moved into the rule's body.
[[nodiscard]] std::optional<ReadRule> read_rule(base::yaml::Value value,
                                                      const RuleSetting& setting,
                                                      const Faults& faults,
                                                      const std::string& path);

}  // namespace linter::packs
