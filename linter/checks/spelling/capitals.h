// Capitals where none belong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

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

// What without_inner_capital() says, found out once for each word. One worker's.
class InnerCapitals {
 public:
  // Before each article.
  void begin(const lexicon::Lexicon& lexicon);
  // Of word token i. The reference holds until the next begin().
  [[nodiscard]] const std::optional<std::string>& without(const Scan& scan, Scan::Index i);

 private:
  std::unordered_map<lexicon::WordId, std::optional<std::string>> known_;
  std::uint32_t generation_ = 0;
};

// "and", "is", "with": a folded function word that no name is, nor begins, with a capital.
[[nodiscard]] bool is_seldom_capitalised(std::string_view folded);
// "the nurse Is ready": such a word with a capital amid small letters, in a sentence that has no
// other capitals around it.
[[nodiscard]] bool is_capital_amid(const Scan& scan, Scan::Index i);

// "i think": the pronoun, with a verb after it that makes it sure.
[[nodiscard]] bool is_pronoun_without_capital(const Scan& scan, Scan::Index i);

// "IT's never too late", unlike "IT's role": before what is no noun.
[[nodiscard]] bool is_its_with_two_capitals(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
