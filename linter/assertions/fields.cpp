// Fields: a label, and beside or below it what is so ("Downtime | 2-3 days", "Sessions: 4 to 6",
// "How long does it last?" "About a year.").
#include <algorithm>
#include <cmath>

#include "linter/assertions/extract.h"
#include "linter/assertions/measuring.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;

namespace {

constexpr std::uint32_t longest_label = 8;  // tokens
constexpr std::uint32_t longest_question = 18;

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
  const auto read_measured = [&] {
    for (const Mention& mention : finds_.mentions) {
      const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
      if (type != knowledge::none && is_measured_type_[type] && !mention.denies &&
          is_label(mention.first_token, mention.end_token))
        labels.push_back({sentence, FieldLabel::no_cue, mention.meaning});
    }
  };
  // "How long does the redness last?": it does, and not what the article is about
  if (asked) read_measured();
  for (const Found& label : finds_.labels)
    if (is_label(label.first_token, label.end_token))
      labels.push_back({sentence, label.id, knowledge::none});
  if (labels.size() == from) read_measured();
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

// "Swelling: rare", "Pain after a session – mild at most": how often or how strong stands behind
// the mark, and nothing else. Empty where it does not.
Span Extractor::value_behind(const Mention& mention) const {
  static constexpr std::uint32_t longest_opening = 2;  // tokens before the mention
  static constexpr std::uint32_t longest_rest = 4;     // tokens between it and the mark
  static constexpr std::uint32_t longest_value = 12;   // tokens behind the mark
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  if (mention.first_token > sentence.first_token + longest_opening) return {};
  const auto text = [&](std::uint32_t token) {
    return reading_->view(reading_->text.tokens[token].text);
  };
  const auto is_mark = [&](std::uint32_t token) {
    return text(token) == ":" || text(token) == "–" || text(token) == "—";
  };
  std::uint32_t mark = mention.end_token;
  while (mark < sentence.end_token && mark - mention.end_token <= longest_rest && !is_mark(mark)) {
    if (lexicon::has(parts_of(mark), PartOfSpeech::finite_verb) &&
        !lexicon::has(parts_of(mark), PartOfSpeech::noun))
      return {};
    ++mark;
  }
  if (mark + 1 >= sentence.end_token || !is_mark(mark)) return {};
  const auto says_how = [&](std::uint32_t token) {
    return std::ranges::any_of(finds_.bands, [&](const Found& band) {
      const knowledge::Band::Of of = knowledge_->bands[band.id].of;
      return (of == knowledge::Band::Of::degree || of == knowledge::Band::Of::likelihood) &&
             band.first_token <= token && token < band.end_token;
    });
  };
  constexpr lexicon::PosMask linking = small_words | (PartOfSpeech::adverb | PartOfSpeech::number);
  bool said = false;
  std::uint32_t end = mark + 1;
  for (; end < sentence.end_token && reading_->text.tokens[end].kind == sentences::TokenKind::word;
       ++end) {
    if (end - mark > longest_value) return {};
    if (says_how(end)) {
      said = true;
    } else if ((parts_of(end) & linking) == 0) {
      return {};
    }
  }
  if (!said) return {};
  return {reading_->text.tokens[mark + 1].text.begin, reading_->text.tokens[end - 1].text.end};
}

// The frame that a label puts a figure into.
std::optional<Extractor::Field> Extractor::field_of(const FieldLabel& label,
                                                    const Quantity& quantity) const {
  if (label.cue != FieldLabel::no_cue) {
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

}  // namespace linter::assertions
