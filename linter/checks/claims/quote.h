// A sentence as a message quotes it.
#pragma once

#include <string>
#include <string_view>

#include "linter/base/span.h"

namespace linter::checks::claims {

// `view` is what a reader reads, `sentence` a span of it, and `words` the span inside it that
// matters. A sentence of up to 160 characters comes back whole; of a longer one the part around the
// words, cut between words, with an ellipsis where something is left out. On one line, what is
// masked as an ellipsis, quotation marks inside as single ones.
[[nodiscard]] std::string quote_of(std::string_view view, base::Span sentence, base::Span words);

}  // namespace linter::checks::claims
