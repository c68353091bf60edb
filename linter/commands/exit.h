// How galley ends.
#pragma once

#include <cstdint>

namespace linter::commands {

enum class Exit : std::uint8_t {
  fine = 0,        // nothing at or above --fail-on
  findings = 1,    // findings at or above it; a failing example of a policy
  incomplete = 2,  // not all of the work could be done
  cut_off = 3,     // of scan and reconcile: the records have no end, and are of no use
  interrupted = 130
};

}  // namespace linter::commands
