// Boost's Perl syntax, as far as an automaton goes, as a tree. Only pattern*.cpp include this.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/base/pattern_program.h"

namespace linter::base::pattern_engine {

enum class NodeKind : std::uint8_t {
  nothing,      // takes no text
  character,    // one character of `set`
  text,         // the characters of `text`, none of which ends a word
  place,        // a place
  sequence,     // one child after the other
  alternation,  // one of the children
  repeat,       // the child, `least` to `most` times
  ahead,        // the child follows, but is not taken
  not_there,    // the child does not follow, or does not stand before
};

inline constexpr std::uint32_t without_end = UINT32_MAX;  // of `most`
inline constexpr unsigned deepest_group = 40;

struct Node {
  NodeKind kind = NodeKind::nothing;
  Place place = Place::edge;
  AsciiSet set{};
  std::u32string_view text{};  // of the expression
  bool inside_words = false;   // of `character`: only letters, digits and the like
  bool is_behind = false;      // of `not_there`: the child, of `least` characters, stands before
  bool is_lazy = false;        // of `repeat`
  std::uint32_t least = 1;
  std::uint32_t most = 1;
  std::vector<Node> children{};
};

struct Syntax {
  Node root;
  bool is_certain = true;  // Boost takes it: nothing in it is of a kind that Boost may refuse
  bool keeps_out = false;  // there is a \\K in it
  bool is_exact = true;    // the tree says all that the expression says of ASCII, and has no groups
};

// The characters that one of an expression stands for.
[[nodiscard]] AsciiSet literal_set(char32_t character, bool ignore_case);

// Nothing for what is not understood. The expression must outlive the tree.
[[nodiscard]] std::optional<Syntax> syntax_of(std::u32string_view expression,
                                              ProgramOptions options);
// Syntax::is_certain, without the tree: some 20 ns a character. False for what is not understood.
[[nodiscard]] bool is_certain(std::u32string_view expression, ProgramOptions options);

}  // namespace linter::base::pattern_engine
