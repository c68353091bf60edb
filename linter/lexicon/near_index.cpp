#include "linter/lexicon/near_index.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <span>

#include "linter/base/hash.h"
#include "linter/base/mapped_file.h"
#include "linter/lexicon/byte_order.h"
#include "linter/lexicon/near_automaton.h"

namespace linter::lexicon {
namespace {

// A letter of a trie; nodes stand in preorder.
struct Node {
  std::uint32_t next = 0;  // the node after this one's subtree, and the letter in the low byte
  std::uint32_t word = no_word;

  static constexpr std::uint32_t no_word = UINT32_MAX;
  static constexpr unsigned letter_bits = 8;
  [[nodiscard]] char letter() const { return static_cast<char>(next & 0xFFU); }
  [[nodiscard]] std::uint32_t end() const { return next >> letter_bits; }
};
constexpr std::size_t most_nodes = std::size_t{1} << (32 - Node::letter_bits);

// A file's digest is no proof that it holds a trie: a walk goes ahead in any nodes, and ends.
void walk(std::span<const Node> nodes, std::uint32_t words, NearAutomaton automaton,
          unsigned distance, std::vector<Near>& out) {
  std::array<NearAutomaton::State, NearIndex::longest_word + 1> states;
  std::array<std::uint32_t, NearIndex::longest_word + 1> ends;
  states[0] = automaton.start();
  std::size_t depth = 0;
  for (std::uint32_t i = 0; i < nodes.size();) {
    while (depth > 0 && ends[depth] == i) --depth;
    const Node& node = nodes[i];
    const NearAutomaton::State next = automaton.next(states[depth], node.letter());
    if (next == NearAutomaton::dead) {
      i = std::max(node.end(), i + 1);
      continue;
    }
    if (node.word < words && automaton.edits(next) <= distance)
      out.push_back({node.word, automaton.edits(next)});
    ++i;
    if (i < node.end() && depth + 1 < states.size()) {
      ends[++depth] = node.end();
      states[depth] = next;
    }
  }
}

// The trie of texts in byte order; `word_of` says which word of the list each is.
std::vector<Node> trie_of(std::span<const std::string_view> sorted,
                          std::span<const std::uint32_t> word_of) {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> open;  // the nodes of the last word's letters
  const auto close_to = [&](std::size_t depth) {
    for (; open.size() > depth; open.pop_back()) {
      Node& node = nodes[open.back()];
      node.next |= static_cast<std::uint32_t>(nodes.size()) << Node::letter_bits;
    }
  };
  std::string_view before;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::string_view word = sorted[i];
    if (word.empty() || word.size() > NearIndex::longest_word) continue;
    const auto [end, other] = std::ranges::mismatch(before, word);
    close_to(static_cast<std::size_t>(end - before.begin()));
    if (nodes.size() + word.size() >= most_nodes) break;
    for (std::size_t at = open.size(); at < word.size(); ++at) {
      open.push_back(static_cast<std::uint32_t>(nodes.size()));
      nodes.push_back({static_cast<unsigned char>(word[at]), Node::no_word});
    }
    nodes[open.back()].word = word_of[i];
    before = word;
  }
  close_to(0);
  return nodes;
}

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint32_t words;
  std::uint32_t forward;  // nodes
  std::uint32_t backward;
  std::uint32_t reserved;
  std::uint64_t digest;     // of the nodes
  std::array<char, 32> of;  // the list's digest
};
constexpr std::array<char, 8> magic{'g', 'a', 'l', 'l', 'e', 'y', 'n', 'r'};
constexpr std::uint32_t version = 1;
constexpr std::uint32_t native_order = 0x01020304;

base::Error damaged(const std::string& path) {
  return {base::ErrorCode::missing_data, "the index of near words is damaged or of another list",
          path, 0, 0};
}

}  // namespace

struct NearIndex::State {
  std::vector<Node> made;  // when built here
  base::MappedFile file;   // when read
  std::span<const Node> forward;
  std::span<const Node> backward;
  std::uint32_t words = 0;
};

NearIndex::NearIndex() : state_(std::make_unique<State>()) {}
NearIndex::NearIndex(std::unique_ptr<State> state) : state_(std::move(state)) {}
NearIndex::NearIndex(NearIndex&&) noexcept = default;
NearIndex& NearIndex::operator=(NearIndex&&) noexcept = default;
NearIndex::~NearIndex() = default;

NearIndex NearIndex::build(std::size_t words,
                           const std::function<std::string_view(std::uint32_t)>& word_at) {
  std::vector<std::string_view> texts(words);
  std::vector<std::uint32_t> word_of(words);
  std::iota(word_of.begin(), word_of.end(), 0U);
  for (std::uint32_t i = 0; i < words; ++i) texts[i] = word_at(i);
  auto state = std::make_unique<State>();
  state->words = static_cast<std::uint32_t>(words);
  state->made = trie_of(texts, word_of);
  const std::size_t forward = state->made.size();
  std::vector<std::string> reversed(words);
  for (std::size_t i = 0; i < words; ++i) reversed[i].assign(texts[i].rbegin(), texts[i].rend());
  word_of = byte_order(reversed);
  for (std::size_t i = 0; i < words; ++i) texts[i] = reversed[word_of[i]];
  const std::vector<Node> backward = trie_of(texts, word_of);
  state->made.insert(state->made.end(), backward.begin(), backward.end());
  state->forward = std::span(state->made).first(forward);
  state->backward = std::span(state->made).subspan(forward);
  return NearIndex(std::move(state));
}

std::string NearIndex::bytes(std::string_view of) const {
  std::string nodes;
  for (const auto half : {state_->forward, state_->backward}) {
    nodes.append(reinterpret_cast<const char*>(half.data()), half.size_bytes());
  }
  Header header{};
  header.magic = magic;
  header.version = version;
  header.byte_order = native_order;
  header.words = state_->words;
  header.forward = static_cast<std::uint32_t>(state_->forward.size());
  header.backward = static_cast<std::uint32_t>(state_->backward.size());
  header.digest = base::hash64(nodes);
  std::ranges::copy(of.substr(0, header.of.size()), header.of.begin());
  std::string out(sizeof(header), '\0');
  std::memcpy(out.data(), &header, sizeof(header));
  return out + nodes;
}

void NearIndex::put(base::ImageWriter& image) const {
  image.number(state_->words);
  image.array(state_->forward);
  image.array(state_->backward);
}

NearIndex NearIndex::get(base::ImageReader& image) {
  auto state = std::make_unique<State>();
  state->words = static_cast<std::uint32_t>(image.number());
  state->forward = image.array<Node>();
  state->backward = image.array<Node>();
  return NearIndex(std::move(state));
}

base::Result<NearIndex> NearIndex::open(const std::string& path, std::size_t words,
                                        std::string_view of) {
  auto file = base::MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  const std::string_view all = file->view();
  Header header{};
  if (all.size() < sizeof(header)) return std::unexpected(damaged(path));
  std::memcpy(&header, all.data(), sizeof(header));
  const std::string_view nodes = all.substr(sizeof(header));
  const std::size_t count = std::size_t{header.forward} + header.backward;
  if (header.magic != magic || header.version != version || header.byte_order != native_order ||
      header.words != words || nodes.size() != count * sizeof(Node) ||
      std::string_view(header.of.data(), header.of.size()) != of ||
      header.digest != base::hash64(nodes)) {
    return std::unexpected(damaged(path));
  }
  // The mapping is page-aligned and the header's size a multiple of a node's alignment.
  const std::span all_nodes(reinterpret_cast<const Node*>(nodes.data()), count);
  auto state = std::make_unique<State>();
  state->words = header.words;
  state->forward = all_nodes.first(header.forward);
  state->backward = all_nodes.subspan(header.forward);
  state->file = std::move(*file);
  return NearIndex(std::move(state));
}

void NearIndex::find(std::string_view word, unsigned distance, std::vector<Near>& out) const {
  if (word.empty() || word.size() > longest_pattern) return;
  distance = std::min(distance, max_distance);
  const std::size_t first = out.size();
  const unsigned forward = distance / 2;
  walk(state_->forward, state_->words, NearAutomaton(word, distance, forward), distance, out);
  if (distance > forward) {
    const std::string reversed(word.rbegin(), word.rend());
    walk(state_->backward, state_->words, NearAutomaton(reversed, distance, distance - forward - 1),
         distance, out);
  }
  const auto found = std::span(out).subspan(first);
  std::ranges::sort(found, [](const Near& a, const Near& b) {
    return a.index != b.index ? a.index < b.index : a.distance < b.distance;
  });
  const auto repeated = std::ranges::unique(found, {}, &Near::index);
  out.resize(out.size() - repeated.size());
}

}  // namespace linter::lexicon
