#include "linter/context/scopes.h"

#include <algorithm>

#include "linter/context/clauses.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;

constexpr std::uint32_t list_look_ahead =
    40;  // words in which a list's last conjunction is looked for

bool is_list_mark(const Word& word) {
  return joins(word) || word.is(Known::semicolon) || word.is(Known::colon) ||
         word.is(Known::dash) || word.is(Known::open);
}

}  // namespace

void ScopeFinder::add_all(std::vector<Scope>& scopes) const {
  const Stretch sentence{0, static_cast<std::uint32_t>(words_.size())};
  for (const Match& match : matches_.cues) {
    switch (index_.cues[match.cue].direction) {
      case Direction::forward:
        add(match, forward(match), scopes);
        break;
      case Direction::backward:
        add(match, backward(match), scopes);
        break;
      case Direction::both:
        add(match, backward(match), scopes);
        add(match, forward(match), scopes);
        break;
      case Direction::sentence:
        add(match, sentence, scopes);
        break;
      default:
        break;
    }
  }
  add_affixes(scopes);
}

void ScopeFinder::add(const Match& match, Stretch stretch, std::vector<Scope>& scopes) const {
  if (stretch.empty()) return;
  // An imperative is the mood of its clause: the verb that shows it stands in it.
  const bool mood =
      index_.cues[match.cue].place == Place::start && match.categories == bit(Category::advice);
  if (mood) stretch.begin = match.begin;
  scopes.push_back({text(stretch), text({match.begin, match.end}), match.categories, mood});
}

base::Span ScopeFinder::text(Stretch stretch) const {
  return {words_[stretch.begin].text.begin, words_[stretch.end - 1].text.end};
}

// "risk-free", "side-effect-free", "non-invasive": the rest of the compound.
void ScopeFinder::add_affixes(std::vector<Scope>& scopes) const {
  for (std::uint32_t i = 1; i + 1 < words_.size(); ++i) {
    if (!words_[i].is(Known::hyphen) || words_[i].space_before || words_[i + 1].space_before)
      continue;
    const auto joined = [&](std::uint32_t at) {
      return words_[at].is(Known::hyphen) && !words_[at].space_before;
    };
    if (const Affix* prefix = index_.prefix(words_[i - 1].cue_word)) {
      std::uint32_t end = i + 2;
      while (end + 1 < words_.size() && joined(end) && end - i < max_phrase_words) end += 2;
      add({prefix->cue, i - 1, i + 1, index_.cues[prefix->cue].categories}, {i + 1, end}, scopes);
    }
    if (const Affix* suffix = index_.suffix(words_[i + 1].cue_word)) {
      std::uint32_t begin = i - 1;
      while (begin >= 2 && joined(begin - 1) && i - begin < max_phrase_words) begin -= 2;
      add({suffix->cue, i, i + 2, index_.cues[suffix->cue].categories}, {begin, i}, scopes);
    }
  }
}

Stretch ScopeFinder::forward(const Match& match) const {
  const Cue& cue = index_.cues[match.cue];
  const std::uint32_t end = std::min(first_end(match.end, match), match.end + max_reach);
  const bool fronted = cue.reach == Reach::statement && is_fronted(match);
  std::uint32_t left = cue.reach == Reach::words ? cue.words : max_reach;
  const bool in_subject = has(match.categories, Category::negated) && is_in_subject(match);
  std::uint32_t at = match.end;
  for (; at < end; ++at) {
    const Word& word = words_[at];
    const std::uint8_t depth = words_[match.begin].depth;
    if (word.depth < depth) break;
    if (word.depth == depth && stops_at(at, match, fronted))
      break;  // what is in brackets is passed over
    if (!word.is_mark() && left-- == 0) break;
    if (in_subject && at > match.end && is_finite(words_, at) && !word.can_be(PartOfSpeech::noun))
      break;
    // "no risk of burns with no downtime"
    if (has(match.categories, Category::negated) && at > match.end &&
        word.can_be(PartOfSpeech::preposition) && !word.can_be(PartOfSpeech::negator) &&
        at + 1 < end && words_[at + 1].can_be(PartOfSpeech::negator))
      break;
    const bool list = cue.reach <= Reach::clause && word.depth == depth && joins(word);
    if (list && !carries_over(at, match)) break;
  }
  return trimmed({match.end, at});
}

// "Clinics lacking training cause burns", "changes without scars occur": what hangs on the subject
// ends where the verb of that subject begins.
bool ScopeFinder::is_in_subject(const Match& match) const {
  const Word& word = words_[match.begin];
  const bool hangs = match.end == match.begin + 1 &&
                     (word.can_be(PartOfSpeech::preposition) || word.can_be(PartOfSpeech::gerund));
  if (!hangs || match.begin == 0 || word.before != Break::none) return false;
  const Word& before = words_[match.begin - 1];
  return !before.is_mark() && before.can_be(PartOfSpeech::noun) &&
         !verb_between(0, match.begin - 1) &&
         std::none_of(words_.begin(), words_.begin() + match.begin, is_helper);
}

Stretch ScopeFinder::backward(const Match& match) const {
  const Cue& cue = index_.cues[match.cue];
  std::uint32_t left = cue.reach == Reach::words ? cue.words : max_reach;
  const std::uint32_t begin = last_end(match.begin, match);
  std::uint32_t at = match.begin;
  for (; at > begin; --at) {
    const Word& word = words_[at - 1];
    if (word.depth < words_[match.begin].depth) break;
    // "..., some clinics claim", "... but only if": such a cue is not cut off from what it is
    // about.
    const bool tail = at == match.begin && (word.is(Known::comma) || words_[at].is(Known::but));
    if (!tail && stops_at(at, match, false)) break;
    if (!word.is_mark() && left-- == 0) break;
    // "Blisters often form and should not be popped": what could be a noun before is no list then
    const bool helper = !word.is(Known::comma) && is_helper(words_[at]);
    const bool predicate = cue.reach == Reach::clause && joins(word) && !tail &&
                           begins_predicate(words_, at) && (helper || verb_between(0, at));
    if (predicate) break;
  }
  return trimmed({at, match.begin});
}

Stretch ScopeFinder::trimmed(Stretch stretch) const {
  while (!stretch.empty() && is_list_mark(words_[stretch.begin])) ++stretch.begin;
  while (!stretch.empty() &&
         (is_list_mark(words_[stretch.end - 1]) || words_[stretch.end - 1].is(Known::stop)))
    --stretch.end;
  return stretch;
}

bool ScopeFinder::ends(const End& end, const Match& match) {
  return end.ends_only == match.cue + 1 ||
         (end.ends_only == 0 && (end.categories & match.categories) != 0);
}

// The first word from `from` on before which an end stops the cue.
std::uint32_t ScopeFinder::first_end(std::uint32_t from, const Match& match) const {
  auto end = std::ranges::lower_bound(matches_.ends, from, {}, &End::at);
  for (; end != matches_.ends.end() && end->at < from + max_reach; ++end)
    if (ends(*end, match)) return end->at;
  return static_cast<std::uint32_t>(words_.size());
}

// The word behind the last end before `before` that stops the cue, or 0.
std::uint32_t ScopeFinder::last_end(std::uint32_t before, const Match& match) const {
  auto end = std::ranges::lower_bound(matches_.ends, before, {}, &End::at);
  for (; end != matches_.ends.begin() && std::prev(end)->at + max_reach >= before; --end)
    if (ends(*std::prev(end), match)) return std::prev(end)->at + 1;
  return 0;
}

// A cue that opens its statement ("If done well, ...") reaches over the statements joined to it.
bool ScopeFinder::is_fronted(const Match& match) const {
  return words_[match.begin].before >= Break::coordinate || at_clause_start(words_, match.begin);
}

bool ScopeFinder::stops_at(std::uint32_t at, const Match& match, bool fronted) const {
  const Word& word = words_[at];
  const bool negation = has(match.categories, Category::negated);
  switch (index_.cues[match.cue].reach) {
    case Reach::sentence:
      return false;
    case Reach::statement:
      return word.before >= Break::contrast || (word.before == Break::coordinate && !fronted);
    case Reach::words:
    case Reach::clause:
      break;
  }
  if (word.before == Break::subordinate && negation && match.begin < at) {
    // "No one who has dark skin is ...": the subject's own relative clause.
    const bool relative = word.is(Known::who) || word.is(Known::which);
    const bool restrictive = relative && !words_[at - 1].is(Known::comma);
    return !(restrictive && !verb_between(match.end, at) && at_clause_start(words_, match.begin));
  }
  return word.before >= (negation ? Break::intro : Break::subordinate);
}

bool ScopeFinder::verb_between(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = end; i > begin; --i) {
    if (is_finite(words_, i - 1)) return true;
    if (words_[i - 1].before >= Break::coordinate) return false;
    if (end - i > max_reach) return false;
  }
  return false;
}

bool ScopeFinder::begins_cue(std::uint32_t at, Category category) const {
  const auto first = std::ranges::lower_bound(matches_.cues, at, {}, &Match::begin);
  for (auto match = first; match != matches_.cues.end() && match->begin == at; ++match)
    if (has(match->categories, category)) return true;
  return false;
}

// "no pain, no needles", "no pain, and with no needles", "neither pain nor needles"
bool ScopeFinder::denies_anew(std::uint32_t joiner, std::uint32_t item) const {
  for (std::uint32_t i = joiner; i < item; ++i)
    if (words_[i].is(Known::nor)) return true;
  const bool led = item + 1 < words_.size() && words_[item].can_be(PartOfSpeech::preposition);
  return begins_cue(item, Category::negated) || (led && begins_cue(item + 1, Category::negated));
}

// Whether a cue reaches over the and, or or comma at `joiner` to what stands behind it.
bool ScopeFinder::carries_over(std::uint32_t joiner, const Match& match) const {
  const Cue& cue = index_.cues[match.cue];
  std::uint32_t item = joiner;
  while (item < words_.size() && (joins(words_[item]) || words_[item].is(Known::also) ||
                                  words_[item].is(Known::even) || words_[item].is(Known::then)))
    ++item;
  if (item == words_.size()) return true;
  if (has(match.categories, Category::negated) && denies_anew(joiner, item)) return false;
  if (begins_predicate(words_, item)) {
    const bool helper = is_helper(words_[item]);
    if (verb_between(match.end, joiner)) return false;
    // "No treatment, even a mild one, is safe": the predicate of the cue's own subject.
    if (words_[item - 1].is(Known::comma) && helper) return true;
    // "with no murmurs or rubs": what could be a verb is a noun behind a determiner.
    const bool noun = cue.lists == Lists::or_ && !helper && !shows_verb(words_, item + 1);
    if (!noun && verb_between(0, joiner)) return false;
  }
  // "voiding without difficulty and walking freely"
  const bool participle = words_[item].can_be(PartOfSpeech::gerund) &&
                          !words_[item].can_be(PartOfSpeech::noun) && item + 1 < words_.size() &&
                          words_[item + 1].can_be(PartOfSpeech::adverb);
  if (participle) return false;
  switch (cue.lists) {
    case Lists::all:
      return true;
    case Lists::or_:
      return is_or_list(joiner, item);
    case Lists::none:
      return false;
  }
  return true;
}

// Whether the list that goes on at `joiner` shares its denial: joined by or, or by commas alone, or
// by and with bare nouns ("no fever, chills and sweats", not "no pain and lasting results").
bool ScopeFinder::is_or_list(std::uint32_t joiner, std::uint32_t item) const {
  const auto end = static_cast<std::uint32_t>(
      std::min<std::size_t>(words_.size(), std::size_t{joiner} + list_look_ahead));
  bool by_and = false;
  for (std::uint32_t i = joiner; i < end && !by_and; ++i) {
    if (words_[i].before >= Break::subordinate) break;
    if (words_[i].is(Known::or_) || words_[i].is(Known::nor)) return true;
    by_and = words_[i].is(Known::and_) || words_[i].is(Known::plus);
    // "No treatment, even a gentle one, is safe": no list at all.
    if (i > joiner && words_[i].is(Known::comma) && begins_predicate(words_, i + 1)) return true;
  }
  for (std::uint32_t i = item; i < end && !words_[i].is_mark() && !joins(words_[i]); ++i) {
    if (words_[i].can_be(PartOfSpeech::preposition)) return i > item;
    if (words_[i].can_be(PartOfSpeech::finite_verb) && i > item) return true;
    const bool definite = words_[i].can_be(PartOfSpeech::determiner) ||
                          words_[i].can_be(PartOfSpeech::pronoun) ||
                          words_[i].can_be(PartOfSpeech::adverb);
    if (definite || (by_and && words_[i].can_be(PartOfSpeech::adjective))) return false;
  }
  return true;
}

}  // namespace linter::context
