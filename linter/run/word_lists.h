// The word lists of a profile: shipped ones, a project's files, words of its configuration.
//
// Shipped lists lie in the data folder as dictionaries/<language>/<name>.txt, the language without
// its region; all lists of a language apply.
#pragma once

#include <string>

#include "linter/base/files.h"
#include "linter/config/configurations.h"
#include "linter/lexicon/vocabulary.h"
#include "linter/run/check_run.h"

namespace linter::run {

inline constexpr std::uint64_t max_word_list_bytes = 16ULL << 20;  // limit of one list

// What a vocabulary for these settings is made of. Lists that cannot be read and entries that
// cannot be words are errors; the others are kept. A configuration's files are read only within its
// boundary.
[[nodiscard]] base::Loaded<lexicon::VocabularyOptions> vocabulary_options(
    const CheckRequest& request, const base::FileSystem& files, const config::Effective& effective,
    const std::string& language);

}  // namespace linter::run
