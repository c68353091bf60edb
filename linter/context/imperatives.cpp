#include "linter/context/imperatives.h"

#include <algorithm>
#include <utility>

#include "linter/context/clauses.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;

bool is_advice_at(const std::vector<Match>& matches, std::size_t at) {
  auto match = std::ranges::upper_bound(matches, at, {}, &Match::begin);
  while (match != matches.begin() && std::prev(match)->begin + max_phrase_words > at) {
    --match;
    if (match->end > at && has(match->categories, Category::advice)) return true;
  }
  return false;
}

bool is_bare_verb(const Word& word) {
  return word.can_be(PartOfSpeech::base_form) && !word.can_be(PartOfSpeech::noun) &&
         !word.can_be(PartOfSpeech::adjective) && !word.can_be(PartOfSpeech::adverb) &&
         !word.can_be(PartOfSpeech::pronoun) && !word.can_be(PartOfSpeech::preposition) &&
         !word.can_be(PartOfSpeech::modal);
}

// "do not use", "don't use"
bool is_negated_imperative(std::span<const Word> words, std::size_t at) {
  const Word& word = words[at];
  if (!word.can_be(PartOfSpeech::auxiliary) || word.can_be(PartOfSpeech::modal)) return false;
  std::size_t next = at + 1;
  if (!word.can_be(PartOfSpeech::negator)) {
    if (!word.can_be(PartOfSpeech::base_form) || next >= words.size() ||
        !words[next].is(Known::not_))
      return false;
    ++next;
  }
  return next < words.size() && words[next].can_be(PartOfSpeech::base_form);
}

bool is_imperative(std::span<const Word> words, std::size_t at) {
  const Word& word = words[at];
  // "Most find it mild"
  if (at > 0 && !words[at - 1].is_mark() && words[at - 1].can_be(PartOfSpeech::determiner) &&
      !words[at - 1].can_be(PartOfSpeech::conjunction))
    return false;
  if (!word.can_be(PartOfSpeech::base_form) && !word.can_be(PartOfSpeech::negator)) return false;
  const bool finite_helper =
      word.can_be(PartOfSpeech::auxiliary) && word.can_be(PartOfSpeech::finite_verb);
  const bool verb = (is_bare_verb(word) && !finite_helper) || is_negated_imperative(words, at);
  return verb && at_clause_start(words, at);
}

// "Dry food contains", "Dry needling causes": names with a finite verb behind them, in a clause
// that an instruction's verb might begin.
bool begins_subject(std::span<const Word> words, std::size_t at) {
  constexpr std::size_t longest_name = 4;
  if (!words[at].can_be(PartOfSpeech::adjective) && !words[at].can_be(PartOfSpeech::noun))
    return false;
  for (std::size_t next = at + 1; next < words.size() && next <= at + longest_name; ++next) {
    const Word& word = words[next];
    if (word.is_mark() || word.before != Break::none) return false;
    if (next > at + 1 && is_finite(words, next))
      return is_helper(word) || !word.can_be(PartOfSpeech::base_form);
    const bool names = word.can_be(PartOfSpeech::noun) || word.can_be(PartOfSpeech::adjective) ||
                       word.can_be(PartOfSpeech::gerund);
    if (!names || word.can_be(PartOfSpeech::determiner) || word.can_be(PartOfSpeech::preposition) ||
        word.can_be(PartOfSpeech::pronoun))
      return false;
  }
  return false;
}

}  // namespace

void drop_names(const CueSet::Index& index, std::span<const Word> words, Matches& matches) {
  std::erase_if(matches.cues, [&](const Match& match) {
    return has(match.categories, Category::advice) && match.cue < index.cues.size() &&
           index.cues[match.cue].place == Place::start && match.end == match.begin + 1 &&
           begins_subject(words, match.begin);
  });
}

void add_imperatives(std::span<const Word> words, Matches& matches) {
  const std::size_t before = matches.cues.size();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!is_imperative(words, i) || is_advice_at(matches.cues, i) ||
        is_advice_at(matches.pseudo, i))
      continue;
    matches.cues.push_back({CueSet::Index::imperative, i, i + 1, bit(Category::advice)});
  }
  if (matches.cues.size() > before)
    std::ranges::sort(matches.cues, {},
                      [](const Match& match) { return std::pair(match.begin, match.cue); });
}

void drop_imperatives(const CueSet::Index& index, Matches& matches) {
  std::erase_if(matches.cues, [&](const Match& match) {
    return has(match.categories, Category::advice) && index.cues[match.cue].place == Place::start;
  });
}

}  // namespace linter::context
