// Arguments to options: the only place that knows the library for it (CLI11).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/commands/command.h"

namespace linter::commands {

enum class Wish : std::uint8_t { run, help };

// Fills the targets of `options`. bad_usage for an unknown option (with the nearest right one), a
// missing or refused value, a positional too many. Targets keep their values where nothing is said.
[[nodiscard]] base::Result<Wish> fill(std::span<const Option> options,
                                      std::vector<std::string> arguments);

}  // namespace linter::commands
