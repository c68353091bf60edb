// From quantities to assertions: how long, how often, how much.
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/assertions/measuring.h"
#include "linter/base/hash.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

namespace {

constexpr std::uint32_t reach_of_quantity = 4;  // tokens between it and what it measures

}  // namespace

bool takes(const knowledge::Frame& frame, const Quantity& quantity) {
  if (frame.measure != quantity.measure) return false;
  // "Most clients are aged 30 to 55" says nothing of who may come.
  if (quantity.measure == knowledge::Measure::age && !quantity.bound &&
      quantity.range.low < quantity.range.high && std::isfinite(quantity.range.high))
    return false;
  if (!frame.range) return true;
  using knowledge::Bound;
  const bool below = quantity.bound == Bound::maximum || quantity.bound == Bound::within;
  const double low = below ? quantity.range.high : quantity.range.low;
  const double high = std::isfinite(quantity.range.high) ? quantity.range.high : low;
  return frame.range->low <= low && high <= frame.range->high;
}

// The cue that says what a quantity measures: the nearest one beside it, of any measured frame.
const Found* Extractor::measuring_cue(const FoundQuantity& quantity, knowledge::TypeId type,
                                      Span clause) const {
  const Found* best = nullptr;
  std::uint32_t best_distance = reach_of_measuring_cue + 1;
  for (const Found& found : finds_.cues) {
    const FrameId frame = knowledge_->frame_cues[found.id].frame;
    if (!takes(knowledge_->frames[frame], quantity.quantity) || !knowledge_->fills(type, frame) ||
        !clause.overlaps(found.text) || shape_.is_adjective(found) ||
        (quantity.quantity.measure == knowledge::Measure::time &&
         !knowledge_->frames[frame].of_subject && is_of_onset(found)))
      continue;
    // "effects lasting up to two years" are all that it has
    const bool of_all = knowledge_->types[type].part && knowledge_->frames[frame].of_subject;
    if (shape_.describes(found) && !(of_all && shape_.is_plural(found.first_token - 1))) continue;
    const bool after = quantity.end_token <= found.first_token;
    // "A single session can take hours" counts no sessions
    const knowledge::Side side = knowledge_->frame_cues[found.id].object;
    if (quantity.quantity.measure == knowledge::Measure::count &&
        (after ? side == knowledge::Side::after : side == knowledge::Side::before) &&
        !found.text.overlaps(quantity.text))
      continue;
    const std::uint32_t apart =
        found.text.overlaps(quantity.text) ? 0
        : after ? shape_.distance(quantity.end_token, found.first_token, best_distance)
                : shape_.distance(found.end_token, quantity.first_token, best_distance);
    if (apart >= best_distance || belongs_to_another(found, quantity, apart)) continue;
    best_distance = apart;
    best = &found;
  }
  return best;
}

// "spaced six weeks apart, totalling a year": a nearer quantity of its kind has the cue.
bool Extractor::belongs_to_another(const Found& cue, const FoundQuantity& quantity,
                                   std::uint32_t apart) const {
  return std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& other) {
    if (other.text == quantity.text || other.quantity.measure != quantity.quantity.measure)
      return false;
    if (cue.text.overlaps(other.text)) return apart > 0;
    const std::uint32_t there =
        other.end_token <= cue.first_token
            ? shape_.distance(other.end_token, cue.first_token, reach_of_quantity)
            : shape_.distance(cue.end_token, other.first_token, reach_of_quantity);
    // "full at two weeks, and last six months"
    const bool touches = other.first_token == cue.end_token && quantity.end_token < cue.first_token;
    return there < apart || (touches && quantity.end_token != cue.first_token);
  });
}

// "it stings, with a few days of tenderness": how much of another thing there is.
bool Extractor::is_amount_of_another(const Mention& mention, const FoundQuantity& quantity) const {
  static constexpr std::uint32_t reach = 3;
  if (quantity.end_token >= reading_->text.tokens.size() ||
      reading_->view(reading_->text.tokens[quantity.end_token].text) != "of")
    return false;
  return std::ranges::any_of(finds_.mentions, [&](const Mention& other) {
    return other.text != mention.text && other.first_token > quantity.end_token &&
           other.first_token <= quantity.end_token + reach &&
           !knowledge_->concept_of(other.meaning).subject;
  });
}

// "You may see bumps straight away": when the bumps show.
bool Extractor::is_of_object(const Mention& mention, const FoundQuantity& quantity,
                             const Found& cue) const {
  if (!knowledge_->frames[knowledge_->frame_cues[cue.id].frame].of_subject) return false;
  return std::ranges::any_of(finds_.mentions, [&](const Mention& other) {
    const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
    return other.text != mention.text && other.first_token >= cue.end_token &&
           other.end_token <= quantity.first_token && !meaning.subject &&
           !knowledge_->types[meaning.type].part && knowledge_->types[meaning.type].in_frames &&
           meaning.type != population_type_;
  });
}

// "side effects such as a headache that lasts for a day": the headache does.
bool Extractor::is_of_nearer_kind(const Mention& mention, std::uint32_t first_token) const {
  return std::ranges::any_of(finds_.mentions, [&](const Mention& other) {
    return other.first_token >= mention.end_token && other.end_token <= first_token &&
           other.meaning != mention.meaning && knowledge_->is_a(other.meaning, mention.meaning);
  });
}

// "The results need a visit every six months": how often it comes round, and not how long it takes.
bool Extractor::is_round(const FoundQuantity& quantity, const Found& cue) const {
  const knowledge::Frame& frame = knowledge_->frames[knowledge_->frame_cues[cue.id].frame];
  if (!frame.of_subject || quantity.quantity.measure != knowledge::Measure::time ||
      quantity.first_token == 0 || reading_->view(cue.text).contains("every"))
    return false;
  if (reading_->view(reading_->text.tokens[quantity.first_token - 1].text) != "every") return false;
  // "Replace it every five years": as long does it last
  const bool told = knowledge_->frame_cues[cue.id].states || frame.advice_states;
  for (std::uint32_t token = cue.end_token; token < quantity.first_token; ++token)
    if (!is_of_recurrence(token, cue)) return true;
  return !told || !is_verb(cue);
}

bool Extractor::is_verb(const Found& cue) const {
  const sentences::Token& head = reading_->text.tokens[cue.first_token];
  return head.kind == sentences::TokenKind::word &&
         lexicon::has(reading_->lexicon[head.word].parts, lexicon::PartOfSpeech::verb);
}

// "Allow an hour for the session": the preposition leads from a figure to what it is of.
bool Extractor::is_for(std::uint32_t token) const {
  return token < reading_->text.tokens.size() &&
         reading_->view(reading_->text.tokens[token].text) == "for";
}

// Whether a quantity, with the cue beside it, speaks of the mention: the mention is what the clause
// is about, or stands next to them.
bool Extractor::is_measured(const Mention& mention, const context::Clause& clause,
                            const FoundQuantity& quantity, const Found* cue) const {
  if (is_barred(mention.text, quantity.text) || is_barred(quantity.text, mention.text))
    return false;
  std::uint32_t first = quantity.first_token;
  std::uint32_t end = quantity.end_token;
  if (cue != nullptr) {
    first = std::min(first, cue->first_token);
    end = std::max(end, cue->end_token);
  }
  if (cue != nullptr &&
      (is_of_object(mention, quantity, *cue) ||
       (knowledge_->concept_of(mention.meaning).subject && is_round(quantity, *cue))))
    return false;
  if (is_of_nearer_kind(mention, first)) return false;
  // "Wear a hat every day after the peel"
  if (quantity.quantity.measure == knowledge::Measure::frequency && end < mention.first_token &&
      lexicon::has(parts_of(end), lexicon::PartOfSpeech::preposition) && !is_for(end))
    return false;
  // "Allow 24 hours after shaving": what to do, not how long that takes
  if (cue != nullptr && end < mention.first_token && knowledge_->frame_cues[cue->id].states &&
      !is_for(end) && shape_.has_preposition(end, mention.first_token))
    return false;
  if (end <= mention.first_token)  // "lasts an hour, and redness ..." is of something else
    return !shape_.is_joining(end) &&
           shape_.distance(end, mention.first_token, reach_of_quantity) < reach_of_quantity &&
           shape_.leads_to(is_for(end) && cue != nullptr ? end + 1 : end, mention);
  if (first < mention.end_token) return true;
  if (is_amount_of_another(mention, quantity)) return false;
  if (shape_.is_broken(mention.end_token, first)) return false;
  if (shape_.distance(mention.end_token, first, reach_of_quantity) < reach_of_quantity) return true;
  return !clause.verb.empty() && !shape_.is_in_next_predicate(mention, first) &&
         is_predicated(mention, clause);
}

// Whether the sentence has already said it: in this frame of the mention, or of another part of the
// same subject with the same quantity.
bool Extractor::is_said(const Assertion& made, std::size_t from,
                        const std::vector<Assertion>& assertions) const {
  const bool of_subject = knowledge_->frames[made.claim.frame].of_subject;
  for (std::size_t at = assertions.size(); at-- > 0;) {
    const Assertion& other = assertions[at];
    if (other.sentence != made.sentence) return false;
    if (other.claim.frame != made.claim.frame) continue;
    if (at >= from || (of_subject && other.quantity == made.quantity)) return true;
  }
  return false;
}

// "does not last more than six years", "never exceeds 50 km/h": a denied minimum is a maximum.
FoundQuantity Extractor::turned(FoundQuantity found, const Found* cue) {
  if (found.turned || found.quantity.bound != knowledge::Bound::minimum) return found;
  if (!is_rarely_so(found) &&
      !is_negated(found.text, joined(found.text, cue == nullptr ? Span{} : cue->text)))
    return found;
  // "not more than three" is read as fewer than four
  const bool counts = found.quantity.measure == knowledge::Measure::count;
  found.quantity.bound = knowledge::Bound::maximum;
  found.quantity.range = {0, found.quantity.range.low - (counts && is_rarely_so(found) ? 1 : 0)};
  found.turned = true;
  return found;
}

// "It rarely takes more than three sessions", "Few people need more than two"
bool Extractor::is_rarely_so(const FoundQuantity& found) const {
  constexpr double rare = 0.1;
  constexpr std::uint32_t reach = 4;  // tokens
  return std::ranges::any_of(finds_.bands, [&](const Found& one) {
    const knowledge::Band& band = knowledge_->bands[one.id];
    return band.of == knowledge::Band::Of::likelihood && band.range.high > 0 &&
           band.range.high <= rare && one.end_token <= found.first_token &&
           found.first_token - one.end_token <= reach;
  });
}

// "Dogs under 10 kg need 100 g": a figure before the verb tells of whom the one behind it is.
bool Extractor::is_before_figure(const FoundQuantity& found, const Found& cue) const {
  constexpr std::uint32_t reach = 2;  // tokens between a verb and its figure
  if (found.end_token > cue.first_token || !is_verb(cue)) return false;
  for (std::uint32_t token = found.end_token; token < cue.first_token; ++token)
    if (reading_->text.tokens[token].kind == sentences::TokenKind::mark || shape_.is_joining(token))
      return false;
  return std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& other) {
    return other.first_token >= cue.end_token && other.first_token <= cue.end_token + reach &&
           other.quantity.measure == found.quantity.measure;
  });
}

// "Some last six years": no two such figures need to be of the same ones.
bool Extractor::is_of_some(const Mention& mention) const {
  return shape_.is_some_of(mention);
}

// "It rarely lasts two years" says of no case how long.
bool Extractor::is_hardly_ever(const Found& cue) const {
  constexpr double rare = 0.02;
  return std::ranges::any_of(finds_.bands, [&](const Found& found) {
    const knowledge::Band& band = knowledge_->bands[found.id];
    return found.end_token == cue.first_token && band.of == knowledge::Band::Of::likelihood &&
           band.range.high <= rare;
  });
}

// "a touch-up every three months": how often that is, and no other.
bool Extractor::is_inside_another(const Mention& mention, const FoundQuantity& quantity) const {
  return quantity.quantity.measure == knowledge::Measure::frequency &&
         std::ranges::any_of(finds_.mentions, [&](const Mention& other) {
           return other.text != mention.text && other.text.contains(quantity.text);
         });
}

// "Redness settles within 24 hours" says how long beside that there is redness.
void Extractor::add_quantified(const Mention& mention, const context::Clause& clause,
                               const Assertion& plain, std::vector<Assertion>& assertions) {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  const std::size_t from = assertions.size();
  for (const FoundQuantity& found : finds_.quantities) {
    const bool opens = !clause.text.overlaps(found.text);
    if (opens && !leads_into(found, clause) && !opens_clause(found, clause, mention.sentence))
      continue;
    const Found* cue =
        opens ? cue_of_opening(found, mention, clause) : measuring_cue(found, type, clause.text);
    if (opens && cue == nullptr) continue;
    const FoundQuantity quantity = turned(found, cue);
    const bool rarely = quantity.turned && is_rarely_so(found);
    const bool is_denied = !quantity.turned && cue != nullptr && is_negated(found.text, cue->text);
    if (is_denied || is_a_year(found) || is_one_of_many(found)) continue;
    if (cue != nullptr && ((is_hardly_ever(*cue) && !rarely) || is_before_figure(found, *cue)))
      continue;
    for (std::size_t id = 0; id < knowledge_->frames.size(); ++id) {
      const auto frame = static_cast<FrameId>(id);
      const knowledge::Frame& shape = knowledge_->frames[frame];
      if (!takes(shape, quantity.quantity) || !knowledge_->fills(type, frame)) continue;
      const bool cued = cue != nullptr && knowledge_->frame_cues[cue->id].frame == frame;
      if (!cued && (frame_has_cues_[frame] || cue != nullptr)) continue;
      const FoundQuantity placed = opens ? beside(quantity, *cue, mention) : quantity;
      if (!is_measured(mention, clause, placed, cue) || is_inside_another(mention, found)) continue;
      const bool counted = mention.first_token >= quantity.end_token &&
                           !shape_.is_range_mark(quantity.end_token) &&
                           shape_.distance(quantity.end_token, mention.first_token, 3) <= 2;
      if (*shape.measure == knowledge::Measure::count && !counted) continue;
      if (shape.of_subject && plain.claim.subject == knowledge::none) continue;
      if (is_of_neighbour(found) &&
          !(shape.of_subject && *shape.measure == knowledge::Measure::time))
        continue;
      if (shape.of_subject && (is_effect_of_another(mention, clause) || is_prefixed(mention)))
        continue;
      Assertion made = measured(mention, clause, plain, frame, quantity, cue);
      if (rarely) {
        made.claim.hedged = true;
        made.claim.likelihood = said_so;
      }
      if (!is_said(made, from, assertions)) assertions.push_back(std::move(made));
    }
  }
}

// "Numbing cream takes half an hour to take effect": its effect.
bool Extractor::is_effect_of_another(const Mention& mention, const context::Clause& clause) const {
  if (!knowledge_->types[knowledge_->concept_of(mention.meaning).type].part ||
      clause.subject.empty() || clause.subject.end > mention.text.begin)
    return false;
  return std::ranges::any_of(finds_.mentions, [&](const Mention& other) {
    const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
    return other.text.overlaps(clause.subject) && !meaning.subject &&
           meaning.type != knowledge::none && !knowledge_->types[meaning.type].part &&
           meaning.type != population_type_ && meaning.type != site_type_;
  });
}

// "two maintenance sessions a year": how often, and not how many it takes.
bool Extractor::is_a_year(const FoundQuantity& quantity) const {
  static constexpr std::array<std::string_view, 4> rhythms = {"a", "per", "each", "every"};
  static constexpr std::uint32_t reach = 4;  // tokens behind the number
  if (quantity.quantity.measure != knowledge::Measure::count) return false;
  const std::uint32_t end =
      reading_->text.sentences[reading_->text.sentence_at(quantity.text.begin)].end_token;
  for (std::uint32_t token = quantity.end_token;
       token + 1 < end && token < quantity.end_token + reach; ++token) {
    if (reading_->text.tokens[token].kind != sentences::TokenKind::word) return false;
    if (!base::is_one_of(reading_->view(reading_->text.tokens[token].text), rhythms)) continue;
    return std::ranges::any_of(finds_.units, [&](const Found& unit) {
      const bool apart = unit.end_token < end &&
                         reading_->view(reading_->text.tokens[unit.end_token].text) == "apart";
      return unit.first_token == token + 1 && !apart &&
             knowledge_->units[unit.id].measure == knowledge::Measure::time;
    });
  }
  return false;
}

// "one of the many whitening treatments": counts nothing.
bool Extractor::is_one_of_many(const FoundQuantity& quantity) const {
  return quantity.quantity.measure == knowledge::Measure::count &&
         quantity.end_token + 1 < reading_->text.tokens.size() &&
         base::lower(reading_->view(quantity.text)) == "one" &&
         reading_->view(reading_->text.tokens[quantity.end_token].text) == "of";
}

// "30 to 60 minutes, depending on the area": so it is in all cases, and no two are alike.
bool Extractor::is_said_to_vary(Span condition) const {
  return std::ranges::any_of(finds_.bands, [&](const Found& band) {
    return knowledge_->bands[band.id].of == knowledge::Band::Of::varies &&
           band.text.overlaps(condition);
  });
}

// "for a day before your visit": of the time before it, and not of that behind it
bool Extractor::is_of_time_before(const FoundQuantity& quantity, const Mention& mention) const {
  static constexpr std::array<std::string_view, 5> words = {"before", "beforehand", "prior",
                                                            "ahead", "leading"};
  const auto leads_up = [&](const Found& band) {
    return knowledge_->bands[band.id].of == knowledge::Band::Of::time &&
           band.first_token == quantity.end_token &&
           std::ranges::find(words, reading_->view(reading_->text.tokens[band.first_token].text)) !=
               words.end();
  };
  return mention.end_token <= quantity.first_token && std::ranges::any_of(finds_.bands, leads_up);
}

// "Right after the session you may be red, which is gone in a few hours": what lasts begins then
bool Extractor::is_of_the_start(const Assertion& plain, const knowledge::Frame& shape) const {
  static constexpr std::array<std::string_view, 6> words = {"immediately", "directly", "straight",
                                                            "right",       "shortly",  "soon"};
  return shape.measure == knowledge::Measure::time && !shape.of_subject &&
         !plain.condition_cue.empty() &&
         base::is_one_of(base::lower(reading_->view(reading_->text.tokens[reading_->text.token_at(
                             plain.condition_cue.begin)].text)),
                         words);
}

Assertion Extractor::measured(const Mention& mention, const context::Clause& clause,
                              const Assertion& plain, FrameId frame, const FoundQuantity& quantity,
                              const Found* cue) const {
  const knowledge::Frame& shape = knowledge_->frames[frame];
  Assertion made = plain;
  Claim& claim = made.claim;
  claim.frame = frame;
  if (shape.of_subject) claim.meaning = claim.subject;
  // "Allow an hour": what the frame is worded in says how things are
  const bool worded = cue != nullptr && cue->first_token < quantity.first_token && is_verb(*cue);
  if (claim.force == Force::advice && (shape.advice_states || worded))
    claim.force = Force::statement;
  if (claim.force == Force::mention) claim.force = Force::statement;
  claim.frame_confidence = stated;
  claim.quantity = quantity.quantity;
  made.frame_cue = cue == nullptr ? Span{} : cue->text;
  made.quantity = quantity.text;
  made.words = joined(joined(mention.text, made.frame_cue), quantity.text);
  // "wears off after three months", "lasts until the next day": the time is what is measured
  const bool varies = is_said_to_vary(plain.condition_cue);
  if (quantity.text.overlaps(plain.condition_cue) || varies || is_of_the_start(plain, shape)) {
    claim.conditional = false;
    claim.condition = 0;
  }
  claim.hedged = claim.hedged || varies || (!shape.of_subject && is_family_in_plural(mention));
  // "It lasts an hour, and redness goes away in two": a clause of its own in all but its marks
  const bool own_verb = cue != nullptr && cue->first_token >= mention.end_token &&
                        clause.verb.end <= mention.text.begin;
  std::uint64_t limit = shape_.limit_behind(mention, clause.text);
  if (!own_verb) limit = (limit * 31) + shape_.case_of(clause);
  limit += shape_.subordinate_limit();
  // "After that, have one every three months": at another time, another rhythm
  if (claim.quantity->measure == knowledge::Measure::frequency)
    limit = (limit * 31) + shape_.opening_stage();
  if (claim.quantity->measure == knowledge::Measure::money)
    limit = (limit * 31) + shape_.unknown_words() + packed(quantity);
  if (shape.of_subject || claim.quantity->measure == knowledge::Measure::time)
    limit = (limit * 31) + shape_.described_before(mention);
  if (!shape.of_subject && claim.quantity->measure == knowledge::Measure::time &&
      picks_out(mention, clause, quantity))
    limit = (limit * 31) + base::hash64(reading_->view(quantity.text)) + 1;
  if (is_of_time_before(quantity, mention)) limit = (limit * 31) + base::hash64("before");
  // "The lower legs cost £150"
  const bool of_site = mention.meaning != knowledge::none &&
                       knowledge_->concept_of(mention.meaning).type == site_type_;
  const ConceptId site = of_site ? mention.meaning : claim.site;
  if (claim.quantity->measure == knowledge::Measure::money && site != knowledge::none)
    limit = (limit * 31) + site + 1;
  // "A 40 kg dog needs 480 g": another figure is that of another case
  if (cue != nullptr && is_verb(*cue))
    for (const FoundQuantity& other : finds_.quantities)
      if (is_before_figure(other, *cue) && other.first_token < quantity.first_token)
        limit = (limit * 31) + base::hash64(reading_->view(other.text));
  if (is_of_some(mention)) limit = (limit * 31) + base::hash64(reading_->view(plain.sentence)) + 1;
  if (limit != 0 && !claim.conditional) {
    claim.conditional = true;
    claim.condition = limit;
  }
  // "A course of three costs ..." is another figure than that of one
  for (const FoundQuantity& count : finds_.quantities)
    if (claim.quantity->measure == knowledge::Measure::money && !claim.conditional &&
        count.quantity.measure == knowledge::Measure::count && count.quantity.range.high > 1 &&
        clause.text.contains(count.text)) {
      claim.conditional = true;
      claim.condition = base::hash64(reading_->view(count.text));
    }
  return made;
}

}  // namespace linter::assertions
