// Whether anything is said of a mention, and how sure that is.
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"

namespace linter::assertions {

using knowledge::Band;

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
    if (shape_.heads_phrase(mention, clause)) return true;
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

// "It has its dangers: embolism, seroma": whether what stands before a colon names what it is a
// kind of.
bool Extractor::is_behind_label(const Mention& mention) const {
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  for (std::uint32_t token = mention.first_token; token-- > first;) {
    if (reading_->view(reading_->text.tokens[token].text) != ":") continue;
    return std::ranges::any_of(finds_.mentions, [&](const Mention& label) {
      return label.end_token <= token && !label.denies && label.meaning != mention.meaning &&
             knowledge_->is_a(mention.meaning, label.meaning) &&
             !has(context_->at(label.text), context::Category::negated);
    });
  }
  return false;
}

// Whether the heading, list or column that it stands under names what it is a kind of ("Side
// effects").
bool Extractor::is_labelled(const Mention& mention) const {
  if (is_behind_label(mention)) return true;
  const std::uint32_t place = reading_->text.sentences[mention.sentence].block;
  const prose::Block& block = reading_->article.blocks[place];
  for (const std::uint32_t above :
       {label_of_row(place), block.lead_in, block.table_header, block.heading}) {
    if (above == prose::no_block) continue;
    for (auto label = std::ranges::lower_bound(block_labels_, above, {}, &BlockLabel::block);
         label != block_labels_.end() && label->block == above; ++label)
      if (label->meaning != mention.meaning && knowledge_->is_a(mention.meaning, label->meaning))
        return true;
  }
  return false;
}

// Whether it stands in a heading or title, where all words may have capitals.
bool Extractor::is_headed(const Mention& mention) const {
  const prose::Block& block =
      reading_->article.blocks[reading_->text.sentences[mention.sentence].block];
  return prose::has(block.scopes, prose::Scope::heading) ||
         prose::has(block.scopes, prose::Scope::title) ||
         prose::has(block.scopes, prose::Scope::list);
}

// How sure it is that something is said of the mention; 0 where it is only named.
Confidence Extractor::said_of(const Mention& mention, const context::Clause& clause,
                              const Governor& governor) const {
  if (!governor.cue.empty()) return governor.confidence;
  if (governor.inherited || is_predicated(mention, clause)) return stated;
  // "a file goes missing": a wording with the verb of its clause
  if (!clause.verb.empty() && mention.text.contains(clause.verb) && shape_.holds_verb(mention))
    return stated;
  // "Does it hurt?" "Yes.": as a statement the answer makes it
  if (reading_->text.sentences[mention.sentence].ending == sentences::Ending::question) return sure;
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

// "It is not without risks": what is denied of its absence is said.
bool Extractor::is_denied_twice(const Mention& mention) const {
  if (has(context_->at(mention.text), context::Category::negated)) return false;
  const auto reaches = [&](const context::Evidence& evidence) {
    return evidence.category == context::Category::negated &&
           evidence.cue.end <= mention.text.begin;
  };
  return std::ranges::count_if(context_->explain(mention.text), reaches) == 2;
}

// "Allergic reactions occur when the immune system ...": what it is, not that it happens here.
bool Extractor::is_explained(const Mention& mention, const Governor& governor) const {
  if (governor.cue.empty() || governor.cue.begin < mention.text.end ||
      reading_->text.token_at(governor.cue.begin) != mention.end_token)
    return false;
  // "No allergies: Allergic reactions occur when ..."
  const bool opens =
      mention.first_token == reading_->text.sentences[mention.sentence].first_token ||
      reading_->view(reading_->text.tokens[mention.first_token - 1].text) == ":";
  if (!opens) return false;
  const std::uint32_t next = reading_->text.token_at(governor.cue.end);
  return next < reading_->text.sentences[mention.sentence].end_token &&
         reading_->view(reading_->text.tokens[next].text) == "when";
}

// What is only named states nothing, and what others do is not said of the subject.
void Extractor::weigh(const Mention& mention, const context::Clause& clause,
                      const Governor& governor, Assertion& assertion) const {
  Claim& claim = assertion.claim;
  if (claim.frame == knowledge::none) return;
  // "for all, regardless of gender": of everyone in one respect
  if (claim.universal && shape_.names_respect(mention))
    claim.frame_confidence = std::min(claim.frame_confidence, guessed);
  // "no side effects of redness or swelling": of no others
  if (claim.denied && claim.force == Force::statement && shape_.is_of_kinds(mention))
    claim.force = Force::mention;
  // "Lack of energy / fatigue" names a thing; "Pain-Free is the new ..." a brand
  const bool named =
      shape_.opens_with_lack(assertion.polarity_cue) ||
      (mention.denies && !clause.verb.empty() && clause.subject.overlaps(mention.text) &&
       mention.text.end <= clause.verb.begin) ||
      (mention.denies && shape_.is_name(mention.text) && !is_headed(mention));
  if (named && claim.force == Force::statement) claim.force = Force::mention;
  if (!knowledge_->frames[claim.frame].needs_predicate) {
    // "not approved for this use" may be approved for another
    if (claim.denied && shape_.has_purpose(mention))
      claim.frame_confidence = std::min(claim.frame_confidence, guessed);
    // "You need no card for the trial", "a card is needed for the trial": for that alone
    if (const std::uint64_t purpose = shape_.purpose_of(mention, clause.text);
        purpose != 0 && !claim.conditional) {
      claim.conditional = true;
      claim.condition = purpose;
    }
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
    if (assertion.origin > Origin::clause && shape_.is_another_by_name(clause, assertion.subject))
      claim.subject = knowledge::none;
    // "Our processes are certified": what is ours is part of what we speak of
    if (bare && of_another && !knowledge_->types[type].open && !shape_.is_modifier(mention) &&
        !shape_.is_action(clause, mention) && shape_.points_back(clause))
      claim.frame_confidence = std::min(claim.frame_confidence, likely);
    else if (bare && (of_another || shape_.is_modifier(mention)))
      claim.subject_confidence = std::min(claim.subject_confidence, guessed);
    return;
  }
  if (claim.force == Force::statement && !claim.denied && assertion.origin > Origin::clause &&
      is_explained(mention, governor))
    claim.force = Force::mention;
  Confidence said = stated;
  if (shape_.is_modifier(mention) || shape_.is_named_by_neighbour(mention)) {
    said = 0;
  } else if (!claim.denied) {
    said = is_denied_twice(mention) ? stated : said_of(mention, clause, governor);
  }
  claim.frame_confidence = std::min(claim.frame_confidence, said);
  const bool says = claim.force == Force::statement || claim.force == Force::wish;
  if (said == 0 && says) claim.force = Force::mention;
  const bool caused = clause.subject.end <= mention.text.begin &&
                      (governor.cue.empty() ? claim.denied || shape_.can_be_predicate(mention)
                                            : clause.subject.end <= governor.cue.begin &&
                                                  governor.cue.end <= mention.text.begin);
  if (shape_.is_of_antecedent(governor.cue, mention)) claim.subject = knowledge::none;
  if (caused && !claim.denied && shape_.is_kind_of_subject(clause))
    claim.frame_confidence = std::min(claim.frame_confidence, guessed);
  // "Depilatory creams cause no pain": those creams
  if (caused && claim.denied && !claim.conditional && assertion.origin > Origin::clause &&
      shape_.is_kind_of_subject(clause)) {
    claim.conditional = true;
    claim.condition = shape_.case_of(clause) | 1U;
  }
  // "At no point does it ...", "nothing in it ...": the denial holds the subject
  if (!caused || assertion.polarity_cue.overlaps(clause.subject)) return;
  // what the title names, in an article on a thing that no pack knows
  if (claim.subject == stand_in_ && claim.subject_confidence >= sure &&
      assertion.origin == Origin::title)
    return;
  switch (shape_.agent_of(clause, mention)) {
    case SentenceShape::Agent::none:
    case SentenceShape::Agent::subject:
      break;
    case SentenceShape::Agent::matter:
      // "Every breakout leaves a mark"
      if (!governor.cue.empty() && !claim.denied) claim.subject = knowledge::none;
      [[fallthrough]];
    case SentenceShape::Agent::thing:
      claim.frame_confidence = std::min(claim.frame_confidence, guessed);
      break;
    case SentenceShape::Agent::other:
      // "Your complexion keeps its colour", "our inks contain carbon black"
      if (claim.denied ? shape_.is_yours(clause)
                       : shape_.is_done_to(mention, clause) ||
                             (knowledge_->types[knowledge_->concept_of(claim.meaning).type].open &&
                              shape_.points_back(clause)))
        break;
      [[fallthrough]];
    case SentenceShape::Agent::action:
      assertion.subject = clause.subject;
      claim.subject_confidence = std::min(claim.subject_confidence, guessed);
      // "Pearl White does not stain": a name is that of a product
      if (!claim.denied || !shape_.is_name(clause.subject)) claim.subject = knowledge::none;
      break;
  }
}

}  // namespace linter::assertions
