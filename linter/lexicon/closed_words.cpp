#include "linter/lexicon/closed_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "linter/lexicon/english_tables.h"

namespace linter::lexicon {

using tables::Parts;

static_assert(std::ranges::is_sorted(tables::closed_classes, {}, &Parts::text));
static_assert(std::ranges::is_sorted(tables::past_tenses));
static_assert(std::ranges::is_sorted(tables::past_participles));

namespace {

constexpr unsigned longest_counted = 31;
constexpr std::size_t slots = 27;  // a to z, and one for all others

constexpr std::size_t slot(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= 'a' && text[at] <= 'z'
             ? static_cast<std::size_t>(text[at] - 'a')
             : slots - 1;
}

// The rows that begin with a letter, and by the letter after it a bit for each size that these
// have. Most words are told by it.
struct Begun {
  std::size_t first = 0;
  std::size_t end = 0;
  std::array<std::uint32_t, slots> sizes{};
};

constexpr auto begun_with = [] {
  std::array<Begun, slots> all{};
  for (std::size_t i = 0; i < tables::closed_classes.size(); ++i) {
    const std::string_view text = tables::closed_classes[i].text.view();
    Begun& own = all[slot(text, 0)];
    if (own.end == 0) own.first = i;
    own.end = i + 1;
    own.sizes[slot(text, 1)] |= 1U << std::min<std::size_t>(text.size(), longest_counted);
  }
  return all;
}();

}  // namespace

std::optional<PosMask> closed_class(std::string_view folded) {
  const Begun& begun = begun_with[slot(folded, 0)];
  const std::uint32_t sizes = begun.sizes[slot(folded, 1)];
  if (((sizes >> std::min<std::size_t>(folded.size(), longest_counted)) & 1U) == 0)
    return std::nullopt;
  const auto rows =
      std::span(tables::closed_classes).subspan(begun.first, begun.end - begun.first);
  const auto found = std::ranges::lower_bound(rows, folded, {}, &Parts::text);
  if (found == rows.end() || found->text != folded) return std::nullopt;
  return found->parts;
}

PosMask guessed_parts(std::string_view folded) {
  const char last = folded.empty() ? '\0' : folded.back();
  for (const Parts& ending : tables::endings) {
    const std::string_view text = ending.text.view();
    if (text.back() == last && folded.size() > text.size() + 2 && folded.ends_with(text))
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
