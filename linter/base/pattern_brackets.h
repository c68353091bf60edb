// A look at an expression's brackets before Boost reads it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linter::base {

struct Brackets {
  struct Fault {
    std::size_t position = 0;  // code points from 0
    std::string_view message;  // a literal
  };
  // What Boost would take and this house does not: an expression that calls itself, "(?R)", "(?1)",
  // "(?&name)",
  // "(?P>name)" (hostile patterns use that to eat memory, and no rule needs it); a comment "(?#" or
  // a quotation "\Q" that never ends.
  std::optional<Fault> fault;
  // Whether every group, class and escape surely ends, and no group ends where none began: then the
  // expression can be put into a group without changing it. Comments of (?x), which may hide a
  // bracket, make it false.
  bool balanced = true;
  std::size_t groups = 0;                   // those that capture
  std::vector<std::u32string> group_names;  // in order
};

// Escapes, quotations (\Q...\E), comments and classes are skipped. Linear.
[[nodiscard]] Brackets brackets_of(std::u32string_view expression);

}  // namespace linter::base
