// One article's tokens with what the rules ask of a place among them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "linter/lexicon/foreign_sentences.h"
#include "linter/lexicon/reading.h"

namespace linter::checks::spelling {

// A view over a Reading; as short-lived as that.
class Scan {
 public:
  using Index = std::uint32_t;  // of a token

  explicit Scan(const lexicon::Reading& reading)
      : reading_(&reading), tokens_(reading.text.tokens) {}

  [[nodiscard]] const lexicon::Reading& reading() const { return *reading_; }
  [[nodiscard]] Index size() const { return static_cast<Index>(tokens_.size()); }
  [[nodiscard]] const sentences::Token& token(Index i) const { return tokens_[i]; }
  [[nodiscard]] std::string_view text(Index i) const { return reading_->view(tokens_[i].text); }
  [[nodiscard]] bool is_word(Index i) const {
    return tokens_[i].kind == sentences::TokenKind::word;
  }
  [[nodiscard]] bool is_number(Index i) const {
    return tokens_[i].kind == sentences::TokenKind::number;
  }
  // The folded text of a word or number.
  [[nodiscard]] std::string_view folded(Index i) const {
    return reading_->lexicon[reading_->lexicon[tokens_[i].word].folded].text;
  }
  [[nodiscard]] const lexicon::Entry& entry(Index i) const {
    return reading_->lexicon[tokens_[i].word];
  }

  // The mark that touches a token before or after it; empty when a space, another token or nothing
  // does.
  [[nodiscard]] std::string_view mark_before(Index i) const {
    const bool touches = i > 0 && !tokens_[i].space_before &&
                         tokens_[i - 1].kind == sentences::TokenKind::mark &&
                         tokens_[i - 1].text.end == tokens_[i].text.begin;
    return touches ? text(i - 1) : std::string_view();
  }
  [[nodiscard]] std::string_view mark_after(Index i) const {
    const bool touches = i + 1 < size() && !tokens_[i + 1].space_before &&
                         tokens_[i + 1].kind == sentences::TokenKind::mark &&
                         tokens_[i + 1].text.begin == tokens_[i].text.end;
    return touches ? text(i + 1) : std::string_view();
  }
  // Whether nothing but a space stands between tokens i and i + 1.
  [[nodiscard]] bool are_spaced(Index i) const {
    return tokens_[i + 1].text.begin == tokens_[i].text.end + 1 &&
           reading_->article.view[tokens_[i].text.end] == ' ';
  }
  // Whether tokens i and i + 1 are words of one sentence with nothing but a space between them.
  [[nodiscard]] bool are_neighbours(Index i) const {
    return i + 1 < size() && is_word(i) && is_word(i + 1) && are_spaced(i);
  }

  [[nodiscard]] const sentences::Sentence& sentence_of(Index i) const;
  [[nodiscard]] const prose::Block& block_of(Index i) const;
  // Whether a capital is due here anyway: the first word of a sentence, after a colon or an opening
  // quote, in a title or a table's head, or where most words have one.
  [[nodiscard]] bool capital_is_due(Index i) const;

  // Whether its sentence is in another language.
  [[nodiscard]] bool is_foreign(lexicon::ForeignSentences& sentences, Index i) const {
    return sentences.has(*reading_, reading_->text.sentence_at(tokens_[i].text.begin));
  }

  // Whether most words of the token's sentence have a capital: a title, an address, a name.
  [[nodiscard]] bool in_title_case(Index i) const { return is_title_case(sentence_of(i)); }

 private:
  [[nodiscard]] bool is_title_case(const sentences::Sentence& sentence) const;

  const lexicon::Reading* reading_;
  std::span<const sentences::Token> tokens_;
};

}  // namespace linter::checks::spelling
