// Passages of an English article that are in another language.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// Told by function words: "Die Haut heilt, und das ist gut." One article's; a sentence is judged
// when it is first asked about, at some 30 ns a token.
class OtherLanguages {
 public:
  // Before each article; the scan must outlive the answers.
  void begin(const Scan& scan);
  // Whether the sentence of token i has more function words of other languages than of English, or
  // as many in an article that has more.
  [[nodiscard]] bool has(Scan::Index i);

 private:
  enum class Answer : std::uint8_t { open, yes, no };
  struct Weights {
    std::uint32_t english = 0;
    std::uint32_t other = 0;
  };
  [[nodiscard]] Weights weights(Scan::Index first, Scan::Index end) const;
  [[nodiscard]] bool article_is_foreign();

  const Scan* scan_ = nullptr;
  Answer article_ = Answer::open;
  std::vector<Answer> sentences_;
};

}  // namespace linter::checks::spelling
