// What the build-time program gathers of each word before it writes the set.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/lexicon/word_set.h"

namespace linter::lexicon::building {

struct Entry {
  Forms forms = 0;
  std::set<std::string> exact;  // spellings with capitals inside
  std::uint8_t tier = 0;
  Dialects lower_dialects = 0;  // who writes the lower-case form so
  Dialects capital_dialects =
      0;  // and the others: "Armour" is a name everywhere, "armour" is British
  bool listed_american = false;  // SCOWL says that only American has it
  bool offensive = false;
  PosMask parts = 0;
};

// By folded word.
using Entries = std::map<std::string, Entry, std::less<>>;

// Adds a spelling: its fold, and the case form it has, written so by `dialects`. Returns its entry.
Entry& add_spelling(Entries& entries, std::string_view word, Dialects dialects);

// The dialects of the word as it is mostly written.
[[nodiscard]] inline Dialects dialects_of(const Entry& entry) {
  return has(entry.forms, Form::lower) ? entry.lower_dialects : entry.capital_dialects;
}

inline constexpr Dialects all_dialects =
    static_cast<Dialects>(Dialect::american) | static_cast<Dialects>(Dialect::british) |
    static_cast<Dialects>(Dialect::oxford) | static_cast<Dialects>(Dialect::canadian) |
    static_cast<Dialects>(Dialect::australian);

// Folded words of two dialects: {British or other, American}.
using Pairs = std::vector<std::pair<std::string, std::string>>;

}  // namespace linter::lexicon::building
