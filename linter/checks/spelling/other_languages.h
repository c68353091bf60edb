// Passages of an English article that are in another language.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// Told by function words: "Die Haut heilt, und das ist gut." One worker's; a sentence is judged
// when it is first asked about, each distinct word is looked up once.
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
  enum class Speech : std::uint8_t { open, none, english, other, surely_other };
  [[nodiscard]] Weights weights(Scan::Index first, Scan::Index end);
  [[nodiscard]] Speech speech_of(Scan::Index i);
  [[nodiscard]] bool article_is_foreign();

  const Scan* scan_ = nullptr;
  Answer article_ = Answer::open;
  std::vector<Answer> sentences_;
  std::vector<Speech> words_;  // by folded id, of all articles
  std::uint32_t generation_ = 0;
};

}  // namespace linter::checks::spelling
