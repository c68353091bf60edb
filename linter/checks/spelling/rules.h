// The rules of the spelling check, each in one place with all that it says of itself.
#pragma once

#include <cstdint>

#include "linter/checks/rule_info.h"

namespace linter::checks::spelling {

// In the order of rules().
enum class Rule : std::uint8_t {
  unknown_word,
  dialect,
  split_compound,
  glued_words,
  doubled_word,
  doubled_capital,
  lost_apostrophe,
  wrong_case,
  confused_word,
  look_alike,
  stray_letter,
  wrong_ordinal,
  disguised_term,
};

[[nodiscard]] const RuleInfo& info(Rule rule);

}  // namespace linter::checks::spelling
