// A list of words and terms, as its text has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"

namespace linter::lexicon {

// A list in dictionaries/ or of a project: one entry a line, '#' starts a comment, several words =
// a term accepted as a whole. A lower-case word is accepted in every case, "Botox" capitalised or
// in capitals, "HydraFacial" as it stands or in capitals; each with its plural and possessive.
struct WordList {
  std::string name;                // as reports name it
  std::vector<std::string> words;  // sorted bytewise, each once
  std::vector<std::string> terms;  // with spaces or hyphens; sorted, each once
};
// bad_value with the line of an entry that is not UTF-8, holds a control character or is longer
// than 100 bytes.
[[nodiscard]] base::Loaded<WordList> parse_word_list(std::string_view text, std::string_view file);

}  // namespace linter::lexicon
