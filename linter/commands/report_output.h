// The reports that were asked for, and where each goes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linter/commands/command.h"
#include "linter/commands/console.h"
#include "linter/findings/outcome.h"
#include "linter/reports/report.h"

namespace linter::commands {

struct ReportWish {
  const reports::Format* format = nullptr;
  std::optional<std::string> file;  // none: standard output
};

struct ReportSettings {
  std::string format = "text";
  std::optional<std::string> output;
  std::vector<std::string> reports;
};

// --format, --output, --report.
void add_report_options(std::vector<Option>& options, ReportSettings& to);

// What is wrong with a value of --report, FORMAT or FORMAT=FILE, or an empty string.
[[nodiscard]] std::string refuse_report(const std::string& value);

// What was asked for: every --report, and `format` into `output` unless the former already fill
// that place. bad_value where two would go to the same place.
[[nodiscard]] base::Result<std::vector<ReportWish>> report_wishes(const ReportSettings& settings);

// Says on standard error which versions of packs have found what fails nobody's run yet.
void tell_news(const findings::Outcome& outcome, Console& console);

// How a check ends that found this: with --max-warnings, --exit-zero.
[[nodiscard]] Exit exit_of(const findings::Outcome& outcome,
                           const std::optional<std::uint32_t>& max_warnings, bool exit_zero);

// Writes them: into files as a whole or not at all, and one after the other, so that one that
// cannot be written keeps none of the others. Where GitHub runs the step, the summary of the step
// gets a report in Markdown beside `github`. `exit` comes back unless something went wrong.
[[nodiscard]] Exit write_reports(const findings::Outcome& outcome,
                                 const std::vector<ReportWish>& wishes,
                                 reports::RenderOptions options, Exit exit, Console& console);

}  // namespace linter::commands
