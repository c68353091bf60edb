// What a statement can carry: an error asks for more than a tension does.
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"
#include "linter/lexicon/word_classes.h"

namespace linter::assertions {
namespace {

using Row = std::span<const std::string_view>;

constexpr std::array<std::string_view, 10> people = {
    "people",  "patients",  "men",     "women",       "users",
    "clients", "customers", "persons", "individuals", "adults"};
constexpr std::array<std::string_view, 3> articles = {"a", "an", "the"};
constexpr std::array<std::string_view, 2> insertions = {"as", "which"};
constexpr std::array<std::string_view, 2> relatives = {"which", "that"};
constexpr std::array<std::string_view, 4> possible = {"can", "could", "may", "might"};

// A sentence's words by what they are in small letters.
class Words {
 public:
  Words(const lexicon::Reading& reading, std::uint32_t end) : reading_(&reading), end_(end) {}

  [[nodiscard]] bool is(std::uint32_t token, Row row) const {
    if (!is_word(token)) return false;
    const lexicon::Entry& entry = entry_at(token);
    return base::is_one_of(reading_->lexicon[entry.folded].text, row);
  }
  [[nodiscard]] bool is(std::uint32_t token, lexicon::WordClass one) const {
    return is_word(token) && lexicon::is_of(one, reading_->lexicon[entry_at(token).folded].text);
  }
  [[nodiscard]] bool is(std::uint32_t token, std::string_view word) const {
    return is(token, Row(&word, 1));
  }
  [[nodiscard]] bool has(std::uint32_t first, std::uint32_t end, Row row) const {
    for (std::uint32_t token = first; token < std::min(end, end_); ++token)
      if (is(token, row)) return true;
    return false;
  }
  [[nodiscard]] bool denies_from(std::uint32_t first) const {
    for (std::uint32_t token = first; token < end_; ++token)
      if (is_word(token) && lexicon::has(entry_at(token).parts, lexicon::PartOfSpeech::negator))
        return true;
    return false;
  }

 private:
  [[nodiscard]] bool is_word(std::uint32_t token) const {
    return token < end_ && reading_->text.tokens[token].kind != sentences::TokenKind::mark;
  }
  [[nodiscard]] const lexicon::Entry& entry_at(std::uint32_t token) const {
    return reading_->lexicon[reading_->text.tokens[token].word];
  }

  const lexicon::Reading* reading_;
  std::uint32_t end_;  // of the sentence
};

}  // namespace

// "Many hair removal treatments hurt", "the remaining hairs are not destroyed": of some of a kind,
// and not of people, of whom the subject may well be true.
bool Extractor::is_of_some(const Mention& mention, const context::Clause& clause) const {
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const Words words(*reading_, sentence.end_token);
  // "Many treatments, as you know, hurt": the subject stands before the clause
  const std::uint32_t opening = reading_->text.token_at(clause.text.begin);
  const bool is_inside = words.is(opening, insertions) ||
                         (!clause.verb.empty() && clause.text.begin == clause.verb.begin);
  const std::uint32_t first = is_inside ? sentence.first_token : opening;
  const bool some = words.is(first, lexicon::WordClass::some_of) || words.is(first, "most") ||
                    (words.is(first, "the") && words.is(first + 1, lexicon::WordClass::rest_of));
  if (!some || words.has(first, mention.first_token, people)) return false;
  return is_inside || (!clause.subject.empty() &&
                       shape_.agent_of(clause, mention) != SentenceShape::Agent::none);
}

// "Permanent removal can be achieved only by ...", "permanently destroys the hairs which ...".
bool Extractor::is_limited(const Mention& mention, const context::Clause& clause,
                           const Claim& claim) const {
  const Words words(*reading_, reading_->text.sentences[mention.sentence].end_token);
  if (words.is(reading_->text.token_at(clause.text.begin), "which")) return true;
  constexpr std::uint32_t object = 4;  // ", which" behind a noun phrase
  if (words.has(mention.end_token, mention.end_token + object, relatives)) return true;
  if (clause.verb.empty() || claim.universal || claim.only || claim.population != knowledge::none ||
      mention.text.end > clause.verb.begin)
    return false;
  const std::uint32_t verb = reading_->text.token_at(clause.verb.begin);
  return words.is(verb, possible) && words.is(verb + 1, "be");
}

// "A scar is a gap in the skin": what it is, not that it happens here.
bool Extractor::is_defined(const Mention& mention, const context::Clause& clause) const {
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const Words words(*reading_, sentence.end_token);
  constexpr std::uint32_t adverb = 2;  // "is literally a"
  if (mention.first_token == sentence.first_token || clause.verb.begin < mention.text.end ||
      reading_->text.token_at(clause.verb.begin) != mention.end_token ||
      !words.is(mention.first_token - 1, articles) || !words.is(mention.end_token, "is") ||
      !words.has(mention.end_token + 1, mention.end_token + 1 + adverb, articles))
    return false;
  return std::ranges::none_of(finds_.mentions, [&](const Mention& other) {
    return other.first_token > mention.end_token &&
           knowledge_->is_a(mention.meaning, other.meaning);
  });
}

// "Inflammation accelerates ageing": what it does, not that it happens here.
bool Extractor::is_agent(const Mention& mention, const context::Clause& clause,
                         const Assertion& assertion) const {
  if (!assertion.frame_cue.empty() || !clause.subject.overlaps(mention.text) ||
      clause.verb.begin < mention.text.end || !assertion.likelihood_cue.empty())
    return false;
  using enum lexicon::PartOfSpeech;
  const std::uint32_t at = reading_->text.token_at(clause.verb.begin);
  const std::uint32_t next = at + 1;
  if (next >= reading_->text.sentences[mention.sentence].end_token) return false;
  const auto parts_of = [&](std::uint32_t token) {
    const sentences::Token& one = reading_->text.tokens[token];
    return one.kind == sentences::TokenKind::word ? reading_->lexicon[one.word].parts
                                                  : lexicon::PosMask{};
  };
  const lexicon::PosMask linking = auxiliary | modal;
  const lexicon::PosMask object = parts_of(next);
  const auto is_inside = [&](const auto& one) { return clause.text.contains(one.text); };
  return (parts_of(at) & linking) == 0 &&
         (lexicon::has(object, noun) || lexicon::has(object, gerund)) &&
         !lexicon::has(object, preposition) && !lexicon::has(object, adverb) &&
         std::ranges::none_of(finds_.quantities, is_inside) &&
         std::ranges::none_of(finds_.mentions, [&](const Mention& other) {
           return other.first_token > at && other.first_token <= at + 2 && is_inside(other) &&
                  knowledge_->concept_of(other.meaning).type == population_type_;
         });
}

// "as painless as a filling": no more than that is.
bool Extractor::is_likened(const Mention& mention) const {
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const Words words(*reading_, sentence.end_token);
  return mention.first_token > sentence.first_token && words.is(mention.first_token - 1, "as") &&
         words.is(mention.end_token, "as");
}

// "Painless hair transplant: what it costs", "we offer scarless mole removal" names a thing by what
// is promised of it; so does a heading.
Confidence Extractor::of_epithet(const Mention& mention, const context::Clause& clause) const {
  if (!mention.denies) return stated;
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const prose::Scopes scopes = reading_->article.blocks[sentence.block].scopes;
  const bool heads =
      prose::has(scopes, prose::Scope::heading) || prose::has(scopes, prose::Scope::title);
  const Words words(*reading_, sentence.end_token);
  const bool predicated =
      mention.first_token > sentence.first_token && words.is(mention.first_token - 1, articles);
  Confidence least = stated;
  for (const Mention& other : finds_.mentions) {
    const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
    if (!meaning.subject || meaning.stand_in) continue;
    const bool behind = other.first_token >= mention.end_token;
    const bool alone = other.end_token + 1 >= sentence.end_token &&
                       mention.first_token <= sentence.first_token + 1;
    const bool named = clause.verb.empty() ? behind && clause.text.contains(other.text)
                                           : !predicated && other.first_token == mention.end_token;
    if (heads || (named && !alone)) return likely;
    if (named) least = sure - 1;
  }
  return least;
}

// An error asks for more than a tension does: that the sentence itself denies, and that it states
// rather than calls possible, without a limit on what it speaks of.
void Extractor::hold_back(const Mention& mention, const context::Clause& clause,
                          Assertion& assertion) const {
  Claim& claim = assertion.claim;
  if (claim.frame == knowledge::none) return;
  if (assertion.origin > Origin::clause && claim.voice == Voice::author &&
      is_of_some(mention, clause))
    claim.subject = knowledge::none;
  if (!claim.denied && (is_defined(mention, clause) || (knowledge_->frames[claim.frame].befalls &&
                                                        is_agent(mention, clause, assertion))))
    claim.force = Force::mention;
  if (is_likened(mention)) claim.force = Force::comparison;
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const bool denied_above =
      claim.denied && !assertion.polarity_cue.empty() &&
      assertion.polarity_cue.end <= reading_->article.blocks[sentence.block].text.begin;
  const bool states = knowledge_->frames[claim.frame].needs_predicate || claim.denied;
  claim.frame_confidence = std::min(claim.frame_confidence, of_epithet(mention, clause));
  if (denied_above || (!states && is_limited(mention, clause, claim)))
    claim.frame_confidence = std::min(claim.frame_confidence, likely);
  // "Hair removal once and for all does not exist": across what is read as two clauses
  if (states || mention.text.end <= clause.text.end ||
      !Words(*reading_, sentence.end_token).denies_from(mention.end_token))
    return;
  if (has(context_->at(reading_->text.tokens[mention.end_token - 1].text),
          context::Category::negated))
    deny(assertion);
  else
    claim.force = Force::mention;
}

}  // namespace linter::assertions
