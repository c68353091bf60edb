// The memo: one entry per distinct word of everything a worker has read, so that per-word work is
// done once.
//
// A Lexicon belongs to one worker and one (configuration, language); it is not thread-safe and only
// grows (its size follows the distinct words, bounded by `max_entries`, after which it is emptied
// between articles). The Vocabulary and TriggerTable it is given are const, shared, and must
// outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "linter/lexicon/part_of_speech.h"
#include "linter/lexicon/triggers.h"
#include "linter/lexicon/vocabulary.h"
#include "linter/sentences/text.h"

namespace linter::lexicon {

using WordId = std::uint32_t;

struct Entry {
  std::string_view text;  // as written; owned by the lexicon
  WordId folded = 0;      // the entry of the lower-case form (itself when it is lower-case)
  PosMask parts = 0;      // of the folded form
  std::span<const TriggerId> triggers;  // of the folded form
  std::uint8_t tier = 0;  // frequency tier of the vocabulary: 10 (commonest) to 95; 0 = not in it
  bool one_sided = false;  // of the folded form: America accepts it or Britain, not both
};

// Entries by id, which never move.
class Entries {
 public:
  [[nodiscard]] Entry& operator[](WordId id) {
    return chunks_[id >> chunk_bits][id & (chunk_size - 1)];
  }
  [[nodiscard]] const Entry& operator[](WordId id) const {
    return chunks_[id >> chunk_bits][id & (chunk_size - 1)];
  }
  // Makes room for this id, which follows those that were added.
  Entry& add(WordId id) {
    if ((id & (chunk_size - 1)) == 0) chunks_.push_back(std::make_unique<Entry[]>(chunk_size));
    return (*this)[id];
  }
  void clear() { chunks_.clear(); }

 private:
  static constexpr std::size_t chunk_bits = 9;  // one article touches few
  static constexpr std::size_t chunk_size = std::size_t{1} << chunk_bits;
  std::vector<std::unique_ptr<Entry[]>> chunks_;
};

class Lexicon {
 public:
  Lexicon(const Vocabulary& vocabulary, const TriggerTable& triggers);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // Sets Token::word of every word and number token. Call between articles only: it may empty the
  // memo when that has outgrown its limit; ids of earlier articles are void then.
  void annotate(std::string_view view, sentences::Text& text);

  [[nodiscard]] const Entry& operator[](WordId id) const { return (*entries_)[id]; }
  // The id of a word (interned now if it is new).
  [[nodiscard]] WordId intern(std::string_view word);

  // Whether the vocabulary accepts the word as written (Hunspell's rules for case: "Word" and
  // "WORD" pass for "word"). Memoised; the first question about a word may cost a Hunspell look-up.
  [[nodiscard]] bool accepts(WordId id);

  [[nodiscard]] std::size_t size() const;
  // Goes up by one each time the memo is emptied: what others keep by id is void then.
  [[nodiscard]] std::uint32_t generation() const;
  [[nodiscard]] const Vocabulary& vocabulary() const;

 private:
  struct Memo;
  std::unique_ptr<Memo> memo_;
  const Entries* entries_;  // of the memo: every word of every pass asks
};

}  // namespace linter::lexicon
