// Figures of a subject that their sentence does not name.
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/assertions/measuring.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;

// The cue beside a quantity of what is the subject's.
const Found* Extractor::subject_cue(const FoundQuantity& quantity, Span clause) const {
  for (const Found& found : finds_.cues) {
    const knowledge::Frame& frame = knowledge_->frames[knowledge_->frame_cues[found.id].frame];
    if (!frame.of_subject || !takes(frame, quantity.quantity) || !clause.overlaps(found.text) ||
        shape_.is_adjective(found))
      continue;
    const bool after = quantity.end_token <= found.first_token;
    const std::uint32_t apart =
        found.text.overlaps(quantity.text) ? 0
        : after
            ? shape_.distance(quantity.end_token, found.first_token, reach_of_measuring_cue + 1)
            : shape_.distance(found.end_token, quantity.first_token, reach_of_measuring_cue + 1);
    if (apart <= reach_of_measuring_cue) return &found;
  }
  return nullptr;
}

// "It's done in an hour", "They'll last a year": a pronoun that holds its verb.
bool Extractor::is_contracted(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 5> words = {"it's", "it'll", "they're", "they'll",
                                                            "that's"};
  std::string word = base::lower(reading_->view(reading_->text.tokens[token].text));
  if (const std::size_t curly = word.find("\u2019"); curly != std::string::npos)
    word.replace(curly, std::string_view("\u2019").size(), "'");
  return base::is_one_of(word, words);
}

// Whether the clause speaks of the subject by a pronoun ("It lasts six months"): nothing else that
// the pronoun could mean stands in the sentence before.
bool Extractor::stands_for_subject(const context::Clause& clause, std::uint32_t sentence) const {
  if (clause.subject.empty()) return false;
  const sentences::Token& head =
      reading_->text.tokens[reading_->text.token_at(clause.subject.begin)];
  if (head.kind != sentences::TokenKind::word ||
      (!lexicon::has(reading_->lexicon[head.word].parts, lexicon::PartOfSpeech::pronoun) &&
       !is_contracted(reading_->text.token_at(clause.subject.begin))))
    return false;
  // "a process that lasts three weeks"
  if (lexicon::has(reading_->lexicon[head.word].parts, lexicon::PartOfSpeech::relative) &&
      reading_->text.sentences[sentence].text.begin < clause.subject.begin)
    return false;
  return !follows_another(sentence);
}

// Whether the sentence before, in the same block, speaks of more than the subject.
bool Extractor::follows_another(std::uint32_t sentence) const {
  return last_other_ != no_sentence && sentence == last_other_ + 1 &&
         reading_->text.sentences[last_other_].block == reading_->text.sentences[sentence].block;
}

// Whether some cue at the token says how things are even where it advises ("Expect").
bool Extractor::states_by(std::uint32_t token) const {
  return std::ranges::any_of(finds_.cues, [&](const Found& cue) {
    return cue.first_token == token && knowledge_->frame_cues[cue.id].states;
  });
}

// "Allow an hour", "Plan two days": how long to reckon with.
bool Extractor::plans(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 5> words = {"expect", "allow", "plan", "reckon",
                                                            "budget"};
  return base::is_one_of(base::lower(reading_->view(reading_->text.tokens[token].text)), words);
}

// "Lasts two years.", "Good for 3 to 5 years", "Usually done in an hour", "A half-hour session": a
// sentence without a subject of its own, which is neither advice nor the name of something else.
bool Extractor::opens_with(const Found& cue, const FoundQuantity& quantity,
                           const context::Clause& clause, std::uint32_t sentence) const {
  static constexpr std::uint32_t most_before = 3;
  constexpr lexicon::PosMask before = (PartOfSpeech::determiner | PartOfSpeech::preposition) |
                                      (PartOfSpeech::adverb | PartOfSpeech::modal) |
                                      (PartOfSpeech::auxiliary | PartOfSpeech::pronoun);
  // "Age 34, Leeds" is somebody's
  const std::uint32_t first = reading_->text.sentences[sentence].first_token;
  // "Replace them after 300 km"
  const bool orders = cue.first_token == first &&
                      lexicon::has(parts_of(first), PartOfSpeech::base_form) &&
                      knowledge_->frames[knowledge_->frame_cues[cue.id].frame].advice_states;
  if (quantity.quantity.measure != knowledge::Measure::time &&
      quantity.quantity.measure != knowledge::Measure::count && !orders)
    return false;
  const std::uint32_t begin = std::min(cue.first_token, quantity.first_token);
  if (!clause.subject.empty() || begin > first + most_before || follows_another(sentence))
    return false;
  // "Expect it to last a year", "Leave at least eight weeks in between": advice that says how it is
  const bool advises =
      lexicon::has(parts_of(first), PartOfSpeech::base_form) &&
      (plans(first) || states_by(first) ||
       knowledge_->frames[knowledge_->frame_cues[cue.id].frame].advice_states);
  std::uint32_t next = advises ? first + 1 : first;
  // "Expect to spend two hours on the set-up"
  if (advises && reading_->view(reading_->text.tokens[next].text) == "to") next += 2;
  for (std::uint32_t token = next; token < begin; ++token)
    if ((parts_of(token) & before) == 0 && !is_contracted(token)) return false;
  // "Last two weeks" names a time, "Last two to three weeks" says how long they last
  const lexicon::PosMask head = parts_of(cue.first_token);
  if (lexicon::has(head, PartOfSpeech::base_form) && lexicon::has(head, PartOfSpeech::adjective) &&
      begin == first && quantity.quantity.range.low == quantity.quantity.range.high)
    return false;
  // "Allow 24 hours before wearing make-up": advice on something else
  const std::uint32_t behind = std::max(cue.end_token, quantity.end_token);
  if (knowledge_->frame_cues[cue.id].states &&
      behind < reading_->text.sentences[sentence].end_token &&
      (parts_of(behind) & (PartOfSpeech::subordinator | PartOfSpeech::preposition)) != 0 &&
      !is_for(behind))
    return false;
  std::uint32_t apart = 0;
  for (std::uint32_t token = cue.end_token; token < quantity.first_token; ++token)
    if (!is_of_recurrence(token, cue)) ++apart;
  for (std::uint32_t token = quantity.end_token; token < cue.first_token; ++token)
    if (!lexicon::has(parts_of(token), PartOfSpeech::determiner)) ++apart;
  return apart <= 1;
}

// "Replace it every five years": what a verb is done to, and the word of how often.
bool Extractor::is_of_recurrence(std::uint32_t token, const Found& cue) const {
  const std::string_view word = reading_->view(reading_->text.tokens[token].text);
  return word == "every" ||
         (token == cue.end_token && lexicon::has(parts_of(token), PartOfSpeech::pronoun));
}

// "How long does it last?" "Anywhere from 12 to 18 months.": the cue of a question above that the
// first words below answer.
const knowledge::FrameCue* Extractor::answered_cue(std::uint32_t sentence,
                                                   const FoundQuantity& quantity) const {
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const bool opens = sentence == 0 || reading_->text.sentences[sentence - 1].block != place.block;
  const std::uint32_t above = reading_->article.blocks[place.block].heading;
  static constexpr std::uint32_t first_words = 4;
  if (!opens || quantity.first_token - place.first_token > first_words) return nullptr;
  const std::uint32_t asked = above != prose::no_block && above + 1 == place.block
                                  ? above
                                  : (place.block == 0 ? prose::no_block : place.block - 1);
  for (auto found = std::ranges::lower_bound(block_cues_, asked, {}, &BlockCue::block);
       found != block_cues_.end() && found->block == asked; ++found) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[found->cue];
    const knowledge::Frame& frame = knowledge_->frames[cue.frame];
    if (!cue.label && frame.of_subject && takes(frame, quantity.quantity)) return &cue;
  }
  return nullptr;
}

// "We take 20 ml of blood", "It takes 12 needles", but "You need three": of what there are so many.
bool Extractor::counts_a_thing(const FoundQuantity& quantity) const {
  constexpr lexicon::PosMask names = PartOfSpeech::noun | PartOfSpeech::adjective;
  constexpr lexicon::PosMask small =
      (PartOfSpeech::preposition | PartOfSpeech::conjunction) |
      (PartOfSpeech::auxiliary | PartOfSpeech::modal) |
      (PartOfSpeech::adverb | PartOfSpeech::pronoun) |
      (PartOfSpeech::determiner | PartOfSpeech::subordinator);
  const std::uint32_t next = quantity.end_token;
  if (quantity.quantity.measure != knowledge::Measure::count ||
      next >= reading_->text.sentences[reading_->text.sentence_at(quantity.text.begin)].end_token ||
      reading_->text.tokens[next].kind != sentences::TokenKind::word)
    return false;
  const auto is_session = [&](const Mention& other) {
    const std::string_view type = knowledge_->types[knowledge_->concept_of(other.meaning).type].name;
    const bool holds_it = other.first_token <= next && next < other.end_token;
    return holds_it && (other.first_token < next || type == "session" || type == "course");
  };
  if (std::ranges::any_of(finds_.mentions, is_session)) return false;
  const lexicon::PosMask parts = parts_of(next);
  return parts == 0 || ((parts & names) != 0 && (parts & small) == 0);
}

// What is measured of a subject that the sentence does not name.
void Extractor::add_unnamed(std::uint32_t sentence, std::size_t from,
                            std::vector<Assertion>& assertions) {
  for (const FoundQuantity& quantity : finds_.quantities) {
    const auto is_used = [&](const Assertion& one) { return one.quantity == quantity.text; };
    if (std::any_of(assertions.begin() + static_cast<std::ptrdiff_t>(from), assertions.end(),
                    is_used))
      continue;
    Mention unnamed{.sentence = sentence,
                    .first_token = quantity.first_token,
                    .end_token = quantity.first_token,
                    .text = {quantity.text.begin, quantity.text.begin}};
    if (is_a_year(quantity) || counts_a_thing(quantity) ||
        (quantity.quantity.measure == knowledge::Measure::age && is_of_neighbour(quantity)))
      continue;
    const context::Clause clause = clause_of(unnamed);
    if (add_labelled(unnamed, clause, quantity, assertions)) continue;
    const Found* cue = subject_cue(quantity, clause.text);
    if (cue == nullptr && clause.verb.empty()) {
      add_answer(unnamed, clause, quantity, assertions);
      continue;
    }
    if (cue == nullptr) continue;
    // "The minimum deposit is £10": the cue names it
    const bool named = !clause.subject.empty() &&
                       (cue->text.contains(clause.subject) || names_with_noun(*cue, clause));
    const bool bare = !named && !stands_for_subject(clause, sentence);
    if (bare && !opens_with(*cue, quantity, clause, sentence)) continue;
    const Subject subject = subjects_.of(unnamed, clause, finds_.mentions);
    if (subject.meaning == knowledge::none) continue;
    // "You may see bumps right after": when they show, not the result
    const auto has_object = [&](const Mention& other) {
      const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
      return other.first_token >= cue->end_token && other.end_token <= quantity.first_token &&
             !meaning.subject && !knowledge_->types[meaning.type].part;
    };
    if (std::ranges::any_of(finds_.mentions, has_object)) continue;
    Assertion plain;
    plain.sentence = reading_->text.sentences[sentence].text;
    plain.meaning = bare ? cue->text : clause.subject;
    plain.origin = subject.origin;
    plain.subject = subject.text;
    plain.claim.subject = subject.meaning;
    plain.claim.subject_confidence = subject.confidence;
    plain.claim.likelihood = said_so;
    say_how(cue->text, cue->text, plain);
    const bool states = knowledge_->frame_cues[cue->id].states ||
                        knowledge_->frames[knowledge_->frame_cues[cue->id].frame].advice_states ||
                        states_by(reading_->text.sentences[sentence].first_token) ||
                        plans(reading_->text.sentences[sentence].first_token);
    if (bare && plain.claim.force != Force::statement) {
      if (!states || plain.claim.force != Force::advice) continue;
      plain.claim.force = Force::statement;
    }
    if (is_of_one_person(clause)) plain.claim.voice = Voice::person;
    if (is_negated(cue->text, cue->text)) continue;
    if (clause.subject.empty()) {
      unnamed.first_token = unnamed.end_token = std::min(cue->first_token, quantity.first_token);
      unnamed.text.begin = unnamed.text.end = reading_->text.tokens[unnamed.first_token].text.begin;
    } else {
      unnamed.text = clause.subject;
      unnamed.first_token = reading_->text.token_at(clause.subject.begin);
      unnamed.end_token = unnamed.first_token + 1;
    }
    set_site(unnamed, clause.text, plain);
    set_condition(unnamed, clause.text, plain);
    assertions.push_back(
        measured(unnamed, clause, plain, knowledge_->frame_cues[cue->id].frame, quantity, cue));
  }
}

// "The notice period is a month": the cue and a noun behind it.
bool Extractor::names_with_noun(const Found& cue, const context::Clause& clause) const {
  return cue.first_token > 0 && reading_->text.token_at(clause.subject.begin) == cue.end_token &&
         lexicon::has(parts_of(cue.first_token - 1), PartOfSpeech::determiner) &&
         lexicon::has(parts_of(cue.end_token), PartOfSpeech::noun);
}

void Extractor::add_answer(const Mention& unnamed, const context::Clause& clause,
                           const FoundQuantity& quantity, std::vector<Assertion>& assertions) {
  const knowledge::FrameCue* cue = answered_cue(unnamed.sentence, quantity);
  if (cue == nullptr) return;
  const Subject subject = subjects_.of(unnamed, clause, {});
  if (subject.meaning == knowledge::none) return;
  Assertion plain;
  plain.sentence = reading_->text.sentences[unnamed.sentence].text;
  plain.meaning = quantity.text;
  plain.origin = subject.origin;
  plain.subject = subject.text;
  plain.claim.subject = subject.meaning;
  plain.claim.subject_confidence = subject.confidence;
  plain.claim.likelihood = said_so;
  say_how(quantity.text, {}, plain);
  set_condition(unnamed, clause.text, plain);
  assertions.push_back(measured(unnamed, clause, plain, cue->frame, quantity, nullptr));
}

}  // namespace linter::assertions
