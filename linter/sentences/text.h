// An article's view as tokens and sentences: spans only, no copies.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linter/base/span.h"
#include "linter/prose/article.h"

namespace linter::sentences {

using base::Span;

enum class TokenKind : std::uint8_t {
  word,    // letters, with apostrophes and combining marks inside; a hyphen ends a word
  number,  // starts with a digit: "24", "1,000.5", "2nd", "1990s", "3D", "10mg"
  mark,    // one punctuation mark or symbol (one code point; "..." is one mark)
  object,  // prose::masked
};

enum class Shape : std::uint8_t {
  none,
  lower,
  capitalised,
  upper,
  mixed
};  // of a word; one capital letter alone is `upper`

struct Token {
  Span text;  // view span
  TokenKind kind = TokenKind::word;
  Shape shape = Shape::none;
  bool space_before = false;  // or the start of a block
  bool ascii = true;
  std::uint32_t word =
      0;  // lexicon id of a word or number token, filled by lexicon::Lexicon::annotate
};

enum class Ending : std::uint8_t { none, stop, question, exclamation, colon, ellipsis };

struct Sentence {
  Span text;                // view span, without surrounding space
  std::uint32_t block = 0;  // index into Article::blocks; a sentence never crosses a block
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;   // half-open
  Ending ending = Ending::none;  // a heading or list item without a final mark has none
};

// In tokens; what goes on longer is read as several sentences, which end as the whole does. Checks
// may look at each word of a sentence from each other one.
inline constexpr std::uint32_t longest_sentence = 1000;

struct Text {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> block_first_sentence;  // one more than there are blocks: [b] .. [b+1]
  std::vector<std::uint32_t> block_first_token;     // likewise

  void clear();  // keeps capacity
  [[nodiscard]] std::span<const Token> tokens_of(const Sentence& sentence) const {
    return std::span(tokens).subspan(sentence.first_token,
                                     sentence.end_token - sentence.first_token);
  }
  [[nodiscard]] std::span<const Sentence> sentences_of_block(std::uint32_t block) const {
    return std::span(sentences).subspan(
        block_first_sentence[block], block_first_sentence[block + 1] - block_first_sentence[block]);
  }
  // The sentence that holds a view offset; the nearest one before it where the offset is between
  // two.
  [[nodiscard]] std::uint32_t sentence_at(std::uint32_t view_offset) const;
  // The first token that ends after `view_offset`; tokens.size() when there is none. O(log tokens).
  [[nodiscard]] std::uint32_t token_at(std::uint32_t view_offset) const;
};

// Splits every block of `article` into `text` (cleared first, capacity kept). One pass over the
// view. A sentence ends at . ! ? … and closing quotes or brackets after them, not at abbreviations
// ("Dr.", "e.g.", "approx."), initials, decimals or ellipses followed by lower case; a hard break
// ('\n') ends one, and so do longest_sentence tokens.
void split(const prose::Article& article, Text& text);

}  // namespace linter::sentences
