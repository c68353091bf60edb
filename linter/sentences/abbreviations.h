// Words whose full stop need not end a sentence, and words that usually begin one.
#pragma once

#include <cstdint>
#include <string_view>

namespace linter::sentences {

enum class Abbreviation : std::uint8_t {
  none,
  inner,   // never ends a sentence: "Dr.", "e.g."
  label,   // only before a number: "Fig. 2", "No. 5", "Jan. 3"
  unit,    // ends one unless lower case or a number follows: "5 min. after", "approx. 3"
  either,  // ends one only before a word that usually begins sentences: "Inc.", "U.S."
};

// `word` as written, without its full stop; case is ignored. O(log of the table).
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

// Whether a capitalised `word` often begins a sentence ("The", "However"). O(log of the table).
[[nodiscard]] bool begins_sentences(std::string_view word);

}  // namespace linter::sentences
