// Lengths and readability of an article's prose.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

// What the formulas are made of. A word is a run of letters and digits, hyphens inside included
// ("well-known" is one); marks and masked things do not count.
struct Counts {
  std::uint32_t words = 0;
  std::uint32_t sentences = 0;
  std::uint32_t paragraphs = 0;  // blocks
  std::uint32_t characters = 0;  // code points of the text, spaces and marks included
  std::uint32_t letters = 0;     // letters and digits
  std::uint32_t syllables = 0;
  std::uint32_t long_words = 0;     // of more than six letters
  std::uint32_t polysyllables = 0;  // of three syllables or more
  std::uint32_t complex_words = 0;  // the same, names and "-ed", "-es", "-ing" endings left out

  Counts& operator+=(const Counts& other);
  bool operator==(const Counts&) const = default;
};

// The syllables of an English word (ASCII letters; others count as consonants): groups of vowels,
// with the silent e and the usual exceptions. At least 1.
[[nodiscard]] std::uint32_t syllables_in(std::string_view word);

// The counts of one sentence.
[[nodiscard]] Counts counts_of(const lexicon::Reading& reading,
                               const sentences::Sentence& sentence);

// Counts per block, made on the first question and kept for the article.
class Measures {
 public:
  // Starts on another article. O(1).
  void begin(const lexicon::Reading& reading);
  // The counts of a block.
  [[nodiscard]] const Counts& block(std::uint32_t index);

 private:
  const lexicon::Reading* reading_ = nullptr;
  std::vector<Counts> blocks_;
  bool counted_ = false;
};

}  // namespace linter::checks::policy
