// Programs of the machine that a test asks, and a shell with galley on its path.
#pragma once

#include <string>

#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace tests {

// Whether the shell finds a program.
[[nodiscard]] inline bool has_program(const std::string& name) {
  const Scratch scratch;
  return run_shell("command -v " + name, scratch.path()).exit == 0;
}

// Why a test is skipped where a program is not installed.
inline std::string without(const std::string& program) {
  return program + " is not installed (scripts/packages.txt)";
}

}  // namespace tests
