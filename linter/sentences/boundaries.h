// Whether a mark ends the sentence it stands in.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "linter/sentences/text.h"

namespace linter::sentences {

// The tokens of one block, seen from a mark that may end a sentence.
struct Place {
  std::string_view view;
  std::span<const Token> tokens;  // of the whole article
  std::uint32_t sentence = 0;     // first token of the open sentence
  std::uint32_t stop = 0;         // the mark
  std::uint32_t end = 0;          // end of the block's tokens
};

// The token after the sentence that ends at `place` (closing quotes, brackets and note numbers
// belong to it), or 0 when no sentence ends there.
[[nodiscard]] std::uint32_t sentence_end(const Place& place);

// How the tokens of a finished sentence close.
[[nodiscard]] Ending ending_of(std::string_view view, std::span<const Token> sentence);

}  // namespace linter::sentences
