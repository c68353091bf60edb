// How long something lasts that was named before: "redness, which fades within a day", "Swelling is
// common. It goes down within a week."
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

namespace {

constexpr std::array<std::string_view, 2> relatives = {"which", "that"};
constexpr std::array<std::string_view, 2> joiners = {"but", "and"};
constexpr std::uint32_t reach_of_head = 4;  // tokens to its verb
constexpr std::array<std::string_view, 6> pronouns = {"it",   "this",  "these",
                                                      "they", "those", "both"};

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

// The word that says what a clause is about; its first one where that is no subject of its own
// ("which fades").
std::uint32_t Extractor::head_of(const context::Clause& clause) const {
  return reading_->text.token_at(clause.subject.empty() ? clause.text.begin : clause.subject.begin);
}

// What a clause without a name of its own goes on about: the things that its sentence, or for a
// pronoun the sentence before, says happen.
std::span<const Assertion> Extractor::taken_up(const context::Clause& clause,
                                               std::uint32_t sentence, std::size_t from,
                                               std::span<const Assertion> assertions) const {
  const std::uint32_t head = head_of(clause);
  const std::string word = base::lower(reading_->view(reading_->text.tokens[head].text));
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  // "these symptoms", "this redness"
  const bool pointed =
      head > place.first_token &&
      is_among(base::lower(reading_->view(reading_->text.tokens[head - 1].text)), pronouns);
  // "redness may appear, but fades within a day"
  if (clause.subject.empty() && is_among(word, joiners)) return assertions.subspan(from);
  if (is_among(word, relatives)) {
    std::uint32_t before = head;
    while (before > place.first_token && shape_.is_joining(before - 1)) --before;
    if (before == place.first_token || !shape_.is_in_mention(before - 1)) return {};
    return assertions.subspan(from);
  }
  if (!pointed && !is_among(word, pronouns)) return {};
  const auto in_sentence = assertions.subspan(from);
  const auto stands_before = [&](const Assertion& one) {
    return one.meaning.end <= clause.text.begin;
  };
  if (std::ranges::any_of(in_sentence, stands_before)) return in_sentence;
  if (sentence == 0 || reading_->text.sentences[sentence - 1].block != place.block) return {};
  const Span last = reading_->text.sentences[sentence - 1].text;
  std::size_t begin = from;
  while (begin > 0 && assertions[begin - 1].sentence == last) --begin;
  return assertions.subspan(begin, from - begin);
}

// Whether the assertion says that something happens which a frame can measure.
bool Extractor::is_measurable(const Assertion& one, Span clause, FrameId frame) const {
  const Claim& claim = one.claim;
  if (claim.denied || claim.likelihood.high == 0 || claim.frame == knowledge::none ||
      claim.quantity || claim.meaning == knowledge::none || claim.subject == knowledge::none ||
      claim.force != Force::statement || one.meaning.end > clause.begin)
    return false;
  const knowledge::TypeId type = knowledge_->concept_of(claim.meaning).type;
  return type != knowledge::none && knowledge_->default_frame(type) == claim.frame &&
         knowledge_->fills(type, frame);
}

void Extractor::add_taken_up(std::uint32_t sentence, std::size_t from,
                             std::vector<Assertion>& assertions) {
  for (const FoundQuantity& quantity : finds_.quantities) {
    if (quantity.quantity.measure != knowledge::Measure::time) continue;
    const Mention unnamed{.sentence = sentence,
                          .first_token = quantity.first_token,
                          .end_token = quantity.first_token,
                          .text = {quantity.text.begin, quantity.text.begin}};
    const context::Clause clause = clause_of(unnamed);
    const std::span<const Assertion> named = taken_up(clause, sentence, from, assertions);
    const std::uint32_t head = head_of(clause);
    std::vector<Assertion> made;
    for (const Assertion& one : named) {
      const knowledge::TypeId type = one.claim.meaning == knowledge::none
                                         ? knowledge::none
                                         : knowledge_->concept_of(one.claim.meaning).type;
      if (type == knowledge::none) continue;
      const Found* cue = measuring_cue(quantity, type, clause.text);
      if (cue == nullptr || cue->first_token > head + reach_of_head || !is_verb(*cue) ||
          is_negated(cue->text, cue->text))
        continue;
      const FrameId frame = knowledge_->frame_cues[cue->id].frame;
      if (knowledge_->frames[frame].of_subject || !is_measurable(one, clause.text, frame)) continue;
      Assertion spoken = one;
      say_how(cue->text, cue->text, spoken);
      if (spoken.claim.force != Force::statement || spoken.claim.voice != Voice::author) continue;
      spoken.claim.hedged = one.claim.hedged;
      if (is_of_the_start(spoken, knowledge_->frames[frame])) {
        spoken.claim.conditional = false;
        spoken.claim.condition = 0;
      }
      spoken.claim.frame = frame;
      spoken.claim.quantity = quantity.quantity;
      spoken.claim.frame_confidence = one.sentence.contains(clause.text) ? stated : sure;
      spoken.sentence = reading_->text.sentences[sentence].text;
      spoken.frame_cue = cue->text;
      spoken.quantity = quantity.text;
      spoken.meaning = reading_->text.tokens[head].text;
      spoken.words = joined(joined(spoken.meaning, cue->text), quantity.text);
      made.push_back(std::move(spoken));
    }
    assertions.insert(assertions.end(), made.begin(), made.end());
  }
}

}  // namespace linter::assertions
