#include "linter/assertions/extract.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"

namespace linter::assertions {

using context::Categories;
using context::Category;

namespace {

constexpr std::size_t most_mentions = 64;  // of one sentence
// In an article of a field that a pack knows:
constexpr std::size_t sentences_a_statement = 8;
constexpr std::size_t kinds_of_field = 3;  // different things are said

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
      finder_(knowledge) {
  for (std::size_t type = 0; type < knowledge.types.size(); ++type)
    default_frames_[type] = knowledge.default_frame(static_cast<knowledge::TypeId>(type));
  for (const knowledge::FrameCue& cue : knowledge.frame_cues) frame_has_cues_[cue.frame] = true;
  for (std::size_t id = 0; id < knowledge.frames.size(); ++id)
    if (knowledge.frames[id].comparison) comparison_frames_.push_back(static_cast<FrameId>(id));
}

void Extractor::extract(const lexicon::Reading& reading, context::Context& context,
                        std::vector<Assertion>& assertions) {
  if (knowledge_->empty()) return;
  reading_ = &reading;
  context_ = &context;
  survey();
  last_other_ = last_named_ = no_sentence;
  for (std::size_t busy = 0; busy < busy_.size(); ++busy) {
    const std::uint32_t sentence = busy_[busy];
    std::swap(finds_, last_finds_);
    find_in(busy);
    if (!hurried_ || may_assert(sentence)) extract_sentence(sentence, assertions);
    last_named_ = sentence;
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
  std::size_t said = 0;
  std::vector<ConceptId>& kinds = kinds_said_;
  kinds.clear();
  finder_.begin(*reading_);
  subjects_.begin(*reading_, *knowledge_);
  read_title();
  for (std::uint32_t sentence = 0; sentence < reading_->text.sentences.size(); ++sentence) {
    finder_.find(sentence, finds_);
    for (const Mention& mention : finds_.mentions) {
      subjects_.add(mention);
      if (!is_statable(mention)) continue;
      ++said;
      if (kinds.size() < kinds_of_field && std::ranges::find(kinds, mention.meaning) == kinds.end())
        kinds.push_back(mention.meaning);
    }
    const std::uint32_t block = reading_->text.sentences[sentence].block;
    const bool introduces =
        reading_->text.sentences[sentence].ending == sentences::Ending::colon ||
        reading_->text.sentences[sentence].ending == sentences::Ending::question ||
        prose::has(reading_->article.blocks[block].scopes, prose::Scope::heading);
    note_stranger(sentence);
    for (const Found& cue : finds_.cues)
      if (introduces) block_cues_.push_back({block, cue.id});
    for (const Mention& mention : finds_.mentions)
      if (introduces && !mention.denies) block_labels_.push_back({block, mention.meaning});
    if (!finds_.mentions.empty() || (!finds_.quantities.empty() && !finds_.cues.empty()))
      hold(sentence);
  }
  subjects_.finish();
  is_in_field_ = kinds.size() == kinds_of_field &&
                 said * sentences_a_statement >= reading_->text.sentences.size() &&
                 !is_about_what_is_said();
}

// "How to get rid of dark circles", "7 ways to sleep": of several things, and none of them is its
// own.
bool Extractor::offers_several(std::uint32_t title) const {
  const auto in_title = [&](const sentences::Sentence& one) { return one.block == title; };
  const auto first = std::ranges::find_if(reading_->text.sentences, in_title);
  if (first == reading_->text.sentences.end()) return false;
  const sentences::Token& opening = reading_->text.tokens[first->first_token];
  if (opening.kind == sentences::TokenKind::number) return true;
  const std::string word = base::lower(reading_->view(opening.text));
  if (word == "how" && first->first_token + 1 < first->end_token)
    return reading_->view(reading_->text.tokens[first->first_token + 1].text) == "to" ||
           reading_->view(reading_->text.tokens[first->first_token + 1].text) == "To";
  return word == "best" || word == "top" || word == "tips" || word == "ways";
}

// "Is back pain serious?": the title names what other articles say of their subject, and no
// treatment.
bool Extractor::is_about_what_is_said() {
  if (reading_->article.title == prose::no_block) return true;
  if (offers_several(reading_->article.title)) return true;
  bool says = false;
  for (std::size_t busy = 0; busy < busy_.size(); ++busy) {
    const std::uint32_t block = reading_->text.sentences[busy_[busy]].block;
    if (block != reading_->article.title) continue;
    for (const Mention& mention : held_[busy].mentions) {
      if (mention.meaning == stand_in_) return false;
      says = says || (is_statable(mention) && !mention.denies);
    }
  }
  return says;
}

// Whether it is something that can be said of a subject, and neither one itself nor a part of one.
bool Extractor::is_statable(const Mention& mention) const {
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  if (meaning.subject || meaning.type == knowledge::none) return false;
  const knowledge::ConceptType& type = knowledge_->types[meaning.type];
  return type.in_frames && !type.part && type.speaks_of == knowledge::none;
}

// Keeps what was found in a sentence that says something; the buffers are those of an earlier one.
void Extractor::hold(std::uint32_t sentence) {
  busy_.push_back(sentence);
  if (held_.size() < busy_.size()) held_.emplace_back();
  std::swap(finds_, held_[busy_.size() - 1]);
}

// The words of the title: a name that stands there is that of the article's own thing.
void Extractor::read_title() {
  title_words_.clear();
  if (reading_->article.title == prose::no_block) return;
  for (const sentences::Sentence& sentence : reading_->text.sentences) {
    if (sentence.block != reading_->article.title) continue;
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token)
      if (reading_->text.tokens[token].kind == sentences::TokenKind::word)
        title_words_.push_back(reading_->text.tokens[token].word);
  }
}

// What the survey found in a sentence; with an acronym that has become known since it holds more.
void Extractor::find_in(std::size_t busy) {
  if (finder_.has_acronym_in(busy_[busy])) {
    finder_.find(busy_[busy], finds_);
  } else {
    std::swap(finds_, held_[busy]);
  }
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
  return subjects_.can_turn_from(sentence) || may_measure || may_compare(sentence) ||
         std::ranges::any_of(finds_.mentions,
                             [&](const Mention& mention) { return may_assert(mention); });
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
  if (const std::span<const context::Clause> clauses = context_->clauses(sentence);
      !clauses.empty() && shape_.names_another(clauses.front(), {}))
    subjects_.turn_from(sentence);
  const std::size_t from = assertions.size();
  for (std::size_t at = 0; at < std::min(finds_.mentions.size(), most_mentions); ++at)
    extract_mention(finds_.mentions[at], assertions);
  add_unnamed(sentence, from, assertions);
  add_taken_up(sentence, from, assertions);
  add_comparison(sentence, assertions);
  add_exceptions(from, assertions);
}

// "without any filler", "because you are not adding filler": it is not what is spoken of.
void Extractor::mark_absent() {
  for (Mention& mention : finds_.mentions) {
    if (!knowledge_->concept_of(mention.meaning).subject ||
        !has(context_->at(mention.text), Category::negated))
      continue;
    const context::Clause clause = clause_of(mention);
    // "Does the peel hurt? No.": the answer denies that it hurts
    const auto stands_before = [&](const context::Evidence& evidence) {
      return evidence.category == Category::negated && evidence.cue.end <= mention.text.begin &&
             reading_->text.sentences[mention.sentence].text.contains(evidence.cue);
    };
    if (clause.subject.overlaps(mention.text) ||
        std::ranges::none_of(context_->explain(mention.text), stands_before))
      continue;
    // "without the pain of surgery": there is surgery
    const auto is_denied_first = [&](const Mention& other) {
      return clause.text.contains(other.text) && other.text.end <= mention.text.begin &&
             !knowledge_->concept_of(other.meaning).subject &&
             has(context_->at(other.text), Category::negated);
    };
    // "no risk of filler lumps": by something else than filler
    const auto is_named_behind = [&](const Mention& other) {
      return other.first_token == mention.end_token &&
             !knowledge_->concept_of(other.meaning).subject &&
             !knowledge_->types[knowledge_->concept_of(other.meaning).type].part;
    };
    mention.absent = std::ranges::any_of(finds_.mentions, is_named_behind);
    if (mention.absent || std::ranges::any_of(finds_.mentions, is_denied_first)) continue;
    mention.absent =
        clause.verb.empty() || (clause.verb.begin < mention.text.begin && !clause.subject.empty());
  }
}

context::Clause Extractor::clause_of(const Mention& mention) {
  for (const context::Clause& clause : context_->clauses(mention.sentence))
    if (clause.text.begin <= mention.text.begin && mention.text.begin < clause.text.end)
      return clause;
  return {reading_->text.sentences[mention.sentence].text, {}, {}};
}

// "It has none of the risks of surgery", "without the burns that come with waxing": what is named
// behind the mention has them, and the subject has not.
bool Extractor::denies_that_of(const Subject& subject, const Mention& mention,
                               const context::Clause& clause, const Assertion& made) const {
  if (subject.origin != Origin::clause) return false;
  // "eliminating the risk of filler lumps": by something else than filler
  if (made.polarity_cue.empty() && !made.frame_cue.empty() &&
      made.frame_cue.end <= subject.text.begin && subject.text.end <= mention.text.begin &&
      shape_.is_named_behind(subject.text))
    return true;
  if (subject.text.begin < mention.text.end) return false;
  if (reading_->view(made.polarity_cue).contains("ithout")) return true;
  if (clause.subject.empty() || clause.subject.begin >= mention.text.begin) return false;
  static constexpr std::array<std::string_view, 6> pronouns = {"it",   "It",   "this",
                                                               "This", "they", "They"};
  return std::ranges::find(pronouns, reading_->view(clause.subject)) != pronouns.end() ||
         shape_.agent_of(clause, mention) == SentenceShape::Agent::other;
}

// "It is not a treatment with no risks": the second denial is part of what the first denies.
bool Extractor::is_in_denied_phrase(Span cue, std::uint32_t sentence) const {
  if (cue.empty()) return false;
  const std::uint32_t first = reading_->text.sentences[sentence].first_token;
  for (std::uint32_t token = reading_->text.token_at(cue.begin); token-- > first + 1;)
    if (reading_->view(reading_->text.tokens[token].text) == "with")
      return has(context_->at(reading_->text.tokens[token - 1].text), Category::negated);
  return false;
}

// "Older lasers strip the skin. They may hurt.": of something in its own paragraph.
Extractor::Back Extractor::refers_back(const context::Clause& clause, std::uint32_t sentence,
                                       Span named) const {
  static constexpr std::array<std::string_view, 3> plural = {"they", "these", "those"};
  if (clause.text.empty() || sentence == 0) return Back::none;
  // "It often leads to ...": where no verb is sure, the first word
  const std::string word = base::lower(reading_->view(reading_->text.tokens[head_of(clause)].text));
  const bool many = std::ranges::find(plural, word) != plural.end();
  if (!many && word != "it") return Back::none;
  // "Home remedies / They can ...": of what stands above, which need not be the article's thing
  const prose::Block& block = reading_->article.blocks[reading_->text.sentences[sentence].block];
  if (reading_->text.sentences[sentence - 1].block != reading_->text.sentences[sentence].block)
    return many && block.heading != prose::no_block &&
                   !reading_->article.blocks[block.heading].text.overlaps(named)
               ? Back::open
               : Back::none;
  if (names_unknown(sentence - 1, many) || (!many && opens_with_action(sentence - 1)))
    return Back::another;
  return many ? Back::open : Back::none;
}

// "Trying it at home is dangerous. It leaves scars.": what somebody does does.
bool Extractor::opens_with_action(std::uint32_t sentence) const {
  const std::uint32_t first = reading_->text.sentences[sentence].first_token;
  const sentences::Token& token = reading_->text.tokens[first];
  if (token.kind != sentences::TokenKind::word || finder_.heads_subject(first) ||
      !lexicon::has(reading_->lexicon[token.word].parts, lexicon::PartOfSpeech::gerund))
    return false;
  const auto is_named = [&](const Mention& mention) {
    return mention.first_token == first && knowledge_->concept_of(mention.meaning).subject;
  };
  return last_named_ != sentence || std::ranges::none_of(last_finds_.mentions, is_named);
}

// Whether a sentence is about a noun, one or many, that is no subject nor part of one.
bool Extractor::names_unknown(std::uint32_t sentence, bool many) const {
  using enum lexicon::PartOfSpeech;
  const std::span<const context::Clause> clauses = context_->clauses(sentence);
  if (clauses.empty() || clauses.front().subject.empty()) return false;
  const std::uint32_t head = reading_->text.token_at(clauses.front().subject.begin);
  if (reading_->text.tokens[head].kind != sentences::TokenKind::word) return false;
  const lexicon::PosMask parts = reading_->lexicon[reading_->text.tokens[head].word].parts;
  if (!lexicon::has(parts, noun) || lexicon::has(parts, pronoun) || lexicon::has(parts, gerund) ||
      many != lexicon::has(parts, plural))
    return false;
  const auto is_known = [&](const Mention& mention) {
    return mention.first_token <= head && head < mention.end_token && !mention.another;
  };
  return last_named_ != sentence ||
         (!finder_.heads_subject(head) && std::ranges::none_of(last_finds_.mentions, is_known));
}

// What is said with the mention is said of this.
Subject Extractor::subject_of(const Mention& mention, const context::Clause& clause) const {
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  if (meaning.subject) return {mention.meaning, Origin::clause, stated, mention.text};
  const ConceptId spoken_of = knowledge_->types[meaning.type].speaks_of;
  if (spoken_of != knowledge::none) return {spoken_of, Origin::article, sure, {}};
  Subject found = subjects_.of(mention, clause, finds_.mentions);
  if (found.meaning != knowledge::none || stand_in_ == knowledge::none || !found.text.empty())
    return found;
  if (is_in_field_) found = own_subject(mention, clause);
  if (found.meaning == knowledge::none && knowledge_->types[meaning.type].open &&
      subjects_.are_unknown())
    found = {stand_in_, Origin::article, guessed, {}};
  return found;
}

// What the title names, in an article on a thing that no pack knows: surer where the clause speaks
// of it.
Subject Extractor::own_subject(const Mention& mention, const context::Clause& clause) const {
  Subject own = subjects_.own(stand_in_, mention.sentence);
  if (own.meaning == knowledge::none || clause.subject.empty()) return own;
  const sentences::Token& head =
      reading_->text.tokens[reading_->text.token_at(clause.subject.begin)];
  if (head.kind != sentences::TokenKind::word) return own;
  const lexicon::Entry& word = reading_->lexicon[head.word];
  const auto is_it = [&](lexicon::WordId one) {
    return reading_->lexicon[one].folded == word.folded;
  };
  const auto stands_in = [&](const Mention& other) {
    return other.meaning == stand_in_ && other.text.overlaps(clause.subject);
  };
  const bool named = lexicon::has(word.parts, lexicon::PartOfSpeech::noun) &&
                     std::ranges::any_of(title_words_, is_it);
  if (named || std::ranges::any_of(finds_.mentions, stands_in)) own.confidence = sure;
  return own;
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

Assertion Extractor::affirmed(Assertion denied) {
  denied.claim.denied = false;
  denied.claim.likelihood = {1e-9, 1};
  denied.polarity_cue = {};
  return denied;
}

void Extractor::extract_mention(const Mention& mention, std::vector<Assertion>& assertions) {
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  if (meaning.type == knowledge::none || !knowledge_->types[meaning.type].in_frames) return;
  context::Clause parts = clause_of(mention);
  const Span clause = parts.text;
  std::optional<Governor> governor = governor_of(mention, clause);
  if (governor && parts.verb.empty()) parts = shape_.with_verb(parts, governor->cue);
  if (!governor && !says_how_little(mention, clause)) governor = inherited_governor(mention);
  if (!governor) {
    governor =
        Governor{.frame = default_frames_[meaning.type], .cue = {}, .likelihood = std::nullopt};
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
  if (subject.origin > Origin::sentence) {
    const Back back = refers_back(parts, mention.sentence, subject.text);
    if (back == Back::another) subject.meaning = knowledge::none;
    if (back == Back::open && subject.origin > Origin::paragraph)
      subject.confidence = std::min<Confidence>(subject.confidence, sure - 1);
  }
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
  // "It should not hurt": what to expect
  const bool expected = claim.force == Force::advice && claim.frame != knowledge::none &&
                        knowledge_->frames[claim.frame].befalls && is_to_be_expected(mention.text);
  if (expected) {
    claim.force = Force::statement;
    claim.hedged = true;
  }
  claim.universal = (mention.universal || has(categories, Category::universal)) &&
                    !(meaning.type == population_type_ && shape_.is_described(mention));
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
      (shape_.is_of_another(mention) || std::ranges::any_of(finds_.mentions, narrows_it) ||
       (inherited && shape_.names_another(parts, title_words_))))
    claim.subject = knowledge::none;
  set_polarity(mention, *governor, assertion);
  // "Avoid putting it in the dishwasher": it must not be done
  if (is_advised_against(mention, *governor, clause)) {
    claim.denied = !claim.denied;
    if (claim.force == Force::advice) claim.force = Force::statement;
  }
  set_likelihood(mention, parts, *governor, is_predicated(mention, parts), assertion);
  // "It should not hurt": hardly ever
  if (expected && claim.denied) claim.likelihood = hardly_ever;
  set_degree(mention, clause, assertion);
  if (claim.force == Force::comparison && is_absolute(mention, assertion))
    claim.force = Force::statement;
  set_setting(mention, assertion);
  set_site(mention, clause, assertion);
  set_condition(mention, clause, assertion);
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
  if (has(categories, Category::excepted)) excepted_.push_back(mention.text);
  weigh(mention, parts, *governor, assertion);
  hold_back(mention, parts, assertion);
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
