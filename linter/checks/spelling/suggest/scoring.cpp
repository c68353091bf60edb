#include "linter/checks/spelling/suggest/scoring.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/english_tables.h"

namespace linter::checks::spelling {
namespace {

constexpr int first_letter_differs = -66;
constexpr int same_first_two = 73;
constexpr int same_last_letter = 57;
constexpr int same_last_three = 21;
constexpr int same_sound_key = 104;
constexpr int letter_longer = 31;
constexpr int letter_shorter = -78;
constexpr int same_letters = 96;  // in another order

struct Ending {
  std::string_view text;
  int points;  // where only one of the two words has it
};
constexpr auto endings =
    std::to_array<Ending>({{"s", -39}, {"ed", -11}, {"ing", -59}, {"ly", -46}, {"er", -45}});

// Bytes that differ are letters that differ: good enough for a bonus.
bool have_same_letters(std::string_view a, std::string_view b) {
  const auto sum = [](std::string_view word) {
    unsigned all = 0;
    for (const char c : word) all += static_cast<unsigned char>(c);
    return all;
  };
  if (sum(a) != sum(b)) return false;  // as of most
  std::array<std::int8_t, 256> counts{};
  for (const char c : a) ++counts[static_cast<unsigned char>(c)];
  for (const char c : b) --counts[static_cast<unsigned char>(c)];
  return std::ranges::all_of(counts, [](std::int8_t count) { return count == 0; });
}

int likeness(std::string_view written, std::string_view folded) {
  int points = 0;
  if (folded.front() != written.front()) points += first_letter_differs;
  if (folded.substr(0, 2) == written.substr(0, 2)) points += same_first_two;
  if (folded.back() == written.back()) points += same_last_letter;
  constexpr std::size_t three = 3;
  if (folded.size() > three && written.ends_with(folded.substr(folded.size() - three)))
    points += same_last_three;
  const int longer = static_cast<int>(folded.size()) - static_cast<int>(written.size());
  points += longer > 0 ? longer * letter_longer : -longer * letter_shorter;
  for (const Ending& ending : endings) {
    if (folded.ends_with(ending.text) != written.ends_with(ending.text)) points += ending.points;
  }
  return points;
}

}  // namespace

int tier_score(std::uint8_t tier) {
  switch (tier) {
    case 10:
      return 483;
    case 20:
      return 394;
    case 35:
      return 237;
    case 40:
      return 222;
    case 50:
      return 108;
    case 55:
      return 66;
    case 60:
      return 14;
    case 70:
    case 80:
    case 95:
      return -82;
    default:
      return 0;
  }
}

int case_score(const Question& question, std::string_view folded, bool lower) {
  constexpr std::size_t short_word = 5;
  const bool capital = question.form == lexicon::Form::capitalised;
  if (lower) return capital ? score::capital_lost : 0;
  if (capital || folded != question.folded || folded.size() > short_word) return 0;
  const bool well_known =
      std::ranges::binary_search(well_known_names, std::string_view(base::capitalised(folded)));
  return well_known ? 0 : score::capital_alone;
}

int word_score(const Question& question, std::string_view folded, bool same_sound, int bonus,
               int floor) {
  const std::string_view written = question.folded;
  bonus += likeness(written, folded);
  if (same_sound) bonus += same_sound_key;
  if (folded.size() == written.size() && bonus + same_letters >= floor &&
      have_same_letters(written, folded)) {
    bonus += same_letters;
  }
  const int limit = bonus - floor + 1;
  if (limit <= 0) return floor - 1;
  return bonus - question.costs.of(folded, limit);
}

}  // namespace linter::checks::spelling
