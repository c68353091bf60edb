#include "linter/lexicon/near_index.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <mutex>
#include <numeric>
#include <span>
#include <utility>

#include "linter/base/hash.h"
#include "linter/base/mapped_file.h"
#include "linter/lexicon/byte_order.h"
#include "linter/lexicon/near_automaton.h"

namespace linter::lexicon {
namespace {

using Lengths = NearAutomaton::Lengths;
using Letters = NearAutomaton::Letters;

// What stands behind a letter of a trie.
struct Rest {
  Lengths lengths = 0;  // of the ends of words
  Letters letters = 0;  // that they begin with
};

// A letter of a trie. The letters that may follow one stand side by side, so that a search reads
// most nodes one behind the other, and below each of them what follows it, if any of that may be
// near.
class Node {
 public:
  static constexpr std::uint32_t no_word = (std::uint32_t{1} << 24U) - 1;

  Node() = default;
  explicit Node(char letter) : following_(static_cast<unsigned char>(letter)) {}
  [[nodiscard]] char letter() const { return static_cast<char>(following_ & 0xFFU); }
  // The first of what may follow; 0: nothing.
  [[nodiscard]] std::uint32_t following() const { return following_ >> letter_bits; }
  [[nodiscard]] std::uint32_t word() const { return word_ & no_word; }
  [[nodiscard]] Lengths lengths() const { return word_ >> word_bits; }
  // Whether one of these may follow.
  [[nodiscard]] bool has_any(Letters letters) const { return (letters_ & letters) != 0; }
  [[nodiscard]] bool is_last() const { return letters_ >= last; }  // of those side by side
  void set_following(std::size_t first) {
    following_ |= static_cast<std::uint32_t>(first) << letter_bits;
  }
  void set_word(std::uint32_t word) { word_ = (word_ & ~no_word) | word; }
  void set_rest(const Rest& rest) {
    word_ |= rest.lengths << word_bits;
    letters_ |= rest.letters;
  }
  void set_last() { letters_ |= last; }

 private:
  static constexpr unsigned letter_bits = 8;
  static constexpr unsigned word_bits = 24;
  static_assert(word_bits + NearAutomaton::length_bits <= 32);
  static constexpr std::uint32_t last = std::uint32_t{1} << NearAutomaton::letter_bits;
  std::uint32_t following_ = 0;
  std::uint32_t word_ = no_word;
  std::uint32_t letters_ = 0;
};
constexpr std::size_t most_nodes = std::size_t{1} << 24U;
constexpr std::size_t most_letters = 256;  // side by side

// A file's nodes are held against their digests block by block, as searches come to them.
constexpr std::size_t block_nodes = 2048;
constexpr std::size_t block_bytes = block_nodes * sizeof(Node);

// Finds the words of a trie that the automaton ends near. A file's digest is no proof that it holds
// a trie: a walk in any nodes ends, as a trie has no more nodes than there are.
class Walk {
 public:
  Walk(std::span<const Node> nodes, std::uint32_t words, unsigned distance, std::vector<Near>& out)
      : nodes_(nodes), words_(words), distance_(distance), out_(out), open_(first_room) {}

  // Appends what it finds. `is_sound(first)` is asked before the nodes from `first` on are read, as
  // many as may stand side by side; false when it was not.
  template <class IsSound>
  bool run(NearAutomaton& automaton, const IsSound& is_sound) {
    // so nothing that stands side by side goes beyond the end
    if (nodes_.empty() || !is_sound(nodes_.size() - 1)) return nodes_.empty();
    if (!nodes_.back().is_last()) return true;
    const Node* const nodes = nodes_.data();
    const std::size_t size = nodes_.size();
    std::size_t left = size;
    Branch* open = open_.data();  // behind the last one
    Branch* end = open + open_.size();
    *open++ = {0, automaton.start()};
    do {
      const Branch branch = *--open;
      if (!is_sound(branch.first)) return false;
      const Node* node = nodes + branch.first;
      const Node* const begin = node;
      const NearAutomaton::State state = branch.state;
      const NearAutomaton::State* row = automaton.row(state);
      for (bool more = true; more;) {
        const Node& own = *node++;
        more = !own.is_last();
        NearAutomaton::State next = row[automaton.class_of(own.letter())];
        if (next == NearAutomaton::dead) continue;
        if (next == NearAutomaton::not_made) {
          next = automaton.made(state, own.letter());
          row = automaton.row(state);
          if (next == NearAutomaton::dead) continue;
        }
        const Lengths lengths = own.lengths() & automaton.lengths(next);
        if ((lengths & 1U) != 0) add(own.word(), automaton.edits(next));
        if (lengths <= 1 || !own.has_any(automaton.letters(next))) continue;
        if (own.following() >= size) return true;
        __builtin_prefetch(nodes + own.following());
        *open++ = {own.following(), next};
        if (open == end) {
          open = with_room();
          end = open_.data() + open_.size();
        }
      }
      const auto seen = static_cast<std::size_t>(node - begin);
      if (seen >= left) break;
      left -= seen;
    } while (open != open_.data());
    return true;
  }

 private:
  struct Branch {
    std::uint32_t first;
    NearAutomaton::State state;
  };
  static constexpr std::size_t first_room = 512;

  void add(std::uint32_t word, unsigned edits) {
    if (word < words_ && edits <= distance_) out_.push_back({word, edits});
  }
  // Where the next branch stands, when all room is taken.
  Branch* with_room() {
    const std::size_t count = open_.size();
    open_.resize(2 * count);
    return open_.data() + count;
  }

  std::span<const Node> nodes_;
  std::uint32_t words_;
  unsigned distance_;
  std::vector<Near>& out_;
  std::vector<Branch> open_;
};

// Finds the words of a trie within one edit of a word, where the edit stands behind the word's first
// letters: these are followed as they are, and what stands side by side is looked at only behind
// them. A tenth of what a Walk does.
template <class IsSound>
class OneEdit {
 public:
  // `word` is written as the trie reads. A walk in any nodes ends: it goes no deeper than the word
  // is long.
  OneEdit(std::span<const Node> nodes, std::uint32_t words, std::string_view word,
          const IsSound& is_sound, std::vector<Near>& out)
      : nodes_(nodes), words_(words), word_(word), is_sound_(is_sound), out_(out) {}

  // Appends what it finds, some of it more than once; false when nodes that it came to are not
  // sound. The letters before `first_edit` are as the word has them.
  bool run(std::size_t first_edit) {
    if (nodes_.empty() || !is_sound_(nodes_.size() - 1)) return nodes_.empty();
    if (!nodes_.back().is_last()) return true;
    const Node* here = nullptr;  // the last letter read
    std::uint32_t next = 0;      // what may follow it
    for (std::size_t at = 0; at < word_.size(); ++at) {
      if (at >= first_edit) edit(here, next, word_.substr(at));
      here = here != nullptr && next == 0 ? nullptr : child(next, word_[at]);
      if (here == nullptr) return sound_;
      next = here->following();
    }
    if (is_word(*here)) add(*here, 0);
    if (next != 0) edit(here, next, {});
    return sound_;
  }

 private:
  static bool is_word(const Node& node) { return (node.lengths() & 1U) != 0; }
  // Whether so many letters that begin with this one may follow.
  static bool may_follow(const Node& node, char letter, std::size_t size) {
    constexpr std::size_t longest = NearAutomaton::length_bits - 1;
    return (node.lengths() >> std::min(size, longest) & 1U) != 0 &&
           node.has_any(NearAutomaton::letter_set(letter));
  }

  void add(const Node& node, unsigned edits) {
    if (node.word() < words_) out_.push_back({node.word(), edits});
  }

  // What stands side by side from a node on.
  std::span<const Node> beside(std::uint32_t first) {
    if (first >= nodes_.size() || !(sound_ = sound_ && is_sound_(first))) return {};
    const std::size_t most = std::min(most_letters, nodes_.size() - first);
    std::size_t count = 1;
    while (count < most && !nodes_[first + count - 1].is_last()) ++count;
    return nodes_.subspan(first, count);
  }

  const Node* child(std::uint32_t first, char letter) {
    if (first >= nodes_.size() || !(sound_ = sound_ && is_sound_(first))) return nullptr;
    const std::size_t end = std::min(nodes_.size(), first + most_letters);
    for (const Node& node : nodes_.subspan(first, end - first)) {
      if (node.letter() == letter) return &node;
      if (node.is_last()) break;
    }
    return nullptr;
  }

  // Adds the word that is what was read up to a node and then `rest`.
  void finish(const Node* node, std::string_view rest) {
    for (; node != nullptr && !rest.empty(); rest.remove_prefix(1)) {
      if (!may_follow(*node, rest.front(), rest.size())) return;
      node = child(node->following(), rest.front());
    }
    if (node != nullptr && is_word(*node)) add(*node, 1);
  }

  // Adds what one edit at the begin of `rest` makes of the word, of which all before was read.
  void edit(const Node* here, std::uint32_t next, std::string_view rest) {
    const bool begun = here != nullptr;
    if (begun && !rest.empty()) finish(here, rest.substr(1));  // a letter too many
    if (!begun && rest.size() > 1) finish(child(next, rest[1]), rest.substr(2));
    if (begun && next == 0) return;
    const bool may_swap = rest.size() > 1 && rest[0] != rest[1];
    for (const Node& other : beside(next)) {
      finish(&other, rest);  // one is missing before it
      if (rest.empty()) continue;
      if (other.letter() != rest.front()) finish(&other, rest.substr(1));  // it is another
      if (may_swap && other.letter() == rest[1] && may_follow(other, rest[0], rest.size() - 1))
        finish(child(other.following(), rest.front()), rest.substr(2));
    }
  }

  std::span<const Node> nodes_;
  std::uint32_t words_;
  std::string_view word_;
  const IsSound& is_sound_;
  std::vector<Near>& out_;
  bool sound_ = true;
};

// Ascending, digit by digit where there are many.
void sort_by_index(std::span<Near> found) {
  constexpr std::size_t many = 64;
  constexpr unsigned digit_bits = 9;
  constexpr std::size_t digits = std::size_t{1} << digit_bits;
  if (found.size() < many) {
    std::ranges::sort(found, {}, &Near::index);
    return;
  }
  const std::uint32_t most = std::ranges::max(found, {}, &Near::index).index;
  std::vector<Near> other(found.begin(), found.end());
  std::span<Near> from = found;
  std::span<Near> to = other;
  for (unsigned shift = 0; shift < 32 && (most >> shift) != 0; shift += digit_bits) {
    std::array<std::uint32_t, digits> places{};
    for (const Near& one : from) ++places[(one.index >> shift) % digits];
    std::exclusive_scan(places.begin(), places.end(), places.begin(), 0U);
    for (const Near& one : from) to[places[(one.index >> shift) % digits]++] = one;
    std::swap(from, to);
  }
  if (from.data() != found.data()) std::ranges::copy(from, found.begin());
}

// Of each word the least distance; how many words there are.
std::size_t unite(std::span<Near> sorted) {
  std::size_t kept = 0;
  for (const Near& one : sorted) {
    if (kept > 0 && sorted[kept - 1].index == one.index)
      sorted[kept - 1].distance = std::min(sorted[kept - 1].distance, one.distance);
    else
      sorted[kept++] = one;
  }
  return kept;
}

// Makes the trie of texts in byte order; `word_of` says which word of the list each is.
class TrieMaker {
 public:
  TrieMaker(std::span<const std::string_view> sorted, std::span<const std::uint32_t> word_of) {
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (sorted[i].empty() || sorted[i].size() > NearIndex::longest_word) continue;
      if (word_of[i] >= Node::no_word) continue;
      if (!texts_.empty() && sorted[i] <= texts_.back()) continue;  // out of order
      texts_.push_back(sorted[i]);
      words_.push_back(word_of[i]);
    }
  }
  std::vector<Node> make() {
    if (!texts_.empty()) add(0, texts_.size(), 0);
    return std::move(nodes_);
  }

 private:
  // Adds the letters at `depth` of the texts from `begin` to `end`, which are alike before it, and
  // what follows them; that is then the rest of what stands before it.
  Rest add(std::size_t begin, std::size_t end, std::size_t depth) {
    const std::size_t first = nodes_.size();
    Rest all;
    for (std::size_t i = begin; i < end; i = end_of_alike(i, end, depth)) {
      nodes_.emplace_back(texts_[i][depth]);
      all.letters |= NearAutomaton::letter_set(texts_[i][depth]);
    }
    nodes_.back().set_last();
    for (std::size_t node = first; begin < end; ++node) {
      const std::size_t after = end_of_alike(begin, end, depth);
      Rest own;
      const bool is_word = texts_[begin].size() == depth + 1;
      if (is_word) nodes_[node].set_word(words_[begin++]);
      if (begin < after && nodes_.size() + most_letters < most_nodes) {
        nodes_[node].set_following(nodes_.size());
        own = add(begin, after, depth + 1);
      }
      if (is_word) own.lengths |= 1U;
      nodes_[node].set_rest(own);
      all.lengths |= own.lengths;
      begin = after;
    }
    return {one_longer(all.lengths), all.letters};
  }
  static Lengths one_longer(Lengths lengths) {
    constexpr Lengths all = (Lengths{1} << NearAutomaton::length_bits) - 1;
    constexpr Lengths last = Lengths{1} << (NearAutomaton::length_bits - 1);
    return ((lengths << 1U) & all) | (lengths & last);
  }
  [[nodiscard]] std::size_t end_of_alike(std::size_t begin, std::size_t end,
                                         std::size_t depth) const {
    const char letter = texts_[begin][depth];
    while (begin < end && texts_[begin][depth] == letter) ++begin;
    return begin;
  }

  std::vector<std::string_view> texts_;
  std::vector<std::uint32_t> words_;
  std::vector<Node> nodes_;
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint32_t words;
  std::uint32_t forward;  // nodes
  std::uint32_t backward;
  std::uint32_t reserved;
  std::uint64_t digest;     // of the digests of blocks, which stand before the nodes
  std::array<char, 32> of;  // the list's digest
};
constexpr std::array<char, 8> magic{'g', 'a', 'l', 'l', 'e', 'y', 'n', 'r'};
constexpr std::uint32_t version = 3;
constexpr std::uint32_t native_order = 0x01020304;

base::Error damaged(const std::string& path) {
  return {base::ErrorCode::missing_data, "the index of near words is damaged or of another list",
          path, 0, 0};
}

}  // namespace

struct NearIndex::State {
  std::vector<Node> made;  // when built here
  base::MappedFile file;   // when read
  std::span<const Node> nodes;
  std::size_t forward = 0;  // the others are the backward ones
  std::uint32_t words = 0;
  // Of a file: the digests of its blocks, and which of them fit.
  std::span<const std::uint64_t> digests;
  std::unique_ptr<std::atomic<bool>[]> checked;
  // What takes the place of a damaged file.
  WordAt word_at;
  std::once_flag mended_once;
  std::atomic<const State*> mended = nullptr;
  std::unique_ptr<State> instead;

  [[nodiscard]] bool check(std::size_t block) const;
  [[nodiscard]] bool search(NearPattern& pattern, unsigned distance, std::vector<Near>& out) const;
  [[nodiscard]] bool search_one_edit(std::string_view word, std::vector<Near>& out) const;
  // What says whether the nodes behind `first` from one on may be read.
  [[nodiscard]] auto soundness(std::size_t first) const {
    return [this, first, known = checked.get()](std::size_t node) {
      const std::size_t block = (first + node) / block_nodes;
      return known == nullptr || known[block].load(std::memory_order_relaxed) || check(block);
    };
  }
  [[nodiscard]] const State& mend();
};

// Holds a block, and the one that what begins in it may reach, against their digests.
bool NearIndex::State::check(std::size_t block) const {
  for (std::size_t own = block; own <= block + 1 && own < digests.size(); ++own) {
    const std::size_t first = own * block_nodes;
    const auto part = nodes.subspan(first, std::min(block_nodes, nodes.size() - first));
    const std::string_view bytes(reinterpret_cast<const char*>(part.data()), part.size_bytes());
    if (base::hash64(bytes) != digests[own]) return false;
  }
  checked[block].store(true, std::memory_order_relaxed);
  return true;
}

NearIndex::NearIndex() : state_(std::make_unique<State>()) {}
NearIndex::NearIndex(std::unique_ptr<State> state) : state_(std::move(state)) {}
NearIndex::NearIndex(NearIndex&&) noexcept = default;
NearIndex& NearIndex::operator=(NearIndex&&) noexcept = default;
NearIndex::~NearIndex() = default;

NearIndex NearIndex::build(std::size_t words, const WordAt& word_at) {
  std::vector<std::string_view> texts(words);
  std::vector<std::uint32_t> word_of(words);
  std::iota(word_of.begin(), word_of.end(), 0U);
  for (std::uint32_t i = 0; i < words; ++i) texts[i] = word_at(i);
  auto state = std::make_unique<State>();
  state->words = static_cast<std::uint32_t>(words);
  state->made = TrieMaker(texts, word_of).make();
  state->forward = state->made.size();
  std::vector<std::string> reversed(words);
  for (std::size_t i = 0; i < words; ++i) reversed[i].assign(texts[i].rbegin(), texts[i].rend());
  word_of = byte_order(reversed);
  for (std::size_t i = 0; i < words; ++i) texts[i] = reversed[word_of[i]];
  const std::vector<Node> backward = TrieMaker(texts, word_of).make();
  state->made.insert(state->made.end(), backward.begin(), backward.end());
  state->nodes = state->made;
  return NearIndex(std::move(state));
}

std::string NearIndex::bytes(std::string_view of) const {
  const std::span<const Node> nodes = state_->nodes;
  const std::string_view all(reinterpret_cast<const char*>(nodes.data()), nodes.size_bytes());
  std::string digests;
  for (std::size_t at = 0; at < all.size(); at += block_bytes) {
    const std::uint64_t digest = base::hash64(all.substr(at, block_bytes));
    digests.append(reinterpret_cast<const char*>(&digest), sizeof digest);
  }
  Header header{};
  header.magic = magic;
  header.version = version;
  header.byte_order = native_order;
  header.words = state_->words;
  header.forward = static_cast<std::uint32_t>(state_->forward);
  header.backward = static_cast<std::uint32_t>(nodes.size() - state_->forward);
  header.digest = base::hash64(digests);
  std::ranges::copy(of.substr(0, header.of.size()), header.of.begin());
  return std::string(reinterpret_cast<const char*>(&header), sizeof header)
      .append(digests)
      .append(all);
}

void NearIndex::put(base::ImageWriter& image) const {
  image.number(state_->words);
  image.number(state_->forward);
  image.array(state_->nodes);
}

NearIndex NearIndex::get(base::ImageReader& image) {
  auto state = std::make_unique<State>();
  state->words = static_cast<std::uint32_t>(image.number());
  const std::uint64_t forward = image.number();
  state->nodes = image.array<Node>();
  state->forward = std::min<std::uint64_t>(forward, state->nodes.size());
  return NearIndex(std::move(state));
}

base::Result<NearIndex> NearIndex::open(const std::string& path, std::size_t words,
                                        std::string_view of, WordAt word_at) {
  auto file = base::MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  const std::string_view all = file->view();
  Header header{};
  if (all.size() < sizeof(header)) return std::unexpected(damaged(path));
  std::memcpy(&header, all.data(), sizeof(header));
  const std::size_t count = std::size_t{header.forward} + header.backward;
  const std::size_t blocks = (count + block_nodes - 1) / block_nodes;
  const std::string_view rest = all.substr(sizeof(header));
  if (header.magic != magic || header.version != version || header.byte_order != native_order ||
      header.words != words ||
      rest.size() != blocks * sizeof(std::uint64_t) + count * sizeof(Node) ||
      std::string_view(header.of.data(), header.of.size()) != of ||
      header.digest != base::hash64(rest.substr(0, blocks * sizeof(std::uint64_t)))) {
    return std::unexpected(damaged(path));
  }
  // The mapping is page-aligned and the header's size a multiple of 8.
  static_assert(sizeof(Header) % alignof(std::uint64_t) == 0);
  auto state = std::make_unique<State>();
  state->digests = {reinterpret_cast<const std::uint64_t*>(rest.data()), blocks};
  state->checked = std::make_unique<std::atomic<bool>[]>(blocks);
  state->nodes = {reinterpret_cast<const Node*>(rest.data() + blocks * sizeof(std::uint64_t)),
                  count};
  state->forward = header.forward;
  state->words = header.words;
  state->word_at = std::move(word_at);
  state->file = std::move(*file);
  return NearIndex(std::move(state));
}

// Of d edits, one half of a word has at most d / 2, and otherwise the other less than the others.
NearAutomaton& NearPattern::forward(unsigned distance) {
  std::optional<NearAutomaton>& own = automata_[distance].forward;
  if (!own) own.emplace(word_, distance, distance / 2);
  return *own;
}

NearAutomaton& NearPattern::backward(unsigned distance) {
  std::optional<NearAutomaton>& own = automata_[distance].backward;
  if (!own) {
    const std::string reversed(word_.rbegin(), word_.rend());
    own.emplace(reversed, distance, distance - distance / 2 - 1);
  }
  return *own;
}

// False when a block that it came to is damaged.
bool NearIndex::State::search(NearPattern& pattern, unsigned distance,
                              std::vector<Near>& out) const {
  if (distance == 1) return search_one_edit(pattern.word_, out);
  const auto walk = [&](std::size_t first, std::size_t count, NearAutomaton& shared) {
    const auto is_sound = soundness(first);
    // its own while it walks: a tenth less to do for each letter
    NearAutomaton own = std::move(shared);
    const bool sound = Walk(nodes.subspan(first, count), words, distance, out).run(own, is_sound);
    shared = std::move(own);
    return sound;
  };
  return walk(0, forward, pattern.forward(distance)) &&
         (distance == 0 || walk(forward, nodes.size() - forward, pattern.backward(distance)));
}

bool NearIndex::State::search_one_edit(std::string_view word, std::vector<Near>& out) const {
  const auto walk = [&](std::size_t first, std::size_t count, std::string_view read,
                        std::size_t first_edit) {
    const auto is_sound = soundness(first);
    return OneEdit(nodes.subspan(first, count), words, read, is_sound, out).run(first_edit);
  };
  const std::size_t half = word.size() / 2;
  const std::string reversed(word.rbegin(), word.rend());
  // where one letter of each half is swapped, the first trie has it
  return walk(0, forward, word, half - std::min<std::size_t>(half, 1)) &&
         walk(forward, nodes.size() - forward, reversed, word.size() - half);
}

// The index made anew, once.
const NearIndex::State& NearIndex::State::mend() {
  std::call_once(mended_once, [this] {
    instead = word_at ? std::move(build(words, word_at).state_) : std::make_unique<State>();
    mended.store(instead.get(), std::memory_order_release);
  });
  return *instead;
}

void NearIndex::find(std::string_view word, unsigned distance, std::vector<Near>& out) const {
  NearPattern pattern(word);
  find(pattern, distance, out);
}

void NearIndex::find(NearPattern& pattern, unsigned distance, std::vector<Near>& out) const {
  const std::string_view word = pattern.word_;
  if (word.empty() || word.size() > longest_pattern) return;
  distance = std::min(distance, max_distance);
  const std::size_t first = out.size();
  const State* const mended = state_->mended.load(std::memory_order_acquire);
  if (!(mended == nullptr ? *state_ : *mended).search(pattern, distance, out)) {
    out.resize(first);
    if (!state_->mend().search(pattern, distance, out)) out.resize(first);
  }
  const auto found = std::span(out).subspan(first);
  sort_by_index(found);
  out.resize(first + unite(found));
}

}  // namespace linter::lexicon
