// The case form of a word as written.
#pragma once

#include <string_view>

#include "linter/lexicon/word_set.h"

namespace linter::lexicon {

// lower ("skin", "24"), capitalised ("Skin", "A"), upper ("IPL", two letters or more), exact for
// anything else
// ("iPhone"). A capital alone is capitalised. What follows an apostrophe is judged with the rest,
// save a final "'s".
[[nodiscard]] Form form_of(std::string_view word);

}  // namespace linter::lexicon
