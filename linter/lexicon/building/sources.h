// The readers of what a word set is made from.
#pragma once

#include <string>
#include <string_view>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/lexicon/building/entries.h"

namespace linter::lexicon::building {

// Adds every word that the Hunspell dictionary `aff`/`dic` accepts, possessives left out, as
// American. `aff_text` and `dic_text` are the files' contents.
[[nodiscard]] base::Result<void> add_hunspell(const std::string& aff, std::string_view aff_text,
                                              const std::string& dic, std::string_view dic_text,
                                              Entries& entries);

// Adds SCOWL's lists up to size 70 with their tiers and dialects, and marks the longer words of
// size 80 as candidates.
[[nodiscard]] base::Result<void> add_scowl(const base::FileSystem& files, const std::string& folder,
                                           Entries& entries, Entries& rare);

// Adds the names of persons and places of SCOWL's sizes beyond that, which `common` has not.
[[nodiscard]] base::Result<void> add_names(const base::FileSystem& files, const std::string& folder,
                                           const Entries& common, Entries& names);

// Fills the part-of-speech masks from WordNet's lemmas, exceptions and the rules of inflection, and
// adds WordNet's own words to `rare`.
[[nodiscard]] base::Result<void> add_wordnet(const base::FileSystem& files,
                                             const std::string& folder, Entries& entries,
                                             Entries& rare);

// Drops the rare words that a common word is one edit away from: such a word is more often a slip
// than meant.
void keep_safe_rare(const Entries& common, Entries& rare);

// The pairs of spellings that American and British English have of one word.
[[nodiscard]] Pairs dialect_pairs(const Entries& entries);

// The file: sorted, checked, the same bytes for the same entries.
[[nodiscard]] std::string word_set_bytes(const Entries& entries, const Pairs& pairs,
                                         std::string_view inputs);

}  // namespace linter::lexicon::building
