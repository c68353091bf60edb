// What is known of a part of an expression, and how that of its parts makes that of the whole: the
// algebra of skeleton.cpp, which reads expressions. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "linter/checks/policy/skeleton.h"

namespace linter::checks::policy {

// Strings longer than this are given up.
constexpr std::size_t longest_string = 200;

// It matches one of `strings`; and, beyond that, `sets` hold.
struct Part {
  Skeletons strings{std::u32string()};
  std::vector<Skeletons> sets;
};

[[nodiscard]] Part literally(char32_t c);
[[nodiscard]] Part anything();
// What takes a part `least` to `most` times takes; `most` above 2 is as good as any number.
[[nodiscard]] Part times(Part part, std::size_t least, std::size_t most);
// One of several branches. `edge`: no word goes on behind them.
[[nodiscard]] Part alternatives(std::vector<Part> branches, bool edge);
// Puts one behind the other.
void concatenate(Part& left, Part right);

// Whether the tokeniser ends every word and number at this character.
[[nodiscard]] bool breaks_words(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
// As texts are compared: a small letter, a plain apostrophe, a space for all spaces.
[[nodiscard]] char32_t folded(char32_t c);
// Whether no word goes on behind any of them.
[[nodiscard]] bool end_at_edges(const Skeletons& strings);
[[nodiscard]] bool has_content(const Skeletons& strings);
// In characters.
[[nodiscard]] std::size_t longest(const Skeletons& strings);

}  // namespace linter::checks::policy
