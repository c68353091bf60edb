#include "linter/assertions/extract.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "linter/base/hash.h"

namespace linter::assertions {

using context::Categories;
using context::Category;
using knowledge::Band;
using knowledge::Side;

namespace {

constexpr double some = 1e-9;  // the least that is not never
constexpr Interval possible{some, 1};
constexpr Interval never{0, 0};
constexpr Interval not_always{0, 1 - some};
constexpr Interval nearly_always{0.9, 1};
constexpr Interval always{1, 1};
constexpr std::uint32_t reach_of_default_cue = 40;  // tokens; a cue further away governs nothing
constexpr std::size_t most_mentions = 64;           // of one sentence

knowledge::TypeId type_named(const knowledge::Knowledge& knowledge, std::string_view name) {
  const auto found = std::ranges::find(knowledge.types, name, &knowledge::ConceptType::name);
  return found == knowledge.types.end()
             ? knowledge::none
             : static_cast<knowledge::TypeId>(found - knowledge.types.begin());
}

Voice voice_of(Categories categories) {
  if (has(categories, Category::attributed) || has(categories, Category::myth) ||
      has(categories, Category::warned))
    return Voice::others;
  if (has(categories, Category::testimonial) || has(categories, Category::quoted))
    return Voice::person;
  return Voice::author;
}

Force force_of(Categories categories) {
  if (has(categories, Category::question)) return Force::question;
  if (has(categories, Category::advice)) return Force::advice;
  if (has(categories, Category::hypothetical) || has(categories, Category::historical))
    return Force::hypothesis;
  if (has(categories, Category::compared)) return Force::comparison;
  return Force::statement;
}

Span joined(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace

Extractor::Extractor(const knowledge::Knowledge& knowledge)
    : knowledge_(&knowledge),
      population_type_(type_named(knowledge, "population")),
      setting_type_(type_named(knowledge, "setting")),
      frame_has_cues_(knowledge.frames.size()),
      finder_(knowledge) {
  for (const knowledge::FrameCue& cue : knowledge.frame_cues) frame_has_cues_[cue.frame] = true;
}

void Extractor::extract(const lexicon::Reading& reading, context::Context& context,
                        std::vector<Assertion>& assertions) {
  if (knowledge_->empty()) return;
  reading_ = &reading;
  context_ = &context;
  survey();
  for (const std::uint32_t sentence : busy_) extract_sentence(sentence, assertions);
}

void Extractor::survey() {
  busy_.clear();
  block_cues_.clear();
  finder_.begin(*reading_);
  subjects_.begin(*reading_, *knowledge_);
  for (std::uint32_t sentence = 0; sentence < reading_->text.sentences.size(); ++sentence) {
    finder_.find(sentence, finds_);
    for (const Mention& mention : finds_.mentions) subjects_.add(mention);
    if (!finds_.mentions.empty()) busy_.push_back(sentence);
    if (!finds_.cues.empty()) {
      const std::uint32_t block = reading_->text.sentences[sentence].block;
      const bool introduces =
          reading_->text.sentences[sentence].ending == sentences::Ending::colon ||
          prose::has(reading_->article.blocks[block].scopes, prose::Scope::heading);
      if (introduces) block_cues_.push_back({block, finds_.cues.back().id});
    }
  }
  subjects_.finish();
}

void Extractor::extract_sentence(std::uint32_t sentence, std::vector<Assertion>& assertions) {
  finder_.find(sentence, finds_);
  excepted_.clear();
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  sentence_begin_ = place.first_token;
  in_mention_.assign(place.end_token - place.first_token, false);
  for (const Mention& mention : finds_.mentions)
    for (std::uint32_t at = mention.first_token; at < mention.end_token; ++at)
      in_mention_[at - sentence_begin_] = true;
  const std::size_t from = assertions.size();
  for (std::size_t at = 0; at < std::min(finds_.mentions.size(), most_mentions); ++at)
    extract_mention(finds_.mentions[at], assertions);
  add_exceptions(from, assertions);
}

Span Extractor::clause_of(const Mention& mention) {
  for (const Span clause : context_->clauses(mention.sentence))
    if (clause.begin <= mention.text.begin && mention.text.begin < clause.end) return clause;
  return reading_->text.sentences[mention.sentence].text;
}

void Extractor::extract_mention(const Mention& mention, std::vector<Assertion>& assertions) {
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  const Span clause = clause_of(mention);
  std::optional<Governor> governor = governor_of(mention, clause);
  if (!governor) governor = inherited_governor(mention);
  if (!governor) {
    const FrameId frame = knowledge_->default_frame(meaning.type);
    governor = Governor{.frame = frame, .cue = {}, .likelihood = std::nullopt};
  }
  Assertion assertion;
  assertion.meaning = mention.text;
  assertion.sentence = reading_->text.sentences[mention.sentence].text;
  const Subject subject = meaning.subject
                              ? Subject{mention.meaning, Origin::clause, stated, mention.text}
                              : subjects_.of(mention, clause, finds_.mentions);
  assertion.origin = subject.origin;
  assertion.subject = subject.text;
  assertion.frame_cue = governor->cue;
  Claim& claim = assertion.claim;
  claim.subject = subject.meaning;
  claim.subject_confidence = subject.confidence;
  claim.frame = governor->frame;
  claim.frame_confidence = governor->confidence;
  claim.meaning = mention.meaning;
  const Categories categories = context_->at(mention.text);
  claim.voice = voice_of(categories);
  claim.force = force_of(categories);
  if (claim.force == Force::advice && claim.frame != knowledge::none &&
      (governor->states || knowledge_->frames[claim.frame].advice_states))
    claim.force = Force::statement;
  claim.universal = mention.universal || has(categories, Category::universal);
  claim.hedged = is_hedged(mention.text, governor->cue);
  set_polarity(mention, *governor, assertion);
  set_likelihood(mention, clause, *governor, assertion);
  set_degree(mention, clause, assertion);
  set_setting(mention, assertion);
  set_condition(mention, clause, assertion);
  if (has(categories, Category::excepted)) excepted_.push_back(mention.text);
  const Span start = clause.contains(assertion.polarity_cue) ? assertion.polarity_cue : Span{};
  assertion.words = joined(joined(start, assertion.frame_cue), mention.text);
  if (!claim.denied) add_quantified(mention, clause, assertion, assertions);
  if (claim.frame != knowledge::none && !is_label(mention, assertion))
    assertions.push_back(assertion);
}

// Tokens between two places, not counting what a list is made of: other mentions, commas, "and",
// "or".
std::uint32_t Extractor::distance(std::uint32_t from_token, std::uint32_t to_token) const {
  static constexpr std::array<std::string_view, 7> links = {",", "and", "or", "nor", "/", "&", "("};
  std::uint32_t count = 0;
  for (std::uint32_t at = from_token; at < to_token && count < reach_of_default_cue; ++at) {
    const bool listed =
        in_mention_[at - sentence_begin_] ||
        std::ranges::find(links, reading_->view(reading_->text.tokens[at].text)) != links.end();
    if (!listed) ++count;
  }
  return count;
}

std::optional<Extractor::Governor> Extractor::governor_of(const Mention& mention,
                                                          Span clause) const {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  std::optional<Governor> best;
  std::uint32_t best_distance = reach_of_default_cue;
  for (const Found& found : finds_.cues) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[found.id];
    if (!clause.overlaps(found.text) || !knowledge_->fills(type, cue.frame)) continue;
    if (knowledge_->frames[cue.frame].measure || found.text.overlaps(mention.text)) continue;
    const bool object_before = mention.end_token <= found.first_token;
    if (object_before ? cue.object == Side::after : cue.object == Side::before) continue;
    const std::uint32_t apart = object_before ? distance(mention.end_token, found.first_token)
                                              : distance(found.end_token, mention.first_token);
    if (apart >= best_distance) continue;
    best_distance = apart;
    best = Governor{.frame = cue.frame,
                    .cue = found.text,
                    .confidence = stated,
                    .denies = cue.denies,
                    .states = cue.states,
                    .object_before = object_before,
                    .likelihood = cue.likelihood};
  }
  return best;
}

std::optional<Extractor::Governor> Extractor::inherited_governor(const Mention& mention) const {
  const prose::Block& block =
      reading_->article.blocks[reading_->text.sentences[mention.sentence].block];
  if (!prose::has(block.scopes, prose::Scope::list) &&
      !prose::has(block.scopes, prose::Scope::table))
    return std::nullopt;
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  for (const std::uint32_t above : {block.lead_in, block.table_header, block.heading}) {
    if (above == prose::no_block) continue;
    const auto found = std::ranges::lower_bound(block_cues_, above, {}, &BlockCue::block);
    if (found == block_cues_.end() || found->block != above) continue;
    const knowledge::FrameCue& cue = knowledge_->frame_cues[found->cue];
    if (cue.object == Side::before || !knowledge_->fills(type, cue.frame) ||
        knowledge_->frames[cue.frame].measure)
      continue;
    return Governor{.frame = cue.frame,
                    .cue = {},
                    .denies = cue.denies,
                    .states = cue.states,
                    .likelihood = cue.likelihood};
  }
  return std::nullopt;
}

// Whether a negation other than the one inside `not_by` (a cue that brings its own "not") reaches
// the words.
bool Extractor::is_negated(Span words, Span not_by) {
  if (!has(context_->at(words), Category::negated)) return false;
  bool other = false;
  bool own = false;
  for (const context::Evidence& evidence : context_->explain(words)) {
    if (evidence.category != Category::negated) continue;
    (not_by.contains(evidence.cue) ? own : other) = true;
  }
  return other || !own;
}

void Extractor::set_polarity(const Mention& mention, const Governor& governor,
                             Assertion& assertion) {
  Span own = governor.cue;
  for (const Found& band : finds_.bands)
    if (knowledge_->bands[band.id].of == Band::Of::degree && band.text.end <= mention.text.begin &&
        distance(band.end_token, mention.first_token) == 0)
      own = joined(own, band.text);
  bool negated = is_negated(mention.text, own);
  if (!negated && governor.object_before) negated = is_negated(governor.cue, governor.cue);
  if (has(context_->at(mention.text), Category::excepted)) negated = false;
  assertion.claim.denied = negated != (governor.denies != mention.denies);
  if (!negated) return;
  for (const context::Evidence& evidence : context_->explain(mention.text))
    if (evidence.category == Category::negated) assertion.polarity_cue = evidence.cue;
}

const Found* Extractor::nearest_band(const Mention& mention, Span clause, Band::Of of) const {
  const Found* best = nullptr;
  std::uint32_t best_distance = reach_of_default_cue;
  for (const Found& found : finds_.bands) {
    if (knowledge_->bands[found.id].of != of || !clause.overlaps(found.text) ||
        found.text.overlaps(mention.text))
      continue;
    const bool after = mention.end_token <= found.first_token;
    const std::uint32_t apart = after ? distance(mention.end_token, found.first_token)
                                      : distance(found.end_token, mention.first_token);
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

// "not everyone", "not all": the denial leaves some. "not any" does not.
bool Extractor::denies_only_all(const Mention& mention) {
  if (mention.universal) return true;
  const auto is_all = [&](const context::Evidence& evidence) {
    return evidence.category == Category::universal &&
           !reading_->view(evidence.cue).starts_with("any");
  };
  return std::ranges::any_of(context_->explain(mention.text), is_all);
}

void Extractor::set_likelihood(const Mention& mention, Span clause, const Governor& governor,
                               Assertion& assertion) {
  Claim& claim = assertion.claim;
  const bool hedged = is_hedged(mention.text, governor.cue);
  const Found* band = nearest_band(mention, clause, Band::Of::likelihood);
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
    const bool leaves_some =
        (hedged && !mention.denies) || (claim.universal && denies_only_all(mention));
    claim.likelihood = leaves_some ? not_always : never;
    return;
  }
  claim.likelihood = possible;
  if (governor.likelihood) {
    claim.likelihood = *governor.likelihood;
  } else if (band != nullptr) {
    assertion.likelihood_cue = band->text;
    claim.likelihood = !band_denied       ? range
                       : range.high > 0.9 ? Interval{0, range.low}
                                          : Interval{range.high, 1};
  } else if (hedged) {
    return;
  } else if (claim.universal && knowledge_->concept_of(mention.meaning).type == population_type_) {
    claim.likelihood = always;
  } else if (has(context_->at(mention.text), Category::certain)) {
    claim.likelihood = nearly_always;
  } else if (claim.frame != knowledge::none && knowledge_->frames[claim.frame].bare_is_certain) {
    claim.likelihood = always;
  }
}

void Extractor::set_degree(const Mention& mention, Span clause, Assertion& assertion) const {
  const Found* band = nearest_band(mention, clause, Band::Of::degree);
  if (band == nullptr) return;
  assertion.degree_cue = band->text;
  assertion.claim.degree = knowledge_->bands[band->id].range;
}

void Extractor::set_setting(const Mention& mention, Assertion& assertion) const {
  for (const Mention& other : finds_.mentions) {
    if (other.text == mention.text) continue;
    const knowledge::TypeId type = knowledge_->concept_of(other.meaning).type;
    if (type == knowledge::none) continue;
    if (type == setting_type_) assertion.claim.setting = other.meaning;
    if (type == population_type_) assertion.claim.population = other.meaning;
  }
}

// A condition, or a time that the statement is limited to ("after three days", "beforehand").
void Extractor::set_condition(const Mention& mention, Span clause, Assertion& assertion) {
  const auto limit = [&](Span cue, std::string_view words) {
    assertion.claim.conditional = true;
    assertion.condition_cue = cue;
    assertion.claim.condition = base::hash64(words);
  };
  if (const Found* time = nearest_band(mention, clause, Band::Of::time))
    limit(time->text, knowledge_->bands[time->id].name);
  for (const FoundQuantity& quantity : finds_.quantities)
    if (quantity.quantity.bound == knowledge::Bound::after && clause.overlaps(quantity.text))
      limit(quantity.text, reading_->view(quantity.text));
  if (!has(context_->at(mention.text), Category::conditional)) return;
  for (const context::Evidence& evidence : context_->explain(mention.text))
    if (evidence.category == Category::conditional)
      limit(evidence.cue, reading_->view(joined(evidence.cue, evidence.scope)));
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

// A heading, title or column head that only names something ("Side effects") asserts nothing of it.
bool Extractor::is_label(const Mention& mention, const Assertion& assertion) const {
  if (assertion.claim.denied || !assertion.frame_cue.empty()) return false;
  const prose::Block& block =
      reading_->article.blocks[reading_->text.sentences[mention.sentence].block];
  const bool column_head =
      prose::has(block.scopes, prose::Scope::table) && block.table_header == prose::no_block;
  return column_head || prose::has(block.scopes, prose::Scope::heading) ||
         prose::has(block.scopes, prose::Scope::title);
}

// "Redness settles within 24 hours" says how long beside that there is redness.
void Extractor::add_quantified(const Mention& mention, Span clause, const Assertion& plain,
                               std::vector<Assertion>& assertions) {
  static constexpr std::uint32_t counted_reach =
      2;  // tokens between a bare number and what it counts
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  for (std::size_t id = 0; id < knowledge_->frames.size(); ++id) {
    const auto frame = static_cast<FrameId>(id);
    const knowledge::Frame& shape = knowledge_->frames[frame];
    if (!shape.measure || !knowledge_->fills(type, frame)) continue;
    const Found* cue = nullptr;
    for (const Found& found : finds_.cues)
      if (knowledge_->frame_cues[found.id].frame == frame && clause.overlaps(found.text))
        cue = &found;
    if (cue == nullptr && frame_has_cues_[frame]) continue;
    const FoundQuantity* best = nullptr;
    std::uint32_t best_distance = reach_of_default_cue;
    for (const FoundQuantity& quantity : finds_.quantities) {
      if (quantity.quantity.measure != *shape.measure || !clause.overlaps(quantity.text)) continue;
      const bool after = mention.end_token <= quantity.first_token;
      const std::uint32_t apart = after ? distance(mention.end_token, quantity.first_token)
                                        : distance(quantity.end_token, mention.first_token);
      if (*shape.measure == knowledge::Measure::count && (after || apart > counted_reach)) continue;
      if (apart >= best_distance) continue;
      best_distance = apart;
      best = &quantity;
    }
    if (best == nullptr) continue;
    Assertion made = plain;
    made.claim.frame = frame;
    if (made.claim.force == Force::advice && shape.advice_states)
      made.claim.force = Force::statement;
    made.claim.frame_confidence = stated;
    made.claim.quantity = best->quantity;
    made.frame_cue = cue == nullptr ? Span{} : cue->text;
    made.quantity = best->text;
    made.words = joined(joined(mention.text, made.frame_cue), best->text);
    assertions.push_back(made);
  }
}

}  // namespace linter::assertions
