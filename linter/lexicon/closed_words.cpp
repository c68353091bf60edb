#include "linter/lexicon/closed_words.h"

#include <algorithm>

#include "linter/lexicon/english_tables.h"

namespace linter::lexicon {

using tables::Parts;

static_assert(std::ranges::is_sorted(tables::closed_classes, {}, &Parts::text));
static_assert(std::ranges::is_sorted(tables::past_tenses));
static_assert(std::ranges::is_sorted(tables::past_participles));

std::optional<PosMask> closed_class(std::string_view folded) {
  const auto& rows = tables::closed_classes;
  const auto found = std::ranges::lower_bound(rows, folded, {}, &Parts::text);
  if (found == rows.end() || found->text != folded) return std::nullopt;
  return found->parts;
}

PosMask guessed_parts(std::string_view folded) {
  for (const Parts& ending : tables::endings) {
    if (folded.size() > ending.text.size() + 2 && folded.ends_with(ending.text))
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
