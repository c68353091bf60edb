// From requirements to triggers: every distinct clue becomes one trigger, however many units it
// wakes.
#include <algorithm>
#include <functional>
#include <map>
#include <span>

#include "linter/checks/policy/index.h"

namespace linter::checks::policy {
namespace {

using lexicon::AtomKind;

// Bytes that marks outside ASCII begin with, dashes, quotation marks and the like (C2, E2) left
// out.
bool begins_foreign_mark(unsigned byte) {
  return byte >= 0x80 && byte != 0xC2 && byte != 0xE2;
}

// Whether tokens are worth being watched for a clue of a companion; what is left out is taken for
// met.
bool is_watched(const Clue& clue) {
  switch (clue.kind) {
    case ClueKind::word:
    case ClueKind::prefix:
    case ClueKind::suffix:
    case ClueKind::digits:
    case ClueKind::mark:
    case ClueKind::spaced_mark:
    case ClueKind::second_mark:
    case ClueKind::tight_mark:
    case ClueKind::repeated_mark:
      return true;
    case ClueKind::infix:  // each costs something for every distinct word
    case ClueKind::capitals:
    case ClueKind::repeated_word:
    case ClueKind::foreign_mark:
      return false;
  }
  return false;
}

class Watcher {
 public:
  explicit Watcher(PolicySet::Index& index) : index_(index), triggers_(first_clue_trigger) {}

  void add(const Clue& clue, std::uint32_t unit) {
    switch (clue.kind) {
      case ClueKind::word:
      case ClueKind::prefix:
      case ClueKind::suffix:
      case ClueKind::infix:
        return trigger_of(clue).units.push_back(unit);
      case ClueKind::digits:
        return triggers_[digits_trigger].units.push_back(unit);
      case ClueKind::capitals:
        return index_.capitals.push_back(unit);
      case ClueKind::repeated_word:
        return index_.repeated_words.push_back(unit);
      case ClueKind::foreign_mark:
        for (unsigned byte = 0x80; byte < 256; ++byte) {
          if (begins_foreign_mark(byte)) index_.marks[byte].push_back({ClueKind::mark, 0, unit});
        }
        return;
      case ClueKind::mark:
      case ClueKind::spaced_mark:
      case ClueKind::second_mark:
      case ClueKind::tight_mark:
      case ClueKind::repeated_mark:
        index_.marks[static_cast<unsigned char>(clue.text.front())].push_back(
            {clue.kind, clue.before, unit});
        return;
    }
  }

  // The number of a companion; no_companion where tokens cannot tell.
  std::uint32_t companion(const Requirement& requirement) {
    if (!std::ranges::all_of(requirement.any_of, is_watched)) return no_companion;
    const auto [found, is_new] = companions_.emplace(requirement.any_of, index_.companion_count);
    if (!is_new) return found->second;
    const std::uint32_t number = index_.companion_count++;
    for (const Clue& clue : requirement.any_of) {
      if (is_text(clue.kind)) {
        trigger_of(clue).companions.push_back(number);
      } else if (clue.kind == ClueKind::digits) {
        triggers_[digits_trigger].companions.push_back(number);
      } else {
        index_.mark_meets[static_cast<unsigned char>(clue.text.front())].push_back(number);
      }
    }
    return number;
  }

  void finish() {
    for (const char digit : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
      add_atom(AtomKind::infix, std::string(1, digit), digits_trigger);
    // What joins the parts of a token: see Clue.
    for (const char* joint : {"'", ",", ".", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"})
      add_atom(AtomKind::infix, joint, joined_trigger);
    const auto append = [](base::Column<std::uint32_t>& begins, base::Column<std::uint32_t>& all,
                           const std::vector<std::uint32_t>& more) {
      begins.push_back(static_cast<std::uint32_t>(all.size()));
      all.append(more);
    };
    for (const Trigger& trigger : triggers_) {
      append(index_.wakes_begin, index_.wakes, trigger.units);
      append(index_.meets_begin, index_.meets, trigger.companions);
    }
    append(index_.wakes_begin, index_.wakes, {});
    append(index_.meets_begin, index_.meets, {});
  }

 private:
  struct Trigger {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> companions;
  };

  static bool is_text(ClueKind kind) {
    return kind == ClueKind::word || kind == ClueKind::prefix || kind == ClueKind::suffix ||
           kind == ClueKind::infix;
  }

  static AtomKind atom_kind(ClueKind kind) {
    if (kind == ClueKind::prefix) return AtomKind::prefix;
    if (kind == ClueKind::suffix) return AtomKind::suffix;
    return kind == ClueKind::infix ? AtomKind::infix : AtomKind::word;
  }

  void add_atom(AtomKind kind, std::string text, std::uint32_t trigger) {
    index_.atoms.push_back({kind, std::move(text), index_.first_trigger + trigger});
  }

  // Of a clue that is text.
  Trigger& trigger_of(const Clue& clue) {
    const AtomKind kind = atom_kind(clue.kind);
    const auto [found, is_new] =
        numbers_.emplace(std::pair(kind, clue.text), static_cast<std::uint32_t>(triggers_.size()));
    if (is_new) {
      add_atom(kind, clue.text, found->second);
      triggers_.emplace_back();
    }
    return triggers_[found->second];
  }

  PolicySet::Index& index_;
  std::map<std::pair<AtomKind, std::string>, std::uint32_t> numbers_;
  std::vector<Trigger> triggers_;
  std::map<std::vector<Clue>, std::uint32_t> companions_;
};

}  // namespace

Bounds bounds_of(const base::Pattern* pattern) {
  if (pattern == nullptr) return {.reach = 0};
  return {.reach = pattern->reach(),
          .within = pattern->within(),
          .ends_lines = static_cast<std::uint8_t>(pattern->ends_lines() ? 1 : 0)};
}

Bounds bounds_of(const Unit& unit) {
  if (!unit.pattern) return {.reach = unit.reach};
  return bounds_of(&*unit.pattern);
}

void watch(PolicySet::Index& index, const std::vector<Watched>& units) {
  Watcher watcher(index);
  const auto count = static_cast<std::uint32_t>(index.units.size());
  std::vector<Lead> leads(count);
  for (std::uint32_t number = 0; number < count; ++number) {
    const Unit& unit = index.units[number];
    Lead& lead = leads[number];
    lead.companions.fill(no_companion);
    lead.rule = unit.rule;
    if (!unit.pattern) lead.bounds = bounds_of(unit);
    lead.blocks = unit.places.blocks;
    lead.link_text = unit.places.link_text ? 1 : 0;
  }
  std::vector<std::uint32_t> woken;
  for (std::uint32_t unit = 0; unit < count; ++unit) {
    if (index.units[unit].always) {
      index.always_units.push_back(unit);
      continue;
    }
    for (const Clue& clue : units[unit].requirements.front().any_of) watcher.add(clue, unit);
    woken.push_back(unit);
  }
  // What units ask for that are often woken has the lowest numbers: Matcher looks for it first.
  std::ranges::stable_sort(woken, std::ranges::greater{}, [&](std::uint32_t unit) {
    return units[unit].requirements.front().cost;
  });
  for (const std::uint32_t unit : woken) {
    auto next = leads[unit].companions.begin();
    for (const Requirement& one : std::span(units[unit].requirements).subspan(1)) {
      const std::uint32_t number = watcher.companion(one);
      if (number != no_companion) *next++ = number;
    }
    if (!units[unit].heads.empty())
      leads[unit].head = watcher.companion({.any_of = units[unit].heads});
  }
  index.leads.append(leads);
  watcher.finish();
}

}  // namespace linter::checks::policy
