// A sentence as the context layer sees it: what each token is to the cues and to the clause
// splitter.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/context/cue_index.h"
#include "linter/context/known_words.h"
#include "linter/lexicon/reading.h"

namespace linter::context {

// What separates a word from the one before it, weakest first.
enum class Break : std::uint8_t {
  none,
  complement,   // "... that it is safe": what is denied outside is denied inside
  intro,        // "With no downtime, you ...": a phrase without a verb of its own came before
  subordinate,  // "... because it ...", "... who has ..."
  coordinate,   // "... and it ...": another statement
  contrast,     // "... but ...", "...; ...": another statement, and what was said before is over
};

struct Word {
  base::Span text;             // view span
  std::uint32_t cue_word = 0;  // number in the cue index, 0 = in no cue
  lexicon::PosMask parts = 0;  // never 0 but for marks: what is unknown is a noun
  sentences::TokenKind kind = sentences::TokenKind::word;
  sentences::Shape shape = sentences::Shape::none;
  bool space_before = false;
  Break before = Break::none;  // filled by split_clauses
  std::uint8_t depth = 0;      // of brackets around it, filled by split_clauses

  [[nodiscard]] bool is(Known known) const { return cue_word == static_cast<std::uint32_t>(known); }
  [[nodiscard]] bool is_mark() const { return kind == sentences::TokenKind::mark; }
  [[nodiscard]] bool can_be(lexicon::PartOfSpeech part) const { return lexicon::has(parts, part); }
};

// The parts of speech that a word with an apostrophe has for its ending: "isn't", "they're",
// "there's".
[[nodiscard]] lexicon::PosMask contracted_parts(std::string_view folded);

// Fills Words from a reading. Looks each distinct word of an article up once; keeps its buffers
// between articles.
class WordReader {
 public:
  explicit WordReader(const CueSet::Index& index) : index_(&index) {}
  // Forgets the last article. O(1).
  void begin() { ++article_; }
  // Replaces `words` by those of the tokens [first, end) of the reading.
  void read(const lexicon::Reading& reading, std::uint32_t first, std::uint32_t end,
            std::vector<Word>& words);
  // The cue word of a word or number token; 0 for other tokens.
  [[nodiscard]] std::uint32_t cue_word(const lexicon::Reading& reading,
                                       const sentences::Token& token);

 private:
  struct Seen {
    std::uint32_t article = 0;
    std::uint32_t cue_word = 0;
    lexicon::PosMask parts = 0;
  };
  const Seen& look_up(const lexicon::Reading& reading, lexicon::WordId id);

  const CueSet::Index* index_;
  std::uint32_t article_ = 0;
  std::vector<Seen> seen_;  // by WordId
};

}  // namespace linter::context
