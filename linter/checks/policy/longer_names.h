// Names and titles of several words, whose capitals are nobody's to change.
#pragma once

#include <cstdint>

#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

// Whether a place is a part of a link's text, or of emphasised text, whose longer words all have
// capitals: "see [Fern Laser Costs](…)", "in *Lasers and Skin*". Costs a look at the block's
// inlines.
[[nodiscard]] bool is_part_of_title(const lexicon::Reading& reading, std::uint32_t block,
                                    base::Span place);

// The same, or whether two more words with capitals stand around it in its sentence, with only
// small words such as “of” between: "The Skin and Nail House"; or one behind "of": "the Department
// of Health". What begins the sentence does not count.
[[nodiscard]] bool is_part_of_name(const lexicon::Reading& reading, std::uint32_t block,
                                   base::Span place);

}  // namespace linter::checks::policy
