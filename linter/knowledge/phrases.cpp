#include "linter/knowledge/phrases.h"

#include <algorithm>
#include <utility>

namespace linter::knowledge {
namespace {

constexpr std::size_t max_readings = 64;
constexpr std::size_t max_gap = 3;
constexpr std::size_t shortest_part = 3;  // of a word written apart
constexpr std::string_view gap_word = "~";

using Words = std::vector<std::string>;
using Readings = std::vector<Words>;

// "100%" is "100 percent".
Words words_of(std::string_view atom) {
  if (atom == "%") return {"percent"};
  if (atom.ends_with('%')) return {std::string(atom.substr(0, atom.size() - 1)), "percent"};
  return {std::string(atom)};
}

// Recursive descent over the small phrase grammar.
class PhraseParser {
 public:
  explicit PhraseParser(std::string_view text) : text_(text) {}

  base::Result<Readings> parse() {
    auto readings = alternatives();
    if (readings && at_ < text_.size())
      return fault("a closing parenthesis without an opening one");
    return readings;
  }

 private:
  base::Result<Readings> alternatives() {
    Readings all;
    for (;;) {
      auto one = sequence();
      if (!one) return one;
      all.insert(all.end(), one->begin(), one->end());
      if (all.size() > max_readings) return fault("more than 64 readings");
      if (at_ >= text_.size() || text_[at_] != '|') return all;
      ++at_;
    }
  }

  base::Result<Readings> sequence() {
    Readings readings(1);
    while (at_ < text_.size() && text_[at_] != ')' && text_[at_] != '|') {
      Readings part;
      if (text_[at_] == ' ' || text_[at_] == '-') {
        ++at_;
        continue;
      }
      if (text_[at_] == '(') {
        ++at_;
        auto inner = alternatives();
        if (!inner) return inner;
        if (at_ >= text_.size() || text_[at_] != ')')
          return fault("an opening parenthesis that is not closed");
        ++at_;
        part = std::move(*inner);
        if (at_ < text_.size() && text_[at_] == '?') {
          ++at_;
          part.emplace_back();
        }
      } else {
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of(" -()|", at_), text_.size());
        part.push_back(words_of(text_.substr(begin, at_ - begin)));
      }
      if (readings.size() * part.size() > max_readings) return fault("more than 64 readings");
      readings = product(readings, part);
    }
    return readings;
  }

  static Readings product(const Readings& left, const Readings& right) {
    Readings all;
    all.reserve(left.size() * right.size());
    for (const Words& head : left) {
      for (const Words& tail : right) {
        all.push_back(head);
        all.back().insert(all.back().end(), tail.begin(), tail.end());
      }
    }
    return all;
  }

  [[nodiscard]] std::unexpected<base::Error> fault(std::string_view what) const {
    return base::fail(base::ErrorCode::bad_value,
                      "the phrase \"" + std::string(text_) + "\" has " + std::string(what));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::uint64_t edge(std::uint32_t node, StemId stem) {
  return (static_cast<std::uint64_t>(node) << 32U) | stem;
}

}  // namespace

PhraseIndex::PhraseIndex() : nodes_(1), payloads_(1) {}

PhraseIndex::PhraseIndex(base::ImageReader& image, std::vector<std::size_t> ends)
    : phrases_(image.number()), ends_(std::move(ends)) {
  ids_ = base::TextTable(image, boundary);
  openings_ = base::Column<Opening>(image);
  nodes_ = base::Column<Node>(image);
  payloads_ = base::Column<Listed>(image);
  edges_ = base::Column<Edge>(image);
  if (!nodes_.empty() && !payloads_.empty()) return;
  image.refuse();
  *this = PhraseIndex();
}

void PhraseIndex::put(base::ImageWriter& image) const {
  image.number(phrases_);
  ids_.put(image);
  openings_.put(image);
  nodes_.put(image);
  payloads_.put(image);
  edges_.put(image);
}

StemId PhraseIndex::id_of(std::string_view stem) const {
  return ids_.find(stem).value_or(no_stem);
}

base::Result<void> PhraseIndex::add(std::string_view phrase, Payload payload, Stemmer& stemmer) {
  auto readings = PhraseParser(phrase).parse();
  if (!readings) return std::unexpected(readings.error());
  // A hyphen in the phrase says that its two sides may be written as one word.
  const bool one_word = phrase.find_first_of(" (~|") == std::string_view::npos;
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

void PhraseIndex::finish() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> all(growing_.begin(), growing_.end());
  std::ranges::sort(all);
  growing_ = {};
  auto next = all.begin();
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    nodes_.edit(node).first_edge = static_cast<std::uint32_t>(edges_.size());
    for (; next != all.end() && next->first >> 32U == node; ++next)
      edges_.push_back({static_cast<StemId>(next->first), next->second});
  }
}

std::uint32_t PhraseIndex::child_of(std::uint32_t node, StemId stem) const {
  if (node >= nodes_.size()) return 0;
  const std::size_t begin = nodes_[node].first_edge;
  const std::size_t end =
      node + std::size_t{1} < nodes_.size() ? nodes_[node + 1].first_edge : edges_.size();
  if (begin > end || end > edges_.size()) return 0;
  const std::span<const Edge> edges = edges_.part(begin, end - begin);
  const auto found = std::ranges::lower_bound(edges, stem, {}, &Edge::stem);
  return found != edges.end() && found->stem == stem ? found->child : 0;
}

PhraseIndex::Opening& PhraseIndex::opening(StemId stem) {
  while (openings_.size() <= stem) openings_.push_back({});
  return openings_.edit(stem);
}

void PhraseIndex::add_words(const Words& words, Payload payload, Stemmer& stemmer) {
  std::uint32_t node = 0;
  StemId first = no_stem;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (word == gap_word) {
      if (at == 1) opening(first).ends = 1;
      if (nodes_[node].gap == 0) {
        nodes_.edit(node).gap = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({});
      }
      node = nodes_[node].gap;
      continue;
    }
    const StemId id = ids_.add(stemmer.stem(word), static_cast<StemId>(ids_.size() + 1));
    node = child(node, id);
    if (at == 0) {
      first = id;
      opening(first).child = node;
    } else if (at == 1) {
      opening(first).next |= bit_of(id);
    }
  }
  if (words.size() == 1) opening(first).ends = 1;
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

void PhraseIndex::walk(std::span<const StemId> stems, std::size_t at, std::size_t from,
                       std::uint32_t node, std::vector<PhraseMatch>& matches) const {
  while (node < nodes_.size()) {
    // a list goes on behind, so that it ends
    for (std::uint32_t i = nodes_[node].payload, last = 0; i > last && i < payloads_.size();
         last = i, i = payloads_[i].next) {
      const Payload payload = payloads_[i].payload;
      if (!is_of_caller(payload)) continue;
      matches.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at), payload});
    }
    if (nodes_[node].gap != 0) {
      for (std::size_t skip = 0; skip <= max_gap && at + skip < stems.size(); ++skip) {
        if (stems[at + skip] == boundary) break;
        if (stems[at + skip] == no_stem) continue;
        const std::uint32_t next = child_of(nodes_[node].gap, stems[at + skip]);
        if (next != 0) walk(stems, at + skip + 1, from, next, matches);
      }
    }
    if (at >= stems.size() || stems[at] == no_stem || stems[at] == boundary) return;
    const std::uint32_t next = child_of(node, stems[at]);
    if (next == 0) return;
    node = next;
    ++at;
  }
}

void PhraseIndex::find(std::span<const StemId> stems, std::vector<PhraseMatch>& matches) const {
  const bool may_begin_anywhere = nodes_[0].gap != 0;
  for (std::size_t at = 0; at < stems.size(); ++at) {
    const std::size_t first = matches.size();
    if (may_begin_anywhere) {
      if (stems[at] == no_stem || stems[at] == boundary) continue;
      walk(stems, at, at, 0, matches);
    } else {
      // as with most words: no phrase begins so, or none goes on with the next one
      if (stems[at] >= openings_.size()) continue;
      const Opening& begun = openings_[stems[at]];
      if (begun.child == 0) continue;
      const bool goes_on = at + 1 < stems.size() && (begun.next & bit_of(stems[at + 1])) != 0;
      if (begun.ends == 0 && !goes_on) continue;
      walk(stems, at + 1, at, begun.child, matches);
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
    for (auto one = begin; one != matches.end(); ++one)
      if (!longer_exists(*one)) std::swap(*keep++, *one);
    matches.erase(keep, matches.end());
  }
}

}  // namespace linter::knowledge
