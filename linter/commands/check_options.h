// What `galley check` can be told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linter/commands/article_request.h"
#include "linter/commands/command.h"
#include "linter/commands/report_output.h"

namespace linter::commands {

struct CheckSettings : ArticleSettings, ReportSettings {
  std::string changed_since;
  bool staged = false;
  std::optional<std::string> baseline;
  std::string fail_on;
  std::optional<std::uint32_t> max_warnings;
  bool exit_zero = false;
  std::uint32_t jobs = 0;
  std::string colour = "auto";
  bool statistics = false;
  bool quiet = false;
  bool show_suppressed = false;
  bool show_files = false;
  bool fix = false;
  bool diff = false;
  bool interactive = false;
  std::optional<std::string> decisions;
  std::optional<std::string> show_config;
};

// The options, which fill `to`.
[[nodiscard]] std::vector<Option> check_options(CheckSettings& to);

}  // namespace linter::commands
