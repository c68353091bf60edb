#include "linter/knowledge/phrases.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace linter::knowledge {
namespace {

constexpr std::size_t max_gap = 3;
constexpr std::size_t max_open = 32;          // items of a match that can be told to be open
constexpr std::size_t shortest_part = 3;      // of a word written apart
constexpr StemId of_sets = StemId{1} << 31U;  // stems from here on are sets while phrases are added

std::uint64_t edge(std::uint32_t node, StemId stem) {
  return (static_cast<std::uint64_t>(node) << 32U) | stem;
}

// What leads from nodes to their children: sorted, as edge() has it.
using Children = std::span<const std::pair<std::uint64_t, std::uint32_t>>;

// Lays nodes out level by level: what is behind the first word, which is asked for most, lies close
// together. `edges` are made.
template <class Nodes, class Edges>
void lay_out(Children all, Nodes& nodes, Edges& edges) {
  const auto behind = [&](std::uint32_t node) {
    return std::ranges::equal_range(all, node, {}, [](const auto& one) {
      return static_cast<std::uint32_t>(one.first >> 32U);
    });
  };
  std::vector<std::uint32_t> order{0};  // the nodes as they were added
  std::vector<std::uint32_t> place(nodes.size(), 0);
  const auto visit = [&](std::uint32_t node) {
    if (node == 0 || place[node] != 0) return;
    place[node] = static_cast<std::uint32_t>(order.size());
    order.push_back(node);
  };
  for (std::size_t next = 0; next < order.size(); ++next) {
    visit(nodes[order[next]].gap);
    for (const auto& [from, child] : behind(order[next])) visit(child);
  }
  Nodes laid;
  for (const std::uint32_t node : order) {
    laid.push_back({place[nodes[node].gap], nodes[node].payload,
                    static_cast<std::uint32_t>(edges.size())});
    for (const auto& [from, child] : behind(node))
      edges.push_back({static_cast<StemId>(from), place[child]});
  }
  nodes = std::move(laid);
}

// Also of one that was read.
template <class Column>
void put_late(const Column& column, base::ImageWriter& image) {
  Column grown;
  for (std::size_t i = 0; i < column.size(); ++i) grown.push_back(column[i]);
  grown.put(image);
}

}  // namespace

struct PhraseIndex::Mended {
  std::function<PhraseIndex()> anew;
  std::once_flag once;
  std::optional<PhraseIndex> index;
};

PhraseIndex::PhraseIndex() : nodes_(1), payloads_(1) {}
PhraseIndex::PhraseIndex(PhraseIndex&&) noexcept = default;
PhraseIndex& PhraseIndex::operator=(PhraseIndex&&) noexcept = default;
PhraseIndex::~PhraseIndex() = default;

PhraseIndex::PhraseIndex(base::ImageReader& image, std::vector<std::size_t> ends)
    : phrases_(image.number()), ends_(std::move(ends)) {
  ids_ = base::TextTable(image, boundary);
  openings_ = base::Column<Opening>(image);
  pairs_ = base::Column<std::uint64_t>(image);
  nodes_ = base::LateColumn<Node>(image);
  payloads_ = base::LateColumn<Listed>(image);
  edges_ = base::LateColumn<Edge>(image);
  if (!nodes_.empty() && !payloads_.empty()) return;
  image.refuse();
  *this = PhraseIndex();
}

void PhraseIndex::put(base::ImageWriter& image) const {
  image.number(phrases_);
  ids_.put(image);
  openings_.put(image);
  pairs_.put(image);
  put_late(nodes_, image);
  put_late(payloads_, image);
  put_late(edges_, image);
}

void PhraseIndex::mend_by(std::function<PhraseIndex()> anew) {
  mended_ = std::make_unique<Mended>();
  mended_->anew = std::move(anew);
}

StemId PhraseIndex::id_of(std::string_view stem) const {
  return ids_.find(stem).value_or(no_stem);
}

base::Result<void> PhraseIndex::add(std::string_view phrase, Payload payload, Stemmer& stemmer) {
  auto readings = readings_of(phrase);
  if (!readings) return std::unexpected(readings.error());
  if (auto known = check_sets(phrase, *readings); !known) return known;
  // A hyphen in the phrase says that its two sides may be written as one word.
  const bool one_word = phrase.find_first_of(" (~|<") == std::string_view::npos;
  for (const Words& words : *readings) {
    if (words.empty())
      return base::fail(base::ErrorCode::bad_value,
                        "the phrase \"" + std::string(phrase) + "\" can be empty");
    add_words(words, payload, stemmer);
    if (!one_word) continue;
    std::string joined;
    for (const std::string& word : words) joined += word;
    if (words.size() > 1) add_words({joined}, payload, stemmer);
    for (std::size_t cut = shortest_part; words.size() == 1 && cut + shortest_part <= joined.size();
         ++cut) {
      if ((static_cast<unsigned char>(joined[cut]) & 0xC0U) == 0x80U)
        continue;  // inside a character
      add_words({joined.substr(0, cut), joined.substr(cut)}, payload, stemmer);
    }
  }
  ++phrases_;
  return {};
}

std::uint32_t PhraseIndex::child(std::uint32_t node, StemId stem) {
  const auto [known, added] =
      growing_.try_emplace(edge(node, stem), static_cast<std::uint32_t>(nodes_.size()));
  if (added) nodes_.push_back({});
  return known->second;
}

base::Result<void> PhraseIndex::check_sets(std::string_view phrase,
                                           const std::vector<Words>& readings) const {
  for (const Words& words : readings)
    for (const std::string& word : words)
      if (const std::string_view set = set_named(word); !set.empty() && !set_ids_.find(set))
        return base::fail(base::ErrorCode::bad_value,
                          "the phrase \"" + std::string(phrase) + "\" names the words <" +
                              std::string(set) + ">, which no loaded pack declares");
  return {};
}

void PhraseIndex::name_set(std::string_view name) {
  if (set_ids_.add(name, static_cast<std::uint32_t>(sets_.size())) == sets_.size())
    sets_.emplace_back();
}

base::Result<void> PhraseIndex::add_to_set(std::string_view name, std::string_view phrase,
                                           Stemmer& stemmer) {
  const auto set = set_ids_.find(name);
  auto readings = readings_of(phrase);
  if (!readings) return std::unexpected(readings.error());
  for (const Words& words : *readings) {
    const bool plain = std::ranges::none_of(words, [](const std::string& word) {
      return word == gap_word || !set_named(word).empty();
    });
    if (!set || words.empty() || !plain)
      return base::fail(base::ErrorCode::bad_value,
                        "the phrase \"" + std::string(phrase) +
                            "\" must be one or more words, without ~ or <...>");
    std::vector<StemId> stems;
    for (const std::string& word : words)
      stems.push_back(ids_.add(stemmer.stem(word), static_cast<StemId>(ids_.size() + 1)));
    sets_[*set].push_back(std::move(stems));
  }
  return {};
}

// Each wording of a set leads to the node behind the set.
void PhraseIndex::open_sets(std::vector<std::pair<std::uint64_t, std::uint32_t>>& all) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> over_sets;
  for (const auto& one : growing_)
    if ((one.first & of_sets) != 0) over_sets.push_back(one);
  std::ranges::sort(over_sets);
  for (const auto& [from, behind] : over_sets) {
    for (const std::vector<StemId>& wording : sets_[from & (of_sets - 1)]) {
      auto node = static_cast<std::uint32_t>(from >> 32U);
      for (const StemId stem : wording) node = child(node, stem);
      all.emplace_back(edge(node, no_stem), behind);
    }
    growing_.erase(from);
  }
}

void PhraseIndex::finish() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
  open_sets(all);
  all.insert(all.end(), growing_.begin(), growing_.end());
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  growing_ = {};
  sets_ = {};
  lay_out(all, nodes_, edges_);
  for (std::size_t i = 0; i < pair_words; ++i) pairs_.push_back(0);
  const auto [begin, end] = edges_of(0);
  for (std::size_t first = begin; first < end; ++first) open(edges_[first]);
}

void PhraseIndex::pair(StemId first, StemId next) {
  const std::size_t bit = pair_of(first, next);
  pairs_.edit(bit / 64) |= std::uint64_t{1} << (bit % 64);
}

// What may follow the first word, behind sets of wordings, too.
void PhraseIndex::open(const Edge& first) {
  while (openings_.size() <= first.stem) openings_.push_back({});
  Opening& made = openings_.edit(first.stem);
  made.child = first.child;
  const auto look_at = [&](std::uint32_t node) {
    const std::uint32_t gap = nodes_[node].gap;
    if (nodes_[node].payload != 0) made.ends |= at_once;
    if (gap != 0) made.ends |= over_a_gap;
    const auto [begin, end] = edges_of(node);
    for (std::size_t at = begin; at < end; ++at) {
      const StemId next = edges_[at].stem;
      if (next == no_stem) continue;
      made.next |= bit_of(next);
      pair(first.stem, next);
    }
    if (gap == 0) return;
    const auto [gap_begin, gap_end] = edges_of(gap);
    for (std::size_t at = gap_begin; at < gap_end; ++at) pair(first.stem, edges_[at].stem);
  };
  look_at(first.child);
  const auto [begin, end] = edges_of(first.child);
  for (std::size_t at = begin; at < end; ++at)
    if (edges_[at].stem == no_stem) look_at(edges_[at].child);
}

PhraseIndex::Edges PhraseIndex::edges_of(std::uint32_t node) const {
  if (node >= nodes_.size()) return {};
  const std::size_t begin = nodes_[node].first_edge;
  const std::size_t end =
      node + std::size_t{1} < nodes_.size() ? nodes_[node + 1].first_edge : edges_.size();
  return begin > end || end > edges_.size() ? Edges() : Edges{begin, end};
}

std::uint32_t PhraseIndex::child_over(const Edges& edges, StemId stem) const {
  auto [low, end] = edges;
  if (low == end) return 0;
  if (const Edge* const all = edges_.beside_each_other(low, end - low)) {
    const Edge* const behind = all + (end - low);
    const Edge* const found = std::lower_bound(
        all, behind, stem, [](const Edge& one, StemId wanted) { return one.stem < wanted; });
    return found != behind && found->stem == stem ? found->child : 0;
  }
  for (std::size_t high = end; low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (edges_[middle].stem < stem) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < end && edges_[low].stem == stem ? edges_[low].child : 0;
}

void PhraseIndex::add_words(const Words& words, Payload payload, Stemmer& stemmer) {
  std::uint32_t node = 0;
  for (const std::string& word : words) {
    if (word == gap_word) {
      if (nodes_[node].gap == 0) {
        nodes_.edit(node).gap = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({});
      }
      node = nodes_[node].gap;
      continue;
    }
    const std::string_view set = set_named(word);
    const StemId id = set.empty()
                          ? ids_.add(stemmer.stem(word), static_cast<StemId>(ids_.size() + 1))
                          : of_sets | *set_ids_.find(set);
    node = child(node, id);
  }
  add_payload(node, payload);
}

// Behind the others of the node; once.
void PhraseIndex::add_payload(std::uint32_t node, Payload payload) {
  std::uint32_t last = 0;
  for (std::uint32_t at = nodes_[node].payload; at != 0; at = payloads_[at].next) {
    if (payloads_[at].payload == payload) return;
    last = at;
  }
  const auto added = static_cast<std::uint32_t>(payloads_.size());
  payloads_.push_back({payload, 0});
  (last == 0 ? nodes_.edit(node).payload : payloads_.edit(last).next) = added;
}

void PhraseIndex::walk(std::span<const StemId> stems, std::size_t from, Step step,
                       std::vector<PhraseMatch>& matches) const {
  while (step.node < nodes_.size()) {
    const Node& node = nodes_[step.node];
    // a list goes on behind, so that it ends
    for (std::uint32_t i = node.payload, last = 0; i > last && i < payloads_.size();
         last = i, i = payloads_[i].next) {
      const Payload payload = payloads_[i].payload;
      if (!is_of_caller(payload)) continue;
      matches.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(step.at),
                         payload, step.open});
    }
    if (node.gap != 0) {
      const Edges over_gap = edges_of(node.gap);
      std::uint32_t open = step.open;
      for (std::size_t at = step.at; at <= step.at + max_gap && at < stems.size(); ++at) {
        if (stems[at] == boundary) break;
        const std::uint32_t next = stems[at] == no_stem ? 0 : child_over(over_gap, stems[at]);
        if (next != 0) walk(stems, from, {at + 1, next, open}, matches);
        if (at - from < max_open) open |= 1U << (at - from);
      }
    }
    // a wording of a set ends here; no set ends where one has just ended
    const Edges edges = edges_of(step.node);
    if (!step.behind_set) {
      for (std::size_t also = edges.begin; also < edges.end && edges_[also].stem == no_stem; ++also)
        walk(stems, from, {step.at, edges_[also].child, step.open, true}, matches);
    }
    step.behind_set = false;
    if (step.at >= stems.size() || stems[step.at] == no_stem || stems[step.at] == boundary) return;
    step.node = child_over(edges, stems[step.at]);
    if (step.node == 0) return;
    ++step.at;
  }
}

// Whether what follows the first word, which alone is no phrase, may go on with one.
bool PhraseIndex::may_go_on(std::span<const StemId> stems, std::size_t at,
                            const Opening& begun) const {
  const std::size_t next = at + 1;
  if (next >= stems.size()) return false;
  const StemId first = stems[at];
  if ((begun.next & bit_of(stems[next])) != 0 && may_follow(first, stems[next])) return true;
  if ((begun.ends & over_a_gap) == 0) return false;
  const std::size_t end = std::min(stems.size(), next + max_gap + 1);
  for (std::size_t behind = next; behind < end && stems[behind] != boundary; ++behind)
    if (stems[behind] != no_stem && may_follow(first, stems[behind])) return true;
  return false;
}

void PhraseIndex::find(std::span<const StemId> stems, std::vector<PhraseMatch>& matches) const {
  const std::size_t before = matches.size();
  find_here(stems, matches);
  if (!is_damaged()) return;
  matches.resize(before);
  if (mended_ == nullptr) return;
  std::call_once(mended_->once, [&] {
    mended_->index = mended_->anew();
    mended_->index->ends_ = ends_;
  });
  mended_->index->find_here(stems, matches);
}

void PhraseIndex::find_here(std::span<const StemId> stems,
                            std::vector<PhraseMatch>& matches) const {
  const bool may_begin_anywhere = nodes_[0].gap != 0;
  for (std::size_t at = 0; at < stems.size(); ++at) {
    const std::size_t first = matches.size();
    if (may_begin_anywhere) {
      if (stems[at] == no_stem || stems[at] == boundary) continue;
      walk(stems, at, {at, 0}, matches);
    } else {
      // as with most words: no phrase begins so, or none goes on with the next one
      if (stems[at] >= openings_.size()) continue;
      const Opening& begun = openings_[stems[at]];
      if (begun.child == 0) continue;
      if ((begun.ends & at_once) == 0 && !may_go_on(stems, at, begun)) continue;
      walk(stems, at, {at + 1, begun.child}, matches);
    }
    if (matches.size() < first + 2) continue;
    // keep the longest of each kind
    auto begin = matches.begin() + static_cast<std::ptrdiff_t>(first);
    const auto longer_exists = [&](const PhraseMatch& one) {
      return std::any_of(begin, matches.end(), [&](const PhraseMatch& other) {
        return other.payload.kind == one.payload.kind && other.end > one.end;
      });
    };
    std::vector<PhraseMatch>::iterator keep = begin;
    const auto kept = [&](const PhraseMatch& one) {
      return std::any_of(begin, keep, [&](const PhraseMatch& other) {
        return other.payload == one.payload && other.end == one.end;
      });
    };
    for (auto one = begin; one != matches.end(); ++one)
      if (!longer_exists(*one) && !kept(*one)) std::swap(*keep++, *one);
    matches.erase(keep, matches.end());
  }
}

}  // namespace linter::knowledge
