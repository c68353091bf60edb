// The rules of a set that was read from an image: each is compiled when it is first asked for.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/late_array.h"
#include "linter/base/late_texts.h"
#include "linter/checks/policy/lead.h"
#include "linter/checks/policy/making.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/rule.h"
#include "linter/packs/pack.h"

namespace linter::checks::policy {

// What an image says of one rule.
struct KeptRule {
  std::uint32_t pack = 0;  // index into the heads
  std::uint32_t topic = 0;  // index into the set's topics, or no_topic
  std::uint32_t family = 0;
  std::uint32_t judges_assertions = 0;
  std::uint32_t first_unit = 0;
  std::uint32_t first_exception = 0;
  std::uint32_t id = 0;  // where it begins in all of them
  std::uint32_t unused = 0;
  base::LateRef definition{};  // for packs::get_rule, without examples
  base::LateRef whole{};       // likewise with them
  base::LateRef judge{};       // Judge::kept
};
inline constexpr std::uint32_t no_topic = UINT32_MAX;

// ... and of one unit.
struct KeptUnit {
  std::uint16_t tag = 0;
  std::uint16_t filter = 0;
  std::uint8_t flags = 0;
  std::uint8_t unused = 0;
  std::uint16_t more_unused = 0;
  base::LateRef expression{};
  base::LateRef pattern{};  // Pattern::kept

  static constexpr unsigned has_pattern = 1;
  static constexpr unsigned ignore_case = 2;
  static constexpr unsigned word_bounded = 4;
  static constexpr unsigned literal = 8;
  [[nodiscard]] bool has(unsigned flag) const { return (flags & flag) != 0; }
};

// What an image says of rules, units, and the patterns of exceptions (Pattern::kept); all of it lies
// there. A rule's units, exceptions and id end where those of the next one begin; the last rule is
// only that end. All that it says of numbers holds.
struct Kept {
  std::span<const KeptRule> rules;
  std::span<const KeptUnit> units;
  std::span<const Lead> leads;  // of the units
  std::span<const base::LateRef> exceptions;
  std::string_view ids;
  base::LateTexts late;
  std::vector<bool> off;  // by rule: the configuration turns it off
};

class LateRules {
 public:
  // `heads`, what the options refer to and what is kept must outlive it.
  LateRules(std::span<const packs::Pack> heads, PolicyOptions options, Kept kept);

  [[nodiscard]] std::size_t rule_count() const { return rules_.size(); }
  // Thread-safe; about 30 µs the first time, then an atomic load. A damaged definition is asked for
  // anew (PolicyOptions::definition); what does not fit its packs, as no image does that was made
  // from them, gives a rule that finds nothing.
  [[nodiscard]] const Rule& rule(std::uint32_t number) {
    if (!rules_.has(number)) make_rule_now(number);
    return rules_[number];
  }
  // Likewise, about 1 µs.
  [[nodiscard]] const Unit& unit(std::uint32_t number) {
    if (!units_.has(number)) make_unit_now(number);
    return units_[number];
  }
  [[nodiscard]] std::span<const Rule> all_rules();

  // What the rule says of itself; only its id where the image is not sound.
  [[nodiscard]] RuleInfo info(std::uint32_t number) const;
  [[nodiscard]] std::string_view id(std::uint32_t number) const {
    const std::uint32_t begin = kept_.rules[number].id;
    return kept_.ids.substr(begin, kept_.rules[number + 1].id - begin);
  }
  [[nodiscard]] std::string_view language_of(std::uint32_t number) const {
    return languages_[kept_.rules[number].pack];
  }
  [[nodiscard]] std::optional<std::uint32_t> topic_of(std::uint32_t number) const {
    const std::uint32_t topic = kept_.rules[number].topic;
    return topic == no_topic ? std::nullopt : std::optional(topic);
  }
  [[nodiscard]] bool is_off(std::uint32_t number) const { return kept_.off[number]; }

 private:
  [[nodiscard]] std::optional<packs::RuleDefinition> definition_of(
      const KeptRule& kept, const base::LateRef& definition) const;
  [[nodiscard]] std::optional<packs::RuleDefinition> definition_anew(const KeptRule& kept) const;
  [[nodiscard]] std::span<const KeptUnit> units_of(std::uint32_t number) const;
  [[nodiscard]] std::optional<Rule> rule_of(std::uint32_t number) const;
  void recall_exceptions(std::uint32_t number, Rule& rule) const;
  [[nodiscard]] std::optional<base::Pattern> pattern_of(std::uint32_t unit,
                                                        base::PatternOptions options) const;
  [[nodiscard]] std::optional<base::Pattern> pattern_anew(std::uint32_t unit) const;
  void make_rule_now(std::uint32_t number);
  void make_unit_now(std::uint32_t unit);

  std::span<const packs::Pack> heads_;
  PolicyOptions options_;
  Kept kept_;
  std::vector<std::uint32_t> first_topics_;  // by pack
  std::vector<std::string> languages_;       // by pack, primary subtags
  base::LateArray<Rule> rules_;
  base::LateArray<Unit> units_;
  std::mutex mutex_;  // of who makes one
};

}  // namespace linter::checks::policy
