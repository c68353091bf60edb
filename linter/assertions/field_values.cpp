// What fields hold: figures, and how much there is of what their labels name.
#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "linter/assertions/extract.h"
#include "linter/assertions/measuring.h"
#include "linter/base/hash.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;

namespace {

constexpr std::uint32_t before_figure = 4;  // tokens between a label and its figure
constexpr lexicon::PosMask leading_words = (PartOfSpeech::determiner | PartOfSpeech::preposition) |
                                           (PartOfSpeech::pronoun | PartOfSpeech::conjunction) |
                                           static_cast<lexicon::PosMask>(PartOfSpeech::adverb);

}  // namespace

// Whether a figure is what a field holds: small words alone stand before it, and no noun behind.
bool Extractor::is_value(std::uint32_t first, const FoundQuantity& quantity) const {
  if (quantity.first_token < first || quantity.first_token - first > before_figure) return false;
  const std::uint32_t end =
      reading_->text.sentences[reading_->text.sentence_at(quantity.text.begin)].end_token;
  const auto is_cue = [&](std::uint32_t token) {
    return std::ranges::any_of(finds_.cues, [&](const Found& cue) {
      return cue.first_token <= token && token < cue.end_token;
    });
  };
  for (std::uint32_t token = first; token < quantity.first_token; ++token) {
    if (reading_->text.tokens[token].kind != sentences::TokenKind::word) return false;
    if ((parts_of(token) & leading_words) == 0 && !is_cue(token)) return false;
  }
  const auto counts_it = [&](const Mention& mention) {
    return mention.first_token == quantity.end_token;
  };
  if (quantity.end_token >= end) return true;
  if (quantity.quantity.measure == knowledge::Measure::count) {
    if (std::ranges::any_of(finds_.mentions, counts_it)) return true;
  }
  const lexicon::PosMask next = parts_of(quantity.end_token);
  return next == 0 ? reading_->text.tokens[quantity.end_token].kind == sentences::TokenKind::mark
                   : !lexicon::has(next, PartOfSpeech::noun) || (next & leading_words) != 0;
}

// The field that a figure stands in: its label stands before it in the sentence, or above it.
std::optional<Extractor::Field> Extractor::field_with(std::uint32_t sentence,
                                                      const FoundQuantity& quantity) {
  const auto first_of = [&](std::span<const FieldLabel> labels) -> std::optional<Field> {
    for (const FieldLabel& label : labels)
      if (const auto field = field_of(label, quantity.quantity)) return field;
    return std::nullopt;
  };
  const Tokens label = label_before(sentence, quantity);
  if (label.first != label.end) {
    own_labels_.clear();
    read_label(label, false, own_labels_);
    auto field = first_of(own_labels_);
    if (field) field->confidence = stated;
    if (field || reading_->view(reading_->text.tokens[label.end].text) == ":") return field;
  }
  const std::uint32_t first = reading_->text.sentences[sentence].first_token;
  if (!is_value(first, quantity)) return std::nullopt;
  const Above above = labels_above(sentence);
  auto field = first_of(above.near);
  if (!field) field = first_of(above.far);
  if (field) field->of_case = case_of_cell(sentence);
  return field;
}

// "Grafts | Sessions": a row that does not tell of another treatment tells of another case, which
// no other table knows. Digest of the head of a cell's row or column that is neither its label nor
// the name of its subject; 0 = none.
std::uint64_t Extractor::case_of_cell(std::uint32_t sentence) const {
  const std::uint32_t cell = reading_->text.sentences[sentence].block;
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  if (!prose::has(blocks[cell].scopes, prose::Scope::table)) return 0;
  const std::uint32_t row = subjects_.row_head(cell);
  const bool only_cell =
      row + 1 == cell && (cell + 1 == blocks.size() || blocks[cell + 1].starts_item ||
                          blocks[cell + 1].group != blocks[cell].group);
  std::uint64_t digest = 0;
  for (const std::uint32_t head : {row, blocks[cell].table_header}) {
    if (head == prose::no_block || head >= cell || subjects_.names_any(head) ||
        !labels_of(reading_->text.block_first_sentence[head]).empty())
      continue;
    if (head != row && only_cell) continue;  // "Detail"
    digest = (digest * 31) + base::hash64(reading_->view(blocks[head].text)) + blocks[cell].group;
  }
  return digest;
}

// "Downtime: 2 days", "Treatment time – 30 min": the words before the mark, of which the figure is
// the value; none where no such mark stands before it.
Extractor::Tokens Extractor::label_before(std::uint32_t sentence,
                                          const FoundQuantity& quantity) const {
  const std::uint32_t begin = reading_->text.sentences[sentence].first_token;
  std::uint32_t colon = quantity.first_token;
  const auto is_mark = [&](std::uint32_t token) {
    return reading_->text.tokens[token].kind == sentences::TokenKind::mark;
  };
  while (colon > begin && !is_mark(colon - 1)) --colon;
  if (colon == begin) return {};
  const sentences::Token& mark = reading_->text.tokens[--colon];
  const std::string_view text = reading_->view(mark.text);
  const bool loose = text == "," || text == "(";  // "Results, up to six months"
  const bool divides = text == ":" || text == "=" || loose ||
                       ((text == "-" || text == "\u2013" || text == "\u2014") && mark.space_before);
  if (!divides || !is_value(colon + 1, quantity)) return {};
  std::uint32_t first = colon;
  while (first > begin &&
         (!is_mark(first - 1) || reading_->view(reading_->text.tokens[first - 1].text) == "-"))
    --first;
  if (loose && first != begin) return {};
  return {first, colon};
}

// What a field holds is said of the subject, in the words of its value.
Assertion Extractor::labelled(std::uint32_t sentence, Span words, const Subject& subject,
                              std::uint64_t of_case) {
  Assertion made;
  made.sentence = reading_->text.sentences[sentence].text;
  made.words = made.meaning = words;
  made.origin = subject.origin;
  made.subject = subject.text;
  made.claim.subject = subject.meaning;
  made.claim.subject_confidence = subject.confidence;
  made.claim.likelihood = said_so;
  made.claim.conditional = of_case != 0;
  made.claim.condition = of_case;
  say_how(words, {}, made);
  if (made.claim.force == Force::advice) made.claim.force = Force::statement;
  return made;
}

// Whether a figure is told by the label of its field, and if so what it says.
bool Extractor::add_labelled(const Mention& unnamed, const context::Clause& clause,
                             const FoundQuantity& quantity, std::vector<Assertion>& assertions) {
  if (field_labels_.empty() && finds_.labels.empty() && finds_.mentions.empty()) return false;
  const auto is_second = [&](const FoundQuantity& other) {
    return other.quantity.measure == quantity.quantity.measure && other.text != quantity.text &&
           !is_barred(other.text, quantity.text) && !is_barred(quantity.text, other.text);
  };
  if (std::ranges::any_of(finds_.quantities, is_second)) return false;
  const auto field = field_with(unnamed.sentence, quantity);
  if (!field) return false;
  const Subject subject = subjects_.of(unnamed, clause, finds_.mentions);
  if (subject.meaning == knowledge::none) return false;
  Assertion plain = labelled(unnamed.sentence, quantity.text, subject, field->of_case);
  plain.claim.meaning = field->meaning;
  set_condition(unnamed, clause.text, plain);
  Assertion made = measured(unnamed, clause, plain, field->frame, quantity, nullptr);
  made.claim.frame_confidence = field->confidence;
  assertions.push_back(std::move(made));
  return true;
}

// Whether a sentence is nothing but how much there is of something, or how often: "None",
// "Minimal", "Rare".
std::optional<Extractor::Amount> Extractor::amount_in(std::uint32_t sentence) const {
  static constexpr std::uint32_t most_words = 3;
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  std::uint32_t end = place.end_token;
  while (end > place.first_token &&
         reading_->text.tokens[end - 1].kind == sentences::TokenKind::mark)
    --end;
  if (end == place.first_token || end - place.first_token > most_words) return std::nullopt;
  const Span words{reading_->text.tokens[place.first_token].text.begin,
                   reading_->text.tokens[end - 1].text.end};
  // "None", "Not required"
  if (lexicon::has(parts_of(place.first_token), PartOfSpeech::negator) &&
      (end - place.first_token == 1 ||
       (end - place.first_token == 2 && lexicon::has(parts_of(end - 1), PartOfSpeech::participle))))
    return Amount{.words = words};
  for (const Found& found : finds_.bands) {
    const knowledge::Band& band = knowledge_->bands[found.id];
    if (found.first_token != place.first_token || found.end_token != end) continue;
    if (band.of == knowledge::Band::Of::degree) return Amount{.words = words, .degree = band.range};
    if (band.of != knowledge::Band::Of::likelihood) continue;
    return band.range.high == 0 ? Amount{.words = words}
                                : Amount{.words = words, .likelihood = band.range};
  }
  return std::nullopt;
}

// "Contains sugar | No": whether the one cell beside the head of a row denies what that says.
bool Extractor::is_answered_no(std::uint32_t sentence) const {
  static constexpr std::array<std::string_view, 11> denials = {
      "No", "no", "NO", "None", "none", "Never", "–", "—", "-", "✗", "✘"};
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  const std::uint32_t head = reading_->text.sentences[sentence].block;
  const std::uint32_t answer = head + 1;
  if (!prose::has(blocks[head].scopes, prose::Scope::table) || !blocks[head].starts_item ||
      answer >= blocks.size() || blocks[answer].group != blocks[head].group ||
      blocks[answer].starts_item)
    return false;
  const bool has_more = answer + 1 < blocks.size() && !blocks[answer + 1].starts_item &&
                        blocks[answer + 1].group == blocks[head].group;
  return !has_more &&
         std::ranges::find(denials, reading_->view(blocks[answer].text)) != denials.end();
}

// "Downtime | None", "Recovery time" above "Minimal": how much there is of what the label names.
void Extractor::add_amount(std::uint32_t sentence, std::vector<Assertion>& assertions) {
  if (!finds_.mentions.empty() || !finds_.quantities.empty()) return;
  const auto amount = amount_in(sentence);
  if (!amount) return;
  const Above above = labels_above(sentence);
  for (const std::span<const FieldLabel> labels : {above.near, above.far})
    for (const FieldLabel& label : labels) {
      if (label.cue != FieldLabel::no_cue ||
          reading_->text.sentences[label.sentence].ending == sentences::Ending::question)
        continue;
      const FrameId frame = default_frames_[knowledge_->concept_of(label.meaning).type];
      if (frame == knowledge::none) continue;
      const std::uint32_t first = reading_->text.sentences[sentence].first_token;
      const Mention unnamed{.sentence = sentence,
                            .first_token = first,
                            .end_token = first,
                            .text = {amount->words.begin, amount->words.begin}};
      const Subject subject = subjects_.of(unnamed, clause_of(unnamed), finds_.mentions);
      if (subject.meaning == knowledge::none) return;
      Assertion made = labelled(sentence, amount->words, subject, case_of_cell(sentence));
      made.claim.meaning = label.meaning;
      made.claim.frame = frame;
      made.claim.frame_confidence = sure;
      made.claim.degree = amount->degree;
      made.claim.denied = !amount->degree && !amount->likelihood;
      if (made.claim.denied)
        made.claim.likelihood = {0, 0};
      else if (amount->likelihood)
        made.claim.likelihood = *amount->likelihood;
      (made.claim.denied    ? made.polarity_cue
       : amount->likelihood ? made.likelihood_cue
                            : made.degree_cue) = amount->words;
      assertions.push_back(std::move(made));
      return;
    }
}

}  // namespace linter::assertions
