// `galley baseline create`, `prune` and `status`.
#pragma once

#include <cstdint>

#include "linter/commands/command.h"
#include "linter/findings/outcome.h"

namespace linter::commands {

[[nodiscard]] Job prepare_baseline_create();
[[nodiscard]] Job prepare_baseline_prune();
[[nodiscard]] Job prepare_baseline_status();

// Findings that the baseline lets stand and the run, which could tell, did not find.
[[nodiscard]] std::uint64_t stale_findings(const findings::Outcome& outcome);
// Says so, and what to do.
void tell_stale(const findings::Outcome& outcome, Console& console);

}  // namespace linter::commands
