// Shell lines with the galley that was just built on their PATH.
#pragma once

#include <string>

#include "tests/support/process.h"

namespace tests {

// The program under test.
[[nodiscard]] std::string galley_program();

// Runs `script` with sh in `folder`. Only galley, the system's own programs and nothing of the
// user's settings are seen.
[[nodiscard]] Ended run_shell(const std::string& script, const std::string& folder);

// Text that differs from machine to machine or version to version, made equal: `folder` becomes
// [SCRATCH], digests [DIGEST].
[[nodiscard]] std::string normalised(std::string text, const std::string& folder);

}  // namespace tests
