// A time that a sentence opens with: "After three days, you will see results."
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/assertions/measuring.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using sentences::TokenKind;

namespace {

constexpr std::uint32_t reach_of_opening = 4;  // tokens between a mention and the cue that it has

}  // namespace

// "It takes two days before you see results"
bool Extractor::leads_into(const FoundQuantity& quantity, const context::Clause& clause) const {
  const std::uint32_t begin = reading_->text.token_at(clause.text.begin);
  return quantity.quantity.measure == knowledge::Measure::time && quantity.end_token == begin &&
         reading_->view(reading_->text.tokens[begin].text) == "before" && !clause.verb.empty();
}

// Whether a time stands in the phrase that opens the sentence, a comma before the clause: led by a
// preposition, and of nothing but the treatment ("After a week of redness, ..." is the redness's).
bool Extractor::opens_clause(const FoundQuantity& quantity, const context::Clause& clause,
                             std::uint32_t sentence) const {
  static constexpr std::array<std::string_view, 13> leading = {
      "after", "within", "in",     "by",   "over",  "for",   "from",
      "until", "during", "around", "about", "just", "approximately"};
  const std::uint32_t begin = reading_->text.sentences[sentence].first_token;
  const std::uint32_t end = reading_->text.token_at(clause.text.begin);
  if (quantity.quantity.measure != knowledge::Measure::time || clause.verb.empty() ||
      quantity.first_token < begin || quantity.end_token >= end ||
      reading_->view(reading_->text.tokens[end - 1].text) != ",")
    return false;
  std::uint32_t first = begin;
  if (reading_->view(reading_->text.tokens[first].text) == "-") ++first;
  while (first < quantity.first_token &&
         lexicon::has(parts_of(first), lexicon::PartOfSpeech::adverb) &&
         !lexicon::has(parts_of(first), lexicon::PartOfSpeech::preposition))
    ++first;
  const bool led = first == quantity.first_token ||
                   base::is_one_of(base::lower(reading_->view(reading_->text.tokens[first].text)), leading);
  const auto is_mark = [&](std::uint32_t token) {
    return reading_->text.tokens[token].kind == TokenKind::mark;
  };
  for (std::uint32_t token = first; token + 1 < end; ++token)
    if (is_mark(token) && !(quantity.first_token <= token && token < quantity.end_token))
      return false;
  const Span opening{reading_->text.tokens[begin].text.begin, clause.text.begin};
  return led && std::ranges::none_of(finds_.mentions, [&](const Mention& other) {
           const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
           return opening.contains(other.text) && !meaning.subject &&
                  !knowledge_->types[meaning.type].part && knowledge_->types[meaning.type].in_frames;
         });
}

// The cue of the clause behind it that such a time belongs to, the nearest to the mention, where no
// figure of the clause has one of its own.
const Found* Extractor::cue_of_opening(const FoundQuantity& quantity, const Mention& mention,
                                       const context::Clause& clause) const {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  if (std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& other) {
        return other.quantity.measure == quantity.quantity.measure &&
               clause.text.contains(other.text);
      }))
    return nullptr;
  const Found* best = nullptr;
  std::uint32_t nearest = reach_of_opening + 1;
  for (const Found& found : finds_.cues) {
    const FrameId frame = knowledge_->frame_cues[found.id].frame;
    if (!takes(knowledge_->frames[frame], quantity.quantity) || !knowledge_->fills(type, frame) ||
        !clause.text.contains(found.text) || shape_.is_adjective(found) ||
        shape_.describes(found))
      continue;
    const std::uint32_t apart =
        found.text.overlaps(mention.text) ? 0
        : found.end_token <= mention.first_token
            ? shape_.distance(found.end_token, mention.first_token, nearest)
            : shape_.distance(mention.end_token, found.first_token, nearest);
    if (apart >= nearest) continue;
    nearest = apart;
    best = &found;
  }
  return best;
}

// The time as it would stand in the clause: beside its cue, on the far side of the mention.
FoundQuantity Extractor::beside(FoundQuantity quantity, const Found& cue, const Mention& mention) {
  const bool behind = mention.end_token <= cue.first_token;
  quantity.first_token = quantity.end_token = behind ? cue.end_token : cue.first_token;
  const std::uint32_t at = behind ? cue.text.end : cue.text.begin;
  quantity.text = {at, at};
  return quantity;
}

}  // namespace linter::assertions
