// Shell lines with the galley that was just built on their PATH.
#pragma once

#include <string>

#include "tests/support/process.h"

namespace tests {

// The program under test.
[[nodiscard]] std::string galley_program();

// Runs `script` with sh in `folder`. Only galley, the system's own programs and nothing of the
// user's settings are seen. What packs compile to is kept from test to test: a file is found by all
// that it was made from and the build of galley. A script may set another GALLEY_CACHE.
[[nodiscard]] Ended run_shell(const std::string& script, const std::string& folder);

// Text that differs from machine to machine or version to version, made equal: `folder` becomes
// [SCRATCH], digests [DIGEST].
[[nodiscard]] std::string normalised(std::string text, const std::string& folder);

}  // namespace tests
