// The word lists of a profile: shipped ones, a project's files, words of its configuration.
//
// Shipped lists lie in the data folder as dictionaries/<language>/<name>.txt, the language without
// its region; all lists of a language apply.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "linter/base/files.h"
#include "linter/cache/images.h"
#include "linter/checks/spelling/suggest/listed_words.h"
#include "linter/config/configurations.h"
#include "linter/lexicon/vocabulary.h"
#include "linter/run/check_run.h"

namespace linter::run {

inline constexpr std::uint64_t max_word_list_bytes = 16ULL << 20;  // limit of one list

// What a vocabulary is made of.
struct Words {
  lexicon::VocabularyOptions options;         // with the project's lists
  std::optional<lexicon::ListIndex> shipped;  // lists, for Vocabulary::add()
};

// Those for these settings. Lists that cannot be read and entries that cannot be words are errors;
// the others are kept. A configuration's files are read only within its boundary. What shipped
// lists are indexed to is an image (cache/images.h): they are parsed when there is none.
[[nodiscard]] base::Loaded<Words> words_of(const CheckRequest& request,
                                           const base::FileSystem& files,
                                           const config::Effective& effective,
                                           const std::string& language);
[[nodiscard]] base::Result<lexicon::Vocabulary> vocabulary_of(Words words);

// What a suggester needs of lists, from an image where there is one.
[[nodiscard]] checks::spelling::ListedWords listed_words(const cache::Images& images,
                                                         const lexicon::ListIndex& lists);

}  // namespace linter::run
