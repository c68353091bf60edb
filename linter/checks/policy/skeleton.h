// What is certain about the texts that an expression matches: their skeletons.
//
// The expression is read as Boost's Perl syntax, conservatively: what is not understood makes it
// unknown, never wrong. The idea is that of RE2's prefilter (exact sets, folded into conditions
// where they grow), here with skeletons that keep gaps and boundaries, because what is wanted is
// whole words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linter::checks::policy {

// A skeleton is a sequence of folded code points and these:
enum Special : char32_t {
  gap = 0x110000,       // any text, also none
  boundary = 0x110001,  // a place that is not inside a word
  break_ = 0x110002,    // one character, or an end of the text, that is part of no word
  digit = 0x110003,     // one of 0 to 9
  capital = 0x110004,   // one of A to Z
};

// Every match contains one of the skeletons.
using Skeletons = std::vector<std::u32string>;

struct ExpressionOptions {
  bool ignore_case = true;
  bool word_bounded = true;
  bool literal = false;
};

// Sets of skeletons, each of which every match of `expression` satisfies; none when nothing is
// certain. Sets are of at most 256 skeletons. Linear in the expression, times that bound.
[[nodiscard]] std::vector<Skeletons> skeletons_of(std::string_view expression,
                                                  ExpressionOptions options);

}  // namespace linter::checks::policy
