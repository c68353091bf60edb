#include "linter/assertions/extract.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace linter::assertions {

using context::Categories;
using context::Category;

namespace {

constexpr std::size_t most_mentions = 64;  // of one sentence

knowledge::TypeId type_named(const knowledge::Knowledge& knowledge, std::string_view name) {
  const auto found = std::ranges::find(knowledge.types, name, &knowledge::ConceptType::name);
  return found == knowledge.types.end()
             ? knowledge::none
             : static_cast<knowledge::TypeId>(found - knowledge.types.begin());
}

}  // namespace

Extractor::Extractor(const knowledge::Knowledge& knowledge, bool hurried)
    : knowledge_(&knowledge),
      hurried_(hurried),
      population_type_(type_named(knowledge, "population")),
      setting_type_(type_named(knowledge, "setting")),
      site_type_(type_named(knowledge, "site")),
      stand_in_(knowledge.stand_in()),
      frame_has_cues_(knowledge.frames.size()),
      default_frames_(knowledge.types.size()),
      is_measured_type_(knowledge.types.size()),
      finder_(knowledge) {
  for (std::size_t type = 0; type < knowledge.types.size(); ++type)
    default_frames_[type] = knowledge.default_frame(static_cast<knowledge::TypeId>(type));
  for (const knowledge::FrameCue& cue : knowledge.frame_cues)
    if (!cue.label) frame_has_cues_[cue.frame] = true;
  for (std::size_t id = 0; id < knowledge.frames.size(); ++id) {
    const knowledge::Frame& frame = knowledge.frames[id];
    if (frame.comparison) comparison_frames_.push_back(static_cast<FrameId>(id));
    if (frame.measure && !frame.of_subject)
      for (const knowledge::TypeId type : frame.objects) is_measured_type_[type] = true;
  }
  if (knowledge.stances.empty()) return;
  note_stances();
  note_clashes();
}

void Extractor::extract(const lexicon::Reading& reading, context::Context& context,
                        std::vector<Assertion>& assertions) {
  if (knowledge_->empty()) return;
  reading_ = &reading;
  context_ = &context;
  survey();
  last_other_ = last_named_ = no_sentence;
  std::uint32_t next = 0;  // of the sentences that name nothing, too
  const auto read_up_to = [&](std::uint32_t end) {
    for (; next < end; ++next) {
      silent_.clear();
      std::swap(finds_, silent_);
      add_by_example(next, assertions.size(), assertions);
      std::swap(finds_, silent_);
    }
  };
  for (std::size_t busy = 0; busy < busy_.size(); ++busy) {
    const std::uint32_t sentence = busy_[busy];
    read_up_to(sentence);
    next = sentence + 1;
    const std::size_t from = assertions.size();
    std::swap(finds_, last_finds_);
    find_in(busy);
    if (!hurried_ || may_assert(sentence)) extract_sentence(sentence, assertions);
    add_by_example(sentence, from, assertions);
    last_named_ = sentence;
    const auto is_other = [&](const Mention& mention) {
      const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
      return !meaning.subject && !knowledge_->types[meaning.type].part &&
             meaning.type != population_type_;
    };
    if (std::ranges::any_of(finds_.mentions, is_other)) last_other_ = sentence;
  }
  read_up_to(static_cast<std::uint32_t>(reading.text.sentences.size()));
}

// Whether anything may come of a sentence: what holds of its words alone is asked first, since with
// most sentences nothing does, and their clauses are never needed.
bool Extractor::may_assert(std::uint32_t sentence) const {
  const auto is_subject = [&](const Mention& mention) {
    return knowledge_->concept_of(mention.meaning).subject;
  };
  const bool may_measure =
      !finds_.quantities.empty() &&
      (std::ranges::any_of(finds_.mentions, is_subject) || subjects_.has_inherited(sentence));
  const bool may_be_amount = finds_.mentions.empty() && subjects_.has_inherited(sentence);
  return subjects_.can_turn_from(sentence) || may_be_amount || may_measure ||
         may_compare(sentence) || std::ranges::any_of(finds_.mentions, [&](const Mention& mention) {
           return may_assert(mention);
         });
}

// Whether some cue, or a figure, or its own type may put it into a frame.
bool Extractor::may_assert(const Mention& mention) const {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  if (type == knowledge::none || !knowledge_->types[type].in_frames) return false;
  const auto may_govern = [&](const Found& cue) {
    return knowledge_->fills(type, knowledge_->frame_cues[cue.id].frame);
  };
  return !finds_.quantities.empty() || default_frames_[type] != knowledge::none ||
         std::ranges::any_of(finds_.cues, may_govern) || inherited_governor(mention).has_value();
}

void Extractor::extract_sentence(std::uint32_t sentence, std::vector<Assertion>& assertions) {
  excepted_.clear();
  shape_.read(*reading_, *knowledge_, finds_, finder_, sentence);
  mark_absent();
  answer_ = answer_to(sentence);
  if (const std::span<const context::Clause> clauses = context_->clauses(sentence);
      !clauses.empty() && shape_.names_another(clauses.front(), {}))
    subjects_.turn_from(sentence);
  const std::size_t from = assertions.size();
  for (std::size_t at = 0; at < std::min(finds_.mentions.size(), most_mentions); ++at)
    extract_mention(finds_.mentions[at], assertions);
  add_unnamed(sentence, from, assertions);
  add_amount(sentence, assertions);
  add_taken_up(sentence, from, assertions);
  add_comparison(sentence, assertions);
  add_exceptions(from, assertions);
}

context::Clause Extractor::clause_of(const Mention& mention) {
  const std::span<const context::Clause> clauses = context_->clauses(mention.sentence);
  for (std::size_t at = 0; at < clauses.size(); ++at)
    if (clauses[at].text.begin <= mention.text.begin && mention.text.begin < clauses[at].text.end)
      return clauses[at].verb.empty() ? across_aside(mention, clauses.subspan(at)) : clauses[at];
  return {reading_->text.sentences[mention.sentence].text, {}, {}};
}

// "Do not use it more than twice a week": at most so often. Whether the clause holds such a bound.
bool Extractor::turn_bounds(Span clause) {
  bool turned = false;
  for (FoundQuantity& found : finds_.quantities) {
    Quantity& quantity = found.quantity;
    if (quantity.measure != knowledge::Measure::frequency ||
        quantity.bound != knowledge::Bound::minimum || !clause.contains(found.text))
      continue;
    quantity.bound = knowledge::Bound::maximum;
    quantity.range = {0, quantity.range.low};
    found.turned = turned = true;
  }
  return turned;
}

// "be done on burnt skin": between the verb and what it is said to be stands a preposition.
bool Extractor::is_behind_preposition(const Mention& mention, const context::Clause& clause) const {
  if (clause.verb.empty() || clause.verb.end > mention.text.begin) return false;
  for (std::uint32_t token = reading_->text.token_at(clause.verb.begin) + 1;
       token < mention.first_token; ++token)
    if (lexicon::has(parts_of(token), lexicon::PartOfSpeech::preposition)) return true;
  return false;
}

void Extractor::deny(Assertion& assertion) {
  assertion.claim.denied = true;
  assertion.claim.likelihood = {0, 0};
}

Assertion Extractor::affirmed(Assertion denied) {
  denied.claim.denied = false;
  denied.claim.likelihood = said_so;
  denied.polarity_cue = {};
  return denied;
}

void Extractor::extract_mention(const Mention& mention, std::vector<Assertion>& assertions) {
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  if (meaning.type == knowledge::none || !knowledge_->types[meaning.type].in_frames) return;
  context::Clause parts = clause_of(mention);
  const Span value = value_behind(mention);
  parts.text = joined(parts.text, value);
  const Span clause = parts.text;
  std::optional<Governor> governor = governor_of(mention, clause);
  if (!governor) governor = governor_behind_condition(mention, parts);
  if (governor && parts.verb.empty()) parts = shape_.with_verb(parts, governor->cue);
  if (!governor && !says_how_little(mention, clause)) governor = inherited_governor(mention);
  if (!governor) {
    governor =
        Governor{.frame = default_frames_[meaning.type], .cue = {}, .likelihood = std::nullopt};
  }
  if (is_excepted(mention)) {
    excepted_.push_back(mention.text);
    if (is_left_out_of_all(mention)) return;
  }
  if (governor->frame == knowledge::none && finds_.quantities.empty()) return;
  Assertion assertion;
  assertion.meaning = mention.text;
  assertion.sentence = reading_->text.sentences[mention.sentence].text;
  Subject subject = subject_of(mention, parts);
  // "The enzyme facial leaves no redness": a thing of its own
  if (subject.origin > Origin::clause &&
      shape_.names_stranger(parts, mention, subject.text, title_words_))
    subject.meaning = knowledge::none;
  if (subject.origin > Origin::clause && is_set_right(mention)) subject.meaning = knowledge::none;
  if (subject.origin > Origin::sentence) {
    const Back back = refers_back(parts, mention.sentence, subject.text);
    if (back == Back::another) subject.meaning = knowledge::none;
    if (back == Back::open && subject.origin > Origin::paragraph)
      subject.confidence = std::min<Confidence>(subject.confidence, sure - 1);
  }
  if (subject.origin > Origin::clause && subject.meaning != knowledge::none &&
      (speaks_of_misfit(mention, parts, subject.meaning) ||
       points_to_others(parts, mention.sentence, subject.meaning)))
    subject.meaning = knowledge::none;
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
  const bool answered = claim.force == Force::question && !answer_.words.empty();
  if (answered) claim.force = Force::statement;
  if (claim.voice == Voice::author && is_of_one_person(parts)) claim.voice = Voice::person;
  if (claim.force == Force::hypothesis && is_no_more(subject, parts, mention))
    claim.force = Force::statement;
  const Categories categories = context_->at(mention.text);
  if (claim.force == Force::advice && claim.frame != knowledge::none &&
      (governor->states || knowledge_->frames[claim.frame].advice_states))
    claim.force = Force::statement;
  // "It should not hurt": what to expect, and not "should not be done on burnt skin"
  const bool expected = claim.force == Force::advice && claim.frame != knowledge::none &&
                        knowledge_->frames[claim.frame].befalls &&
                        is_to_be_expected(mention.text) &&
                        (!governor->cue.empty() ||
                         (is_predicated(mention, parts) && !is_behind_preposition(mention, parts)));
  if (expected) {
    claim.force = Force::statement;
    claim.hedged = true;
  }
  // "ideal for anyone looking for ...": whoever wants it
  const bool wanted =
      meaning.type == population_type_ && mention.universal && shape_.is_wishing(mention);
  if (wanted && claim.force == Force::statement) claim.force = Force::wish;
  claim.universal =
      (mention.universal || has(categories, Category::universal)) &&
      !(meaning.type == population_type_ && shape_.is_described(mention) && !wanted) &&
      !is_not_of_all(mention, *governor);
  // "for people with active acne": of those people, whom other words name or nobody
  if (meaning.type == population_type_ && meaning.parents.empty() && !claim.universal &&
      !claim.conditional &&
      (shape_.is_described(mention) ||
       reading_->view(reading_->text.tokens[mention.end_token].text) == "with")) {
    claim.conditional = true;
    claim.condition = base::hash64(reading_->view(clause)) | 1U;
  }
  claim.only = claim.frame != knowledge::none && knowledge_->frames[claim.frame].only_excludes &&
               is_only(mention, clause);
  if (claim.only) except_listed(mention, claim);
  if (claim.force == Force::statement && is_asked_about(mention, *governor))
    claim.force = Force::mention;
  const bool inherited = subject.origin > Origin::sentence;
  const auto narrows_it = [&](const Mention& other) {  // "No filler, no filler risk"
    return other.absent && other.end_token == mention.first_token;
  };
  if (!meaning.subject &&
      (shape_.is_of_another(mention) || shape_.is_of_the_rest() ||
       shape_.tells_of_contrast(title_words_) || std::ranges::any_of(finds_.mentions, narrows_it) ||
       (inherited && shape_.names_another(parts, title_words_))))
    claim.subject = knowledge::none;
  if (claim.frame != knowledge::none && knowledge_->frames[claim.frame].of_subject &&
      !knowledge_->frames[claim.frame].measure && is_said_of_another(mention, parts))
    claim.subject = knowledge::none;
  set_polarity(mention, *governor, assertion);
  if (answered) {
    claim.denied = governor->denies != mention.denies;
    assertion.polarity_cue = {};
  }
  if (claim.force == Force::statement &&
      (is_lack_of_effect(mention, parts, assertion) ||
       is_in_brackets_of_another(mention, assertion) || denies_how(mention, *governor, assertion) ||
       is_denied_within(mention, *governor, assertion)))
    claim.force = Force::mention;
  if (!governor->cue.empty() && is_answered_no(mention.sentence)) claim.denied = !claim.denied;
  // "Avoid putting it in the dishwasher": it must not be done
  if (is_advised_against(mention, *governor, clause)) {
    claim.denied = !claim.denied;
    if (claim.force == Force::advice) claim.force = Force::statement;
  }
  set_likelihood(mention, parts, *governor, !value.empty() || is_predicated(mention, parts),
                 assertion);
  // "It should not hurt": hardly ever
  if (expected && claim.denied) claim.likelihood = hardly_ever;
  set_degree(mention, clause, assertion);
  if (answered) complete_by_answer(mention, assertion);
  if (claim.force == Force::comparison && is_absolute(mention, assertion))
    claim.force = Force::statement;
  set_setting(mention, assertion);
  set_site(mention, clause, assertion);
  set_condition(mention, clause, assertion);
  if (claim.denied && !claim.conditional && claim.frame != knowledge::none &&
      knowledge_->frames[claim.frame].befalls)
    if (const std::uint64_t people = denied_of(mention, parts); people != 0) {
      claim.conditional = true;
      claim.condition = people;
    }
  // "Do not descale it while it is hot": not at that time
  if (claim.denied && !claim.conditional && has(categories, Category::advice))
    if (const std::uint64_t limit = shape_.advice_limit(mention); limit != 0) {
      claim.conditional = true;
      claim.condition = limit;
    }
  if (claim.denied && !parts.subject.overlaps(mention.text) &&
      (shape_.denies_kind(assertion.polarity_cue, parts) ||
       is_in_denied_phrase(assertion.polarity_cue, mention.sentence) ||
       denies_that_of(subject, mention, parts, assertion)))
    claim.subject = knowledge::none;
  // "to ensure that you suffer no reaction": an aim, and nothing that is offered
  if (claim.force == Force::wish &&
      (claim.denied || claim.frame == knowledge::none || knowledge_->frames[claim.frame].befalls))
    claim.force = Force::hypothesis;
  weigh(mention, parts, *governor, assertion);
  hold_back(mention, parts, assertion);
  state_opposite(assertion);
  const Span start = clause.contains(assertion.polarity_cue) ? assertion.polarity_cue : Span{};
  assertion.words = joined(joined(start, assertion.frame_cue), mention.text);
  if (!claim.denied && claim.likelihood.high > 0)
    add_quantified(mention, parts, assertion, assertions);
  else if (claim.denied && turn_bounds(clause))
    add_quantified(mention, parts, affirmed(assertion), assertions);
  if (claim.frame != knowledge::none && !is_label(mention, assertion))
    assertions.push_back(assertion);
}

}  // namespace linter::assertions
