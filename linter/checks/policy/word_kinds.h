// What judges ask of each distinct word, found out once; and what the words of each sentence are.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/pattern.h"
#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

// What a word is by its letters, whatever it can be beside.
enum class Role : std::uint32_t {
  determiner = 1U << 0U,        // begins a noun phrase: "the", "several", "modern"
  count = 1U << 1U,             // a determiner that counts: "few", "more"
  preposition = 1U << 2U,       // joins two noun phrases: "of", "between"
  foreign_plural = 1U << 3U,    // ends in no s: "bacteria"
  torn_helper = 1U << 4U,       // lost its apostrophe: "cant"
  same_in_past = 1U << 5U,      // "put"
  singular_helper = 1U << 6U,   // "is", "hasn't"
  plural_helper = 1U << 7U,     // "are", "haven't"
  joiner = 1U << 8U,            // begins a clause: "because"
  relative_pronoun = 1U << 9U,  // "that", "which", "who"
  care = 1U << 10U,             // what is done to a patient: "treatment"
  bridge = 1U << 11U,           // begins a clause or something else: "as", "but"
  // Of sentences.
  comma = 1U << 12U,       // has one
  commas = 1U << 13U,      // has several
  bracket = 1U << 14U,     // has an opening one
  trade_mark = 1U << 15U,  // has the sign
  accent = 1U << 16U,      // has a word with letters beyond ASCII
  hyphen = 1U << 17U,      // has one
  hyphens = 1U << 18U,     // has several
  slash = 1U << 19U,       // has one
  name = 1U << 20U,        // has several words with capitals, or one in mixed letters or that no dictionary has
};
using Roles = std::uint32_t;

[[nodiscard]] constexpr Roles operator|(Role a, Role b) {
  return static_cast<Roles>(static_cast<Roles>(a) | static_cast<Roles>(b));
}

struct WordKind {
  std::string_view folded;  // owned by the lexicon
  lexicon::WordId folded_id = 0;
  lexicon::PosMask parts = 0;
  Roles roles = 0;
  std::uint8_t tier = 0;  // lexicon::Entry, of the folded form
  bool known = false;

  [[nodiscard]] bool is(Role role) const { return (roles & static_cast<Roles>(role)) != 0; }
};

// A worker's. Grows with the distinct words, and is emptied when the lexicon is.
class WordKinds {
 public:
  // Before each article.
  void begin(const lexicon::Reading& reading);

  // Of a word or number token. The reference holds until the next call.
  [[nodiscard]] const WordKind& of(lexicon::WordId word) {
    return word < kinds_.size() && kinds_[word].known ? kinds_[word] : add(word);
  }
  // Whether a pattern, which outlives it, matches the whole of a token: that of words that come
  // back is remembered.
  [[nodiscard]] bool matches(const base::Pattern& pattern, const sentences::Token& token);
  // By sentence of the article: the roles of its words and marks together. The first call reads all
  // words.
  [[nodiscard]] std::span<const Roles> roles_by_sentence();

 private:
  const WordKind& add(lexicon::WordId word);

  const lexicon::Reading* reading_ = nullptr;
  std::vector<WordKind> kinds_;  // by id
  // What was last found out of a pattern and a word; by both.
  struct Matched {
    const base::Pattern* pattern = nullptr;
    lexicon::WordId word = 0;
    bool answer = false;
  };
  static constexpr std::size_t most_matched = 4096;
  std::vector<Matched> matched_;
  std::vector<Roles> sentences_;
  bool surveyed_ = false;
  std::uint32_t generation_ = 0;
};

}  // namespace linter::checks::policy
