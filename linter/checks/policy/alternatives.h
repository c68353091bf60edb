// Alternatives of an expression, those at its top and those of its groups.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/span.h"

namespace linter::checks::policy {

struct Alternative {
  std::size_t begin = 0;  // bytes of the expression
  std::size_t end = 0;
  std::size_t group = 0;  // where its group begins, behind what opens it; 0 at the top
  std::size_t of = 1;     // how many its group has
};

// Those of every group that has several, in the order in which groups end, the top last. Escapes,
// sets and what opens a group ("(?:", "(?<=") are passed over; a group that never ends has none.
[[nodiscard]] std::vector<Alternative> alternatives_of(std::string_view expression);

// What must not follow or stand before, "(?!…)" and "(?<!…)", in the order in which they end.
[[nodiscard]] std::vector<base::Span> refusals_of(std::string_view expression);

// The expression without one of its alternatives.
[[nodiscard]] std::string without(std::string_view expression, const Alternative& alternative);

}  // namespace linter::checks::policy
