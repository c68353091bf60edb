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
#include "linter/commands/article_request.h"
#include "linter/commands/command.h"
#include "linter/records/record.h"
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

// What a step needs of a check's request: where files are named from among it. Of `articles` that
// which is no setting of a step.
[[nodiscard]] base::Result<run::CheckRequest> step_request(const StepSettings& settings,
                                                           Console& console,
                                                           ArticleSettings articles = {});

inline constexpr std::uint64_t longest_text = 512ULL << 20;  // bytes of a line with an article

struct LineReader {
  // `refuse` is told as by LineFaults; an error's file and line are filled in.
  std::function<base::Result<void>(const base::Lines&, std::string_view)> take;
  std::function<void(base::Error)> refuse;
  std::uint64_t longest = records::longest_line;  // bytes; a longer line is refused
  bool may_be_empty = false;  // a file without a line; standard input always may
  // Whether a longer line is passed over, by its first bytes; may be empty: none is.
  std::function<bool(std::string_view beginning)> passes_over{};
};

// Reads each line of each file, "-" being standard input. False when interrupted.
[[nodiscard]] bool each_line(const std::vector<std::string>& files, Console& console,
                             const LineReader& reader);

// How a step ends that writes records: `whole` where it has told their end and that could be
// written. What could not is told.
[[nodiscard]] Exit end_of_step(Console& console, bool whole, const std::vector<base::Error>& errors,
                               bool quiet);

// "512M" in bytes; K, M, G and T count 1024 each. Nothing for anything else, and for nothing.
[[nodiscard]] std::optional<std::uint64_t> bytes_of(std::string_view text);

}  // namespace linter::commands
