// Sentences in another language within an English article.
#pragma once

#include <span>
#include <string_view>

#include "linter/sentences/text.h"

namespace linter::lexicon {

// Whether more of a sentence's words are function words of French, Spanish, Portuguese, Italian,
// German or Dutch, or written with letters that English has not, than are function words of
// English; two at least. Words that are both ("a", "in", "die") count for neither. `tokens` are the
// sentence's, of `view`. O(words).
[[nodiscard]] bool is_foreign(std::string_view view, std::span<const sentences::Token> tokens);

}  // namespace linter::lexicon
