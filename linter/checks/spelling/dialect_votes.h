// Which English a corpus is written in, where an article itself does not tell.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/checks/check.h"
#include "linter/checks/spelling/dialect.h"

namespace linter::checks::spelling {

// One article's votes: how many of its words only this dialect writes so.
[[nodiscard]] Summary dialect_vote(English english, std::uint32_t words,
                                   const findings::Location& place);

// A word of an article that is undecided: wrong where the corpus is written in `from`.
[[nodiscard]] Summary open_dialect_word(English from, const std::string& right,
                                        const findings::Location& place);

// A word of an article that is undecided, of which `right` should be suggested first where the
// corpus is written in `english`.
[[nodiscard]] Summary open_suggestion(English english, const std::string& right,
                                      const findings::Location& place);

// Whether the summary is a vote, of which only the sum matters.
[[nodiscard]] bool is_dialect_vote(const Summary& summary);
// Whether it is about a word of an article that is undecided.
[[nodiscard]] bool is_open_dialect_word(const Summary& summary);

// The findings that follow from all of them. One without a message says what the article's own
// finding at its place should suggest first.
void settle_dialects(std::span<const Summary> summaries, std::vector<findings::Finding>& found);

}  // namespace linter::checks::spelling
