// The prebuilt set of a language's words: one sorted, memory-mapped file with what is known of each
// word.
//
// The file is made at build time (linter/lexicon/building) from Hunspell's dictionary, SCOWL's
// lists and WordNet; the same inputs give the same bytes. Words are stored folded (lower case),
// each once, in byte order; possessives are not stored: who asks strips "'s". Const and safe to
// share between threads; a damaged file is refused when it is opened.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/base/result.h"
#include "linter/lexicon/part_of_speech.h"

namespace linter::lexicon {

// The case forms in which the dictionary lists a word ("march" is lower and capitalised).
enum class Form : std::uint8_t { lower = 1, capitalised = 2, upper = 4, exact = 8 };
using Forms = std::uint32_t;
[[nodiscard]] constexpr bool has(Forms forms, Form form) {
  return (forms & static_cast<unsigned>(form)) != 0;
}
[[nodiscard]] constexpr Forms operator|(Form a, Form b) {
  return static_cast<Forms>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

// Who writes a word so. `oxford` is British with -ize; a variant is accepted there, but not what
// most write.
enum class Dialect : std::uint8_t {
  american = 1,
  british = 2,
  oxford = 4,
  canadian = 8,
  australian = 16,
  british_variant = 32,
  american_variant = 64,
};
using Dialects = std::uint32_t;
[[nodiscard]] constexpr bool has(Dialects dialects, Dialect one) {
  return (dialects & static_cast<unsigned>(one)) != 0;
}

using WordIndex = std::uint32_t;  // position in the sorted set

class WordSet {
 public:
  // missing_data when the file is not there, is of another version, or its digest does not fit its
  // content.
  [[nodiscard]] static base::Result<WordSet> open(const std::string& path);
  // The same from bytes, which are copied.
  [[nodiscard]] static base::Result<WordSet> from_bytes(std::string bytes, const std::string& path);

  WordSet(WordSet&&) noexcept;
  WordSet& operator=(WordSet&&) noexcept;
  ~WordSet();

  [[nodiscard]] WordIndex size() const;
  // O(log size), no allocation.
  [[nodiscard]] std::optional<WordIndex> find(std::string_view folded) const;

  [[nodiscard]] std::string_view text(WordIndex word) const;
  [[nodiscard]] Forms forms(WordIndex word) const;
  [[nodiscard]] Dialects dialects(WordIndex word) const;
  [[nodiscard]] std::uint8_t tier(
      WordIndex word) const;  // SCOWL size, 10 (commonest) to 95; 0 = in none
  [[nodiscard]] bool offensive(WordIndex word) const;  // the dictionary asks never to suggest it
  [[nodiscard]] PosMask parts(WordIndex word) const;
  // The spellings with capitals inside ("iPhone", "McDonald") that fold to a word; empty unless
  // Form::exact is set.
  [[nodiscard]] std::string_view exact(WordIndex word) const;
  // As the dictionary writes it: lower case if it can be, else "Paris", "iPhone", "NASA".
  [[nodiscard]] std::string written(WordIndex word) const;
  // The other dialect's form of a word that only one dialect has ("colour" <-> "color").
  [[nodiscard]] std::optional<WordIndex> counterpart(WordIndex word) const;
  // The words with a phonetic key (see phonetic.h), ascending.
  [[nodiscard]] std::span<const WordIndex> sounding_like(std::uint32_t key) const;

  [[nodiscard]] std::string_view digest() const;  // of the whole file, 32 hexadecimal digits

 private:
  struct State;
  explicit WordSet(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace linter::lexicon
