#include "linter/lexicon/closed_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "linter/lexicon/english_tables.h"

namespace linter::lexicon {

using tables::Parts;

static_assert(std::ranges::is_sorted(tables::closed_classes, {}, &Parts::text));
static_assert(std::ranges::is_sorted(tables::past_tenses));
static_assert(std::ranges::is_sorted(tables::past_participles));

namespace {

constexpr std::size_t byte_values = 256;
constexpr unsigned longest_counted = 31;

// By first letter: a bit for each size that closed words have. Most words are told by it.
constexpr auto sizes_of_closed = [] {
  std::array<std::uint32_t, byte_values> sizes{};
  for (const Parts& row : tables::closed_classes) {
    sizes[static_cast<unsigned char>(row.text.view().front())] |=
        1U << std::min<std::size_t>(row.text.view().size(), longest_counted);
  }
  return sizes;
}();

}  // namespace

std::optional<PosMask> closed_class(std::string_view folded) {
  if (folded.empty()) return std::nullopt;
  const std::uint32_t sizes = sizes_of_closed[static_cast<unsigned char>(folded.front())];
  if (((sizes >> std::min<std::size_t>(folded.size(), longest_counted)) & 1U) == 0)
    return std::nullopt;
  const auto& rows = tables::closed_classes;
  const auto found = std::ranges::lower_bound(rows, folded, {}, &Parts::text);
  if (found == rows.end() || found->text != folded) return std::nullopt;
  return found->parts;
}

PosMask guessed_parts(std::string_view folded) {
  for (const Parts& ending : tables::endings) {
    if (folded.size() > ending.text.view().size() + 2 && folded.ends_with(ending.text))
      return ending.parts;
  }
  return static_cast<PosMask>(PartOfSpeech::noun);
}

Past irregular_past(std::string_view folded) {
  if (std::ranges::binary_search(tables::past_tenses, folded)) return Past::tense_only;
  if (std::ranges::binary_search(tables::past_participles, folded)) return Past::participle_only;
  return Past::both;
}

}  // namespace linter::lexicon
