#include "linter/context/words.h"

#include <algorithm>
#include <array>

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;
using lexicon::PosMask;
using sentences::TokenKind;

constexpr PosMask mask(PartOfSpeech part) {
  return static_cast<PosMask>(part);
}

// A hyphen with spaces around it is a dash; a dash between digits is a hyphen ("24–48").
Known mark_between(Known mark, const sentences::Token& token, const sentences::Token* next,
                   const sentences::Token* previous) {
  const bool space_after = next == nullptr || next->space_before;
  if (mark == Known::hyphen && token.space_before && space_after) return Known::dash;
  const bool between_numbers = previous != nullptr && next != nullptr && !token.space_before &&
                               !space_after && previous->kind == TokenKind::number &&
                               next->kind == TokenKind::number;
  return mark == Known::dash && between_numbers ? Known::hyphen : mark;
}

}  // namespace

PosMask contracted_parts(std::string_view folded) {
  const std::size_t apostrophe = folded.rfind('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return 0;
  const std::string_view stem = folded.substr(0, apostrophe);
  const std::string_view ending = folded.substr(apostrophe + 1);
  const PosMask finite = PartOfSpeech::auxiliary | PartOfSpeech::finite_verb;
  if (ending == "t" && stem.ends_with('n')) return finite | mask(PartOfSpeech::negator);
  const PosMask with_subject = finite | mask(PartOfSpeech::pronoun);
  for (const std::string_view verb : {"re", "ll", "ve", "d", "m"})
    if (ending == verb) return with_subject;
  constexpr std::array<std::string_view, 11> subjects{
      "it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "this"};
  return ending == "s" && std::ranges::find(subjects, stem) != subjects.end() ? with_subject : 0;
}

const WordReader::Seen& WordReader::look_up(const lexicon::Reading& reading, lexicon::WordId id) {
  if (seen_.size() <= id) seen_.resize(std::max<std::size_t>(id + 1, reading.lexicon.size()));
  Seen& seen = seen_[id];
  if (seen.article == article_) return seen;
  const lexicon::Entry& entry = reading.lexicon[reading.lexicon[id].folded];
  seen.article = article_;
  seen.cue_word = index_->word(entry.text);
  seen.parts = entry.parts | contracted_parts(entry.text);
  if (seen.parts == 0) seen.parts = mask(PartOfSpeech::noun);
  return seen;
}

std::uint32_t WordReader::cue_word(const lexicon::Reading& reading, const sentences::Token& token) {
  const bool worded = token.kind == TokenKind::word || token.kind == TokenKind::number;
  return worded ? look_up(reading, token.word).cue_word : 0;
}

void WordReader::read(const lexicon::Reading& reading, std::uint32_t first, std::uint32_t end,
                      std::vector<Word>& words) {
  words.clear();
  const std::vector<sentences::Token>& tokens = reading.text.tokens;
  for (std::uint32_t i = first; i < end; ++i) {
    const sentences::Token& token = tokens[i];
    Word word{.text = token.text,
              .kind = token.kind,
              .shape = token.shape,
              .space_before = token.space_before};
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
      const Seen& seen = look_up(reading, token.word);
      word.cue_word = seen.cue_word;
      word.parts = seen.parts;
      if (token.kind == TokenKind::number) word.parts |= mask(PartOfSpeech::number);
    } else if (token.kind == TokenKind::mark) {
      const sentences::Token* next = i + 1 < end ? &tokens[i + 1] : nullptr;
      const sentences::Token* previous = i > first ? &tokens[i - 1] : nullptr;
      const Known mark = known_mark(reading.view(token.text));
      word.cue_word = static_cast<std::uint32_t>(mark_between(mark, token, next, previous));
    } else {
      word.parts = mask(PartOfSpeech::noun);
    }
    words.push_back(word);
  }
}

}  // namespace linter::context
