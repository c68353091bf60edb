#include "linter/context/cue_index.h"

#include <algorithm>

namespace linter::context {

CueSet::Index::Index() : nodes_(1) {
  for (const std::string_view spelling : known_spellings) intern(spelling);
  cues.push_back(
      {.categories = bit(Category::advice), .reach = Reach::statement, .place = Place::start});
}

std::uint32_t CueSet::Index::word(std::string_view folded) const {
  const auto found = words_.find(folded);
  return found == words_.end() ? 0 : found->second;
}

std::uint32_t CueSet::Index::intern(std::string_view folded) {
  const auto next = static_cast<std::uint32_t>(words_.size());
  return words_.try_emplace(std::string(folded), next).first->second;
}

std::uint32_t CueSet::Index::follow(std::uint32_t node, std::uint32_t word) const {
  const std::vector<Edge>& edges = nodes_[node].edges;
  const auto found = std::ranges::lower_bound(edges, word, {}, &Edge::word);
  return found != edges.end() && found->word == word ? found->node : no_node;
}

std::uint32_t CueSet::Index::add_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t CueSet::Index::read_word(std::uint32_t from, std::string_view word) {
  const std::uint32_t number = intern(word);
  const std::uint32_t known = follow(from, number);
  if (known != no_node) return known;
  const std::uint32_t next = add_node();
  std::vector<Edge>& edges = nodes_[from].edges;
  edges.insert(std::ranges::upper_bound(edges, number, {}, &Edge::word), Edge{number, next});
  if (from == 0) {
    if (first_.size() <= number) first_.resize(number + 1, no_node);
    first_[number] = next;
  }
  return next;
}

std::uint32_t CueSet::Index::read_group(std::uint32_t from, const Element& group) {
  const std::uint32_t meeting = add_node();
  for (const Sequence& alternative : group.alternatives) {
    const std::uint32_t end = read(from, alternative);
    nodes_[end].same.push_back(meeting);
  }
  if (group.optional) nodes_[from].same.push_back(meeting);
  return meeting;
}

std::uint32_t CueSet::Index::read(std::uint32_t from, const Element& element) {
  if (element.kind == Element::Kind::word) return read_word(from, element.word);
  if (element.kind == Element::Kind::group) return read_group(from, element);
  const bool any = element.kind == Element::Kind::any;
  const std::uint32_t known = any ? nodes_[from].any : nodes_[from].number;
  if (known != no_node) return known;
  const std::uint32_t next = add_node();
  (any ? nodes_[from].any : nodes_[from].number) = next;
  return next;
}

std::uint32_t CueSet::Index::read(std::uint32_t from, const Sequence& sequence) {
  for (const Element& element : sequence) from = read(from, element);
  return from;
}

void CueSet::Index::insert(const Phrase& phrase, std::uint32_t cue) {
  ++phrases;
  if (phrase.affix != Phrase::Affix::none) insert_affix(phrase, cue);
  for (const Sequence& sequence : phrase.sequences) {
    std::vector<std::uint32_t>& cues_here = nodes_[read(0, sequence)].cues;
    if (std::ranges::find(cues_here, cue) == cues_here.end()) cues_here.push_back(cue);
  }
}

void CueSet::Index::insert_affix(const Phrase& phrase, std::uint32_t cue) {
  const bool is_suffix = phrase.affix == Phrase::Affix::suffix;
  std::vector<std::uint32_t>& table = is_suffix ? suffix_ : prefix_;
  const std::uint32_t number = intern(phrase.affix_text);
  if (table.size() <= number) table.resize(number + 1, no_affix);
  table[number] = static_cast<std::uint32_t>(affixes.size());
  affixes.push_back({phrase.affix_text, is_suffix, cue});
}

Known known_mark(std::string_view mark) {
  if (mark == "&") return Known::and_;
  if (mark.size() == 1) {
    const auto found = std::ranges::find(known_spellings, mark);
    return found == known_spellings.end() ? Known::none
                                          : static_cast<Known>(found - known_spellings.begin());
  }
  for (const std::string_view dash : {"–", "—", "―", "--"})
    if (mark == dash) return Known::dash;
  for (const std::string_view quote : {"“", "”", "„", "‟", "«", "»"})
    if (mark == quote) return Known::quote;
  return mark == "…" || mark == "..." ? Known::stop : Known::none;
}

}  // namespace linter::context
