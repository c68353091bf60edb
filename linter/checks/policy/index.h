// The inside of a PolicySet: units and what wakes them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/requirement.h"
#include "linter/checks/policy/topics.h"

namespace linter::checks::policy {

// A unit is tried on a block where each of its requirements (one or two) has been met there. A slot
// is one of them: unit * 2, unit * 2 + 1.
using Slot = std::uint32_t;

// What a mark wakes, beside its first byte.
struct MarkWatch {
  ClueKind kind = ClueKind::mark;
  char before = 0;
  Slot slot = 0;
};

// Triggers that stand for more than one word, at the begin of the policies' range.
constexpr std::uint32_t joined_trigger = 0;  // the token is joined of parts
constexpr std::uint32_t digits_trigger = 1;  // the token holds a digit
constexpr std::uint32_t first_clue_trigger = 2;

struct PolicySet::Index {
  std::vector<Rule> rules;
  std::vector<Topic> topics;
  std::unordered_map<std::string, std::uint32_t> by_id;
  std::vector<Unit> units;
  std::vector<std::uint8_t> needed;         // by unit: bits of its slots
  std::vector<std::uint32_t> always_units;  // tried on every block
  std::vector<std::uint32_t> always_rules;  // judged in every article
  const knowledge::Knowledge* knowledge = nullptr;
  bool judges_assertions = false;  // a rule that is on does

  lexicon::TriggerId first_trigger = 0;
  std::vector<lexicon::Atom> atoms;
  std::vector<std::uint32_t>
      wakes_begin;  // by trigger - first_trigger, one more than there are triggers
  std::vector<Slot> wakes;
  std::array<std::vector<MarkWatch>, 256> marks;  // by first byte
  std::vector<Slot> capitals;
  std::vector<Slot> repeated_words;

  [[nodiscard]] std::span<const Slot> slots_of(std::uint32_t trigger) const {
    return std::span(wakes).subspan(wakes_begin[trigger],
                                    wakes_begin[trigger + 1] - wakes_begin[trigger]);
  }
};

// Fills what wakes the units of `index` from their requirements (by unit).
void watch(PolicySet::Index& index, const std::vector<std::vector<Requirement>>& requirements);

}  // namespace linter::checks::policy
