// `galley report`.
#include "linter/reports/report.h"

#include <algorithm>
#include <memory>

#include "linter/commands/baseline.h"
#include "linter/commands/facts.h"
#include "linter/commands/report_output.h"
#include "linter/commands/step_options.h"
#include "linter/commands/steps.h"
#include "linter/commands/values.h"
#include "linter/run/report.h"

namespace linter::commands {
namespace {

struct ReportStepSettings : ReportSettings {
  StepSettings step;
  std::vector<std::string> files;
  std::string today;
  std::string fail_on;
  std::optional<std::string> baseline;
  std::optional<std::uint32_t> max_warnings;
  bool exit_zero = false;
  bool statistics = false;
  bool show_suppressed = false;
};

std::vector<Option> options_of(ReportStepSettings& to) {
  std::vector<Option> options{
      {.names = "FILE",
       .value = "",
       .about = "what galley scan and galley reconcile wrote, in any order; - is standard input, "
                "and what is read where there is no file",
       .target = &to.files},
  };
  add_report_options(options, to);
  options.push_back(today_of_steps_option(to.today));
  options.push_back(fail_on_option(to.fail_on));
  options.push_back(max_warnings_option(to.max_warnings));
  options.push_back(exit_zero_option(to.exit_zero));
  options.push_back(baseline_option(to.baseline));
  options.push_back(statistics_option(to.statistics));
  options.push_back(show_suppressed_option(to.show_suppressed));
  add_step_options(options, to.step);
  return options;
}

Exit write(const findings::Outcome& outcome, const std::vector<ReportWish>& wishes,
           const ReportStepSettings& settings, Console& console) {
  for (const auto& error : outcome.errors) console.report(error);
  if (!settings.step.quiet) {
    tell_stale(outcome, console);
    tell_news(outcome, console);
  }
  const reports::RenderOptions options{.terminal = {},
                                       .version = std::string(version()),
                                       .statistics = settings.statistics,
                                       .quiet = settings.step.quiet,
                                       .root = outcome.root};
  const Exit exit = exit_of(outcome, settings.max_warnings, settings.exit_zero);
  return write_reports(outcome, wishes, options, exit, console);
}

void tell_not_missed(const std::vector<base::Error>& records, Console& console) {
  for (base::Error error : records) {
    error.message = "this record was cut off, and nothing that it said is missing";
    console.report(error);
  }
}

Exit report_step(const ReportStepSettings& settings, Console& console) {
  const auto wishes = report_wishes(settings);
  auto request = step_request(settings.step, console);
  if (!request || !wishes) {
    console.report(!request ? request.error() : wishes.error());
    return Exit::incomplete;
  }
  request->fail_on = fail_on_named(settings.fail_on);
  request->show_suppressed = settings.show_suppressed;
  request->baseline = settings.baseline;
  run::Gathering gathering(*request, console.files());
  if (!settings.today.empty()) gathering.expect_day(settings.today);
  const LineReader reader{.take =
                              [&](const base::Lines&, std::string_view line) {
                                return line.empty() ? base::Result<void>{} : gathering.add(line);
                              },
                          .refuse = [&](base::Error error) { gathering.note(std::move(error)); }};
  const std::vector<std::string> files =
      settings.files.empty() ? std::vector<std::string>{"-"} : settings.files;
  if (each_line(files, console, reader)) {
    const findings::Outcome outcome = gathering.finish();
    if (!settings.step.quiet) tell_not_missed(gathering.not_missed(), console);
    return write(outcome, *wishes, settings, console);
  }
  console.say("galley: interrupted; nothing is reported\n");
  return Exit::interrupted;
}

}  // namespace

Job prepare_report() {
  auto settings = std::make_unique<ReportStepSettings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), report_step);
}

}  // namespace linter::commands
