// An assertion for people, and as a line of JSON: every attribute with the words behind it.
#pragma once

#include <string>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/assertions/compare.h"
#include "linter/lexicon/reading.h"
#include "linter/source/line_index.h"

namespace linter::assertions {

// A few lines, the first with path:line:column; `index` is of the reading's source.
[[nodiscard]] std::string text_of(const knowledge::Knowledge& knowledge,
                                  const lexicon::Reading& reading, const source::LineIndex& index,
                                  const Assertion& assertion);

// One line of JSON without a line end: file, positions (1-based, code points), offset and length
// (bytes), text, and per attribute its value, words and confidence.
[[nodiscard]] std::string json_of(const knowledge::Knowledge& knowledge,
                                  const lexicon::Reading& reading, const source::LineIndex& index,
                                  const Assertion& assertion);

// As it was written ("24 to 48 hours", "at most 0.5 mm", "twice a week"); without a unit of its own
// in the largest one in which both ends are whole.
[[nodiscard]] std::string text_of(const knowledge::Knowledge& knowledge, const Quantity& quantity);

// The comparison's reasons, one a line, the deciding one marked, and the verdict last.
[[nodiscard]] std::string text_of(const Comparison& comparison, const std::vector<Reason>& reasons);

}  // namespace linter::assertions
