#include "linter/lexicon/word_classes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <tuple>

#include "linter/lexicon/english_tables.h"

namespace linter::lexicon {
namespace {

constexpr unsigned letter_bits = 31;  // letters are told apart, other bytes roughly

// Of a letter of the word; behind its end there is none.
constexpr std::uint32_t bit_of(std::string_view word, std::size_t at) {
  return at < word.size() ? 1U << (static_cast<unsigned char>(word[at]) & letter_bits) : 1U;
}

struct Class {
  std::span<const base::ShortText> words;
  std::uint32_t first_letters = 0;
  std::uint32_t second_letters = 0;
};

template <std::size_t size>
constexpr Class class_of(const std::array<base::ShortText, size>& words) {
  Class one{words};
  for (const base::ShortText& word : words) {
    one.first_letters |= bit_of(word, 0);
    one.second_letters |= bit_of(word, 1);
  }
  return one;
}

constexpr auto classes = std::apply(
    [](const auto&... words) { return std::array{class_of(words)...}; }, tables::word_classes);

static_assert(std::ranges::all_of(classes, [](const Class& one) {
  return std::ranges::is_sorted(one.words);
}));

}  // namespace

bool is_of(WordClass one, std::string_view folded) {
  const Class& known = classes[static_cast<std::size_t>(one)];
  return (known.first_letters & bit_of(folded, 0)) != 0 &&
         (known.second_letters & bit_of(folded, 1)) != 0 &&
         std::ranges::binary_search(known.words, folded);
}

}  // namespace linter::lexicon
