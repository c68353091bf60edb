// Capitals where none belong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/checks/spelling/scan.h"
#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

struct RightCase {
  std::string right;
  bool sure = false;  // nothing else can be meant
};

// "TThe" -> "The", "THe" -> "The", "MIcroneedling" -> "Microneedling"; nothing for "MRIs", "PhD",
// "NOx", "EBook" and other words.
[[nodiscard]] std::optional<RightCase> without_doubled_capital(
    std::string_view word, const lexicon::Vocabulary& vocabulary, bool begins_sentence = false);

// "sKin" -> "skin", "tHE" -> "the", "sKIN" -> "Skin", "JULy" -> "July", "microNeedling" ->
// "microneedling"; nothing for names made of words
// ("SkinCeuticals", "YouTube") and all that is no everyday word.
[[nodiscard]] std::optional<std::string> without_inner_capital(
    std::string_view word, const lexicon::Vocabulary& vocabulary);

// "i think": the pronoun, with a verb after it that makes it sure.
[[nodiscard]] bool is_pronoun_without_capital(const Scan& scan, Scan::Index i);

// "IT's never too late", unlike "IT's role": before what is no noun.
[[nodiscard]] bool is_its_with_two_capitals(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
