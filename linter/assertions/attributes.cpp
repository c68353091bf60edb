// What is said of a mention: denied or not, how likely, how strong, where, of whom, under which
// condition.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using context::Category;
using knowledge::Band;

namespace {

constexpr double some = 1e-9;  // the least that is not never
constexpr Interval possible{some, 1};
constexpr Interval never{0, 0};
constexpr Interval not_always{0, 1 - some};
constexpr Interval nearly_always{0.9, 1};
constexpr Interval always{1, 1};
constexpr std::uint32_t reach_of_band = 40;  // tokens; a band further away says nothing of it

// Two studies of one thing differ: a rate holds from half to twice as many.
Interval around(Interval rate) {
  const double high = std::min(rate.high * 2, 1 - ((1 - rate.high) / 2));
  return {std::min(rate.low / 2, high), high};
}

Interval rest_of(Interval rate) {
  return {1 - rate.high, 1 - rate.low};
}

}  // namespace

// Whether a negation other than the one inside `not_by` (a cue that brings its own "not") reaches
// the words.
bool Extractor::is_negated(Span words, Span not_by) {
  if (!has(context_->at(words), Category::negated)) return false;
  const std::string_view own_words = reading_->view(not_by);
  const bool brings_not = own_words.contains("not") || own_words.contains("never");
  bool other = false;
  bool own = false;
  bool barred = false;
  for (const context::Evidence& evidence : context_->explain(words)) {
    if (evidence.category != Category::negated) continue;
    if (is_barred(evidence.cue, words)) {
      barred = true;
      continue;
    }
    const bool inside = brings_not ? not_by.overlaps(evidence.cue) : not_by.contains(evidence.cue);
    (inside ? own : other) = true;
  }
  return other || (!own && !barred);
}

// "NO DOWNTIME | PAIN FREE": items of a list without commas
bool Extractor::is_barred(Span cue, Span words) const {
  if (cue.end >= words.begin) return false;
  const std::string_view between = reading_->view({cue.end, words.begin});
  return between.contains('|') || between.contains("•") || between.contains("·");
}

bool Extractor::holds_negator(const Found& found) const {
  for (std::uint32_t token = found.first_token; token < found.end_token; ++token) {
    const sentences::Token& one = reading_->text.tokens[token];
    if (one.kind == sentences::TokenKind::word &&
        lexicon::has(reading_->lexicon[one.word].parts, lexicon::PartOfSpeech::negator))
      return true;
  }
  return false;
}

void Extractor::set_polarity(const Mention& mention, const Governor& governor,
                             Assertion& assertion) {
  // "little to no redness": the denial is the band's own
  Span own = governor.cue;
  for (const Found& band : finds_.bands)
    if (knowledge_->bands[band.id].of == Band::Of::degree && band.text.end <= mention.text.begin &&
        shape_.distance(band.end_token, mention.first_token, 1) == 0)
      own = holds_negator(band) ? joined(own, band.text) : own;
  bool negated = is_negated(mention.text, own);
  if (!negated && governor.object_before) negated = is_negated(governor.cue, governor.cue);
  if (has(context_->at(mention.text), Category::excepted)) negated = false;
  assertion.claim.denied = negated != (governor.denies != mention.denies);
  if (!negated) return;
  for (const context::Evidence& evidence : context_->explain(mention.text))
    if (evidence.category == Category::negated) assertion.polarity_cue = evidence.cue;
  Claim& claim = assertion.claim;
  if (claim.frame == knowledge::none) return;
  const SentenceShape::Reach reach =
      shape_.reach(assertion.polarity_cue, mention, !governor.cue.empty());
  if (!reach.attached && claim.force == Force::statement) claim.force = Force::mention;
  if (reach.narrowing != 0) {
    claim.conditional = true;
    claim.condition = reach.narrowing;
  }
}

// Whether advice, where advice says how things are, is against it: "avoid putting", "keep away
// from".
bool Extractor::is_advised_against(const Mention& mention, const Governor& governor,
                                   Span clause) const {
  if (governor.frame == knowledge::none || !knowledge_->frames[governor.frame].advice_states)
    return false;
  return std::ranges::any_of(finds_.bands, [&](const Found& band) {
    return knowledge_->bands[band.id].of == Band::Of::against && clause.overlaps(band.text) &&
           band.text.end <= mention.text.begin && !band.text.overlaps(governor.cue);
  });
}

const Found* Extractor::nearest_band(const Mention& mention, Span clause, Band::Of of) const {
  const Found* best = nullptr;
  std::uint32_t best_distance = reach_of_band;
  for (const Found& found : finds_.bands) {
    if (knowledge_->bands[found.id].of != of ||
        !(clause.overlaps(found.text) || shape_.stands_right_before(found.end_token, clause)) ||
        found.text.overlaps(mention.text) || shape_.is_in_mention(found.first_token) ||
        shape_.is_parenthesised_apart(found, mention) ||
        (of == Band::Of::likelihood && shape_.is_before_addition(found, mention)))
      continue;
    const bool after = mention.end_token <= found.first_token;
    const std::uint32_t apart =
        after ? shape_.distance(mention.end_token, found.first_token, reach_of_band)
              : shape_.distance(found.end_token, mention.first_token, reach_of_band);
    if (apart >= best_distance) continue;
    best_distance = apart;
    best = &found;
  }
  return best;
}

// Whether something other than the words of the cue itself makes the statement less than certain.
bool Extractor::is_hedged(Span words, Span not_by) {
  const auto hedges = [&](const context::Evidence& evidence) {
    return (evidence.category == Category::hedged || evidence.category == Category::approximate) &&
           !not_by.contains(evidence.cue) && !(evidence.cue.contains(not_by) && !not_by.empty());
  };
  return std::ranges::any_of(context_->explain(words), hedges);
}

// "minimal pain and no downtime": every hedge is of something named before the denial.
bool Extractor::is_hedged_before(Span denial, Span words) {
  // "Benefits that you can enjoy: - No side effects": the hedge above is not of the item
  const Span sentence = reading_->text.sentences[reading_->text.sentence_at(words.begin)].text;
  if (std::ranges::none_of(context_->explain(words), [&](const context::Evidence& evidence) {
        return (evidence.category == Category::hedged ||
                evidence.category == Category::approximate) &&
               sentence.contains(evidence.cue);
      }))
    return true;
  if (denial.empty() || reading_->view(denial) != "no") return false;
  const std::uint32_t token = reading_->text.token_at(denial.begin);
  if (token == 0) return false;
  const std::string_view before = reading_->view(reading_->text.tokens[token - 1].text);
  if (before != "and" && before != ",") return false;
  return std::ranges::all_of(context_->explain(words),
                             [&](const context::Evidence& evidence) {
                               return evidence.category != Category::approximate ||
                                      evidence.cue.end <= denial.begin;
                             }) &&
         std::ranges::none_of(context_->explain(words), [](const context::Evidence& evidence) {
           return evidence.category == Category::hedged;
         });
}

// "not everyone", "not all": the denial leaves some. "not any" does not.
bool Extractor::denies_only_all(const Mention& mention) {
  if (mention.universal) return true;
  const auto is_all = [&](const context::Evidence& evidence) {
    return evidence.category == Category::universal &&
           !reading_->view(evidence.cue).starts_with("any");
  };
  return std::ranges::any_of(context_->explain(mention.text), is_all);
}

// The share of people or cases that a clause names.
const FoundQuantity* Extractor::rate_in(Span clause) const {
  const auto found = std::ranges::find_if(finds_.quantities, [&](const FoundQuantity& quantity) {
    return quantity.is_rate && clause.contains(quantity.text);
  });
  return found == finds_.quantities.end() ? nullptr : &*found;
}

// "Eight patients had none", "52 had none": some people, of whom others may differ.
bool Extractor::counts_people(Span clause, Span before) const {
  return std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& quantity) {
    if (quantity.quantity.measure != knowledge::Measure::count || !clause.contains(quantity.text) ||
        quantity.text.end > before.begin)
      return false;
    return std::ranges::any_of(finds_.mentions, [&](const Mention& one) {
      return one.first_token == quantity.end_token &&
             knowledge_->concept_of(one.meaning).type == population_type_;
    });
  });
}

// "Everyone has some redness"
bool Extractor::is_of_everyone(const Mention& mention, const context::Clause& clause) const {
  return std::ranges::any_of(finds_.mentions, [&](const Mention& one) {
    return one.universal && one.text.end <= mention.text.begin && clause.text.contains(one.text) &&
           knowledge_->concept_of(one.meaning).type == population_type_ &&
           clause.verb.begin >= one.text.end &&
           reading_->text.token_at(clause.verb.begin) == one.end_token &&
           !lexicon::has(reading_->lexicon[reading_->text.tokens[one.end_token].word].parts,
                         lexicon::PartOfSpeech::modal);
  });
}

void Extractor::set_likelihood(const Mention& mention, const context::Clause& parts,
                               const Governor& governor, bool said, Assertion& assertion) {
  Claim& claim = assertion.claim;
  const Span clause = parts.text;
  if (const FoundQuantity* rate = rate_in(clause)) {
    assertion.likelihood_cue = rate->text;
    claim.likelihood =
        claim.denied ? rest_of(around(rate->quantity.range)) : around(rate->quantity.range);
    return;
  }
  const bool hedged = is_hedged(mention.text, governor.cue) &&
                      !(claim.denied && is_hedged_before(assertion.polarity_cue, mention.text));
  const Found* band =
      nearest_band(mention, with_list(mention, parts, governor), Band::Of::likelihood);
  const bool before_denial =
      band != nullptr && claim.denied && band->text.end <= assertion.polarity_cue.begin;
  if (band != nullptr && governor.cue.empty() && !governor.inherited && !said && !before_denial &&
      !(band->end_token <= mention.first_token &&
        shape_.is_one_phrase(band->end_token, mention.first_token)))
    band = nullptr;
  // "the approved process is natural and poses zero risk of allergy"
  if (band != nullptr && band->first_token >= mention.end_token &&
      (rates_another(*band, claim.frame) ||
       (knowledge_->bands[band->id].range.high == 0 && describes_another(*band))))
    band = nullptr;
  // "does not always cause", "is not expected": the band is denied, not the thing. What is merely
  // possible or zero has no other side.
  const Interval range = band == nullptr ? possible : knowledge_->bands[band->id].range;
  const bool has_other_side = range.high > 0 && !(range.low <= some && range.high >= 1);
  const bool inside_denial = band != nullptr && assertion.polarity_cue.contains(band->text);
  const bool band_denied = has_other_side && (inside_denial || is_negated(band->text, band->text));
  if (claim.denied && !mention.denies && band_denied &&
      (inside_denial || band->text.end <= mention.text.begin))
    claim.denied = false;
  if (claim.denied) {
    // "Most patients have no headache" leaves some who do.
    const bool of_most = has_other_side && !inside_denial && range.low < 0.9 &&
                         band->text.end <= assertion.polarity_cue.begin;
    if (const Interval* rest = nearly(mention.first_token)) {
      claim.likelihood = *rest;
      return;
    }
    const bool leaves_some = of_most || (hedged && !mention.denies) ||
                             counts_people(clause, assertion.polarity_cue) ||
                             (claim.universal && denies_only_all(mention));
    claim.likelihood = leaves_some ? not_always : never;
    return;
  }
  claim.likelihood = possible;
  if (governor.likelihood) {
    claim.likelihood = *governor.likelihood;
  } else if (band != nullptr) {
    assertion.likelihood_cue = band->text;
    const Interval* almost = range.high == 0 ? nearly(band->first_token) : nullptr;
    claim.likelihood = almost != nullptr  ? *almost
                       : !band_denied     ? range
                       : range.high > 0.9 ? Interval{0, range.low}
                                          : Interval{range.high, 1};
  } else if (hedged) {
    return;
  } else if (is_of_everyone(mention, parts) ||
             (claim.universal &&
              knowledge_->concept_of(mention.meaning).type == population_type_)) {
    claim.likelihood = always;
  } else if (claim.frame != knowledge::none && knowledge_->frames[claim.frame].bare_is_certain &&
             has(context_->at(mention.text), Category::certain)) {
    claim.likelihood = nearly_always;
  } else if (claim.frame != knowledge::none && knowledge_->frames[claim.frame].bare_is_certain) {
    claim.likelihood = always;
  }
}

// "zero risk of allergy": the word is that of the statement behind it, whose frame is another.
bool Extractor::rates_another(const Found& band, FrameId frame) const {
  return std::ranges::any_of(finds_.cues, [&](const Found& cue) {
    return cue.first_token == band.end_token && knowledge_->frame_cues[cue.id].frame != frame;
  });
}

// "deep wrinkles or extensively damaged skin": the word is that of the mention behind it.
bool Extractor::describes_another(const Found& band) const {
  return std::ranges::any_of(
      finds_.mentions, [&](const Mention& other) { return other.first_token == band.end_token; });
}

void Extractor::set_degree(const Mention& mention, Span clause, Assertion& assertion) const {
  const Found* band = nearest_band(mention, clause, Band::Of::degree);
  if (band == nullptr) return;
  const bool before = band->end_token <= mention.first_token;
  if (before ? !shape_.is_one_phrase(band->end_token, mention.first_token)
             : shape_.distance(mention.end_token, band->first_token, 6) > 5 ||
                   shape_.has_preposition(mention.end_token, band->first_token) ||
                   describes_another(*band))
    return;
  assertion.degree_cue = band->text;
  assertion.claim.degree = knowledge_->bands[band->id].range;
}

// "It has no downtime compared to surgery": how much there is
// of it is said in so many words, whatever it is held against.
bool Extractor::is_absolute(const Mention& mention, const Assertion& assertion) const {
  static constexpr std::array<std::string_view, 5> against = {"compared", "in comparison",
                                                              "as opposed", "versus", "vs"};
  if (!assertion.claim.denied && assertion.degree_cue.empty()) return false;
  const Span sentence = reading_->text.sentences[mention.sentence].text;
  return std::ranges::all_of(context_->explain(mention.text), [&](const context::Evidence& one) {
    if (one.category != Category::compared) return true;
    const std::string cue = base::lower(reading_->view(one.cue));
    const bool beside = one.cue.begin >= mention.text.end || one.cue.begin == sentence.begin;
    return beside && std::ranges::any_of(
                         against, [&](std::string_view word) { return cue.starts_with(word); });
  });
}

void Extractor::set_setting(const Mention& mention, Assertion& assertion) const {
  for (const Mention& other : finds_.mentions) {
    if (other.text == mention.text) continue;
    const knowledge::TypeId type = knowledge_->concept_of(other.meaning).type;
    if (type == knowledge::none) continue;
    // "in our clinic" is where everything is, but "no patient in our clinic" tells what has been
    const auto is_whose = [&](const Mention& people) {
      return people.end_token == other.first_token &&
             knowledge_->concept_of(people.meaning).type == population_type_;
    };
    const bool everywhere = reading_->view(other.text).contains("our ") &&
                            std::ranges::none_of(finds_.mentions, is_whose);
    if (type == setting_type_ && !everywhere) assertion.claim.setting = other.meaning;
    if (type == population_type_ && shape_.is_named_as_whose(other))
      assertion.claim.population = other.meaning;
  }
}

// "on the upper lip", "the legs take": where on the body, when the clause names one place.
void Extractor::set_site(const Mention& mention, Span clause, Assertion& assertion) const {
  if (site_type_ == knowledge::none) return;
  ConceptId site = knowledge::none;
  for (const Mention& other : finds_.mentions) {
    if (other.text == mention.text || !clause.contains(other.text) ||
        knowledge_->concept_of(other.meaning).type != site_type_)
      continue;
    if (site != knowledge::none && site != other.meaning) return;
    site = other.meaning;
  }
  assertion.claim.site = site;
}

// "relatively painless", "practically painless": how often the opposite is so.
const Interval* Extractor::nearly(std::uint32_t token) const {
  const auto found = std::ranges::find_if(finds_.bands, [&](const Found& band) {
    return knowledge_->bands[band.id].of == Band::Of::nearly && band.end_token == token;
  });
  return found == finds_.bands.end() ? nullptr : &knowledge_->bands[found->id].range;
}

// A condition, or a time that the statement is limited to ("after three days", "beforehand").
void Extractor::set_condition(const Mention& mention, Span clause, Assertion& assertion) {
  const auto limit = [&](Span cue, std::string_view words) {
    assertion.claim.conditional = true;
    assertion.condition_cue = cue;
    assertion.claim.condition = base::hash64(words);
  };
  // What is usual at some time is usual; what is absent or rare then may not be so at another.
  const Claim& said = assertion.claim;
  if (said.denied || said.degree || said.likelihood.high <= 0.5)
    if (const Found* time = nearest_band(mention, clause, Band::Of::time);
        time != nullptr && !shape_.is_of_earlier_predicate(*time, mention))
      limit(time->text, reading_->view(time->text));
  if (const Span opening = shape_.opening_time();
      !opening.empty() && (said.denied || said.degree || said.likelihood.high <= 0.5))
    limit(opening, reading_->view(opening));
  for (const FoundQuantity& quantity : finds_.quantities)
    if ((said.denied || said.degree || said.quantity) &&
        quantity.quantity.bound == knowledge::Bound::after &&
        (clause.overlaps(quantity.text) || quantity.text.end <= mention.text.begin))
      limit(quantity.text, reading_->view(quantity.text));
  // "safe if you are pregnant": the condition says of whom
  const bool of_whom = mention.meaning != knowledge::none &&
                       knowledge_->concept_of(mention.meaning).type == population_type_;
  if (!of_whom && has(context_->at(mention.text), Category::conditional))
    for (const context::Evidence& evidence : context_->explain(mention.text))
      if (evidence.category == Category::conditional)
        limit(evidence.cue, reading_->view(joined(evidence.cue, evidence.scope)));
  Claim& claim = assertion.claim;
  // "Scars may form if you pick the scabs": not what is to be expected
  if (!claim.denied && !of_whom && has(context_->at(mention.text), Category::conditional))
    claim.frame_confidence = std::min<Confidence>(claim.frame_confidence, sure - 1);
  if (!claim.denied || claim.conditional) return;
  std::uint64_t phrase = shape_.related_to(mention);
  if (phrase == 0) phrase = shape_.phrase_limit(mention, clause, assertion.polarity_cue);
  if (phrase == 0) return;
  claim.conditional = true;
  claim.condition = phrase;
}

void Extractor::add_exceptions(std::size_t from, std::vector<Assertion>& assertions) {
  if (excepted_.empty()) return;
  for (std::size_t at = from; at < assertions.size(); ++at) {
    Claim& claim = assertions[at].claim;
    if (!claim.denied && !claim.universal) continue;
    std::size_t count = 0;
    for (const Mention& mention : finds_.mentions)
      if (count < max_exceptions && std::ranges::find(excepted_, mention.text) != excepted_.end())
        claim.exceptions[count++] = mention.meaning;
  }
}

}  // namespace linter::assertions
