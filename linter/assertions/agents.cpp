// Who or what does it: the treatment that the article is about, or something else.
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/sentence_shape.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;

// Whether the token is in the name of the subject, of a part of it, or of something like the
// mention: what is said of it is no other thing's.
bool SentenceShape::is_ours(std::uint32_t token, const Mention& of) const {
  return std::ranges::any_of(finds_->mentions, [&](const Mention& other) {
    const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
    return other.first_token <= token && token < other.end_token &&
           (meaning.subject || knowledge_->types[meaning.type].part ||
            knowledge_->types[meaning.type].name == "population" ||
            meaning.type == knowledge_->concept_of(of.meaning).type);
  });
}

// "Our team guarantees no scars": whoever promises speaks of what the subject does.
bool SentenceShape::is_promise(Span verb) const {
  static constexpr std::array<std::string_view, 4> promises = {"guarant", "promis", "pledg", "vow"};
  const std::string_view word = reading_->view(verb);
  return std::ranges::any_of(promises, [&](std::string_view one) { return word.starts_with(one); });
}

SentenceShape::Agent SentenceShape::agent_of(const context::Clause& clause,
                                             const Mention& of) const {
  if (clause.subject.empty() || is_promise(clause.verb)) return Agent::none;
  bool thing = false;
  bool foreign = false;  // "Every breakout leaves a mark", "Sunscreen can irritate"
  for (const Mention& mention : finds_->mentions) {
    if (!mention.text.overlaps(clause.subject)) continue;
    const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
    if (meaning.subject) return Agent::subject;
    if (knowledge_->is_a(of.meaning, mention.meaning)) return Agent::none;  // "Risks include ..."
    const knowledge::ConceptType& type = knowledge_->types[meaning.type];
    if (type.part || type.name == "population") return Agent::none;
    (meaning.type == knowledge_->concept_of(of.meaning).type ? thing : foreign) = true;
  }
  const std::uint32_t token = reading_->text.token_at(clause.subject.begin);
  const lexicon::PosMask parts = parts_of(token);
  // "Scratching the scab": what somebody does, not what comes of it
  if (thing && lexicon::has(parts, PartOfSpeech::gerund) && token + 1 < end_ &&
      lexicon::has(parts_of(token + 1), PartOfSpeech::determiner))
    return Agent::action;
  if (thing) return Agent::thing;
  if (foreign) return Agent::matter;
  // "a peel that never irritates", but "teeth that are not sensitive"
  const bool people = text_of(token) == "who";  // "our nurses, who make sure of it"
  if (!people && lexicon::has(parts, PartOfSpeech::relative) && token > begin_ &&
      clause.text.begin == clause.subject.begin) {
    const std::uint32_t before = token - 1;
    const bool ours =
        heads_->heads_subject(before) || is_ours(before, of) || at(before) == Kind::joining;
    return ours ? Agent::none : Agent::other;
  }
  if (clause.subject == clause.verb || lexicon::has(parts, PartOfSpeech::pronoun) ||
      lexicon::has(parts, PartOfSpeech::relative) || lexicon::has(parts, PartOfSpeech::number) ||
      at(token) == Kind::known || heads_->heads_subject(token))
    return Agent::none;
  // "Our microneedling approach leaves no scars"
  for (const Mention& mention : finds_->mentions)
    if (knowledge_->concept_of(mention.meaning).subject && clause.text.contains(mention.text) &&
        mention.text.end <= clause.subject.begin)
      return Agent::subject;
  return lexicon::has(parts, PartOfSpeech::gerund) && !lexicon::has(parts, PartOfSpeech::adjective)
             ? Agent::action
             : Agent::other;
}

bool SentenceShape::is_name(Span words) const {
  const std::uint32_t token = reading_->text.token_at(words.begin);
  return token > begin_ && token < end_ &&
         reading_->text.tokens[token].shape == sentences::Shape::capitalised;
}

}  // namespace linter::assertions
