// The word as written that suggestions are wanted for.
#pragma once

#include <cstdint>
#include <optional>
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
  std::optional<lexicon::Dialect> dialect;  // of what is wanted, where that is known
  EditCosts costs;                          // of `folded`
};

[[nodiscard]] Question ask(std::string_view word,
                           std::optional<lexicon::Dialect> dialect = std::nullopt);

// Question::folded alone.
[[nodiscard]] std::string folded_error(std::string_view word);

// `word` in the capitals and with the tail of the error.
[[nodiscard]] std::string dressed(const Question& question, const std::string& word);

}  // namespace linter::checks::spelling
