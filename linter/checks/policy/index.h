// The inside of a PolicySet: units and what wakes them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/base/image.h"
#include "linter/checks/policy/late_rules.h"
#include "linter/checks/policy/lead.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/requirement.h"
#include "linter/checks/policy/topics.h"

namespace linter::checks::policy {

// What is known of a unit's matches.
struct Watched {
  std::vector<Requirement> requirements;
  std::vector<Clue> heads;
};

// What a mark wakes, beside its first byte.
struct MarkWatch {
  ClueKind kind = ClueKind::mark;
  char before = 0;
  std::uint32_t unit = 0;
};

// Triggers that stand for more than one word, at the begin of the policies' range.
constexpr std::uint32_t joined_trigger = 0;  // the token is joined of parts
constexpr std::uint32_t digits_trigger = 1;  // the token holds a digit
constexpr std::uint32_t first_clue_trigger = 2;

struct PolicySet::Index {
  // Empty in a set from an image, as are the atoms.
  std::vector<Rule> rules;
  std::vector<Unit> units;
  std::unordered_map<std::string, std::uint32_t> by_id;
  std::unique_ptr<LateRules> late;  // of a set from an image; else null
  std::vector<Topic> topics;
  base::Column<Lead> leads;                 // by unit
  std::vector<std::uint32_t> always_units;  // tried on every block
  std::vector<std::uint32_t> always_rules;  // judged in every article
  const knowledge::Knowledge* knowledge = nullptr;
  bool judges_assertions = false;  // a rule that is on does
  bool triggered = true;           // PolicyOptions::triggered

  lexicon::TriggerId first_trigger = 0;
  std::vector<lexicon::Atom> atoms;
  // By trigger - first_trigger, one more than there are triggers: the units that it wakes.
  base::Column<std::uint32_t> wakes_begin;
  base::Column<std::uint32_t> wakes;
  // What may be a companion is numbered. Likewise by trigger: those that it meets; and by the first
  // byte of a mark.
  std::uint32_t companion_count = 0;
  base::Column<std::uint32_t> meets_begin;
  base::Column<std::uint32_t> meets;
  std::array<std::vector<std::uint32_t>, 256> mark_meets;
  std::array<std::vector<MarkWatch>, 256> marks;  // by first byte
  std::vector<std::uint32_t> capitals;            // units
  std::vector<std::uint32_t> repeated_words;      // units

  [[nodiscard]] std::size_t rule_count() const {
    return late == nullptr ? rules.size() : late->rule_count();
  }
  // Thread-safe.
  [[nodiscard]] const Rule& rule(std::uint32_t number) const {
    return late == nullptr ? rules[number] : late->rule(number);
  }
  [[nodiscard]] const Unit& unit(std::uint32_t number) const {
    return late == nullptr ? units[number] : late->unit(number);
  }
  // The unit's pattern, or null.
  [[nodiscard]] const base::Pattern* pattern(std::uint32_t number) const {
    const Unit& one = unit(number);
    return one.pattern ? &*one.pattern : nullptr;
  }
  [[nodiscard]] Units all_units() const { return late == nullptr ? Units(units) : Units(*late); }
  // What decides whether a rule is for an article is known before it is made.
  [[nodiscard]] std::string_view language_of(std::uint32_t rule) const {
    return late == nullptr ? std::string_view(rules[rule].language) : late->language_of(rule);
  }
  [[nodiscard]] std::optional<std::uint32_t> topic_of(std::uint32_t rule) const {
    return late == nullptr ? rules[rule].topic : late->topic_of(rule);
  }
  [[nodiscard]] bool is_off(std::uint32_t rule) const {
    return late == nullptr ? rules[rule].off : late->is_off(rule);
  }
  [[nodiscard]] std::span<const std::uint32_t> units_of(std::uint32_t trigger) const {
    return wakes.part(wakes_begin[trigger], wakes_begin[trigger + 1] - wakes_begin[trigger]);
  }
  [[nodiscard]] std::span<const std::uint32_t> companions_of(std::uint32_t trigger) const {
    return meets.part(meets_begin[trigger], meets_begin[trigger + 1] - meets_begin[trigger]);
  }
};

// Fills what wakes the units of `index` from what is known of their matches (by unit).
void watch(PolicySet::Index& index, const std::vector<Watched>& units);

}  // namespace linter::checks::policy
