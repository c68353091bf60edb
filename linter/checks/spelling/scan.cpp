#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

using sentences::Shape;
using sentences::TokenKind;

const sentences::Sentence& Scan::sentence_of(Index i) const {
  return reading_->text.sentences[reading_->text.sentence_at(tokens_[i].text.begin)];
}

const prose::Block& Scan::block_of(Index i) const {
  return reading_->article.blocks[sentence_of(i).block];
}

bool Scan::is_title_case(const sentences::Sentence& sentence) const {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    constexpr std::uint32_t shortest = 4;  // "of" and "the" stay lower-case in titles
    if (!is_word(i) || tokens_[i].text.size() < shortest) continue;
    ++words;
    if (tokens_[i].shape == Shape::capitalised || tokens_[i].shape == Shape::upper) ++capitals;
  }
  constexpr std::uint32_t fewest = 4;  // "Ask Jon Smith or Ann Miller."
  const prose::Scopes scopes = reading_->article.blocks[sentence.block].scopes;
  const bool heading = has(scopes, prose::Scope::heading) || has(scopes, prose::Scope::title) ||
                       sentence.ending == sentences::Ending::none;
  return heading ? 2 * capitals > words : words >= fewest && capitals == words;
}

bool Scan::capital_is_due(Index i) const {
  const sentences::Sentence& sentence = sentence_of(i);
  if (is_title_case(sentence)) return true;
  for (Index before = i; before-- > sentence.first_token;) {
    if (is_word(before) || tokens_[before].kind == TokenKind::object) return false;
    if (tokens_[before].kind == TokenKind::number) continue;
    const std::string_view mark = text(before);
    if (mark == ":" || mark == "\"" || mark == "\u201C" || mark == "\u2014" || mark == "\u2022")
      return true;
  }
  return true;
}

}  // namespace linter::checks::spelling
