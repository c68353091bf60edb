// Counts by rule and by file, for --statistics.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/findings/outcome.h"

namespace linter::reports {

struct Count {
  std::string_view name;  // lives as long as the outcome
  std::uint64_t count = 0;
  bool operator==(const Count&) const = default;
};

struct Statistics {
  std::vector<Count> by_rule;  // most first, equals by name
  std::vector<Count> by_file;
};

// Suppressed findings are left out.
[[nodiscard]] Statistics statistics_of(const findings::Outcome& outcome);

}  // namespace linter::reports
