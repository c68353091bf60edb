// Sentences in another language within an English article.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "linter/lexicon/reading.h"

namespace linter::lexicon {

// Told by function words (dictionaries/en/other_languages.tsv): "Die Haut heilt, und das ist gut."
// One worker's. A sentence is judged when it is first asked about, each distinct word looked up
// once.
class ForeignSentences {
 public:
  // Before each article.
  void begin();

  // Whether a sentence has more function words of other languages, and words with letters that
  // English has not, than function words of English; words of both ("a", "in", "die") count for
  // neither. Where it has too few to tell, its paragraph does, then the article. The reading is the
  // same until the next begin(). O(words) the first time.
  [[nodiscard]] bool has(const Reading& reading, std::uint32_t sentence);

 private:
  enum class Speech : std::uint8_t { open, neither, english, other, surely_other };
  enum class Answer : std::uint8_t { open, no, yes };
  struct Weights {
    std::uint32_t english = 0;
    std::uint32_t other = 0;
  };
  [[nodiscard]] Speech speech_of(Lexicon& lexicon, const sentences::Token& token);
  [[nodiscard]] Weights weights(const Reading& reading, std::size_t first, std::size_t end);
  [[nodiscard]] bool is_foreign(const Reading& reading, std::uint32_t sentence);
  [[nodiscard]] Weights weights_of_block(const Reading& reading, std::uint32_t sentence);
  [[nodiscard]] bool article_is_foreign(const Reading& reading);

  std::vector<Speech> words_;    // by word id, of all articles
  std::vector<Answer> answers_;  // by sentence
  std::optional<bool> article_;
  std::uint32_t generation_ = 0;
};

}  // namespace linter::lexicon
