// Of what a clause says what it says: its subject, a pronoun's, or something else.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using context::Category;

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

// "those with eczema", "those who smoke": people, and nothing named before
bool Extractor::is_described_behind(std::uint32_t pronoun) const {
  const std::uint32_t next = pronoun + 1;
  if (next >= reading_->text.tokens.size() ||
      reading_->text.tokens[next].kind != sentences::TokenKind::word)
    return false;
  const lexicon::PosMask parts = reading_->lexicon[reading_->text.tokens[next].word].parts;
  return lexicon::has(parts, lexicon::PartOfSpeech::preposition) ||
         lexicon::has(parts, lexicon::PartOfSpeech::relative);
}

// "Older lasers strip the skin. They may hurt.": of something in its own paragraph.
Extractor::Back Extractor::refers_back(const context::Clause& clause, std::uint32_t sentence,
                                       Span named) const {
  static constexpr std::array<std::string_view, 3> plural = {"they", "these", "those"};
  if (clause.text.empty() || sentence == 0) return Back::none;
  // "It often leads to ...": where no verb is sure, the first word
  const std::uint32_t head = head_of(clause);
  const std::string word = base::lower(reading_->view(reading_->text.tokens[head].text));
  const bool many = std::ranges::find(plural, word) != plural.end();
  if ((!many && word != "it") || (many && is_described_behind(head))) return Back::none;
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

// "Sun protection isn't seasonal, it's permanent": of what the sentence began with, which no pack
// knows as a subject or its part.
bool Extractor::is_set_right(const Mention& mention) const {
  static constexpr std::uint32_t reach = 3;  // tokens from the pronoun
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  const auto text_of = [&](std::uint32_t token) {
    return base::lower(reading_->view(reading_->text.tokens[token].text));
  };
  std::uint32_t it = mention.first_token;
  while (it > first && mention.first_token - it < reach && text_of(it) != "it" &&
         text_of(it) != "it's")
    --it;
  if (it == first || (text_of(it) != "it" && text_of(it) != "it's") ||
      reading_->text.tokens[it - 1].kind != sentences::TokenKind::mark)
    return false;
  std::uint32_t verb = first + 1;
  while (verb < it && text_of(verb) != "isn't" &&
         (text_of(verb) != "is" || text_of(verb + 1) != "not"))
    ++verb;
  if (verb >= it) return false;
  const lexicon::PosMask parts = parts_of(verb - 1);
  if (!lexicon::has(parts, lexicon::PartOfSpeech::noun) ||
      lexicon::has(parts, lexicon::PartOfSpeech::pronoun))
    return false;
  return std::ranges::none_of(finds_.mentions, [&](const Mention& one) {
    const knowledge::Concept& meaning = knowledge_->concept_of(one.meaning);
    return one.first_token < verb && verb <= one.end_token &&
           (meaning.subject || knowledge_->types[meaning.type].part);
  });
}

// Whether a sentence is about a noun, one or many, that is no subject nor part of one.
bool Extractor::names_unknown(std::uint32_t sentence, bool many) const {
  using enum lexicon::PartOfSpeech;
  const std::span<const context::Clause> clauses = context_->clauses(sentence);
  if (clauses.empty() || clauses.front().subject.empty()) return false;
  std::uint32_t head = reading_->text.token_at(clauses.front().subject.begin);
  if (reading_->text.tokens[head].kind != sentences::TokenKind::word) return false;
  // "These cells die and then get absorbed": of the cells
  const auto is_many = [&](std::uint32_t token) {
    return reading_->text.tokens[token].kind == sentences::TokenKind::word &&
           lexicon::has(parts_of(token), noun) && lexicon::has(parts_of(token), plural);
  };
  if (head > reading_->text.sentences[sentence].first_token && is_many(head - 1) &&
      lexicon::has(parts_of(head), base_form))
    --head;
  const lexicon::PosMask parts = parts_of(head);
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
    return is_stand_in(other.meaning) && other.text.overlaps(clause.subject);
  };
  const bool named = lexicon::has(word.parts, lexicon::PartOfSpeech::noun) &&
                     std::ranges::any_of(title_words_, is_it);
  if (named || std::ranges::any_of(finds_.mentions, stands_in)) own.confidence = sure;
  return own;
}

}  // namespace linter::assertions
