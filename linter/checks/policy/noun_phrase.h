// Who a verb is about: noun phrases, read by what their words can be.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/checks/policy/rule.h"
#include "linter/checks/policy/word_kinds.h"

namespace linter::checks::policy {

enum class Number : std::uint8_t { unknown, singular, plural };

// Words from a determiner to a noun, and the phrases with "of" and the like behind them. Indices
// are of tokens.
struct NounPhrase {
  std::uint32_t first = 0;
  std::uint32_t head = 0;    // the noun that has the number
  std::uint32_t behind = 0;  // the first token that belongs to it no more
  Number number = Number::unknown;
  std::string_view determiner;  // folded, of the view or the lexicon; empty without one
  bool counted = false;         // with a number: "two weeks"
  bool named = false;           // with capitals inside, or words that no dictionary has
  bool with_of = false;         // "the number of patients"
  bool doubtful = false;        // one of its nouns may be the verb: "the skin changes"
};

// What one sentence's tokens can be. Cheap to copy; must not outlive the scene.
class Phrases {
 public:
  Phrases(const Scene& scene, const sentences::Sentence& sentence)
      : scene_(scene), tokens_(scene.reading.text.tokens), sentence_(sentence) {}

  // The phrase that begins at this token; nothing where none does. Reads each token once.
  [[nodiscard]] std::optional<NounPhrase> at(std::uint32_t first) const;
  // The same, without what stands behind its head.
  [[nodiscard]] std::optional<NounPhrase> bare_at(std::uint32_t first) const;
  // The first token from this one on that is no adverb; two are passed over at most.
  [[nodiscard]] std::uint32_t past_adverbs(std::uint32_t at) const;
  // The number that a verb's form asks of its subject; unknown where it asks none, or where the
  // word can be a noun.
  [[nodiscard]] Number asked_by(std::uint32_t at) const;
  // The same of a word that can be a noun, too: "causes", "cause".
  [[nodiscard]] Number asked_by_either(std::uint32_t at) const;

  [[nodiscard]] bool inside(std::uint32_t at) const { return at < sentence_.end_token; }
  [[nodiscard]] bool is_word(std::uint32_t at) const {
    return inside(at) && tokens_[at].kind == sentences::TokenKind::word;
  }
  // Empty behind the sentence.
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return inside(at) ? scene_.view(tokens_[at].text) : std::string_view();
  }
  [[nodiscard]] bool is_lower(std::uint32_t at) const {
    return inside(at) && tokens_[at].shape == sentences::Shape::lower;
  }
  [[nodiscard]] bool is_lower_or_first(std::uint32_t at) const {
    return is_lower(at) || at == sentence_.first_token;
  }
  [[nodiscard]] std::string_view folded(std::uint32_t at) const;
  // Whether it is a word with one of these roles.
  [[nodiscard]] bool has_role(std::uint32_t at, Roles roles) const {
    return is_word(at) && (scene_.words.of(tokens_[at].word).roles & roles) != 0;
  }
  [[nodiscard]] bool has_role(std::uint32_t at, Role role) const {
    return has_role(at, static_cast<Roles>(role));
  }
  [[nodiscard]] bool can_be(std::uint32_t at, lexicon::PosMask parts) const {
    return is_word(at) && (mask(at) & parts) != 0;
  }
  // Whether a word with no role but that of its own: "of", "which", "not", "is".
  [[nodiscard]] bool is_small(std::uint32_t at) const;
  [[nodiscard]] Number number_of(std::uint32_t noun) const;

 private:
  [[nodiscard]] lexicon::PosMask mask(std::uint32_t at) const {
    return scene_.words.of(tokens_[at].word).parts;
  }
  [[nodiscard]] std::uint32_t read_determiners(NounPhrase& phrase, std::uint32_t at) const;
  [[nodiscard]] std::uint32_t read_words(NounPhrase& phrase, std::uint32_t at) const;
  [[nodiscard]] bool may_be_verb_of(std::uint32_t at, std::uint32_t before) const;
  [[nodiscard]] bool is_known(std::uint32_t at) const;
  [[nodiscard]] bool joins(std::uint32_t at) const;
  [[nodiscard]] bool joins_adjectives(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_link(std::uint32_t at) const;

  const Scene& scene_;
  const std::vector<sentences::Token>& tokens_;
  const sentences::Sentence& sentence_;
};

}  // namespace linter::checks::policy
