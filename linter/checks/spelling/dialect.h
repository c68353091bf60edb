// Which English an article is written in, and which of its words are written in another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

enum class English : std::uint8_t { american, british, canadian, australian };

// "American English"; a string literal.
[[nodiscard]] std::string_view name_of(English english);

// The English that a language tag names: "New Zealand English" for "en-NZ", which is spelt as
// english_of() has it; "English" for one without a name here. A string literal.
[[nodiscard]] std::string_view name_of_language(std::string_view language);

// As word sets have it.
[[nodiscard]] lexicon::Dialect dialect_of(English english);

// The dialect that a language tag names; nothing for "en" alone and for other languages.
[[nodiscard]] std::optional<English> english_of(std::string_view language);

struct DialectFacts {
  bool american =
      false;  // evidence that the article is written so: only this dialect prefers the spelling
  bool british = false;
  lexicon::Dialects accepted = 0;  // where the spelling passes, as a variant too
  std::string other;               // the other dialect's spelling, folded; empty when there is none
};

// Of a folded word or its possessive; nothing to say (all false, other empty) for most words.
[[nodiscard]] DialectFacts dialect_facts(std::string_view folded,
                                         const lexicon::Vocabulary& vocabulary);

// False where dialect_facts() names neither dialect nor another spelling, as of most words: told
// without looking anything up. `one_sided` as the lexicon says of the word, `is_rare` where it knows
// no tier of it.
[[nodiscard]] bool may_be_dialectal(std::string_view folded, bool one_sided, bool is_rare);

// The other dialect's spelling of a folded word that no dictionary has but for its "s":
// "customizable" for "customisable". Empty for every other word.
[[nodiscard]] std::string with_z(std::string_view folded, const lexicon::Vocabulary& vocabulary);

// Whether a word with these facts departs from the dialect and there is a spelling to put in its
// place.
[[nodiscard]] bool departs(const DialectFacts& facts, English from);

}  // namespace linter::checks::spelling
