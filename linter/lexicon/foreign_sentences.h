// Sentences in another language within an English article.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/lexicon/reading.h"

namespace linter::lexicon {

// One worker's. A sentence is judged when it is first asked about, each distinct word looked up
// once.
class ForeignSentences {
 public:
  // Before each article.
  void begin() { answers_.clear(); }

  // Whether more of a sentence's words are function words of French, Spanish, Portuguese, Italian,
  // German or Dutch, or written with letters that English has not, than are function words of
  // English; two at least. Words that are both ("a", "in", "die") count for neither. The reading is
  // the same until the next begin(). O(words) the first time.
  [[nodiscard]] bool has(const Reading& reading, std::uint32_t sentence);

 private:
  enum class Speech : std::uint8_t { open, neither, english, foreign };
  enum class Answer : std::uint8_t { open, no, yes };
  [[nodiscard]] Speech speech_of(const Lexicon& lexicon, WordId word);
  [[nodiscard]] bool is_foreign(const Reading& reading, const sentences::Sentence& sentence);

  std::vector<Speech> words_;    // by word id, of all articles
  std::vector<Answer> answers_;  // by sentence
  std::uint32_t generation_ = 0;
};

}  // namespace linter::lexicon
