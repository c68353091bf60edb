// Writes what was fitted as the table that galley is built with.
#pragma once

#include <filesystem>
#include <string>

#include "scripts/misfits/odds.h"

namespace misfits {

// The rows of dictionaries/en/misfits.tsv, without its head.
[[nodiscard]] std::string table_of(const Vocabulary& words, const Figures& figures,
                                   const Odds& odds);

// All in turn: reads the texts, a list of words, pairs that are right and pairs that people confuse,
// and returns the table.
[[nodiscard]] std::string fitted_table(const std::filesystem::path& texts,
                                       const std::filesystem::path& words,
                                       const std::filesystem::path& right,
                                       const std::filesystem::path& confused);

}  // namespace misfits
