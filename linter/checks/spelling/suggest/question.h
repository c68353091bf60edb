// The word as written that suggestions are wanted for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/checks/spelling/suggest/edit_cost.h"
#include "linter/lexicon/word_set.h"

namespace linter::checks::spelling {

// `tail` views the word that it was made of.
struct Question {
  std::string folded;     // the error without capitals and tail
  std::string_view tail;  // "'s", "'" behind an s, or nothing; with either apostrophe
  lexicon::Form form = lexicon::Form::lower;
  std::uint32_t sound = 0;
  lexicon::Dialect dialect = lexicon::Dialect::american;
  EditCosts costs;  // of `folded`
};

[[nodiscard]] Question ask(std::string_view word,
                           lexicon::Dialect dialect = lexicon::Dialect::american);

// Question::folded alone.
[[nodiscard]] std::string folded_error(std::string_view word);

// `word` in the capitals and with the tail of the error.
[[nodiscard]] std::string dressed(const Question& question, const std::string& word);

}  // namespace linter::checks::spelling
