// The inside of a PolicySet: units and what wakes them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "linter/base/image.h"
#include "linter/checks/policy/late_rules.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/requirement.h"
#include "linter/checks/policy/topics.h"

namespace linter::checks::policy {

// The rarest of a unit's requirements wakes it: it is tried around the token that meets it, where
// tokens near by meet these others.
using Companions = std::array<std::uint32_t, most_requirements - 1>;  // no_companion: none any more
constexpr std::uint32_t no_companion = UINT32_MAX;
constexpr std::uint32_t unknown_reach = UINT32_MAX;

// How far a unit's matches go from a token of theirs.
struct Bounds {
  std::uint32_t reach = unknown_reach;  // Pattern::reach, or Unit::reach; 0: without end
  base::Within within = base::Within::text;
  std::uint8_t ends_lines = 0;  // Pattern::ends_lines
  std::uint16_t unused = 0;
};
[[nodiscard]] Bounds bounds_of(const base::Pattern* pattern);
[[nodiscard]] Bounds bounds_of(const Unit& unit);

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
  // Of a set from an image, all of a rule but its language, topic and family is there when rule()
  // has been asked for it, and a unit's pattern when pattern() has.
  mutable std::vector<Rule> rules;
  mutable std::vector<Unit> units;
  std::unique_ptr<LateRules> late;  // of a set from an image; else null
  std::vector<Topic> topics;
  std::unordered_map<std::string, std::uint32_t> by_id;  // empty in a set from an image
  base::Column<Companions> companions;                   // by unit
  // Likewise what its matches begin with, as if it were a companion; and how far they go, where
  // that is known already.
  base::Column<std::uint32_t> heads;
  base::Column<Bounds> bounds;
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

  // Thread-safe.
  [[nodiscard]] const Rule& rule(std::uint32_t number) const {
    if (late != nullptr) late->make(number, rules, units);
    return rules[number];
  }
  // The unit's pattern, or null. Thread-safe.
  [[nodiscard]] const base::Pattern* pattern(std::uint32_t unit) const {
    if (late != nullptr) late->make_pattern(unit, units);
    return units[unit].pattern ? &*units[unit].pattern : nullptr;
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
