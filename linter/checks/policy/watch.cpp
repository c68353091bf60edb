// From requirements to triggers: every distinct clue becomes one trigger, however many units it
// wakes.
#include <algorithm>
#include <map>

#include "linter/checks/policy/index.h"

namespace linter::checks::policy {
namespace {

using lexicon::AtomKind;

// Bytes that marks outside ASCII begin with, dashes, quotation marks and the like (C2, E2) left
// out.
bool begins_foreign_mark(unsigned byte) {
  return byte >= 0x80 && byte != 0xC2 && byte != 0xE2;
}

class Watcher {
 public:
  explicit Watcher(PolicySet::Index& index) : index_(index), slots_(first_clue_trigger) {}

  void add(const Clue& clue, Slot slot) {
    switch (clue.kind) {
      case ClueKind::word:
        return add_text(AtomKind::word, clue.text, slot);
      case ClueKind::prefix:
        return add_text(AtomKind::prefix, clue.text, slot);
      case ClueKind::suffix:
        return add_text(AtomKind::suffix, clue.text, slot);
      case ClueKind::infix:
        return add_text(AtomKind::infix, clue.text, slot);
      case ClueKind::digits:
        return slots_[digits_trigger].push_back(slot);
      case ClueKind::capitals:
        return index_.capitals.push_back(slot);
      case ClueKind::repeated_word:
        return index_.repeated_words.push_back(slot);
      case ClueKind::foreign_mark:
        for (unsigned byte = 0x80; byte < 256; ++byte) {
          if (begins_foreign_mark(byte)) index_.marks[byte].push_back({ClueKind::mark, 0, slot});
        }
        return;
      case ClueKind::mark:
      case ClueKind::spaced_mark:
      case ClueKind::second_mark:
      case ClueKind::repeated_mark:
        index_.marks[static_cast<unsigned char>(clue.text.front())].push_back(
            {clue.kind, clue.before, slot});
        return;
    }
  }

  void finish() {
    for (const char digit : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
      add_atom(AtomKind::infix, std::string(1, digit), digits_trigger);
    // What joins the parts of a token: see Clue.
    for (const char* joint : {"'", ",", ".", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"})
      add_atom(AtomKind::infix, joint, joined_trigger);
    for (const std::vector<Slot>& slots : slots_) {
      index_.wakes_begin.push_back(static_cast<std::uint32_t>(index_.wakes.size()));
      index_.wakes.insert(index_.wakes.end(), slots.begin(), slots.end());
    }
    index_.wakes_begin.push_back(static_cast<std::uint32_t>(index_.wakes.size()));
  }

 private:
  void add_atom(AtomKind kind, std::string text, std::uint32_t trigger) {
    index_.atoms.push_back({kind, std::move(text), index_.first_trigger + trigger});
  }

  void add_text(AtomKind kind, const std::string& text, Slot slot) {
    const auto [found, is_new] =
        triggers_.emplace(std::pair(kind, text), static_cast<std::uint32_t>(slots_.size()));
    if (is_new) {
      add_atom(kind, text, found->second);
      slots_.emplace_back();
    }
    slots_[found->second].push_back(slot);
  }

  PolicySet::Index& index_;
  std::map<std::pair<AtomKind, std::string>, std::uint32_t> triggers_;
  std::vector<std::vector<Slot>> slots_;  // by trigger
};

}  // namespace

void watch(PolicySet::Index& index, const std::vector<std::vector<Requirement>>& requirements) {
  Watcher watcher(index);
  for (std::uint32_t unit = 0; unit < index.units.size(); ++unit) {
    const std::vector<Requirement>& all = requirements[unit];
    index.needed.push_back(static_cast<std::uint8_t>((1U << all.size()) - 1));
    if (index.units[unit].always) index.always_units.push_back(unit);
    for (std::uint32_t i = 0; i < all.size() && !index.units[unit].always; ++i) {
      for (const Clue& clue : all[i].any_of) watcher.add(clue, unit * 2 + i);
    }
  }
  watcher.finish();
}

}  // namespace linter::checks::policy
