// How often what is said of a mention is so: bands, rates, hedges and denials folded into one
// interval.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"
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
constexpr Interval low_chance{some, 0.08};
constexpr Interval next_to_none{0, 0.05};

// Two studies of one thing differ: a rate holds from half to twice as many.
Interval around(Interval rate) {
  const double high = std::min(rate.high * 2, 1 - ((1 - rate.high) / 2));
  return {std::min(rate.low / 2, high), high};
}

Interval rest_of(Interval rate) {
  return {1 - rate.high, 1 - rate.low};
}

}  // namespace

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
  static constexpr std::array<std::string_view, 4> denials = {"no", "zero", "without", "nil"};
  if (denial.empty() || !base::is_one_of(reading_->view(denial), denials)) return false;
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

// "nothing can cause burns", "no peel can scar": what cannot be.
bool Extractor::cannot_be(Span denial, Span words) {
  if (denial.empty()) return false;
  const lexicon::PosMask parts = parts_of(reading_->text.token_at(denial.begin));
  if (!lexicon::has(parts, lexicon::PartOfSpeech::pronoun) &&
      !lexicon::has(parts, lexicon::PartOfSpeech::determiner))
    return false;
  return std::ranges::all_of(context_->explain(words), [&](const context::Evidence& evidence) {
    if (evidence.category == Category::approximate) return false;
    return evidence.category != Category::hedged ||
           (evidence.cue.begin >= denial.end && shape_.is_able(evidence.cue));
  });
}

// "can be removed without harming the skin": what can be done so is promised so.
bool Extractor::is_able_without(Span denial, Span words) {
  if (denial.empty() || reading_->view(denial) != "without") return false;
  return std::ranges::all_of(context_->explain(words), [&](const context::Evidence& evidence) {
    if (evidence.category == Category::approximate) return false;
    return evidence.category != Category::hedged ||
           (evidence.cue.end <= denial.begin && shape_.is_able(evidence.cue));
  });
}

// "not everyone", "does not hurt all of them": the denial leaves some. "not any" does not, nor what
// is said of each without a "not" ("every peel is painless", "all peels leave no scars").
bool Extractor::denies_only_all(const Mention& mention, Span denial) {
  if (mention.universal)
    return !reading_->view(mention.text).starts_with("any") || shape_.is_described(mention);
  const std::string_view words = reading_->view(denial);
  static constexpr std::array<std::string_view, 6> nots = {"not", "Not",   "n't",
                                                           "n’t", "never", "Never"};
  const auto holds = [&](std::string_view one) { return words.contains(one); };
  if (mention.denies || std::ranges::none_of(nots, holds)) return false;
  const bool never = words.contains("ever");
  const auto is_all = [&](const context::Evidence& evidence) {
    return evidence.category == Category::universal &&
           (!never || evidence.cue.begin >= denial.end) &&
           !reading_->view(evidence.cue).starts_with("any");
  };
  return std::ranges::any_of(context_->explain(mention.text), is_all);
}

// The share of people or cases that a clause names.
const FoundQuantity* Extractor::rate_in(Span clause) const {
  const auto found = std::ranges::find_if(finds_.quantities, [&](const FoundQuantity& quantity) {
    return quantity.is_rate && clause.overlaps(quantity.text);  // "than" of "fewer than" begins one
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

// "Some feel nothing", "A few people hardly notice it": others may.
bool Extractor::is_told_of_some(Span clause) const {
  std::uint32_t first = reading_->text.token_at(clause.begin);
  const auto word = [&](std::uint32_t token) -> const lexicon::Entry* {
    const sentences::Token& one = reading_->text.tokens[token];
    return one.kind == sentences::TokenKind::word ? &reading_->lexicon[one.word] : nullptr;
  };
  const auto is = [&](std::string_view text) {
    const lexicon::Entry* entry = word(first);
    return entry != nullptr && reading_->lexicon[entry->folded].text == text;
  };
  if ((is("a") || is("and") || is("but")) && first + 1 < reading_->text.tokens.size()) ++first;
  return is("some") || is("few") || is("many") || is("most") || is("others") || is("several");
}

// "Risks include infection and, in rare cases, allergy": said beside the mention, not of it.
bool Extractor::is_aside(const Found& band, const Mention& mention) const {
  if (band.first_token < mention.end_token + 2) return false;
  const auto is_comma = [&](std::uint32_t token) {
    return reading_->view(reading_->text.tokens[token].text) == ",";
  };
  return is_comma(band.first_token - 1) || is_comma(band.first_token - 2);
}

// "Some of them do not leak"
bool Extractor::is_behind_subject(const Assertion& denial, const context::Clause& clause) {
  return !clause.subject.empty() && denial.polarity_cue.begin >= clause.subject.end;
}

void Extractor::set_likelihood(const Mention& mention, const context::Clause& parts,
                               const Governor& governor, bool said, Assertion& assertion) {
  Claim& claim = assertion.claim;
  const Span clause = parts.text;
  const FoundQuantity* rate = rate_in(clause);
  if (rate != nullptr && rate->end_token <= mention.first_token &&
      is_one_of_those(mention, governor))
    rate = nullptr;
  if (rate != nullptr) {
    if (const std::uint64_t people = rated_people(*rate); people != 0) {
      claim.conditional = true;
      claim.condition = people;
    }
    assertion.likelihood_cue = rate->text;
    claim.likelihood =
        claim.denied ? rest_of(around(rate->quantity.range)) : around(rate->quantity.range);
    return;
  }
  if (claim.denied && claim.hedged &&
      (cannot_be(assertion.polarity_cue, mention.text) ||
       is_able_without(assertion.polarity_cue, mention.text)))
    claim.hedged = false;
  const bool hedged = claim.hedged && is_hedged(mention.text, governor.cue) &&
                      !(claim.denied && is_hedged_before(assertion.polarity_cue, mention.text));
  const Found* band =
      nearest_band(mention, with_list(mention, parts, governor), Band::Of::likelihood);
  const bool before_denial =
      band != nullptr && claim.denied && band->text.end <= assertion.polarity_cue.begin;
  if (band != nullptr && governor.cue.empty() && !governor.inherited && !said && !before_denial &&
      !(band->end_token <= mention.first_token &&
        shape_.is_one_phrase(band->end_token, mention.first_token)))
    band = nullptr;
  // "Such methods are less common and can be painful"
  if (band != nullptr && band->end_token <= mention.first_token &&
      shape_.is_of_earlier_predicate(*band, mention))
    band = nullptr;
  // "the approved process is natural and poses zero risk of allergy"
  if (band != nullptr && band->first_token >= mention.end_token &&
      (rates_another(*band, claim.frame) ||
       (knowledge_->bands[band->id].range.high == 0 && describes_another(*band))))
    band = nullptr;
  // "zero to three days"
  if (band != nullptr && knowledge_->bands[band->id].range.high == 0 &&
      std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& one) {
        return one.text.contains(band->text) && one.quantity.range.high > 0;
      }))
    band = nullptr;
  // "redness or, less often, bruises"
  if (band != nullptr && is_aside(*band, mention) && is_before_mention(*band)) band = nullptr;
  // "Swelling is rarely severe", "is usually mild": how often it is so strong, not how often it is
  if (band != nullptr && band->first_token >= mention.end_token && is_of_degree(*band))
    band = nullptr;
  if (band != nullptr) band = more_telling(*band);
  // "The risk is not zero"
  if (band != nullptr && knowledge_->bands[band->id].range.high == 0 && !claim.denied &&
      is_negated(band->text, band->text)) {
    claim.likelihood = possible;
    return;
  }
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
    const Interval* rest = nearly(mention.first_token);
    // "practically no pain"
    if (rest == nullptr && !assertion.polarity_cue.empty())
      rest = nearly(reading_->text.token_at(assertion.polarity_cue.begin));
    // "You barely feel it"
    if (rest == nullptr && mention.denies && is_scarce(mention.first_token) &&
        !is_told_of_some(clause))
      rest = &next_to_none;
    if (rest != nullptr) {
      claim.likelihood = *rest;
      return;
    }
    const bool leaves_some =
        of_most || (hedged && !mention.denies) || counts_people(clause, assertion.polarity_cue) ||
        ((mention.denies || is_behind_subject(assertion, parts)) && is_told_of_some(clause)) ||
        (claim.universal && (denies_only_all(mention, assertion.polarity_cue) ||
                             is_of_all_behind(mention, governor, assertion)));
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
    // "Rare risks are dark patches": not that all risks are rare
    // "Other risks include infection and, in rare cases, allergy": nor that all of them are
    const bool picks_some = (band->end_token <= mention.first_token &&
                             shape_.is_one_phrase(band->end_token, mention.first_token)) ||
                            is_aside(*band, mention);
    if (picks_some && claim.likelihood.high > some_of_them)
      claim.likelihood.low = std::max(claim.likelihood.low, some_of_them);
    // "Reactions are unheard of"
    if (claim.likelihood.high == 0) {
      claim.denied = true;
      assertion.polarity_cue = band->text;
    }
  } else if (const Found* size = band_of_chance(mention, clause, governor.cue)) {
    assertion.likelihood_cue = size->text;
    claim.likelihood = low_chance;
  } else if (hedged) {
    return;
  } else if (const Interval* share = share_of_subject(mention, parts)) {
    assertion.likelihood_cue = parts.subject;
    claim.likelihood = *share;
  } else if (is_of_everyone(mention, parts) ||
             (claim.universal &&
              (mention.universal ||
               knowledge_->concept_of(mention.meaning).type == population_type_))) {
    claim.likelihood = always;
  } else if (claim.frame != knowledge::none && knowledge_->frames[claim.frame].bare_is_certain &&
             has(context_->at(mention.text), Category::certain)) {
    claim.likelihood = nearly_always;
  } else if (claim.frame != knowledge::none && knowledge_->frames[claim.frame].bare_is_certain) {
    claim.likelihood = always;
  }
}

// "The effect never fades": it is permanent, where a pack says that this is the opposite.
void Extractor::state_opposite(Assertion& assertion) const {
  Claim& claim = assertion.claim;
  const ConceptId opposite = knowledge_->concept_of(claim.meaning).opposite;
  if (opposite == knowledge::none || !claim.denied || claim.likelihood.high > 0) return;
  claim.meaning = opposite;
  claim.denied = false;
  claim.likelihood = possible;
}

// "Most kettles leak", "few of them leak": of how many of those that a clause is about it is said.
const Interval* Extractor::share_of_subject(const Mention& mention,
                                            const context::Clause& clause) const {
  struct Share {
    std::string_view word;
    Interval range;
  };
  static constexpr std::array<Share, 5> shares = {{{"most", {0.1, 1}},
                                                   {"many", {0.05, 1}},
                                                   {"some", {0.001, 0.4}},
                                                   {"several", {0.001, 0.4}},
                                                   {"few", {some, 0.08}}}};
  static constexpr std::uint32_t reach = 4;  // tokens from the word to its noun
  if (clause.subject.empty() || clause.subject.end > mention.text.begin) return nullptr;
  const std::uint32_t head = reading_->text.token_at(clause.subject.begin);
  std::uint32_t first = reading_->text.token_at(clause.text.begin);
  const auto word = [&](std::uint32_t token) {
    return base::lower(reading_->view(reading_->text.tokens[token].text));
  };
  const bool a_few = word(first) == "a" && word(first + 1) == "few";
  if (a_few) ++first;
  if (first >= head || head - first > reach) return nullptr;
  const auto found = std::ranges::find(shares, word(first), &Share::word);
  if (found == shares.end()) return nullptr;
  return a_few ? &shares[2].range : &found->range;
}

// Whether a mention stands right behind it, or behind a comma.
bool Extractor::is_before_mention(const Found& band) const {
  std::uint32_t next = band.end_token;
  if (next < reading_->text.tokens.size() &&
      reading_->view(reading_->text.tokens[next].text) == ",")
    ++next;
  return std::ranges::any_of(finds_.mentions,
                             [&](const Mention& one) { return one.first_token == next; });
}

// "rarely severe"
bool Extractor::is_of_degree(const Found& band) const {
  return std::ranges::any_of(finds_.bands, [&](const Found& other) {
    return knowledge_->bands[other.id].of == Band::Of::degree &&
           other.first_token == band.end_token;
  });
}

// "Burns are possible but rare": of what is merely possible the words behind say how often.
const Found* Extractor::more_telling(const Found& band) const {
  const Span sentence = reading_->text.sentences[reading_->text.sentence_at(band.text.begin)].text;
  static constexpr std::uint32_t reach = 2;  // tokens
  const auto is_verb_or_mark = [&](std::uint32_t token) {
    return reading_->text.tokens[token].kind == sentences::TokenKind::mark ||
           lexicon::has(parts_of(token), lexicon::PartOfSpeech::finite_verb);
  };
  const auto tells = [&](const Found& one) {
    const knowledge::Band& said = knowledge_->bands[one.id];
    return said.of == Band::Of::likelihood && (said.range.low > some || said.range.high < 1);
  };
  if (tells(band)) return &band;
  const auto found = std::ranges::find_if(finds_.bands, [&](const Found& other) {
    if (!tells(other) || other.first_token < band.end_token ||
        other.first_token - band.end_token > reach || !sentence.contains(other.text))
      return false;
    for (std::uint32_t token = band.end_token; token < other.first_token; ++token)
      if (is_verb_or_mark(token)) return false;
    return true;
  });
  return found == finds_.bands.end() ? &band : &*found;
}

// "The risk of scarring is very low": how little stands behind says how likely.
const Found* Extractor::band_of_chance(const Mention& mention, Span clause, Span cue) const {
  static constexpr std::array<std::string_view, 7> chances = {
      "risk", "risks", "chance", "chances", "likelihood", "probability", "danger"};
  static constexpr double little = 2;  // of 5
  if (cue.empty() || cue.begin > mention.text.begin) return nullptr;
  const std::uint32_t first = reading_->text.token_at(cue.begin);
  const std::uint32_t end = reading_->text.token_at(cue.end - 1) + 1;
  const auto is_chance = [&](std::uint32_t token) {
    return base::is_one_of(base::lower(reading_->view(reading_->text.tokens[token].text)), chances);
  };
  bool found = false;
  for (std::uint32_t token = first; token < end; ++token) found = found || is_chance(token);
  if (!found) return nullptr;
  const Found* band = nearest_band(mention, clause, Band::Of::degree);
  return band != nullptr && band->first_token >= mention.end_token &&
                 knowledge_->bands[band->id].range.high <= little
             ? band
             : nullptr;
}

bool Extractor::is_scarce(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 7> words = {
      "hardly", "barely", "scarcely", "almost", "practically", "virtually", "nearly"};
  return base::is_one_of(base::lower(reading_->view(reading_->text.tokens[token].text)), words);
}

// "zero risk of allergy": the word is that of the statement behind it, whose frame is another.
bool Extractor::rates_another(const Found& band, FrameId frame) const {
  return std::ranges::any_of(finds_.cues, [&](const Found& cue) {
    return cue.first_token == band.end_token && knowledge_->frame_cues[cue.id].frame != frame;
  });
}

// "relatively painless", "practically painless": how often the opposite is so.
const Interval* Extractor::nearly(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 6> wholly = {"entirely", "completely", "totally",
                                                             "fully",    "wholly",     "always"};
  // "almost entirely painless"
  if (token > 0 && base::is_one_of(reading_->view(reading_->text.tokens[token - 1].text), wholly))
    --token;
  const auto found = std::ranges::find_if(finds_.bands, [&](const Found& band) {
    return knowledge_->bands[band.id].of == Band::Of::nearly && band.end_token == token;
  });
  return found == finds_.bands.end() ? nullptr : &knowledge_->bands[found->id].range;
}

}  // namespace linter::assertions
