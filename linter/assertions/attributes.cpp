// What is said of a mention: denied or not, how strong, where, of whom, under which condition. How
// likely: likelihood.cpp.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/hash.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using context::Category;
using knowledge::Band;

namespace {

constexpr std::uint32_t reach_of_band = 40;  // tokens; a band further away says nothing of it

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
  Span own = governor.inherited ? governor.above : governor.cue;
  for (const Found& band : finds_.bands)
    if (knowledge_->bands[band.id].of == Band::Of::degree && band.text.end <= mention.text.begin &&
        shape_.distance(band.end_token, mention.first_token, 1) == 0)
      own = holds_negator(band) ? joined(own, band.text) : own;
  bool negated = is_negated(mention.text, own) && !is_denied_before_verb(mention, governor);
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
           band.text.end <= mention.text.begin && !band.text.overlaps(governor.cue) &&
           !is_told_anew(band, mention);
  });
}

const Found* Extractor::nearest_band(const Mention& mention, Span clause, Band::Of of) const {
  const Found* best = nullptr;
  std::uint32_t best_distance = reach_of_band;
  for (const Found& found : finds_.bands) {
    if (knowledge_->bands[found.id].of != of ||
        !(clause.overlaps(found.text) || shape_.stands_right_before(found, clause)) ||
        found.text.overlaps(mention.text) || shape_.is_in_mention(found.first_token) ||
        shape_.is_parenthesised_apart(found, mention) ||
        (of == Band::Of::likelihood && shape_.is_before_addition(found, mention)))
      continue;
    const bool after = mention.end_token <= found.first_token;
    std::uint32_t apart = 0;
    if (!shape_.heads_clause(found, clause))
      apart = after ? shape_.distance(mention.end_token, found.first_token, reach_of_band)
                    : shape_.distance(found.end_token, mention.first_token, reach_of_band);
    if (apart >= best_distance) continue;
    best_distance = apart;
    best = &found;
  }
  return best;
}

// "deep wrinkles or extensively damaged skin": the word is that of the mention behind it.
bool Extractor::describes_another(const Found& band) const {
  return std::ranges::any_of(
      finds_.mentions, [&](const Mention& other) { return other.first_token == band.end_token; });
}

// "Is it very painful? No.", "it does not hurt much" leave room for some pain.
bool Extractor::is_asked_for_much(const Mention& mention) const {
  static constexpr std::array<std::string_view, 9> before = {
      "very", "too", "really", "extremely", "terribly", "so", "that", "particularly", "severely"};
  static constexpr std::array<std::string_view, 3> behind = {"much", "badly", "lot"};
  const sentences::Sentence& place = reading_->text.sentences[mention.sentence];
  const auto is_among = [&](std::uint32_t token, std::span<const std::string_view> words) {
    return token >= place.first_token && token < place.end_token &&
           std::ranges::find(words, reading_->view(reading_->text.tokens[token].text)) != words.end();
  };
  const bool asked = place.ending == sentences::Ending::question && mention.first_token > 0 &&
                     is_among(mention.first_token - 1, before);
  return asked || is_among(mention.end_token, behind) || is_among(mention.end_token + 1, behind);
}

// "mild to moderate", "rarely severe", "nor serious": what a band of degree and the words around it
// say together.
Interval Extractor::degree_of(const Found& band, bool before) {
  static constexpr std::array<std::string_view, 6> joiners_of_degree = {"to", "or", "and",
                                                                        "-",  "–",  "/"};
  constexpr double little = 0.5;
  constexpr double much = 2.5;
  constexpr double rare = 0.1;
  Interval range = knowledge_->bands[band.id].range;
  const auto is_joined = [&](std::uint32_t end, std::uint32_t first) {
    return first == end + 1 && base::is_one_of(reading_->view(reading_->text.tokens[end].text),
                                               joiners_of_degree);
  };
  bool seldom = false;
  for (const Found& other : finds_.bands) {
    const knowledge::Band& said = knowledge_->bands[other.id];
    if (said.of == Band::Of::degree && (is_joined(band.end_token, other.first_token) ||
                                        is_joined(other.end_token, band.first_token)))
      range = {std::min(range.low, said.range.low), std::max(range.high, said.range.high)};
    seldom = seldom || (said.of == Band::Of::likelihood && said.range.high <= rare &&
                        other.end_token == band.first_token);
  }
  if (!before && range.low >= much &&
      (seldom || (!holds_negator(band) && is_negated(band.text, band.text))))
    return {little, range.low};
  return range;
}

// "The pain may be felt, but it's not significant": said of what the clause before speaks of.
const Found* Extractor::degree_taken_up(const Mention& mention) const {
  static constexpr std::array<std::string_view, 4> pronouns = {"it", "it's", "they", "they're"};
  const std::span<const context::Clause> clauses = context_->clauses(mention.sentence);
  for (std::size_t at = 0; at + 1 < clauses.size(); ++at) {
    const context::Clause& next = clauses[at + 1];
    if (!clauses[at].subject.overlaps(mention.text) || next.subject.empty()) continue;
    const std::string_view subject = reading_->view(next.subject);
    for (const Found& band : finds_.bands) {
      if (knowledge_->bands[band.id].of != Band::Of::degree || !next.text.contains(band.text))
        continue;
      const std::string_view opening =
          reading_->view(reading_->text.tokens[band.first_token].text);
      if (base::is_one_of(subject, pronouns) || base::is_one_of(opening, pronouns)) return &band;
    }
  }
  return nullptr;
}

void Extractor::set_degree(const Mention& mention, Span clause, Assertion& assertion) {
  constexpr knowledge::Interval much{2.5, 5};
  if (assertion.claim.denied && is_asked_for_much(mention)) assertion.claim.degree = much;
  const Found* band = nearest_band(mention, clause, Band::Of::degree);
  if (band == nullptr) {
    band = degree_taken_up(mention);
    if (band == nullptr) return;
    assertion.degree_cue = band->text;
    assertion.claim.degree = knowledge_->bands[band->id].range;
    return;
  }
  const bool before = band->end_token <= mention.first_token;
  if (before ? !shape_.is_one_phrase(band->end_token, mention.first_token)
             : shape_.distance(mention.end_token, band->first_token, 6) > 5 ||
                   shape_.has_preposition(mention.end_token, band->first_token) ||
                   describes_another(*band))
    return;
  if (band->text == assertion.likelihood_cue) return;  // "The risk of scarring is low"
  assertion.degree_cue = band->text;
  assertion.claim.degree = degree_of(*band, before);
}

// "It has no downtime compared to surgery": how much there is
// of it is said in so many words, whatever it is held against.
bool Extractor::is_absolute(const Mention& mention, const Assertion& assertion) const {
  static constexpr std::array<std::string_view, 5> against = {"compared", "in comparison",
                                                              "as opposed", "versus", "vs"};
  // "Unlike surgery, HIFU lifts for months": of the thing itself, where the sentence names it
  const bool named = assertion.origin == Origin::clause;
  const auto sets_apart = [&](std::string_view cue) {
    return named && (cue == "unlike" || cue == "similar to");
  };
  const bool says_how_much = assertion.claim.denied || !assertion.degree_cue.empty();
  const Span sentence = reading_->text.sentences[mention.sentence].text;
  return std::ranges::all_of(context_->explain(mention.text), [&](const context::Evidence& one) {
    if (one.category != Category::compared) return true;
    const std::string cue = base::lower(reading_->view(one.cue));
    const bool beside = one.cue.begin >= mention.text.end || one.cue.begin == sentence.begin;
    // "There is no scarring, unlike with a facelift"
    const bool added = says_how_much && cue == "unlike" && one.cue.begin >= mention.text.end;
    return beside && (added || sets_apart(cue) ||
                      (says_how_much && std::ranges::any_of(against, [&](std::string_view word) {
                         return cue.starts_with(word);
                       })));
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
    if (type == population_type_ && shape_.is_named_as_whose(other) && !are_listed(mention, other))
      assertion.claim.population = other.meaning;
  }
}

// "High blood pressure is dangerous": of what the clause names and no pack knows.
bool Extractor::is_said_of_another(const Mention& mention, const context::Clause& parts) const {
  const Span subject = parts.subject;
  if (subject.empty() || subject.end > mention.text.begin ||
      knowledge_->concept_of(mention.meaning).subject)
    return false;
  const std::uint32_t head = reading_->text.token_at(subject.begin);
  if (lexicon::has(parts_of(head), lexicon::PartOfSpeech::pronoun) || is_contracted(head))
    return false;
  // "the cream", "creams", but not "home-made creams"
  const bool determined = lexicon::has(parts_of(head), lexicon::PartOfSpeech::determiner);
  return std::ranges::none_of(finds_.mentions, [&](const Mention& other) {
    const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
    return subject.overlaps(other.text) &&
           (meaning.subject || (knowledge_->types[meaning.type].part &&
                                (determined || other.text.begin == subject.begin)));
  });
}

// "non-invasive, and smooths forehead wrinkles": the site of what stands right behind it.
bool Extractor::is_site_of_another(const Mention& site, const Mention& mention) const {
  return std::ranges::any_of(finds_.mentions, [&](const Mention& other) {
    return other.first_token == site.end_token && other.text != mention.text;
  });
}

// "on the upper lip", "the legs take": where on the body, when the clause names one place.
void Extractor::set_site(const Mention& mention, Span clause, Assertion& assertion) const {
  if (site_type_ == knowledge::none) return;
  ConceptId site = knowledge::none;
  for (const Mention& other : finds_.mentions) {
    if (other.text == mention.text || !clause.contains(other.text) ||
        knowledge_->concept_of(other.meaning).type != site_type_ || is_site_of_another(other, mention))
      continue;
    if (site != knowledge::none && site != other.meaning) return;
    site = other.meaning;
  }
  assertion.claim.site = site;
}

// "The risk is nil once the skin has healed": a time in the clause right behind.
const Found* Extractor::time_behind(Span clause) const {
  const auto follows = [&](const Found& band) {
    return knowledge_->bands[band.id].of == Band::Of::time && band.text.begin >= clause.end &&
           shape_.distance(reading_->text.token_at(clause.end - 1) + 1, band.first_token, 1) == 0;
  };
  const auto found = std::ranges::find_if(finds_.bands, follows);
  return found == finds_.bands.end() ? nullptr : &*found;
}

// "The skin is sore for two days": longer than it is done.
bool Extractor::lasts_on(Span clause) const {
  constexpr double while_done = 3600;  // seconds
  return std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& quantity) {
    return clause.contains(quantity.text) &&
           quantity.quantity.measure == knowledge::Measure::time &&
           quantity.quantity.range.high >= while_done;
  });
}

// "some soreness after the thread lift"
bool Extractor::is_of_afterwards(const Mention& mention) const {
  static constexpr std::array<std::string_view, 5> words = {"after", "afterwards", "afterward",
                                                            "following", "later"};
  constexpr std::uint32_t reach = 2;
  const std::uint32_t end = std::min(mention.end_token + reach,
                                     reading_->text.sentences[mention.sentence].end_token);
  for (std::uint32_t token = mention.end_token; token < end; ++token)
    if (base::is_one_of(reading_->view(reading_->text.tokens[token].text), words)) return true;
  return false;
}

// "no pain during the session or after": at no time
bool Extractor::goes_on_afterwards(const Found& during) const {
  static constexpr std::array<std::string_view, 3> joins = {"and", "or", "nor"};
  static constexpr std::array<std::string_view, 5> later = {"after", "afterwards", "afterward",
                                                            "following", "later"};
  const std::uint32_t last = during.end_token + 1;
  return last < reading_->text.tokens.size() &&
         base::is_one_of(reading_->view(reading_->text.tokens[last - 1].text), joins) &&
         base::is_one_of(reading_->view(reading_->text.tokens[last].text), later);
}

// Whether a concept cannot hold together with others that it names, or that name it.
bool Extractor::excludes_others(ConceptId meaning) const {
  if (meaning == knowledge::none) return false;
  const auto names = [&](const knowledge::Concept& other) {
    return std::ranges::find(other.exclusive, meaning) != other.exclusive.end();
  };
  return !knowledge_->concept_of(meaning).exclusive.empty() ||
         std::ranges::any_of(knowledge_->concepts, names);
}

// "If scars affect your self-confidence, ...": that there are some is supposed, and not said
bool Extractor::is_supposed(const Mention& mention, Span clause, const Assertion& assertion) const {
  return !assertion.condition_cue.empty() && clause.contains(assertion.condition_cue) &&
         assertion.condition_cue.begin <= mention.text.begin &&
         base::lower(reading_->view(reading_->text.tokens[reading_->text.token_at(
                         assertion.condition_cue.begin)].text)) == "if";
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
  const bool limits = said.denied || said.degree || said.likelihood.high <= 0.5;
  const Found* time = nearest_band(mention, clause, Band::Of::time);
  if (time == nullptr && limits) time = time_behind(clause);
  if (time != nullptr && shape_.is_of_earlier_predicate(*time, mention)) time = nullptr;
  if (time != nullptr && limits) limit(time->text, reading_->view(time->text));
  const bool lingers =
      mention.meaning != knowledge::none && knowledge_->concept_of(mention.meaning).lingers;
  const Span span = lingers ? assertion.sentence : clause;
  if (!said.denied && (time != nullptr || lasts_on(span) || is_of_afterwards(mention)))
    assertion.claim.phase = Phase::apart;
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
      if (evidence.category == Category::conditional) {
        // "when the needles are being put in": while it is done
        const Span sentence = reading_->text.sentences[mention.sentence].text;
        if (said.denied && evidence.cue.end < sentence.end &&
            reading_->view({evidence.cue.end, sentence.end}).starts_with(" being "))
          assertion.claim.phase = Phase::during;
        else
          limit(evidence.cue, reading_->view(joined(evidence.cue, evidence.scope)));
      }
  // "In Austria it is compulsory": of two that exclude each other each may hold somewhere
  std::uint64_t opening_phrase = said.conditional ? 0 : shape_.opening_limit(mention, true);
  if (opening_phrase != 0 && !excludes_others(mention.meaning))
    opening_phrase = said.denied ? shape_.opening_limit(mention, false) : 0;
  if (opening_phrase != 0) {
    assertion.claim.conditional = true;
    assertion.claim.condition = opening_phrase;
  }
  Claim& claim = assertion.claim;
  // "Scars may form if you pick the scabs": not what is to be expected
  if (!claim.denied && !of_whom && has(context_->at(mention.text), Category::conditional) &&
      !base::lower(reading_->view(assertion.condition_cue)).starts_with("when"))
    claim.frame_confidence = std::min<Confidence>(
        claim.frame_confidence, is_supposed(mention, clause, assertion) ? guessed : sure - 1);
  if (!claim.denied || claim.conditional) return;
  if (const Found* during = nearest_band(mention, clause, Band::Of::during); during != nullptr) {
    if (goes_on_afterwards(*during)) return;
    claim.phase = Phase::during;
    assertion.condition_cue = during->text;
    return;
  }
  if (is_of_itself(mention, clause)) claim.phase = Phase::itself;
  std::uint64_t phrase = shape_.related_to(mention);
  if (phrase == 0) phrase = shape_.phrase_limit(mention, clause, assertion.polarity_cue);
  if (phrase == 0) return;
  claim.conditional = true;
  claim.condition = phrase;
}

// "for every skin, except the very darkest": what no pack knows is left out, so it is not of all.
void Extractor::limit_by_exception(std::size_t from, std::vector<Assertion>& assertions) {
  for (std::size_t at = from; at < assertions.size(); ++at) {
    Assertion& made = assertions[at];
    if ((!made.claim.denied && !made.claim.universal) || made.claim.conditional) continue;
    const sentences::Sentence& sentence =
        reading_->text.sentences[reading_->text.sentence_at(made.sentence.begin)];
    std::uint32_t last = sentence.end_token;
    while (last > sentence.first_token &&
           reading_->text.tokens[last - 1].kind == sentences::TokenKind::mark)
      --last;
    if (last == sentence.first_token) return;
    const Span word = reading_->text.tokens[last - 1].text;
    if (!has(context_->at(word), Category::excepted)) return;
    for (const context::Evidence& evidence : context_->explain(word)) {
      if (evidence.category != Category::excepted || evidence.cue.begin < made.words.end) continue;
      made.claim.conditional = true;
      made.condition_cue = evidence.cue;
      made.claim.condition = base::hash64(reading_->view({evidence.cue.begin, word.end})) | 1U;
    }
  }
}

void Extractor::add_exceptions(std::size_t from, std::vector<Assertion>& assertions) {
  if (excepted_.empty()) return limit_by_exception(from, assertions);
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
