// The rules of a set that was read from an image: each is compiled when it is first asked for.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/checks/policy/making.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/rule.h"
#include "linter/packs/pack.h"

namespace linter::checks::policy {

// What an image says of one rule. The views lie in it.
struct KeptRule {
  std::uint32_t pack = 0;  // index into the heads
  std::uint32_t first_unit = 0;
  std::uint32_t first_exception = 0;
  std::string_view id{};
  base::LateText definition{};  // for packs::get_rule
  base::LateText judge{};       // Judge::kept
};

// ... and of one unit.
struct KeptUnit {
  bool has_pattern = false;
  base::PatternOptions options{};
  std::string_view expression{};
  base::LateText pattern{};  // Pattern::kept
};

// What an image says of rules, units, and the patterns of exceptions (Pattern::kept).
struct Kept {
  std::vector<KeptRule> rules;  // and the end
  std::vector<KeptUnit> units;
  std::vector<base::LateText> exceptions;
};

class LateRules {
 public:
  // `heads`, what the options refer to and what is kept must outlive it. A rule's units and
  // exceptions end where those of the next one begin; the last rule is only that end.
  LateRules(std::span<const packs::Pack> heads, PolicyOptions options, Kept kept);

  // Sees that the rule is there; its language, topic and family are left as they are. Thread-safe;
  // about 30 µs the first time, then an atomic load. A damaged definition is asked for anew
  // (PolicyOptions::definition); what does not fit its packs, as no image does that was made from
  // them, gives a rule that finds nothing.
  void make(std::uint32_t number, std::vector<Rule>& rules, std::vector<Unit>& units) {
    if (!made_[number].load(std::memory_order_acquire)) make_now(number, rules, units);
  }

  // Sees that a unit's pattern is there, if it has one. As make(), about 1 µs.
  void make_pattern(std::uint32_t unit, std::vector<Unit>& units) {
    if (!has_pattern_made_[unit].load(std::memory_order_acquire)) make_pattern_now(unit, units);
  }

  // What the rule says of itself; only its id where the image is not sound.
  [[nodiscard]] RuleInfo info(std::uint32_t number) const;
  [[nodiscard]] std::string_view id(std::uint32_t number) const { return kept_.rules[number].id; }

 private:
  [[nodiscard]] std::optional<packs::RuleDefinition> definition_of(const KeptRule& kept) const;
  [[nodiscard]] std::optional<Rule> rule_of(std::uint32_t number,
                                            std::span<const Unit> units) const;
  void recall_exceptions(std::uint32_t number, Rule& rule) const;
  void make_now(std::uint32_t number, std::vector<Rule>& rules, std::vector<Unit>& units);
  void make_pattern_now(std::uint32_t unit, std::vector<Unit>& units);

  std::span<const packs::Pack> heads_;
  PolicyOptions options_;
  Kept kept_;
  std::vector<std::uint32_t> first_topics_;                // by pack
  std::unique_ptr<std::atomic<bool>[]> made_;              // by rule
  std::unique_ptr<std::atomic<bool>[]> has_pattern_made_;  // by unit
  std::mutex mutex_;                                       // of who makes one
};

}  // namespace linter::checks::policy
