#include "linter/checks/policy/title_case.h"

#include <algorithm>
#include <array>

namespace linter::checks::policy {
namespace {

constexpr std::array<std::string_view, 2> guides{"ap", "chicago"};

// Always small inside a title, whichever guide.
constexpr std::array<std::string_view, 12> small_words{"a",  "an",  "the", "and", "but", "for",
                                                       "or", "nor", "at",  "by",  "of",  "to"};
// Short words that are small as prepositions and conjunctions, capitalised as adverbs.
constexpr std::array<std::string_view, 14> either_words{
    "as", "if", "in", "off", "on", "out", "per", "pro", "so", "up", "via", "vs", "yet", "v"};
constexpr std::array<std::string_view, 2> chicago_small{"from", "with"};
// Prepositions of more than three letters. Chicago's 18th edition capitalises those of five letters
// and more.
constexpr std::array<std::string_view, 40> chicago_either{
    "about",      "above",   "across",  "after",   "against", "along",      "amid",    "among",
    "around",     "before",  "behind",  "below",   "beneath", "beside",     "besides", "between",
    "beyond",     "despite", "down",    "during",  "except",  "inside",     "into",    "like",
    "near",       "onto",    "outside", "over",    "past",    "since",      "than",    "through",
    "throughout", "till",    "toward",  "towards", "under",   "underneath", "until",   "upon"};
constexpr std::array<std::string_view, 3> chicago_either_more{"versus", "within", "without"};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::span<const std::string_view> guide_names() {
  return guides;
}

Wanted wanted_in_title(std::string_view folded_word, Guide guide) {
  if (contains(small_words, folded_word)) return Wanted::small;
  if (contains(either_words, folded_word)) return Wanted::either;
  if (guide == Guide::ap) return Wanted::capital;
  if (contains(chicago_small, folded_word)) return Wanted::small;
  const bool preposition =
      contains(chicago_either, folded_word) || contains(chicago_either_more, folded_word);
  return preposition ? Wanted::either : Wanted::capital;
}

}  // namespace linter::checks::policy
