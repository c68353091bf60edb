// What the table says of a place, in the whole numbers that galley adds up, and how likely it is that
// another word is meant there.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "scripts/misfits/fit.h"

namespace misfits {

constexpr std::size_t curve_steps = 64;
constexpr std::size_t times_written = 5;
constexpr std::size_t times_meant = 6;
constexpr double of_odds = 16;  // odds are told in sixteenths

// The fit in figures from -32 to 31.
struct Figures {
  std::array<std::vector<std::int8_t>, slots> rows;
  std::array<int, width> start{};
  std::vector<std::int8_t> fits;
  std::vector<int> biases;
  double unit = 1;  // of what two words fit apart, in log-odds

  explicit Figures(const Fit& fit);
  [[nodiscard]] std::array<int, width> hidden(const Neighbors& neighbors) const;
  [[nodiscard]] int fit_of(Id word, const std::array<int, width>& hidden) const;
};

// A word that another may be written for.
struct Choice {
  Id meant = nothing;
  Likeness likeness = Likeness::one_slip;
  int odds = 0;      // wherever it stands, in sixteenths
  int in_field = 0;  // more in an article of the field
  bool confused = false;  // people are known to write one for the other
};

struct Odds {
  std::vector<std::vector<Choice>> choices;  // of each word
  std::vector<Id> of_field;                  // words that tell that an article is of the field
  std::array<int, curve_steps> curve{};
  std::array<int, times_written> written{};
  std::array<int, times_meant> meant{};
  // from which odds on something is told: of texts of health that were kept apart from all, some .4 of
  // 10,000 words are
  int least_suggestion = 48;
  int least_warning = 58;
};

// Of two words that are both right where they look wrong ("medicinal", "medical"): a line has
// "written<TAB>meant", '#' begins a comment.
using Pairs = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Pairs read_pairs(const std::filesystem::path& file);

// Of words that people are known to confuse: every WRONG>MEANT of one word each in a table like
// dictionaries/en/confusables.tsv.
[[nodiscard]] Pairs read_confused(const std::filesystem::path& file);

// A logistic regression on the texts that were kept apart, half of it with words put in the place of
// others; those that people are known to confuse are likelier; then the odds of each pair are lowered
// until all texts stay unmentioned but for a handful of places.
[[nodiscard]] Odds odds_of(const Texts& texts, const std::vector<std::vector<Like>>& likes,
                           const Figures& figures, const Pairs& right, const Pairs& confused);

}  // namespace misfits
