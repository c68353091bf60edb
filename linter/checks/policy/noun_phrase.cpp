#include "linter/checks/policy/noun_phrase.h"

#include "linter/lexicon/part_of_speech.h"

namespace linter::checks::policy {
namespace {

using enum lexicon::PartOfSpeech;
using lexicon::PosMask;
using sentences::TokenKind;
using std::string_view;

constexpr PosMask mask_of(lexicon::PartOfSpeech part) {
  return static_cast<PosMask>(part);
}
constexpr PosMask small_word_kinds = determiner | pronoun | mask_of(preposition) | mask_of(conjunction) |
                                mask_of(subordinator) | mask_of(relative) | mask_of(auxiliary) |
                                mask_of(modal) | mask_of(negator) | mask_of(question_word);
constexpr PosMask noun_or_adjective = noun | adjective;

}  // namespace

string_view Phrases::folded(std::uint32_t at) const {
  return is_word(at) ? scene_.words.of(tokens_[at].word).folded : text(at);
}

bool Phrases::is_known(std::uint32_t at) const {
  return scene_.words.of(tokens_[at].word).tier != 0;
}

bool Phrases::is_small(std::uint32_t at) const {
  return is_word(at) && (mask(at) & small_word_kinds) != 0;
}

// A hyphen between two words.
bool Phrases::joins(std::uint32_t at) const {
  if (!inside(at + 1) || tokens_[at].kind != TokenKind::mark || tokens_[at].space_before)
    return false;
  return !tokens_[at + 1].space_before && text(at) == "-" && is_word(at + 1);
}

// The "and" of "dry and flaky skin".
bool Phrases::joins_adjectives(std::uint32_t at) const {
  const auto describes = [&](std::uint32_t other) {
    return can_be(other, mask_of(adjective)) && !can_be(other, mask_of(noun)) && !is_small(other);
  };
  return (folded(at) == "and" || folded(at) == "or") && describes(at - 1) && describes(at + 1);
}

Number Phrases::number_of(std::uint32_t at) const {
  if (!can_be(at, mask_of(noun)) || can_be(at, mask_of(proper_noun))) return Number::unknown;
  if (has_role(at, Role::foreign_plural)) return Number::plural;
  if (!is_known(at)) return Number::unknown;
  const string_view word = text(at);
  if (can_be(at, mask_of(plural))) {
    // "anus" is a plural of "anu", too, and "dive" one of "diva"
    const bool may_be_one =
        word.ends_with("us") || (!word.ends_with('s') && can_be(at, mask_of(base_form)));
    return may_be_one ? Number::unknown : Number::plural;
  }
  const bool own_s = word.ends_with("us") || word.ends_with("ss") || word.ends_with("is");
  const bool may_be_other = (word.ends_with('s') && !own_s) || can_be(at, mask_of(adjective));
  return may_be_other ? Number::unknown : Number::singular;
}

std::uint32_t Phrases::read_determiners(NounPhrase& phrase, std::uint32_t at) const {
  for (; inside(at); ++at) {
    if (tokens_[at].kind == TokenKind::number || can_be(at, mask_of(lexicon::PartOfSpeech::number))) {
      phrase.counted = true;
    } else if (has_role(at, Role::determiner)) {
      if (phrase.determiner.empty()) phrase.determiner = folded(at);
      if (has_role(at, Role::count)) phrase.counted = true;
    } else {
      break;
    }
  }
  return at;
}

// Whether a word within a phrase may be what the word before it does: "the skin changes", "the
// treatments doctors use".
bool Phrases::may_be_verb_of(std::uint32_t at, std::uint32_t before) const {
  if (before == at || !can_be(before, mask_of(noun))) return false;
  if (can_be(before, mask_of(plural)))
    return can_be(at, (finite_verb | base_form) | (participle | gerund));
  return can_be(at, mask_of(finite_verb)) && text(at).ends_with('s');
}

// The nouns and adjectives from here on.
std::uint32_t Phrases::read_words(NounPhrase& phrase, std::uint32_t at) const {
  const std::uint32_t start = at;
  while (inside(at)) {
    if (at > start && joins(at)) {
      at += 2;
      continue;
    }
    if (at > start && joins_adjectives(at)) ++at;
    if (!is_word(at) || is_small(at) || (at > start && behind_link(at) != at)) break;
    const bool fits = can_be(at, noun_or_adjective);
    const bool leads =
        can_be(at, participle | gerund) && can_be(at + 1, noun_or_adjective) && !is_small(at + 1);
    if (!fits && (at != start || !leads)) break;
    if (at != sentence_.first_token && !is_lower(at) &&
        tokens_[at].shape != sentences::Shape::upper)
      phrase.named = true;
    if (!is_known(at)) phrase.named = true;
    if (may_be_verb_of(at, at > start ? at - 1 : at)) phrase.doubtful = true;
    ++at;
  }
  return at;
}

std::optional<NounPhrase> Phrases::bare_at(std::uint32_t first) const {
  NounPhrase phrase{.first = first, .determiner = {}};
  const std::uint32_t start = read_determiners(phrase, first);
  // "using lasers", "pre-treating skin", "check results"
  const bool acts = text(start).ends_with("ing") ||
                    (joins(start + 1) && text(start + 2).ends_with("ing")) ||
                    (can_be(start, mask_of(base_form)) && !can_be(start, mask_of(plural)) &&
                     start == sentence_.first_token);
  if (start == first && acts) return std::nullopt;
  phrase.behind = read_words(phrase, start);
  if (phrase.behind == start) return std::nullopt;
  phrase.head = phrase.behind - 1;
  if (!can_be(phrase.head, mask_of(noun)) || has_role(phrase.head, Role::torn_helper))
    return std::nullopt;
  phrase.number = number_of(phrase.head);
  return phrase;
}

// Where the phrase goes on behind a preposition ("of the skin") or what is done to it ("used on the
// skin", "lost due to decay"); the same place where it does not.
std::uint32_t Phrases::behind_link(std::uint32_t at) const {
  if (has_role(at, Role::preposition)) return at + 1;
  const string_view word = folded(at);
  const bool done = can_be(at, mask_of(participle)) &&
                    (word.ends_with("ed") || word == "done" || word == "made" || word == "lost");
  if (!done || can_be(at, mask_of(base_form)) || !can_be(at - 1, mask_of(noun))) return at;
  const std::uint32_t link = folded(at + 1) == "due" ? at + 2 : at + 1;
  const bool links = has_role(link, Role::preposition) || folded(link) == "by" ||
                     (link > at + 1 && folded(link) == "to");
  return links ? link + 1 : at;
}

std::optional<NounPhrase> Phrases::at(std::uint32_t first) const {
  std::optional<NounPhrase> phrase = bare_at(first);
  constexpr int most_phrases = 3;
  for (int i = 0; phrase && i < most_phrases && is_word(phrase->behind); ++i) {
    const std::uint32_t next = behind_link(phrase->behind);
    if (next == phrase->behind) break;
    std::optional<NounPhrase> inner = bare_at(next);
    if (inner && folded(inner->behind) == "or") inner = bare_at(inner->behind + 1);
    if (!inner) return std::nullopt;
    phrase->with_of = phrase->with_of || folded(phrase->behind) == "of";
    phrase->doubtful = phrase->doubtful || inner->doubtful;
    phrase->behind = inner->behind;
  }
  return phrase;
}

std::uint32_t Phrases::past_adverbs(std::uint32_t at) const {
  for (int i = 0; i < 2 && can_be(at, mask_of(adverb)); ++i) {
    if (can_be(at, noun | verb) || is_small(at)) break;
    ++at;
  }
  return at;
}

Number Phrases::asked_by(std::uint32_t at) const {
  const Number asked = asked_by_either(at);
  const bool helps = can_be(at, mask_of(auxiliary));
  return helps || !can_be(at, noun_or_adjective | mask_of(adverb)) ? asked : Number::unknown;
}

Number Phrases::asked_by_either(std::uint32_t at) const {
  if (!is_word(at)) return Number::unknown;
  if (has_role(at, Role::singular_helper)) return Number::singular;
  if (has_role(at, Role::plural_helper)) return Number::plural;
  if (!can_be(at, mask_of(verb)) || is_small(at)) return Number::unknown;
  if (has_role(at, Role::same_in_past)) return Number::unknown;
  const string_view word = folded(at);
  const bool bare = can_be(at, mask_of(base_form));
  if (can_be(at, mask_of(finite_verb)) && !bare && word.ends_with('s') && !word.ends_with("ss"))
    return Number::singular;
  return bare && !can_be(at, mask_of(participle)) ? Number::plural : Number::unknown;
}

}  // namespace linter::checks::policy
