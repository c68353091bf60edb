#include "linter/base/pattern_reach.h"

#include <algorithm>

#include "linter/base/pattern.h"

namespace linter::base::pattern_engine {
namespace {

constexpr std::uint32_t endless = UINT32_MAX;
constexpr std::uint64_t ascii_spaces = (std::uint64_t{1} << 32U) | (std::uint64_t{0x1F} << 9U);

// What the texts that a node matches have in common.
struct Extent {
  std::uint32_t tokens = 0;   // at most so many
  bool may_be_empty = true;   // one of them is
  bool begins_inside = true;  // those that are not empty begin with a character of a word ...
  bool ends_inside = true;    // ... and end with one
  bool has_marks = false;     // they may have characters of no word, ...
  bool has_space = false;     // space among them
};

// Without space there is a limit to how many tokens may stand in a row.
Extent limited(Extent extent) {
  if (!extent.has_space) extent.tokens = std::min(extent.tokens, longest_run);
  return extent;
}

Extent joined(const Extent& left, const Extent& right) {
  const bool overflows = left.tokens > endless - right.tokens;
  std::uint32_t tokens = overflows ? endless : left.tokens + right.tokens;
  const bool is_one =
      left.ends_inside && right.begins_inside && left.tokens > 0 && right.tokens > 0;
  if (is_one && tokens != endless) --tokens;
  return limited(
      {.tokens = tokens,
       .may_be_empty = left.may_be_empty && right.may_be_empty,
       .begins_inside = left.begins_inside && (!left.may_be_empty || right.begins_inside),
       .ends_inside = right.ends_inside && (!right.may_be_empty || left.ends_inside),
       .has_marks = left.has_marks || right.has_marks,
       .has_space = left.has_space || right.has_space});
}

Extent either(const Extent& one, const Extent& other) {
  return {.tokens = std::max(one.tokens, other.tokens),
          .may_be_empty = one.may_be_empty || other.may_be_empty,
          .begins_inside = one.begins_inside && other.begins_inside,
          .ends_inside = one.ends_inside && other.ends_inside,
          .has_marks = one.has_marks || other.has_marks,
          .has_space = one.has_space || other.has_space};
}

Extent character(const Node& node) {
  const bool has_space = (node.set[0] & ascii_spaces) != 0;
  const bool only_space = has_space && (node.set[0] & ~ascii_spaces) == 0 && node.set[1] == 0;
  return {.tokens = only_space ? 0U : 1U,
          .may_be_empty = false,
          .begins_inside = node.inside_words,
          .ends_inside = node.inside_words,
          .has_marks = !node.inside_words,
          .has_space = has_space};
}

Extent repeated(Extent once, const Node& node) {
  Extent all = once;
  const bool is_run = once.tokens == 0 || !once.has_marks;  // however often: space, or one word
  if (node.most > 1 && !is_run) {
    const bool is_long = node.most == without_end || once.tokens > endless / node.most;
    all.tokens = is_long ? endless : once.tokens * node.most;
    if (!is_long && once.begins_inside && once.ends_inside) all.tokens -= node.most - 1;
  }
  all.may_be_empty = once.may_be_empty || node.least == 0;
  return limited(all);
}

Extent extent_of(const Node& node) {
  Extent extent;
  switch (node.kind) {
    case NodeKind::nothing:
    case NodeKind::place:
    case NodeKind::ahead:
    case NodeKind::not_there:
      return extent;
    case NodeKind::character:
    case NodeKind::text:  // as one character of it: a word
      return character(node);
    case NodeKind::repeat:
      return repeated(extent_of(node.children.front()), node);
    case NodeKind::sequence:
      for (const Node& child : node.children) extent = joined(extent, extent_of(child));
      return extent;
    case NodeKind::alternation:
      extent = extent_of(node.children.front());
      for (const Node& child : node.children) extent = either(extent, extent_of(child));
      return extent;
  }
  return extent;
}

}  // namespace

std::uint32_t reach_of(const Syntax& syntax) {
  const std::uint32_t tokens = extent_of(syntax.root).tokens;
  return tokens == endless ? 0 : std::max(tokens, 1U);
}

}  // namespace linter::base::pattern_engine
