#include "linter/context/cue_index.h"

#include <algorithm>
#include <utility>

namespace linter::context {

CueSet::Index::Index() : nodes_(1) {
  for (const std::string_view spelling : known_spellings) intern(spelling);
  cues.push_back(
      {.categories = bit(Category::advice), .reach = Reach::statement, .place = Place::start});
  lay_out();
}

std::uint32_t CueSet::Index::word(std::string_view folded) const {
  return words_.find(folded).value_or(0);
}

std::uint32_t CueSet::Index::intern(std::string_view folded) {
  return words_.add(folded, static_cast<std::uint32_t>(words_.size()));
}

CueSet::Index::Node CueSet::Index::node(std::uint32_t number) const {
  const Row& row = rows_[number];
  const Row& next = rows_[number + 1];
  return {.edges = edges_.part(row.first_edge, next.first_edge - row.first_edge),
          .any = row.any,
          .number = row.number,
          .same = same_.part(row.first_same, next.first_same - row.first_same),
          .cues = ends_.part(row.first_cue, next.first_cue - row.first_cue)};
}

CueSet::Index::Begun CueSet::Index::begun(const Opening& opening) const {
  const Opening& next = (&opening)[1];
  return {.second = seconds_[opening.second],
          .cues = opening_ends_.part(opening.first_cue, next.first_cue - opening.first_cue),
          .edges = opening_edges_.part(opening.first_edge, next.first_edge - opening.first_edge),
          .any = opening_any_.part(opening.first_any, next.first_any - opening.first_any),
          .number = opening_numbers_.part(opening.first_number,
                                          next.first_number - opening.first_number)};
}

std::uint32_t CueSet::Index::follow(std::uint32_t node_number, std::uint32_t word) const {
  const std::span<const Edge> edges = node(node_number).edges;
  const auto found = std::ranges::lower_bound(edges, word, {}, &Edge::word);
  return found != edges.end() && found->word == word ? found->node : no_node;
}

std::uint32_t CueSet::Index::known_edge(std::uint32_t node, std::uint32_t word) const {
  const std::vector<Edge>& edges = nodes_[node].edges;
  const auto found = std::ranges::lower_bound(edges, word, {}, &Edge::word);
  return found != edges.end() && found->word == word ? found->node : no_node;
}

// From the nodes that have grown to the rows that are read.
void CueSet::Index::lay_out() {
  rows_ = {};
  edges_ = {};
  same_ = {};
  ends_ = {};
  const auto next = [&](std::uint32_t any, std::uint32_t number) {
    return Row{any, number, static_cast<std::uint32_t>(edges_.size()),
               static_cast<std::uint32_t>(same_.size()), static_cast<std::uint32_t>(ends_.size())};
  };
  for (const Growing& node : nodes_) {
    rows_.push_back(next(node.any, node.number));
    edges_.append(node.edges);
    same_.append(node.same);
    ends_.append(node.cues);
  }
  rows_.push_back(next(no_node, no_node));
  openings_ = {};
  seconds_ = {};
  opening_ends_ = {};
  opening_edges_ = {};
  opening_any_ = {};
  opening_numbers_ = {};
  seconds_.push_back({});
  for (const GrowingOpening& opening : grown_) lay_out(opening);
  lay_out(grown_number_);
  lay_out(GrowingOpening());
}

void CueSet::Index::lay_out(const GrowingOpening& opening) {
  const auto place = [](const auto& column) { return static_cast<std::uint32_t>(column.size()); };
  openings_.push_back({.node = opening.node,
                       .directions = opening.directions,
                       .second = opening.second.any() ? place(seconds_) : 0,
                       .first_cue = place(opening_ends_),
                       .first_edge = place(opening_edges_),
                       .first_any = place(opening_any_),
                       .first_number = place(opening_numbers_)});
  if (opening.second.any()) seconds_.push_back(opening.second);
  opening_ends_.append(opening.cues);
  opening_edges_.append(opening.edges);
  opening_any_.append(opening.any);
  opening_numbers_.append(opening.number);
}

CueSet::Index::GrowingOpening& CueSet::Index::growing_opening(std::uint32_t word) {
  if (grown_.size() <= word) grown_.resize(word + std::size_t{1});
  return grown_[word];
}

std::uint32_t CueSet::Index::add_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t CueSet::Index::read_word(std::uint32_t from, std::string_view word) {
  const std::uint32_t number = intern(word);
  const std::uint32_t known = known_edge(from, number);
  if (known != no_node) return known;
  const std::uint32_t next = add_node();
  std::vector<Edge>& edges = nodes_[from].edges;
  edges.insert(std::ranges::upper_bound(edges, number, {}, &Edge::word), Edge{number, next});
  if (from == 0) growing_opening(number).node = next;
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
    open(sequence, cues[cue].direction);
    std::vector<std::uint32_t>& cues_here = nodes_[read(0, sequence)].cues;
    if (std::ranges::find(cues_here, cue) == cues_here.end()) cues_here.push_back(cue);
  }
}

// Notes the direction at each word that a sequence can begin with.
void CueSet::Index::open(const Sequence& sequence, Direction direction) {
  const Element& first = sequence.front();
  for (const Sequence& alternative : first.alternatives) open(alternative, direction);
  if (first.kind != Element::Kind::word) return;
  const std::uint32_t number = intern(first.word);
  growing_opening(number).directions |= 1U << static_cast<unsigned>(direction);
  touched_.push_back(number);
}

void CueSet::Index::gather(std::uint32_t node, GrowingOpening& opening) const {
  const Growing& here = nodes_[node];
  opening.cues.insert(opening.cues.end(), here.cues.begin(), here.cues.end());
  opening.edges.insert(opening.edges.end(), here.edges.begin(), here.edges.end());
  for (const Edge& edge : here.edges) opening.second.set(edge.word % 512);
  if (here.any != no_node) opening.any.push_back(here.any);
  if (here.number != no_node) opening.number.push_back(here.number);
  if (here.any != no_node || here.number != no_node) opening.second.set();
  for (const std::uint32_t same : here.same) gather(same, opening);
}

void CueSet::Index::finish(GrowingOpening& opening) const {
  if (opening.node == no_node) return;
  opening.cues.clear();
  opening.edges.clear();
  opening.any.clear();
  opening.number.clear();
  gather(opening.node, opening);
  std::ranges::sort(opening.edges, {},
                    [](const Edge& edge) { return std::pair(edge.word, edge.node); });
}

void CueSet::Index::finish() {
  std::ranges::sort(touched_);
  touched_.erase(std::ranges::unique(touched_).begin(), touched_.end());
  for (const std::uint32_t number : touched_) finish(grown_[number]);
  touched_.clear();
  grown_number_.node = nodes_[0].number;
  finish(grown_number_);
  lay_out();
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
  if (mark.size() == 1) {
    switch (mark.front()) {
      case ',':
        return Known::comma;
      case '.':
        return Known::stop;
      case ':':
        return Known::colon;
      case ';':
        return Known::semicolon;
      case '-':
        return Known::hyphen;
      case '(':
        return Known::open;
      case ')':
        return Known::close;
      case '"':
        return Known::quote;
      case '\'':
        return Known::apostrophe;
      case '?':
        return Known::question_mark;
      case '!':
        return Known::exclamation;
      case '%':
        return Known::percent;
      case '/':
        return Known::slash;
      case '&':
        return Known::and_;
      default:
        return Known::none;
    }
  }
  for (const std::string_view dash : {"–", "—", "―", "--"})
    if (mark == dash) return Known::dash;
  for (const std::string_view quote : {"“", "”", "„", "‟", "«", "»"})
    if (mark == quote) return Known::quote;
  return mark == "…" || mark == "..." ? Known::stop : Known::none;
}

}  // namespace linter::context
