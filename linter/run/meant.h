// Misspelt words, read as what they mean by the checks behind spelling.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/findings/finding.h"
#include "linter/lexicon/reading.h"
#include "linter/lexicon/triggers.h"
#include "linter/prose/corrected.h"
#include "linter/sentences/text.h"

namespace linter::run {

// An article in whose place checks read another: where "gaurenteed" stands, "guaranteed". A
// worker's.
class MeantArticle {
 public:
  // False, and nothing to read, where none of these words matters: where what is meant wakes no
  // rule, or a rule names the word as it stands.
  [[nodiscard]] bool make(const lexicon::Reading& written, const lexicon::TriggerTable& triggers,
                          std::vector<prose::Correction> meant);

  // Valid until the next make(), as long as what that was given.
  [[nodiscard]] const lexicon::Reading& reading() const { return *reading_; }

  // Of findings of the reading, those from `begin` on: a message that quotes what is meant also says
  // what stands there, and what would mend the wording of a misspelt word is taken out, since it is
  // not known before the word is mended.
  void settle(std::vector<findings::Finding>& findings, std::size_t begin) const;

 private:
  struct Word {
    base::Span source;
    std::string written;
    std::string meant;
  };

  static void explain(findings::Finding& finding, const Word& word);

  prose::Article article_;
  sentences::Text text_;
  std::optional<lexicon::Reading> reading_;
  std::vector<Word> words_;
};

}  // namespace linter::run
