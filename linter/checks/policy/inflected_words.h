// Verbs and nouns of a rule in all their forms, found by the word that they begin with.
#pragma once

#include <cstdint>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/word_sieve.h"

namespace linter::checks::policy {

enum class Form : std::uint8_t { base, third_person, gerund, participle, noun };

// A wording that begins with this word: a verb in one form, or a noun in one number. The views lie
// in the words that it is of.
struct Wording {
  std::string_view first{};  // folded
  Form form = Form::noun;
  std::uint16_t group = 0;
  std::string_view rest{};  // folded, with single spaces between
  std::string_view base{};  // as the rule gives it
};

// Made of phrases, or read where it lies in an image. Immutable.
class InflectedWords {
  struct Range {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] auto part(std::size_t first, std::size_t end) const {
    return std::views::iota(first, end) |
           std::views::transform([this](std::size_t number) { return wording(number); });
  }

 public:
  class Maker;

  // What put() wrote, in constant time. The image must outlive it; whatever it says, nothing outside
  // of it is read.
  explicit InflectedWords(base::ImageReader& image);
  void put(base::ImageWriter& image) const;

  // Those that begin with the word, by group, verbs before nouns and the longer ones first. O(log of
  // their number); one look for most words that none begins with.
  [[nodiscard]] auto beginning_with(std::string_view word) const {
    const Range found = sieve_.may_have(word) ? found_at(word) : Range();
    return part(found.first, found.end);
  }
  // By their first words.
  [[nodiscard]] auto all() const { return part(0, places_.size()); }

 private:
  static constexpr std::size_t sieve_rows = 512;  // of 64 bits
  // Where a wording lies among the letters: its words, then the phrase.
  struct Place {
    std::uint32_t begin = 0;
    std::uint16_t first = 0;  // lengths in bytes
    std::uint16_t words = 0;
    std::uint16_t base = 0;
    std::uint16_t form = 0;
    std::uint16_t group = 0;
    std::uint16_t unused = 0;
  };

  InflectedWords() = default;
  [[nodiscard]] std::string_view letters(std::uint32_t begin, std::uint32_t size) const;
  [[nodiscard]] Wording wording(std::size_t number) const;
  [[nodiscard]] Range found_at(std::string_view word) const;

  base::Column<char> letters_;
  base::Column<Place> places_;
  base::WordSieve<sieve_rows> sieve_;  // of their first words
};

// Words that are told apart by the group that they were added to.
class InflectedWords::Maker {
 public:
  // Of "break down" the first word takes the forms. Phrases of more than 60,000 bytes are left out.
  void add_verbs(std::span<const std::string> phrases, std::uint16_t group);
  // Of "back pain" the last word takes the plural.
  void add_nouns(std::span<const std::string> phrases, std::uint16_t group);
  [[nodiscard]] InflectedWords made();

 private:
  struct Item {
    std::string first;
    std::string rest;
    int more = 0;  // words of the rest
    Form form = Form::noun;
    std::uint16_t group = 0;
    std::string base;
  };
  void add(std::span<const std::string> words, Form form, std::uint16_t group,
           std::string_view phrase);

  std::vector<Item> items_;
};

}  // namespace linter::checks::policy
