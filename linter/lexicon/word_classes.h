// Classes of English words that checks ask for by name: rows of dictionaries/en/word_classes.tsv.
#pragma once

#include <string_view>

#include "linter/lexicon/word_class.h"

namespace linter::lexicon {

// Whether a folded word is of the class. O(log of the class); most words are told by their first
// letter.
[[nodiscard]] bool is_of(WordClass one, std::string_view folded);

}  // namespace linter::lexicon
