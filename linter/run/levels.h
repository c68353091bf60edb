// What the configuration says of findings: which are left out, and how severe the others are.
#pragma once

#include <cstddef>
#include <vector>

#include "linter/config/settings.h"
#include "linter/findings/finding.h"

namespace linter::run {

// Drops the findings from `first` on whose rule or pack is off, and gives the others the configured
// severity, where one is configured; of rules that the configuration does not know yet, a warning
// at most.
void apply_levels(const config::Settings& settings, std::vector<findings::Finding>& findings,
                  std::size_t first = 0);

}  // namespace linter::run
