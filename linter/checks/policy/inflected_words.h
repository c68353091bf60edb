// Verbs and nouns of a rule in all their forms, found by the word that they begin with.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace linter::checks::policy {

enum class Form : std::uint8_t { base, third_person, gerund, participle, noun };

// A wording that begins with this word: a verb in one form, or a noun in one number.
struct Wording {
  std::string first;  // folded
  Form form = Form::noun;
  std::vector<std::string> rest;  // folded
  std::string base;               // as the rule gives it
};

// Tells at one look that a word is none of some hundred, as nearly all words of a text are.
class WordSieve {
 public:
  void add(std::string_view word) {
    const std::uint32_t place = place_of(word);
    bits_[place / 64] |= std::uint64_t{1} << (place % 64);
  }
  // Of those that were added, true.
  [[nodiscard]] bool may_have(std::string_view word) const {
    const std::uint32_t place = place_of(word);
    return ((bits_[place / 64] >> (place % 64)) & 1U) != 0;
  }

 private:
  // By length, first, middle and last letter.
  static std::uint32_t place_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(word[at]); };
    const auto size = static_cast<std::uint32_t>(word.size());
    const std::uint32_t sides = letter(0) * 37U + letter(size - 1);
    const std::uint32_t inside = letter(size / 2) * 37U + size;
    return (sides * 61U + inside) % (64 * std::tuple_size_v<Bits>);
  }

  using Bits = std::array<std::uint64_t, 64>;
  Bits bits_{};
};

// Filled, finished, then asked. Immutable from then on.
class InflectedWords {
 public:
  // "break down": the first word takes the forms.
  void add_verb(std::string_view phrase);
  // "back pain": the last word takes the plural.
  void add_noun(std::string_view phrase);
  void finish();

  // The longer ones first. O(log of their number); one look for most words that none begins with.
  [[nodiscard]] std::span<const Wording> beginning_with(std::string_view word) const {
    return sieve_.may_have(word) ? found(word) : std::span<const Wording>();
  }
  // By their first words.
  [[nodiscard]] std::span<const Wording> all() const { return all_; }

 private:
  void add(std::string_view first, Form form, std::span<const std::string> words,
           std::string_view phrase);
  [[nodiscard]] std::span<const Wording> found(std::string_view word) const;

  std::vector<Wording> all_;
  WordSieve sieve_;  // of their first words
};

}  // namespace linter::checks::policy
