// `galley report`.
#include "linter/reports/report.h"

#include <algorithm>
#include <memory>

#include "linter/commands/facts.h"
#include "linter/commands/report_output.h"
#include "linter/commands/step_options.h"
#include "linter/commands/steps.h"
#include "linter/run/report.h"

namespace linter::commands {
namespace {

struct Settings {
  StepSettings step;
  std::vector<std::string> files;
  std::string format = "text";
  std::optional<std::string> output;
  std::vector<std::string> reports;
  std::string fail_on;
  std::optional<std::string> baseline;
  bool statistics = false;
  bool show_suppressed = false;
};

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : reports::formats()) names.push_back(format.name);
  return names;
}

std::vector<Option> options_of(Settings& to) {
  const auto levels = config::fail_on_names();
  std::vector<Option> options{
      {.names = "FILE",
       .value = "",
       .about = "what galley scan and galley reconcile wrote, in any order; - is standard input, "
                "and what is read where there is no file",
       .target = &to.files},
      {.names = "-f,--format",
       .value = "FORMAT",
       .about = "form of the report",
       .target = &to.format,
       .choices = format_names()},
      {.names = "-o,--output",
       .value = "FILE",
       .about = "write the report there, as a whole or not at all",
       .target = &to.output},
      {.names = "--report",
       .value = "FORMAT[=FILE]",
       .about = "one report more, into a file or, in place of --format, on standard output; may be "
                "given several times",
       .target = &to.reports,
       .refuse = refuse_report},
      {.names = "--fail-on",
       .value = "SEVERITY",
       .about = "the least severity that makes the exit 1, in place of the configured one",
       .target = &to.fail_on,
       .choices = {levels.begin(), levels.end()}},
      {.names = "--baseline",
       .value = "FILE",
       .about = "the findings that are let stand, in place of the configured baseline",
       .target = &to.baseline},
      {.names = "--statistics",
       .value = "",
       .about = "counts by rule and by file, after the findings",
       .target = &to.statistics},
      {.names = "--show-suppressed",
       .value = "",
       .about = "also findings that are silenced, with the reason",
       .target = &to.show_suppressed},
  };
  add_step_options(options, to.step);
  return options;
}

std::optional<config::FailOn> fail_on_named(std::string_view name) {
  const auto names = config::fail_on_names();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<config::FailOn>(found - names.begin());
}

Exit write(const findings::Outcome& outcome, const std::vector<ReportWish>& wishes,
           const Settings& settings, Console& console) {
  for (const auto& error : outcome.errors) console.report(error);
  const reports::RenderOptions options{.terminal = {},
                                       .version = std::string(version()),
                                       .statistics = settings.statistics,
                                       .quiet = settings.step.quiet,
                                       .root = outcome.root};
  const Exit exit = !outcome.errors.empty() ? Exit::incomplete
                    : outcome.failing > 0   ? Exit::findings
                                            : Exit::fine;
  return write_reports(outcome, wishes, options, exit, console);
}

Exit report(const Settings& settings, Console& console) {
  const auto wishes = report_wishes(settings.reports, settings.format, settings.output);
  auto request = step_request(settings.step, console);
  if (!request || !wishes) {
    console.report(!request ? request.error() : wishes.error());
    return Exit::incomplete;
  }
  request->fail_on = fail_on_named(settings.fail_on);
  request->show_suppressed = settings.show_suppressed;
  request->baseline = settings.baseline;
  run::Gathering gathering(*request, console.files());
  const auto take = [&](const base::Lines&, std::string_view line) {
    return line.empty() ? base::Result<void>{} : gathering.add(line);
  };
  const auto refuse = [&](base::Error error) { gathering.note(std::move(error)); };
  const std::vector<std::string> files =
      settings.files.empty() ? std::vector<std::string>{"-"} : settings.files;
  if (each_line(files, console, take, refuse))
    return write(gathering.finish(), *wishes, settings, console);
  console.say("galley: interrupted; nothing is reported\n");
  return Exit::interrupted;
}

}  // namespace

Job prepare_report() {
  auto settings = std::make_unique<Settings>();
  auto options = options_of(*settings);
  return {std::move(options), [settings = std::move(settings)](Console& console) {
            return report(*settings, console);
          }};
}

}  // namespace linter::commands
