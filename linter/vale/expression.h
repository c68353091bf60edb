// Vale's regular expressions, as galley's, and texts that they match.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/pattern.h"
#include "linter/base/result.h"

namespace linter::vale {

// The same expression for galley's engine (named groups, braces); bad_pattern, with the reason,
// where it has none: Vale's looks back any length, galley's a fixed one.
[[nodiscard]] base::Result<std::string> galley_expression(std::string_view expression);

// The expression for rules whose scope is a sentence, where galley shows a paragraph: what matches
// any text stops at a mark that ends a sentence, and `^` stands behind one, too.
[[nodiscard]] std::string within_sentence(std::string_view expression);

// Whether only two spaces in a row could match, of which a reader, and galley, sees one.
[[nodiscard]] bool needs_two_spaces(std::string_view expression);

// A text that the expression matches from its first byte to its last, made by taking the first of
// all alternatives: the shortest, then one with every optional part; those that do not match are
// left out. Bounded: expressions that make more than 300 bytes give none.
[[nodiscard]] std::vector<std::string> samples_of(std::string_view expression,
                                                  const base::PatternOptions& options);

}  // namespace linter::vale
