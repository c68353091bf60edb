// Text as approved wording is compared: letters, digits and the signs that carry meaning.
//
// Small letters; no spaces, hyphens, quotes, commas or other punctuation, so that “micro-needling”,
// “micro needling” and “Microneedling” are one; a space stays where two numbers would run together
// ("2-3 days"), a full stop where a sentence ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/prose/article.h"
#include "linter/sentences/text.h"

namespace linter::suppression {

struct NormalText {
  // A word, number or sign, and where it stands; what hyphens join is one.
  struct Piece {
    std::uint32_t begin = 0;  // in `text`
    std::uint32_t end = 0;
    base::Span view;             // view span
    std::uint32_t sentence = 0;  // of sentences::Text
  };
  std::string text;
  std::vector<Piece> pieces;  // in order

  void clear();
  [[nodiscard]] std::string_view of(const Piece& piece) const {
    return std::string_view(text).substr(piece.begin, piece.end - piece.begin);
  }
};

// Appends nothing to what was there: `out` is cleared, its capacity kept. Blocks end with '\n'.
// Linear.
void normalise(const prose::Article& article, const sentences::Text& text, NormalText& out);

// A wording on its own.
struct NormalWording {
  std::string text;                  // without the last full stop
  std::vector<std::string> words;    // normal, one for each piece
  std::vector<std::string> written;  // likewise, as they stand
  std::uint32_t sentences = 0;
};
[[nodiscard]] NormalWording normalised(std::string_view wording);
// How many words, numbers and signs a wording has.
[[nodiscard]] std::size_t normal_words(std::string_view wording);

}  // namespace linter::suppression
