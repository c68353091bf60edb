// What the steps of a check have in common on the command line.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/lines.h"
#include "linter/base/result.h"
#include "linter/commands/command.h"
#include "linter/run/check_run.h"

namespace linter::commands {

struct StepSettings {
  std::optional<std::string> configuration;
  std::vector<std::string> packs;
  std::optional<std::string> root;
  bool quiet = false;
  std::string colour = "auto";
};

// --config, --pack, --root, --quiet, --color.
void add_step_options(std::vector<Option>& options, StepSettings& to);
[[nodiscard]] Option today_of_steps_option(std::string& to);

// What a step needs of a check's request: where files are named from among it.
[[nodiscard]] base::Result<run::CheckRequest> step_request(const StepSettings& settings,
                                                           Console& console);

inline constexpr std::uint64_t longest_record = 512ULL << 20;  // bytes of a line

// Calls `take` with each line of each file, "-" being standard input, and `refuse` with what could
// not be read or taken, its file and line filled in; of one file at most a hundred. False when
// interrupted.
[[nodiscard]] bool each_line(
    const std::vector<std::string>& files, Console& console,
    const std::function<base::Result<void>(const base::Lines&, std::string_view)>& take,
    const std::function<void(base::Error)>& refuse);

// "512M" in bytes; K, M, G and T count 1024 each. Nothing for anything else, and for nothing.
[[nodiscard]] std::optional<std::uint64_t> bytes_of(std::string_view text);

}  // namespace linter::commands
