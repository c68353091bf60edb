#include "linter/checks/spelling/word_parts.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/checks/spelling/english_tables.h"

namespace linter::checks::spelling {
namespace {

static_assert(std::ranges::is_sorted(deriving_prefixes));
static_assert(std::ranges::is_sorted(bound_prefixes));
static_assert(std::ranges::is_sorted(hyphen_prefixes));

constexpr auto suffixes =
    std::to_array<std::string_view>({"fold", "free", "like", "proof", "wide", "wise"});

bool is_one_of(std::span<const base::ShortText> sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

// Prefixes that go with qualities and actions, not with things: "unresponsive", never "unresponse".
bool takes(std::string_view prefix, lexicon::PosMask rest) {
  if (prefix != "un" && prefix != "dis" && prefix != "mis") return true;
  using lexicon::PartOfSpeech;
  return has(rest, PartOfSpeech::adjective) || has(rest, PartOfSpeech::adverb) ||
         has(rest, PartOfSpeech::verb);
}

bool is_word(std::string_view word, std::uint8_t rarest, const lexicon::Vocabulary& vocabulary) {
  const lexicon::WordFacts facts = vocabulary.look_up(word);
  return facts.accepted && (facts.listed || (facts.tier > 0 && facts.tier <= rarest));
}

}  // namespace

bool is_bound_prefix(std::string_view folded) {
  return is_one_of(bound_prefixes, folded);
}

bool is_hyphen_prefix(std::string_view folded) {
  return is_one_of(hyphen_prefixes, folded) || is_deriving_prefix(folded);
}

bool is_deriving_prefix(std::string_view folded) {
  return is_one_of(deriving_prefixes, folded);
}

bool is_derived(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest_rest = 4;
  for (std::size_t length = 2; length + shortest_rest <= folded.size(); ++length) {
    const std::string_view prefix = folded.substr(0, length);
    if (!is_deriving_prefix(prefix)) continue;
    // after a short prefix, which many misspellings begin with, only everyday words count
    const bool short_prefix = length <= 2;
    const std::string_view rest = folded.substr(length);
    if (short_prefix && rest.size() <= shortest_rest) continue;
    if (!takes(prefix, vocabulary.look_up(rest).parts)) continue;
    if (is_word(rest, short_prefix ? 50 : 60, vocabulary)) return true;
  }
  return std::ranges::any_of(suffixes, [&](std::string_view suffix) {
    return folded.size() >= suffix.size() + shortest_rest && folded.ends_with(suffix) &&
           is_word(folded.substr(0, folded.size() - suffix.size()), 50, vocabulary);
  });
}

}  // namespace linter::checks::spelling
