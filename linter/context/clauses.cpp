#include "linter/context/clauses.h"

#include <algorithm>
#include <concepts>

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;
using sentences::TokenKind;

constexpr std::size_t words_to_verb =
    14;  // how far after its subject's first word a verb is looked for
constexpr std::uint8_t max_depth = 255;

bool can_be_any(const Word& word, std::same_as<PartOfSpeech> auto... parts) {
  return (word.can_be(parts) || ...);
}

bool is_nominal(const Word& word) {
  return can_be_any(word, PartOfSpeech::noun, PartOfSpeech::number, PartOfSpeech::proper_noun,
                    PartOfSpeech::gerund);
}

// A pronoun that can be nothing but a subject or object: "it", not "this" or "her".
bool is_plain_pronoun(const Word& word) {
  return word.can_be(PartOfSpeech::pronoun) && !word.can_be(PartOfSpeech::determiner) &&
         !word.can_be(PartOfSpeech::relative);
}

// "it's", "they'll": subject and verb in one.
bool is_contracted_clause(const Word& word) {
  return word.can_be(PartOfSpeech::pronoun) && word.can_be(PartOfSpeech::finite_verb);
}

bool is_ambiguous_finite(std::span<const Word> words, std::size_t at) {
  const Word& word = words[at];
  if (at == 0) return false;
  const Word& before = words[at - 1];
  if (before.is_mark()) return false;
  // "it hurts", "it really hurts"
  const bool qualified = at >= 2 && before.can_be(PartOfSpeech::adverb) && !is_nominal(before) &&
                         !before.can_be(PartOfSpeech::adjective);
  if (is_plain_pronoun(qualified ? words[at - 2] : before))
    return !word.can_be(PartOfSpeech::determiner);
  if (word.can_be(PartOfSpeech::base_form))  // "patients return to", "results last for"
    return before.can_be(PartOfSpeech::plural) && !word.can_be(PartOfSpeech::adjective) &&
           at + 1 < words.size() &&
           (shows_verb(words, at + 1) ||
            can_be_any(words[at + 1], PartOfSpeech::preposition, PartOfSpeech::adverb));
  const bool third_person =
      word.can_be(PartOfSpeech::plural) && !word.can_be(PartOfSpeech::participle);
  if (!third_person || !shows_verb(words, at + 1)) return false;
  // "the facial leaves no mark", but "the individual needs you have"
  return !before.can_be(PartOfSpeech::adjective) ||
         (before.can_be(PartOfSpeech::noun) &&
          can_be_any(words[at + 1], PartOfSpeech::determiner, PartOfSpeech::negator));
}

bool is_contrast(const Word& word) {
  switch (static_cast<Known>(word.cue_word)) {
    case Known::but:
    case Known::however:
    case Known::although:
    case Known::though:
    case Known::whereas:
    case Known::nevertheless:
    case Known::nonetheless:
    case Known::albeit:
      return true;
    default:
      return false;
  }
}

bool is_conjunction(const Word& word) {
  return word.is(Known::and_) || word.is(Known::or_) || word.is(Known::so) || word.is(Known::yet) ||
         word.is(Known::plus);
}

bool is_relative(const Word& word) {
  return word.is(Known::which) || word.is(Known::who) || word.is(Known::whom) ||
         word.is(Known::whose);
}

bool is_subordinator(const Word& word) {
  return word.can_be(PartOfSpeech::subordinator) && !is_conjunction(word) && !is_contrast(word);
}

// A word that is only a subordinator; "after", "since" and "like" may be prepositions.
bool is_plain_subordinator(const Word& word) {
  return is_subordinator(word) &&
         !can_be_any(word, PartOfSpeech::preposition, PartOfSpeech::conjunction) &&
         !word.is(Known::as) && !word.is(Known::than);
}

bool skips_before_verb(const Word& word) {
  return word.can_be(PartOfSpeech::adverb) && !word.can_be(PartOfSpeech::noun) &&
         !word.can_be(PartOfSpeech::finite_verb);
}

class Splitter {
 public:
  explicit Splitter(std::span<Word> words) : words_(words) {}

  void split() {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      Word& word = words_[at_];
      word.depth = depth_;
      if (word.is_mark()) {
        read_mark(word);
        continue;
      }
      word.before = std::max(pending_, break_at(word));
      pending_ = Break::none;
      if (word.before >= Break::intro) begin_clause(word.before);
      verb_seen_ = verb_seen_ || is_finite(words_, at_);
    }
  }

 private:
  void begin_clause(Break kind) {
    clause_begin_ = at_;
    if (kind != Break::subordinate) verb_seen_ = false;
  }

  void read_mark(Word& word) {
    switch (static_cast<Known>(word.cue_word)) {
      case Known::open:
        depth_ = static_cast<std::uint8_t>(std::min<int>(depth_ + 1, max_depth));
        break;
      case Known::close:
        if (depth_ > 0) word.depth = --depth_;
        break;
      case Known::quote:
        read_quote();
        break;
      case Known::semicolon:
      case Known::colon:
      case Known::dash:
        pending_ = Break::contrast;
        break;
      case Known::comma:
        pending_ = std::max(pending_, break_after_comma());
        break;
      default:
        break;
    }
  }

  // What a pair of quotation marks holds is set one bracket deeper.
  void read_quote() {
    const bool closes = quote_begin_ < at_ && !words_[at_].space_before;
    if (closes) {
      for (std::size_t i = quote_begin_ + 1; i < at_; ++i)
        if (words_[i].depth < max_depth) ++words_[i].depth;
      quote_begin_ = no_quote;
    } else if (quote_begin_ == no_quote) {
      quote_begin_ = at_;
    }
  }

  [[nodiscard]] Break break_after_comma() {
    const std::size_t next = at_ + 1;
    if (next >= words_.size()) return Break::none;
    if (closes_relative(next)) return Break::none;
    if (begins_clause(words_, next)) {
      if (verb_seen_) return Break::coordinate;
      return opens_with_phrase() || is_plain_pronoun(words_[next]) ||
                     words_[next].can_be(PartOfSpeech::determiner)
                 ? Break::intro
                 : Break::none;
    }
    const Word& first = words_[clause_begin_];
    const bool fronted = first.is(Known::to) ||
                         can_be_any(first, PartOfSpeech::preposition, PartOfSpeech::subordinator);
    if (fronted && begins_instruction(words_[next])) return Break::intro;
    return begins_participle_clause(next) ? Break::subordinate : Break::none;
  }

  // "After the peel, use sunscreen"
  [[nodiscard]] static bool begins_instruction(const Word& word) {
    return word.can_be(PartOfSpeech::base_form) && !is_helper(word) &&
           !can_be_any(word, PartOfSpeech::adjective, PartOfSpeech::adverb,
                       PartOfSpeech::preposition, PartOfSpeech::pronoun, PartOfSpeech::determiner);
  }

  // "Scarring, which is permanent, is rare": what stands between the commas is set one bracket
  // deeper.
  [[nodiscard]] bool closes_relative(std::size_t next) {
    if (relative_begin_ == 0 || !begins_predicate(words_, next)) return false;
    for (std::size_t i = relative_begin_; i < at_; ++i)
      if (words_[i].depth < max_depth) ++words_[i].depth;
    words_[relative_begin_].before = Break::none;
    relative_begin_ = 0;
    return true;
  }

  // ", making it safe", ", leaving no marks"; not ", swelling or bruising".
  [[nodiscard]] bool begins_participle_clause(std::size_t at) const {
    return words_[at].can_be(PartOfSpeech::gerund) && shows_verb(words_, at + 1);
  }

  // Whether the clause so far is a fronted phrase: "With care", "In most cases", "Performed well".
  [[nodiscard]] bool opens_with_phrase() const {
    const Word& first = words_[clause_begin_];
    if (first.is_mark()) return false;
    return can_be_any(first, PartOfSpeech::preposition, PartOfSpeech::subordinator,
                      PartOfSpeech::adverb, PartOfSpeech::gerund) ||
           (first.can_be(PartOfSpeech::participle) && !first.can_be(PartOfSpeech::noun)) ||
           first.is(Known::to);
  }

  [[nodiscard]] Break break_at(const Word& word) {
    if (is_contrast(word)) return at_ == 0 ? Break::none : Break::contrast;
    if (word.is(Known::nor)) return break_at_nor();
    if (is_conjunction(word)) return break_at_conjunction(word);
    if (at_ == 0 || words_[at_ - 1].is(Known::hyphen)) return Break::none;
    if (ends_condition(word)) return Break::coordinate;
    if (word.is(Known::whether)) return Break::complement;
    if (is_relative(word)) {
      relative_begin_ = words_[at_ - 1].is(Known::comma) ? at_ : 0;
      return Break::subordinate;
    }
    if (word.is(Known::that)) return break_at_that();
    if (!is_subordinator(word)) return Break::none;
    // "once a week": how often, no clause
    const bool counts = word.can_be(PartOfSpeech::adverb) && at_ + 1 < words_.size() &&
                        words_[at_ + 1].can_be(PartOfSpeech::determiner) &&
                        !begins_clause(words_, at_ + 1);
    if (counts) return Break::none;
    if (is_plain_subordinator(word)) return Break::subordinate;
    if (is_behind_subject(word)) return Break::none;
    // "as effective as": a comparison, no clause
    const bool comparison =
        word.is(Known::as) && at_ + 1 < words_.size() &&
        can_be_any(words_[at_ + 1], PartOfSpeech::adjective, PartOfSpeech::adverb);
    return !comparison && begins_clause(words_, at_ + 1) ? Break::subordinate : Break::none;
  }

  // "If the skin is not clean it may become infected": no comma, and yet a clause of its own. Not
  // "If you are not sure you can".
  [[nodiscard]] bool ends_condition(const Word& word) const {
    if (clause_begin_ != 0 || !verb_seen_ || !is_plain_subordinator(words_[0]) ||
        !is_plain_pronoun(word) || at_ + 1 >= words_.size())
      return false;
    const Word& before = words_[at_ - 1];
    if (before.is_mark() || !is_nominal_end(before)) return false;
    const Word& next = words_[at_ + 1];
    return is_helper(next) && !next.can_be(PartOfSpeech::negator);
  }
  // What a clause can end in that takes no clause of its own.
  [[nodiscard]] static bool is_nominal_end(const Word& word) {
    return word.can_be(PartOfSpeech::adjective) ||
           (can_be_any(word, PartOfSpeech::noun, PartOfSpeech::participle, PartOfSpeech::adverb) &&
            !word.can_be(PartOfSpeech::base_form));
  }

  // "Redness after a peel is common": the verb to come is that of the first noun.
  [[nodiscard]] bool is_behind_subject(const Word& word) const {
    return !verb_seen_ && at_ == clause_begin_ + 1 && word.can_be(PartOfSpeech::preposition) &&
           !word.is(Known::as) && !word.is(Known::than) && is_nominal(words_[clause_begin_]) &&
           at_ + 1 < words_.size() && !is_plain_pronoun(words_[at_ + 1]);
  }

  [[nodiscard]] Break break_at_that() const {
    if (at_ + 1 >= words_.size()) return Break::none;
    const bool clause = begins_clause(words_, at_ + 1) || begins_predicate(words_, at_ + 1);
    return clause ? Break::complement : Break::none;
  }

  // "nor does it hurt"; not "neither safe nor quick".
  [[nodiscard]] Break break_at_nor() const {
    const std::size_t next = at_ + 1;
    if (next >= words_.size()) return Break::none;
    return is_helper(words_[next]) || begins_clause(words_, next) ? Break::coordinate : Break::none;
  }

  [[nodiscard]] Break break_at_conjunction(const Word& word) const {
    const std::size_t next = at_ + 1;
    if (next >= words_.size()) return Break::none;
    if (word.is(Known::so) && words_[next].is(Known::that)) return Break::subordinate;
    if (is_plain_subordinator(words_[next]) && !words_[next].is(Known::that) && verb_seen_)
      return Break::coordinate;
    if (!begins_clause(words_, next)) return Break::none;
    return verb_seen_ || is_plain_pronoun(words_[next]) || is_contracted_clause(words_[next])
               ? Break::coordinate
               : Break::none;
  }

  std::span<Word> words_;
  std::size_t at_ = 0;
  std::size_t clause_begin_ = 0;
  static constexpr std::size_t no_quote = SIZE_MAX;
  std::size_t quote_begin_ = no_quote;  // the open quotation mark
  std::size_t relative_begin_ = 0;      // of an open ", which ..."; 0 = none
  Break pending_ = Break::none;
  bool verb_seen_ = false;
  std::uint8_t depth_ = 0;
};

}  // namespace

void split_clauses(std::span<Word> words) {
  Splitter(words).split();
}

bool shows_verb(std::span<const Word> words, std::size_t at) {
  if (at >= words.size()) return false;
  const Word& word = words[at];
  return !word.is_mark() &&
         can_be_any(word, PartOfSpeech::determiner, PartOfSpeech::pronoun, PartOfSpeech::negator);
}

bool is_finite(std::span<const Word> words, std::size_t at) {
  const Word& word = words[at];
  if (word.is_mark() || !word.can_be(PartOfSpeech::finite_verb)) return false;
  if (is_helper(word) || is_contracted_clause(word)) return true;
  if (is_nominal(word) ||
      can_be_any(word, PartOfSpeech::adjective, PartOfSpeech::participle, PartOfSpeech::preposition,
                 PartOfSpeech::adverb, PartOfSpeech::determiner, PartOfSpeech::conjunction,
                 PartOfSpeech::subordinator))
    return is_ambiguous_finite(words, at);
  if (!word.can_be(PartOfSpeech::base_form) || at == 0) return at > 0;
  // A bare form is finite after a plural subject, an infinitive after "to" or a helper.
  const Word& before = words[at - 1];
  return !before.is(Known::to) && !is_helper(before) && !before.is_mark() && !joins(before);
}

bool begins_predicate(std::span<const Word> words, std::size_t at) {
  while (at < words.size() && skips_before_verb(words[at])) ++at;
  if (at >= words.size() || words[at].is_mark()) return false;
  const Word& word = words[at];
  if (!word.can_be(PartOfSpeech::finite_verb) || is_contracted_clause(word)) return false;
  if (is_helper(word)) return true;
  if (word.can_be(PartOfSpeech::base_form)) return false;  // "does not hurt or leave": shared
  if (!is_nominal(word) && !can_be_any(word, PartOfSpeech::adjective, PartOfSpeech::participle))
    return true;
  const bool past = word.can_be(PartOfSpeech::participle) && !is_nominal(word);  // "and wished to"
  return (past && at + 1 < words.size() && words[at + 1].is(Known::to)) ||
         ((past || word.can_be(PartOfSpeech::plural)) && shows_verb(words, at + 1));
}

bool begins_clause(std::span<const Word> words, std::size_t at) {
  const std::size_t end = std::min(words.size(), at + words_to_verb);
  bool subject = false;
  for (std::size_t i = at; i < end; ++i) {
    const Word& word = words[i];
    if (word.is_mark()) {
      if (word.is(Known::hyphen) || word.is(Known::quote) || word.is(Known::percent)) continue;
      return false;
    }
    if (is_contracted_clause(word)) return true;
    if (subject && is_finite(words, i)) return true;
    if (!subject && is_helper(word)) return false;
    if (joins(word) || is_conjunction(word) || is_contrast(word) || is_relative(word)) return false;
    const bool pronoun = is_plain_pronoun(word) || (word.can_be(PartOfSpeech::pronoun) &&
                                                    i + 1 < end && is_helper(words[i + 1]));
    if (subject && is_subordinator(word)) return false;
    subject = subject || pronoun || is_nominal(word);
    if (!subject && is_plain_subordinator(word)) return false;
  }
  return false;
}

}  // namespace linter::context
