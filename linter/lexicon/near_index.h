// Every word of a sorted list within a few edits of a given one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/lexicon/near_automaton.h"

namespace linter::lexicon {

struct Near {
  std::uint32_t index = 0;  // of the word in its list
  unsigned distance = 0;
  bool operator==(const Near&) const = default;
};

// A word whose near ones are searched for, in several indices or ever farther away. What a search finds
// out of it serves the next; for one thread.
class NearPattern {
 public:
  // Views the word.
  explicit NearPattern(std::string_view word) : word_(word) {}

 private:
  friend class NearIndex;
  struct Automata {
    std::optional<NearAutomaton> forward;
    std::optional<NearAutomaton> backward;
  };
  [[nodiscard]] NearAutomaton& forward(unsigned distance);
  [[nodiscard]] NearAutomaton& backward(unsigned distance);

  std::string_view word_;
  std::array<Automata, NearAutomaton::max_distance + 1> automata_;  // by distance
};

// Two tries of the words, from their first letters and from their last, after Mihov and Schulz
// (2004): of d edits to a word, one half of it has at most half of them, so each trie is searched
// with few edits at its crowded top. Const use from many threads.
class NearIndex {
 public:
  static constexpr unsigned max_distance = NearAutomaton::max_distance;
  static constexpr std::size_t longest_pattern = 63;  // bytes
  static constexpr std::size_t longest_word = 255;    // bytes; longer words are never found

  using WordAt = std::function<std::string_view(std::uint32_t)>;
  // Of `words` sorted bytewise, each once; they are not kept. Some 60 ms for 130,000 words.
  static NearIndex build(std::size_t words, const WordAt& word_at);
  // The file that bytes() made for a list with that many words. missing_data when it is not there,
  // its head is damaged, or it was made for another list. Its nodes are held against their digests
  // where a search comes to them; when they are damaged, the index is made anew of the words at
  // `word_at`, which must outlive it (without it nothing is found then).
  [[nodiscard]] static base::Result<NearIndex> open(const std::string& path, std::size_t words,
                                                    std::string_view of, WordAt word_at = {});
  // `of` is the digest of the list, 32 characters.
  [[nodiscard]] std::string bytes(std::string_view of) const;
  // As a part of an image, and back, where it lies: a search in any bytes ends and reads nothing
  // outside of them.
  void put(base::ImageWriter& image) const;
  [[nodiscard]] static NearIndex get(base::ImageReader& image);

  NearIndex();
  NearIndex(NearIndex&&) noexcept;
  NearIndex& operator=(NearIndex&&) noexcept;
  ~NearIndex();

  // Appends the words within `distance` (at most max_distance) edits of `word`, ascending by index:
  // a letter missing, extra, another, or two neighbours swapped. Bytes count as letters; patterns
  // over longest_pattern find nothing.
  void find(std::string_view word, unsigned distance, std::vector<Near>& out) const;
  void find(NearPattern& pattern, unsigned distance, std::vector<Near>& out) const;

 private:
  struct State;
  explicit NearIndex(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace linter::lexicon
