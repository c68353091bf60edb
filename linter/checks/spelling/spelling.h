// The spelling check: words that are wrong in themselves, and words that are wrong where they
// stand.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/checks/check.h"
#include "linter/checks/rule_info.h"
#include "linter/checks/spelling/suggest/suggester.h"
#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

// Every rule of this check, in the order of its table; for `explain`, listings and docs.
[[nodiscard]] std::span<const RuleInfo> rules();

// What all workers share: const, made once per vocabulary, which must outlive it. Cheap to make.
class Spelling {
 public:
  explicit Spelling(const lexicon::Vocabulary& vocabulary, ListedSource source = {})
      : vocabulary_(&vocabulary), suggester_(vocabulary, std::move(source)) {}
  [[nodiscard]] const lexicon::Vocabulary& vocabulary() const { return *vocabulary_; }
  [[nodiscard]] const Suggester& suggester() const { return suggester_; }

 private:
  const lexicon::Vocabulary* vocabulary_;
  Suggester suggester_;
};

// The words that an article lends to suggestions, from three letters on; sorted.
[[nodiscard]] std::vector<DocumentWord> document_words(const lexicon::Reading& reading);
// The same with room for a count of each word of the lexicon, zeros before and after.
[[nodiscard]] std::vector<DocumentWord> document_words(const lexicon::Reading& reading,
                                                       std::vector<std::uint32_t>& counts);

// The dialect that a language tag asks suggestions for; nothing where it names none.
[[nodiscard]] std::optional<lexicon::Dialect> dialect_of_language(std::string_view language);

// The dialect that more of a document's words are written in than in another; nothing where they do
// not tell. Some 1 µs a word.
[[nodiscard]] std::optional<lexicon::Dialect> dialect_of_document(
    std::span<const DocumentWord> words, const lexicon::Vocabulary& vocabulary);

// A check for one worker, for articles read with a Lexicon over the same vocabulary. `shared` must
// outlive it.
[[nodiscard]] std::unique_ptr<Check> make_spelling(const Spelling& shared);

}  // namespace linter::checks::spelling
