#include "linter/assertions/extract.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace linter::assertions {

using context::Categories;
using context::Category;
using knowledge::Band;
using knowledge::Side;

namespace {

constexpr std::uint32_t reach_of_default_cue = 40;  // tokens; a cue further away governs nothing
constexpr std::size_t most_mentions = 64;           // of one sentence

knowledge::TypeId type_named(const knowledge::Knowledge& knowledge, std::string_view name) {
  const auto found = std::ranges::find(knowledge.types, name, &knowledge::ConceptType::name);
  return found == knowledge.types.end()
             ? knowledge::none
             : static_cast<knowledge::TypeId>(found - knowledge.types.begin());
}

FrameId comparison_frame_of(const knowledge::Knowledge& knowledge) {
  const auto found = std::ranges::find(knowledge.frames, true, &knowledge::Frame::comparison);
  return found == knowledge.frames.end() ? knowledge::none
                                         : static_cast<FrameId>(found - knowledge.frames.begin());
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

}  // namespace

Extractor::Extractor(const knowledge::Knowledge& knowledge)
    : knowledge_(&knowledge),
      population_type_(type_named(knowledge, "population")),
      setting_type_(type_named(knowledge, "setting")),
      site_type_(type_named(knowledge, "site")),
      comparison_frame_(comparison_frame_of(knowledge)),
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
  last_other_ = no_sentence;
  for (const std::uint32_t sentence : busy_) {
    extract_sentence(sentence, assertions);
    const auto is_other = [&](const Mention& mention) {
      const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
      return !meaning.subject && !knowledge_->types[meaning.type].part;
    };
    if (std::ranges::any_of(finds_.mentions, is_other)) last_other_ = sentence;
  }
}

void Extractor::survey() {
  busy_.clear();
  block_cues_.clear();
  block_labels_.clear();
  finder_.begin(*reading_);
  subjects_.begin(*reading_, *knowledge_);
  for (std::uint32_t sentence = 0; sentence < reading_->text.sentences.size(); ++sentence) {
    finder_.find(sentence, finds_);
    for (const Mention& mention : finds_.mentions) subjects_.add(mention);
    if (!finds_.mentions.empty() || (!finds_.quantities.empty() && !finds_.cues.empty()))
      busy_.push_back(sentence);
    const std::uint32_t block = reading_->text.sentences[sentence].block;
    const bool introduces =
        reading_->text.sentences[sentence].ending == sentences::Ending::colon ||
        prose::has(reading_->article.blocks[block].scopes, prose::Scope::heading);
    if (!introduces) continue;
    if (!finds_.cues.empty()) block_cues_.push_back({block, finds_.cues.back().id});
    for (const Mention& mention : finds_.mentions)
      if (!mention.denies) block_labels_.push_back({block, mention.meaning});
  }
  subjects_.finish();
}

void Extractor::extract_sentence(std::uint32_t sentence, std::vector<Assertion>& assertions) {
  finder_.find(sentence, finds_);
  excepted_.clear();
  shape_.read(*reading_, *knowledge_, finds_, finder_, sentence);
  const std::size_t from = assertions.size();
  for (std::size_t at = 0; at < std::min(finds_.mentions.size(), most_mentions); ++at)
    extract_mention(finds_.mentions[at], assertions);
  add_unnamed(sentence, from, assertions);
  if (comparison_frame_ != knowledge::none) add_comparison(sentence, assertions);
  add_exceptions(from, assertions);
}

// Who says the words, as what kind of speech act, and how surely.
void Extractor::say_how(Span words, Span not_by, Assertion& assertion) {
  const Categories categories = context_->at(words);
  assertion.claim.voice = voice_of(categories);
  assertion.claim.force = force_of(categories);
  if (assertion.claim.force == Force::statement && asks(words))
    assertion.claim.force = Force::question;
  if (assertion.claim.force == Force::statement && is_sought(words))
    assertion.claim.force = Force::mention;
  assertion.claim.hedged = is_hedged(words, not_by);
}

// A heading or item that begins like a question ("What causes redness").
bool Extractor::asks(Span words) const {
  static constexpr std::array<std::string_view, 6> openings = {"what", "why", "how",
                                                               "when", "who", "which"};
  const std::uint32_t sentence = reading_->text.sentence_at(words.begin);
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const prose::Block& block = reading_->article.blocks[place.block];
  if (!prose::has(block.scopes, prose::Scope::heading) &&
      !prose::has(block.scopes, prose::Scope::list))
    return false;
  if (place.ending != sentences::Ending::none) return false;
  const std::string_view first = reading_->view(reading_->text.tokens[place.first_token].text);
  return std::ranges::any_of(openings, [&](std::string_view one) {
    return one.size() == first.size() && (first[0] | 0x20) == one[0] &&
           first.substr(1) == one.substr(1);
  });
}

// "If you are looking for a permanent solution": what is looked for is not promised.
bool Extractor::is_sought(Span words) {
  const std::uint32_t sentence = reading_->text.sentence_at(words.begin);
  for (const Found& band : finds_.bands) {
    if (knowledge_->bands[band.id].of != Band::Of::sought || band.text.end > words.begin) continue;
    for (const context::Clause& clause : context_->clauses(sentence))
      if (clause.text.contains(words) && clause.text.overlaps(band.text)) return true;
  }
  return false;
}

// "only a doctor", "only by a doctor", "adults only"; not "not only", nor one of several.
bool Extractor::is_only(const Mention& mention, Span clause) const {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  const auto is_another = [&](const Mention& other) {
    return other.text != mention.text && clause.contains(other.text) &&
           knowledge_->concept_of(other.meaning).type == type;
  };
  const auto is_negator = [&](std::uint32_t token) {
    const sentences::Token& one = reading_->text.tokens[token];
    return one.kind == sentences::TokenKind::word &&
           lexicon::has(reading_->lexicon[one.word].parts, lexicon::PartOfSpeech::negator);
  };
  const auto names_it = [&](const Found& found) {
    if (knowledge_->bands[found.id].of != Band::Of::only || !clause.contains(found.text) ||
        (found.first_token > 0 && is_negator(found.first_token - 1)))
      return false;
    return found.first_token == mention.end_token ||
           (found.end_token <= mention.first_token && mention.first_token - found.end_token <= 2);
  };
  return std::ranges::any_of(finds_.bands, names_it) &&
         std::ranges::none_of(finds_.mentions, is_another);
}

context::Clause Extractor::clause_of(const Mention& mention) {
  for (const context::Clause& clause : context_->clauses(mention.sentence))
    if (clause.text.begin <= mention.text.begin && mention.text.begin < clause.text.end)
      return clause;
  return {reading_->text.sentences[mention.sentence].text, {}, {}};
}

void Extractor::extract_mention(const Mention& mention, std::vector<Assertion>& assertions) {
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  if (meaning.type == knowledge::none || !knowledge_->types[meaning.type].in_frames) return;
  const context::Clause parts = clause_of(mention);
  const Span clause = parts.text;
  std::optional<Governor> governor = governor_of(mention, clause);
  if (!governor) governor = inherited_governor(mention);
  if (!governor) {
    const FrameId frame = knowledge_->default_frame(meaning.type);
    governor = Governor{.frame = frame, .cue = {}, .likelihood = std::nullopt};
  }
  if (governor->frame == knowledge::none && finds_.quantities.empty()) return;
  Assertion assertion;
  assertion.meaning = mention.text;
  assertion.sentence = reading_->text.sentences[mention.sentence].text;
  const Subject subject = meaning.subject
                              ? Subject{mention.meaning, Origin::clause, stated, mention.text}
                              : subjects_.of(mention, parts, finds_.mentions);
  assertion.origin = subject.origin;
  assertion.subject = subject.text;
  assertion.frame_cue = governor->cue;
  Claim& claim = assertion.claim;
  claim.subject = subject.meaning;
  claim.subject_confidence = subject.confidence;
  claim.frame = governor->frame;
  claim.frame_confidence = governor->confidence;
  claim.meaning = mention.meaning;
  say_how(mention.text, governor->cue, assertion);
  if (claim.voice == Voice::author && is_of_one_person(parts)) claim.voice = Voice::person;
  const Categories categories = context_->at(mention.text);
  if (claim.force == Force::advice && claim.frame != knowledge::none &&
      (governor->states || knowledge_->frames[claim.frame].advice_states))
    claim.force = Force::statement;
  claim.universal = (mention.universal || has(categories, Category::universal)) &&
                    !(meaning.type == population_type_ && shape_.is_described(mention));
  claim.only = claim.frame != knowledge::none && knowledge_->frames[claim.frame].only_excludes &&
               is_only(mention, clause);
  set_polarity(mention, *governor, assertion);
  set_likelihood(mention, parts, *governor, is_predicated(mention, parts), assertion);
  set_degree(mention, clause, assertion);
  set_setting(mention, assertion);
  set_site(mention, clause, assertion);
  set_condition(mention, clause, assertion);
  if (claim.denied && !parts.subject.overlaps(mention.text) &&
      shape_.denies_kind(assertion.polarity_cue, parts))
    claim.subject = knowledge::none;
  if (has(categories, Category::excepted)) excepted_.push_back(mention.text);
  weigh(mention, parts, *governor, assertion);
  const Span start = clause.contains(assertion.polarity_cue) ? assertion.polarity_cue : Span{};
  assertion.words = joined(joined(start, assertion.frame_cue), mention.text);
  if (!claim.denied) add_quantified(mention, parts, assertion, assertions);
  if (claim.frame != knowledge::none && !is_label(mention, assertion))
    assertions.push_back(assertion);
}

// "My skin did not bruise": what one person went through is not said of the treatment.
bool Extractor::is_of_one_person(const context::Clause& clause) const {
  return std::ranges::any_of(finds_.bands, [&](const Found& found) {
    if (knowledge_->bands[found.id].of != Band::Of::person || !clause.text.contains(found.text) ||
        shape_.is_in_mention(found.first_token))
      return false;
    const bool numeral = reading_->view(found.text) == "I";  // "type I"
    return !numeral || clause.subject.overlaps(found.text);
  });
}

// Whether the words of the clause say something of the mention: "Redness is common", "the skin is
// red", "there is some redness".
bool Extractor::is_predicated(const Mention& mention, const context::Clause& clause) const {
  if (clause.verb.overlaps(mention.text) || shape_.holds_verb(mention) ||
      shape_.is_verb(mention, clause.text))
    return true;
  if (clause.verb.empty()) return false;
  const lexicon::Reading& reading = *reading_;
  if (mention.text.end <= clause.verb.begin) {
    if (clause.subject.overlaps(mention.text)) return true;
    if (clause.subject.empty()) return false;
    const std::uint32_t head = reading.text.token_at(clause.subject.begin);
    return mention.end_token <= head ? shape_.distance(mention.end_token, head, 1) == 0
                                     : shape_.distance(head + 1, mention.first_token, 1) == 0;
  }
  if (clause.subject.empty()) return false;
  const lexicon::PosMask subject =
      reading.lexicon[reading.text.tokens[reading.text.token_at(clause.subject.begin)].word].parts;
  const bool there = lexicon::has(subject, lexicon::PartOfSpeech::pronoun) &&
                     lexicon::has(subject, lexicon::PartOfSpeech::adverb);
  if (there) return true;
  const SentenceShape::Agent agent = shape_.agent_of(clause, mention);
  return shape_.can_be_predicate(mention) && agent != SentenceShape::Agent::other &&
         agent != SentenceShape::Agent::action;
}

// Whether the heading, list or column that it stands under names what it is a kind of ("Side
// effects").
bool Extractor::is_labelled(const Mention& mention) const {
  const prose::Block& block =
      reading_->article.blocks[reading_->text.sentences[mention.sentence].block];
  for (const std::uint32_t above : {block.lead_in, block.table_header, block.heading}) {
    if (above == prose::no_block) continue;
    for (auto label = std::ranges::lower_bound(block_labels_, above, {}, &BlockLabel::block);
         label != block_labels_.end() && label->block == above; ++label)
      if (label->meaning != mention.meaning && knowledge_->is_a(mention.meaning, label->meaning))
        return true;
  }
  return false;
}

// How sure it is that something is said of the mention; 0 where it is only named.
Confidence Extractor::said_of(const Mention& mention, const context::Clause& clause,
                              const Governor& governor) const {
  if (!governor.cue.empty()) return governor.confidence;
  if (governor.inherited || is_predicated(mention, clause)) return stated;
  if (is_labelled(mention)) return sure;
  const auto described = [&](const Found& found) {
    const Band::Of of = knowledge_->bands[found.id].of;
    return (of == Band::Of::degree || of == Band::Of::likelihood) &&
           clause.text.contains(found.text);
  };
  const bool measured = std::ranges::any_of(finds_.bands, described) ||
                        std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& quantity) {
                          return clause.text.contains(quantity.text);
                        });
  if (!measured) return 0;
  return clause.verb.empty() ? sure : guessed;
}

// What is only named states nothing, and what others do is not said of the subject.
void Extractor::weigh(const Mention& mention, const context::Clause& clause,
                      const Governor& governor, Assertion& assertion) const {
  Claim& claim = assertion.claim;
  if (claim.frame == knowledge::none) return;
  if (!knowledge_->frames[claim.frame].needs_predicate) {
    // "Shaving is not permanent", "hair that is shaved grows back"
    const bool of_an_action = clause.subject.end <= mention.text.begin &&
                              assertion.origin > Origin::clause &&
                              shape_.is_action(clause, mention);
    if (of_an_action || shape_.holds_relative(mention)) claim.subject = knowledge::none;
    // "Silicone is not approved": something that no pack knows
    const bool of_another = !clause.subject.empty() && clause.subject.end <= mention.text.begin &&
                            shape_.agent_of(clause, mention) == SentenceShape::Agent::other;
    const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
    const bool bare = assertion.origin > Origin::clause && governor.cue.empty() &&
                      knowledge_->default_frame(type) == claim.frame;
    if (bare && (of_another || shape_.is_modifier(mention)))
      claim.subject_confidence = std::min(claim.subject_confidence, guessed);
    return;
  }
  Confidence said = stated;
  if (shape_.is_modifier(mention) || shape_.is_named_by_neighbour(mention)) {
    said = 0;
  } else if (!claim.denied) {
    said = said_of(mention, clause, governor);
  }
  claim.frame_confidence = std::min(claim.frame_confidence, said);
  if (said == 0 && claim.force == Force::statement) claim.force = Force::mention;
  const bool caused = clause.subject.end <= mention.text.begin &&
                      (governor.cue.empty() ? claim.denied || shape_.can_be_predicate(mention)
                                            : clause.subject.end <= governor.cue.begin &&
                                                  governor.cue.end <= mention.text.begin);
  if (caused && !claim.denied && shape_.is_kind_of_subject(clause))
    claim.frame_confidence = std::min(claim.frame_confidence, guessed);
  // "At no point does it ...", "nothing in it ...": the denial holds the subject
  if (!caused || assertion.polarity_cue.overlaps(clause.subject)) return;
  switch (shape_.agent_of(clause, mention)) {
    case SentenceShape::Agent::none:
    case SentenceShape::Agent::subject:
      break;
    case SentenceShape::Agent::thing:
      claim.frame_confidence = std::min(claim.frame_confidence, guessed);
      break;
    case SentenceShape::Agent::other:
    case SentenceShape::Agent::action:
      assertion.subject = clause.subject;
      claim.subject_confidence = std::min(claim.subject_confidence, guessed);
      // "Pearl White does not stain": a name is that of a product
      if (!claim.denied || !shape_.is_name(clause.subject)) claim.subject = knowledge::none;
      break;
  }
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
    const std::uint32_t apart =
        object_before ? shape_.distance(mention.end_token, found.first_token, reach_of_default_cue)
                      : shape_.distance(found.end_token, mention.first_token, reach_of_default_cue);
    if (apart >= best_distance || shape_.is_attribute(found, mention)) continue;
    if (!object_before && !shape_.leads_to(found.end_token, mention)) continue;
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
                    .inherited = true,
                    .denies = cue.denies,
                    .states = cue.states,
                    .likelihood = cue.likelihood};
  }
  return std::nullopt;
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

}  // namespace linter::assertions
