// What a statement can carry: an error asks for more than a tension does.
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"

namespace linter::assertions {
namespace {

using Row = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> quantifiers = {"many",    "some",    "most", "other",
                                                         "certain", "several", "few",  "remaining"};
constexpr std::array<std::string_view, 3> rests = {"remaining", "other", "rest"};
constexpr std::array<std::string_view, 10> people = {
    "people",  "patients",  "men",     "women",       "users",
    "clients", "customers", "persons", "individuals", "adults"};
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
  const bool some =
      words.is(first, quantifiers) || (words.is(first, "the") && words.is(first + 1, rests));
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

// An error asks for more than a tension does: that the sentence itself denies, and that it states
// rather than calls possible, without a limit on what it speaks of.
void Extractor::hold_back(const Mention& mention, const context::Clause& clause,
                          Assertion& assertion) const {
  Claim& claim = assertion.claim;
  if (claim.frame == knowledge::none) return;
  if (assertion.origin > Origin::clause && claim.voice == Voice::author &&
      is_of_some(mention, clause))
    claim.subject = knowledge::none;
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const bool denied_above =
      claim.denied && !assertion.polarity_cue.empty() &&
      assertion.polarity_cue.end <= reading_->article.blocks[sentence.block].text.begin;
  const bool states = knowledge_->frames[claim.frame].needs_predicate || claim.denied;
  if (denied_above || (!states && is_limited(mention, clause, claim)))
    claim.frame_confidence = std::min(claim.frame_confidence, likely);
  // "Hair removal once and for all does not exist": across what is read as two clauses
  if (!states && mention.text.end > clause.text.end &&
      Words(*reading_, sentence.end_token).denies_from(mention.end_token))
    claim.force = Force::mention;
}

}  // namespace linter::assertions
