// Articles and records for the tests of a check in steps.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/scratch.h"

namespace tests {

// A project with compared groups, overrides, stets, approved wording, a baseline, both dialects and
// statements that clash, in `count` articles; the same for the same seed.
void write_project(const Scratch& scratch, std::uint32_t seed, std::size_t count);

// Runs `script` in the project, with the day that all its steps have.
[[nodiscard]] Ended run_steps(const std::string& script, const std::string& folder);

[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);
[[nodiscard]] std::string text_of(const std::vector<std::string>& lines);
[[nodiscard]] bool is_summary(const std::string& line);

}  // namespace tests
