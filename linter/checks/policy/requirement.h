// Which words must stand in a block for an expression to match there at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "linter/base/pattern.h"
#include "linter/checks/policy/skeleton.h"

namespace linter::checks::policy {

// How a piece of text shows itself to who walks over tokens. Where a token is joined of parts, by
// apostrophes, by points and commas between digits, or by invisible characters, each run of its
// parts counts as a token too.
enum class ClueKind : std::uint8_t {
  word,           // a word or number token is `text`
  prefix,         // ... begins with it
  suffix,         // ... ends with it
  infix,          // ... contains it
  digits,         // a token holds a digit
  capitals,       // a token holds two capital letters in a row
  mark,           // a mark begins with byte `text`
  spaced_mark,    // ... and has a space, or the start of the block, before it
  second_mark,    // ... and follows a mark that begins with byte `before` (0: any), without a space
  tight_mark,     // ... and has no space behind it, where most have one
  repeated_mark,  // ... and is longer than one character ("...")
  repeated_word,  // a word follows itself
  foreign_mark,   // a mark outside ASCII that is no usual punctuation: a digit of another script
};

struct Clue {
  ClueKind kind = ClueKind::word;
  std::string text{};  // folded
  char before = 0;
  auto operator<=>(const Clue&) const = default;
};

// One of these stands in every text that matches. `cost` estimates how often one of them stands in
// running text (per 1,000 words); smaller is better.
struct Requirement {
  std::vector<Clue> any_of;
  double cost = 0;
};

// How often, by that estimate, the rarest word of one of the skeletons stands in running text;
// infinite where one has none.
[[nodiscard]] double commonness(const Skeletons& skeletons);

// By what requirements are sorted: the rarest first.
[[nodiscard]] std::tuple<double, const std::vector<Clue>&> rarity(const Requirement& one);

inline constexpr std::size_t most_requirements = 4;

// Clues to how a match begins.
[[nodiscard]] std::vector<Clue> clues_of(const std::vector<base::PatternHead>& heads);

// What must stand in every match, the rarest first. Empty: nothing is certain.
[[nodiscard]] std::vector<Requirement> requirements_of(const std::vector<Skeletons>& sets);

}  // namespace linter::checks::policy
