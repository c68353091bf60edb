// Fields: a label, and beside or below it what is so ("Downtime | 2-3 days", "Sessions: 4 to 6",
// "How long does it last?" "About a year.").
#include <algorithm>
#include <cmath>

#include "linter/assertions/extract.h"
#include "linter/assertions/measuring.h"
#include "linter/base/hash.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;

namespace {

constexpr std::uint32_t longest_label = 8;  // tokens
constexpr std::uint32_t longest_question = 18;
constexpr std::uint32_t before_figure = 4;  // tokens between a label and its figure
constexpr std::uint32_t no_cue = UINT32_MAX;

constexpr lexicon::PosMask small_words = (PartOfSpeech::determiner | PartOfSpeech::preposition) |
                                         (PartOfSpeech::pronoun | PartOfSpeech::conjunction);

// Whether the figure lies in what a label takes.
bool lies_in(const std::optional<Interval>& range, const Interval& figure) {
  if (!range) return true;
  const double high = std::isfinite(figure.high) ? figure.high : figure.low;
  return range->low <= figure.low && high <= range->high;
}

}  // namespace

lexicon::PosMask Extractor::parts_of(std::uint32_t token) const {
  const sentences::Token& one = reading_->text.tokens[token];
  return one.kind == sentences::TokenKind::word ? reading_->lexicon[one.word].parts
                                                : lexicon::PosMask{};
}

// Whether a wording is all that tokens say, but for the name of the subject: "Average treatment
// time", and not "Treatment time in Leeds".
bool Extractor::is_all_of(Tokens label, std::uint32_t first_token, std::uint32_t end_token) const {
  for (std::uint32_t token = label.first; token < label.end; ++token) {
    if (token >= first_token && token < end_token) continue;
    const sentences::Token& one = reading_->text.tokens[token];
    if (one.kind == sentences::TokenKind::mark) continue;
    if (one.kind != sentences::TokenKind::word) return false;
    const auto names_subject = [&](const Mention& mention) {
      const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
      const bool named = meaning.subject ||
                         (meaning.type != knowledge::none && knowledge_->types[meaning.type].part);
      return named && mention.first_token <= token && token < mention.end_token;
    };
    if ((parts_of(token) & small_words) == 0 &&
        std::ranges::none_of(finds_.mentions, names_subject))
      return false;
  }
  return true;
}

// What tokens label: by a label of a frame, else by something that a frame measures.
void Extractor::read_label(Tokens tokens, bool asked, std::vector<FieldLabel>& labels) const {
  const std::size_t from = labels.size();
  const std::uint32_t sentence =
      reading_->text.sentence_at(reading_->text.tokens[tokens.first].text.begin);
  const auto is_label = [&](std::uint32_t first, std::uint32_t end) {
    return first >= tokens.first && end <= tokens.end && (asked || is_all_of(tokens, first, end));
  };
  for (const Found& label : finds_.labels)
    if (is_label(label.first_token, label.end_token))
      labels.push_back({sentence, label.id, knowledge::none});
  if (labels.size() > from) return;
  for (const Mention& mention : finds_.mentions) {
    const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
    if (type != knowledge::none && is_measured_type_[type] && !mention.denies &&
        is_label(mention.first_token, mention.end_token))
      labels.push_back({sentence, no_cue, mention.meaning});
  }
}

// Keeps what a sentence labels that is all of its block, or asks.
void Extractor::note_label(std::uint32_t sentence) {
  if (finds_.labels.empty() && finds_.mentions.empty()) return;
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const bool asked = place.ending == sentences::Ending::question;
  const bool alone = reading_->text.sentences_of_block(place.block).size() == 1;
  const bool labels =
      place.ending == sentences::Ending::none || place.ending == sentences::Ending::colon;
  if (!asked && !(alone && labels)) return;
  if (place.end_token - place.first_token > (asked ? longest_question : longest_label)) return;
  read_label({place.first_token, place.end_token}, asked, field_labels_);
}

std::span<const Extractor::FieldLabel> Extractor::labels_of(std::uint32_t sentence) const {
  const auto found = std::ranges::equal_range(field_labels_, sentence, {}, &FieldLabel::sentence);
  return {found.begin(), found.end()};
}

// The sentences that can label what a sentence opens with: the head of its row or column, or the
// one before it.
Extractor::Above Extractor::labels_above(std::uint32_t sentence) const {
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const prose::Block& block = reading_->article.blocks[place.block];
  const std::uint32_t first = reading_->text.block_first_sentence[place.block];
  if (sentence != first) return {labels_of(sentence - 1), {}};
  if (prose::has(block.scopes, prose::Scope::table)) {
    const auto in_block = [&](std::uint32_t head) -> std::span<const FieldLabel> {
      if (head == prose::no_block || head >= place.block) return {};
      return labels_of(reading_->text.block_first_sentence[head]);
    };
    return {in_block(subjects_.row_head(place.block)), in_block(block.table_header)};
  }
  if (place.block == 0) return {};
  const prose::Block& before = reading_->article.blocks[place.block - 1];
  if (before.group != block.group && !prose::has(before.scopes, prose::Scope::heading)) return {};
  return {first == 0 ? std::span<const FieldLabel>{} : labels_of(first - 1), {}};
}

bool Extractor::has_label_above(std::uint32_t sentence) const {
  const Above above = labels_above(sentence);
  return !above.near.empty() || !above.far.empty();
}

// The frame that a label puts a figure into.
std::optional<Extractor::Field> Extractor::field_of(const FieldLabel& label,
                                                    const Quantity& quantity) const {
  if (label.cue != no_cue) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[label.cue];
    if (!takes(knowledge_->frames[cue.frame], quantity) || !lies_in(cue.range, quantity.range))
      return std::nullopt;
    return Field{cue.frame, knowledge::none};
  }
  const knowledge::TypeId type = knowledge_->concept_of(label.meaning).type;
  for (std::size_t id = 0; id < knowledge_->frames.size(); ++id) {
    const auto frame = static_cast<FrameId>(id);
    const knowledge::Frame& shape = knowledge_->frames[frame];
    if (!shape.of_subject && takes(shape, quantity) && knowledge_->fills(type, frame))
      return Field{frame, label.meaning};
  }
  return std::nullopt;
}

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
    if ((parts_of(token) & (small_words | static_cast<lexicon::PosMask>(PartOfSpeech::adverb))) ==
            0 &&
        !is_cue(token))
      return false;
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
                   : !lexicon::has(next, PartOfSpeech::noun) ||
                         (next &
                          (small_words | static_cast<lexicon::PosMask>(PartOfSpeech::adverb))) != 0;
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
    return field;
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
  const bool divides = text == ":" || text == "=" ||
                       ((text == "-" || text == "\u2013" || text == "\u2014") && mark.space_before);
  if (!divides || !is_value(colon + 1, quantity)) return {};
  std::uint32_t first = colon;
  while (first > begin &&
         (!is_mark(first - 1) || reading_->view(reading_->text.tokens[first - 1].text) == "-"))
    --first;
  return {first, colon};
}

// Whether a figure is told by the label of its field, and if so what it says.
bool Extractor::add_labelled(const Mention& unnamed, const context::Clause& clause,
                             const FoundQuantity& quantity, std::vector<Assertion>& assertions) {
  if (field_labels_.empty() && finds_.labels.empty() && finds_.mentions.empty()) return false;
  const auto of_one_measure = [&](const FoundQuantity& other) {
    return other.quantity.measure == quantity.quantity.measure;
  };
  if (std::ranges::count_if(finds_.quantities, of_one_measure) > 1) return false;
  const auto field = field_with(unnamed.sentence, quantity);
  if (!field) return false;
  const Subject subject = subjects_.of(unnamed, clause, finds_.mentions);
  if (subject.meaning == knowledge::none) return false;
  Assertion plain;
  plain.sentence = reading_->text.sentences[unnamed.sentence].text;
  plain.meaning = quantity.text;
  plain.origin = subject.origin;
  plain.subject = subject.text;
  plain.claim.subject = subject.meaning;
  plain.claim.meaning = field->meaning;
  plain.claim.subject_confidence = subject.confidence;
  plain.claim.likelihood = said_so;
  say_how(quantity.text, {}, plain);
  if (plain.claim.force == Force::advice) plain.claim.force = Force::statement;
  set_condition(unnamed, clause.text, plain);
  if (field->of_case != 0) {
    plain.claim.conditional = true;
    plain.claim.condition = field->of_case;
  }
  Assertion made = measured(unnamed, clause, plain, field->frame, quantity, nullptr);
  made.claim.frame_confidence = field->confidence;
  assertions.push_back(std::move(made));
  return true;
}

}  // namespace linter::assertions
