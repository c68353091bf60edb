// What a sentence says that no wording tells: learned from the examples of packs.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>

#include "linter/assertions/extract.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;

namespace {

constexpr std::size_t most_items = 96;  // longer sentences say too many things
constexpr std::size_t word_bits = 64;
constexpr std::size_t least_known = 4;  // words that examples have, too
constexpr std::size_t least_items = 3;  // of a part of a sentence

}  // namespace

// Whether a part of a sentence begins at the token, which may say something of its own: behind a
// semicolon, behind a comma and "and", before "because".
bool Extractor::begins_part(std::uint32_t token, std::uint32_t first) const {
  static constexpr std::array<std::string_view, 5> openings = {"but", "because", "although",
                                                               "while", "which"};
  static constexpr std::array<std::string_view, 4> marks = {";", ":", "\u2013", "\u2014"};
  if (token == first) return false;
  const std::vector<sentences::Token>& tokens = reading_->text.tokens;
  const std::string_view before = reading_->view(tokens[token - 1].text);
  if (std::ranges::find(marks, before) != marks.end()) return true;
  constexpr lexicon::PosMask joins = (PartOfSpeech::conjunction | PartOfSpeech::subordinator) |
                                     lexicon::PosMask(PartOfSpeech::relative);
  if (tokens[token].kind != sentences::TokenKind::word || (parts_of(token) & joins) == 0)
    return false;
  return before == "," ||
         std::ranges::find(openings, reading_->view(tokens[token].text)) != openings.end();
}

// The items of a sentence, and where its parts begin among them.
void Extractor::read_items(std::uint32_t sentence) {
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  finder_.read_items(sentence, stance_items_);
  item_tokens_.clear();
  part_begins_.assign(1, 0);
  for (std::uint32_t token = place.first_token; token < place.end_token; ++token) {
    if (begins_part(token, place.first_token)) part_begins_.push_back(item_tokens_.size());
    if (finder_.is_item(token)) item_tokens_.push_back(token);
  }
  part_begins_.push_back(item_tokens_.size());
}

// The stances that so many items take; of those that come back they are remembered.
void Extractor::read_part(std::span<const knowledge::StemId> items) {
  const base::TextDigest digest = base::digest_of_values(items);
  part_takes_.clear();
  if (const auto known = stance_echoes_.of(digest)) {
    part_takes_.assign(known->begin(), known->end());
    return;
  }
  knowledge_->stance_model.get().read(items, least_likely_, stance_scores_, part_takes_);
  stance_echoes_.keep(digest, part_takes_);
}

// The stances that the sentence takes, or a part of it, each once: where it is likeliest.
void Extractor::read_stances(bool headed) {
  stances_taken_.clear();
  const auto read = [&](std::size_t begin, std::size_t end) {
    read_part(std::span(stance_items_).subspan(begin, end - begin));
    for (const knowledge::StanceModel::Taken& one : part_takes_) {
      const knowledge::Stance& stance = knowledge_->stances[one.stance];
      if (one.probability < stance.least || (headed && !stance.headings)) continue;
      const auto known = std::ranges::find(stances_taken_, one.stance, &TakenStance::stance);
      if (known == stances_taken_.end())
        stances_taken_.push_back({one.stance, one.probability, begin, end});
      else if (known->probability < one.probability)
        *known = {one.stance, one.probability, begin, end};
    }
  };
  read(0, stance_items_.size());
  for (std::size_t part = 0; part_begins_.size() > 2 && part + 1 < part_begins_.size(); ++part)
    if (part_begins_[part + 1] - part_begins_[part] >= least_items)
      read(part_begins_[part], part_begins_[part + 1]);
}

// Whether the sentence takes one more stance that rules this one out: then it is not understood.
bool Extractor::is_torn(const TakenStance& taken) const {
  const knowledge::Stance& stance = knowledge_->stances[taken.stance];
  return std::ranges::any_of(stances_taken_, [&](const TakenStance& also) {
    const knowledge::Stance& other = knowledge_->stances[also.stance];
    return other.frame == stance.frame &&
           (knowledge_->are_exclusive(other.meaning, stance.meaning) ||
            (other.meaning == stance.meaning && other.denied != stance.denied));
  });
}

// "No serious harm" is less than no harm, and what names no ink says nothing of inks.
bool Extractor::is_limited(const TakenStance& taken) const {
  const std::span items =
      std::span(stance_items_).subspan(taken.begin, taken.end - taken.begin);
  const auto has_one_of = [&](const std::vector<knowledge::StemId>& words) {
    return std::ranges::any_of(items, [&](knowledge::StemId item) {
      return std::ranges::find(words, item) != words.end();
    });
  };
  const knowledge::Stance& stance = knowledge_->stances[taken.stance];
  return has_one_of(stance.unless) || (!stance.with.empty() && !has_one_of(stance.with));
}

// The token that speaks most for a stance.
std::uint32_t Extractor::most_telling(const TakenStance& taken) {
  knowledge_->stance_model.get().weigh(
      std::span(stance_items_).subspan(taken.begin, taken.end - taken.begin), taken.stance,
      item_weights_);
  const auto most = std::ranges::max_element(item_weights_);
  return item_tokens_[taken.begin + static_cast<std::size_t>(most - item_weights_.begin())];
}

std::size_t Extractor::known_items() const {
  return static_cast<std::size_t>(std::ranges::count_if(stance_items_, [](knowledge::StemId item) {
    return item != knowledge::no_stem && item < knowledge::figure_item;
  }));
}

// From which probability on any stance is taken, and whether headings take one.
void Extractor::note_stances() {
  least_likely_ = 1;
  for (const knowledge::Stance& stance : knowledge_->stances) {
    least_likely_ = std::min(least_likely_, static_cast<float>(stance.least));
    reads_headings_ = reads_headings_ || stance.headings;
  }
}

// Of each frame those that it clashes with, a bit each.
void Extractor::note_clashes() {
  partner_words_ = (knowledge_->frames.size() + word_bits - 1) / word_bits;
  partners_.assign(knowledge_->frames.size() * partner_words_, 0);
  const auto note = [&](FrameId of, FrameId partner) {
    partners_[(of * partner_words_) + (partner / word_bits)] |= std::uint64_t{1}
                                                                << (partner % word_bits);
  };
  for (const knowledge::Clash& clash : knowledge_->clashes) {
    note(clash.first, clash.second);
    note(clash.second, clash.first);
  }
}

// Whether the statements of two frames answer one question: they are of one frame, or they clash
// with each other or with a third.
bool Extractor::are_akin(FrameId one, FrameId other) const {
  const std::span<const std::uint64_t> all(partners_);
  const auto mine = all.subspan(one * partner_words_, partner_words_);
  const auto theirs = all.subspan(other * partner_words_, partner_words_);
  if (one == other || ((mine[other / word_bits] >> (other % word_bits)) & 1U) != 0) return true;
  for (std::size_t word = 0; word < partner_words_; ++word)
    if ((mine[word] & theirs[word]) != 0) return true;
  return false;
}

// Whether wordings tell what a part of a sentence says of the kind that the stance is of: then the
// examples are not asked.
bool Extractor::is_told(const knowledge::Stance& stance, Span part, std::size_t from,
                        const std::vector<Assertion>& assertions) const {
  return std::any_of(assertions.begin() + static_cast<std::ptrdiff_t>(from), assertions.end(),
                     [&](const Assertion& one) {
                       const Claim& claim = one.claim;
                       return !claim.by_example && claim.subject != knowledge::none &&
                              claim.frame != knowledge::none && claim.frame_confidence >= likely &&
                              claim.force == Force::statement && part.overlaps(one.words) &&
                              are_akin(claim.frame, stance.frame);
                     });
}

void Extractor::add_by_example(std::uint32_t sentence, std::size_t from,
                               std::vector<Assertion>& assertions) {
  if (knowledge_->stance_model.empty() || (subjects_.are_unknown() && !is_in_field_)) return;
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  if (place.ending == sentences::Ending::question || place.ending == sentences::Ending::colon ||
      place.end_token - place.first_token > most_items)
    return;
  // Of a heading and of an answer in a word what stands around it says more.
  const prose::Scopes scopes = reading_->article.blocks[place.block].scopes;
  const bool headed =
      prose::has(scopes, prose::Scope::heading) || prose::has(scopes, prose::Scope::title);
  if (headed && !reads_headings_) return;
  read_items(sentence);
  if (stance_items_.size() != item_tokens_.size() || known_items() < least_known) return;
  read_stances(headed);
  if (stances_taken_.empty()) return;
  shape_.read(*reading_, *knowledge_, finds_, finder_, sentence);
  for (const TakenStance& taken : stances_taken_) {
    const knowledge::Stance& stance = knowledge_->stances[taken.stance];
    if (is_torn(taken) || is_limited(taken)) continue;
    const Span words{reading_->text.tokens[item_tokens_[taken.begin]].text.begin,
                     reading_->text.tokens[item_tokens_[taken.end - 1]].text.end};
    if (is_told(stance, words, from, assertions)) continue;
    const std::uint32_t token = most_telling(taken);
    Mention at{.meaning = stance.meaning,
               .sentence = sentence,
               .first_token = token,
               .end_token = token + 1,
               .text = reading_->text.tokens[token].text};
    Assertion made;
    made.probability = static_cast<int>(std::lround(100 * taken.probability));
    if (take(at, stance, made)) assertions.push_back(std::move(made));
  }
}

// "Retinol, on the other hand, needs weeks", "Older lasers were for light skin only"
bool Extractor::is_of_another(const Subject& subject, const Mention& at,
                              const context::Clause& clause) {
  const auto opens_clause = [&](const Found& band) {
    return knowledge_->bands[band.id].of == knowledge::Band::Of::another &&
           band.text.begin <= clause.subject.begin + 1 && clause.text.contains(band.text) &&
           !clause.verb.empty() && band.text.end <= clause.verb.begin;
  };
  return std::ranges::any_of(finds_.bands, opens_clause) ||
         (subject.origin > Origin::clause &&
          shape_.names_stranger(clause, at, subject.text, title_words_)) ||
         (subject.origin > Origin::sentence &&
          refers_back(clause, at.sentence, subject.text) == Back::another);
}

// Whether the author says it of a subject, and what of it is said.
bool Extractor::take(const Mention& at, const knowledge::Stance& stance, Assertion& made) {
  const context::Clause clause = clause_of(at);
  say_how(at.text, {}, made);
  Claim& claim = made.claim;
  // "Do not pick at flakes" tells what to do, and denies no flakes
  if (claim.force == Force::advice && !stance.denied) claim.force = Force::statement;
  // What is never held against another statement matters whatever it is said of.
  const bool held = knowledge_->frames[stance.frame].compared;
  if (claim.voice != Voice::author || claim.force != Force::statement) return false;
  const Subject subject = subject_of(at, clause);
  if (subject.meaning == knowledge::none ||
      (held && (is_of_one_person(clause) || is_of_another(subject, at, clause))))
    return false;
  claim.hedged = false;  // the examples are hedged, too
  claim.by_example = true;
  claim.subject = subject.meaning;
  claim.subject_confidence = subject.confidence;
  claim.frame = stance.frame;
  claim.frame_confidence = sure;
  claim.meaning = stance.meaning;
  claim.denied = stance.denied;
  claim.universal = stance.universal;
  claim.degree = stance.degree;
  claim.likelihood = stance.denied ? Interval{0, 0} : stance.likelihood.value_or(said_so);
  made.origin = subject.origin;
  made.subject = subject.text;
  made.sentence = reading_->text.sentences[at.sentence].text;
  made.meaning = at.text;
  made.words = made.sentence;
  set_condition(at, clause.text, made);
  return true;
}

}  // namespace linter::assertions
