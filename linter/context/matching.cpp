#include "linter/context/matching.h"

#include <algorithm>
#include <bit>

#include "linter/context/clauses.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;

// Cues of headings, labels and replies do not compete with those within a sentence.
bool is_structural(const Cue& cue) {
  return cue.direction == Direction::heading || cue.direction == Direction::label ||
         cue.direction == Direction::reply;
}

// What # stands for: digits and number words, but not "one", which is most often a pronoun.
bool is_number(const Word& word) {
  return word.kind == sentences::TokenKind::number ||
         (word.can_be(PartOfSpeech::number) && !word.can_be(PartOfSpeech::pronoun));
}

// Whether a phrase that ends before `at` ends its clause too: a mark, a conjunction or a
// preposition follows.
bool at_clause_end(std::span<const Word> words, std::size_t at) {
  if (at >= words.size()) return true;
  const Word& next = words[at];
  if (next.is(Known::hyphen) || next.is(Known::quote) || next.is(Known::percent)) return false;
  return next.is_mark() || joins(next) || next.before >= Break::complement ||
         (next.can_be(PartOfSpeech::preposition) && !next.is(Known::of));
}

}  // namespace

void Matches::clear() {
  cues.clear();
  pseudo.clear();
  ends.clear();
}

bool at_clause_start(std::span<const Word> words, std::size_t at) {
  constexpr std::size_t furthest = 8;  // adverbs and conjunctions that are skipped
  for (std::size_t i = at; at - i <= furthest; --i) {
    if (i == 0 || words[i].before >= Break::intro) return true;
    const Word& before = words[i - 1];
    if (before.is_mark())
      return !before.is(Known::hyphen) && !before.is(Known::apostrophe) && !before.is(Known::comma);
    const bool skipped = joins(before) || before.is(Known::but) || before.is(Known::so) ||
                         before.is(Known::please) || before.can_be(PartOfSpeech::adverb);
    if (!skipped) return false;
  }
  return false;
}

void Matcher::match(std::span<const Word> words, Matches& matches) {
  matches.clear();
  words_ = words;
  taken_.fill(0);
  taken_structural_.fill(0);
  entered_.resize(index_->node_count());
  const CueSet::Index::Opening& numbers = index_->number_opening();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const CueSet::Index::Opening& opening = index_->opening(words[i].cue_word);
    candidates_.clear();
    if (opening.node != CueSet::Index::no_node) walk(index_->begun(opening), i + 1);
    if (numbers.node != CueSet::Index::no_node && is_number(words[i]))
      walk(index_->begun(numbers), i + 1);
    if (!candidates_.empty()) settle(i, matches);
  }
}

void Matcher::enter(std::uint32_t node) {
  if (entered_[node] == step_ || next_.size() >= max_states) return;
  entered_[node] = step_;
  next_.push_back(node);
  for (const std::uint32_t same : index_->node(node).same) enter(same);
}

void Matcher::walk(const CueSet::Index::Begun& opening, std::uint32_t at) {
  for (const std::uint32_t cue : opening.cues) candidates_.push_back({cue, at});
  if (at >= words_.size() || !opening.may_go_on(words_[at].cue_word)) return;
  next_.clear();
  ++step_;
  const Word& second = words_[at];
  const auto edges =
      std::ranges::equal_range(opening.edges, second.cue_word, {}, &CueSet::Index::Edge::word);
  if (second.cue_word != 0)
    for (const CueSet::Index::Edge& edge : edges) enter(edge.node);
  if (!second.is_mark())
    for (const std::uint32_t node : opening.any) enter(node);
  if (is_number(second))
    for (const std::uint32_t node : opening.number) enter(node);
  while (!next_.empty()) follow(++at);
}

// From the nodes that the words before `at` lead to, to those that the word at `at` leads to.
void Matcher::follow(std::uint32_t at) {
  states_.swap(next_);
  next_.clear();
  ++step_;
  for (const std::uint32_t state : states_) {
    const CueSet::Index::Node& here = index_->node(state);
    for (const std::uint32_t cue : here.cues) candidates_.push_back({cue, at});
    if (at >= words_.size()) continue;
    const Word& word = words_[at];
    if (word.cue_word != 0) {
      const std::uint32_t next = index_->follow(state, word.cue_word);
      if (next != CueSet::Index::no_node) enter(next);
    }
    if (here.any != CueSet::Index::no_node && !word.is_mark()) enter(here.any);
    if (here.number != CueSet::Index::no_node && is_number(word)) enter(here.number);
  }
}

bool Matcher::in_place(const Candidate& candidate, std::uint32_t begin) const {
  switch (index_->cues[candidate.cue].place) {
    case Place::anywhere:
      return true;
    case Place::start:
      return at_clause_start(words_, begin);
    case Place::end:
      return at_clause_end(words_, candidate.end);
  }
  return true;
}

Categories Matcher::free_at(const Taken& taken, Categories categories, std::uint32_t begin) const {
  Categories result = 0;
  for (Categories rest = categories; rest != 0; rest &= rest - 1) {
    const auto category = static_cast<std::size_t>(std::countr_zero(rest));
    if (taken[category] <= begin) result |= 1U << category;
  }
  return result;
}

// Longest first; among equals pseudo-cues first, and cues of the same length side by side.
void Matcher::settle(std::uint32_t begin, Matches& matches) {
  std::erase_if(candidates_, [&](const Candidate& one) { return !in_place(one, begin); });
  std::ranges::sort(candidates_, [&](const Candidate& a, const Candidate& b) {
    const bool a_is_pseudo = index_->cues[a.cue].role == Role::pseudo;
    const bool b_is_pseudo = index_->cues[b.cue].role == Role::pseudo;
    if (a.end != b.end) return a.end > b.end;
    return a_is_pseudo != b_is_pseudo ? a_is_pseudo : a.cue < b.cue;
  });
  std::uint32_t previous = UINT32_MAX;
  for (const Candidate& candidate : candidates_) {
    if (candidate.cue == previous) continue;
    previous = candidate.cue;
    settle_one(candidate, begin, matches);
  }
}

void Matcher::settle_one(const Candidate& candidate, std::uint32_t begin, Matches& matches) {
  const Cue& cue = index_->cues[candidate.cue];
  if (cue.role == Role::end) {
    const Categories open = free_at(taken_, cue.categories, begin);
    if (open != 0 || cue.ends_only != 0) matches.ends.push_back({begin, open, cue.ends_only});
    return;
  }
  Taken& taken = is_structural(cue) ? taken_structural_ : taken_;
  Categories open = 0;
  for (Categories rest = cue.categories; rest != 0; rest &= rest - 1) {
    const auto category = static_cast<std::size_t>(std::countr_zero(rest));
    // Another cue of the same length began here too: both count, unless a pseudo-cue took the
    // words.
    const bool shared = taken[category] == candidate.end && cue.role == Role::cue &&
                        !matches.cues.empty() && matches.cues.back().begin == begin &&
                        has(matches.cues.back().categories, static_cast<Category>(category));
    if (taken[category] > begin && !shared) continue;
    open |= 1U << category;
    taken[category] = candidate.end;
  }
  if (open == 0) return;
  (cue.role == Role::pseudo ? matches.pseudo : matches.cues)
      .push_back({candidate.cue, begin, candidate.end, open});
}

}  // namespace linter::context
