// What stands in quotation marks, and whose experience it is.
#pragma once

#include <span>
#include <vector>

#include "linter/context/matching.h"
#include "linter/context/scopes.h"
#include "linter/context/words.h"

namespace linter::context {

// Appends a scope of `quoted` for each pair of quotation marks in a block's words (straight, curly,
// guillemets, and single marks around a few words of one line), marks included, by begin; with
// `testimonial` too where a cue says so. Marks without a partner quote nothing. Linear.
void add_quotations(const CueSet::Index& index, std::span<const Word> words, const Matches& matches,
                    std::vector<Scope>& scopes);

// The first cue within words [begin, end) that makes a quotation there a testimonial, or null.
[[nodiscard]] const Match* testimonial_inside(const CueSet::Index& index, const Matches& matches,
                                              Stretch quotation);

}  // namespace linter::context
