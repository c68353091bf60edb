#include "linter/commands/check.h"

#include <algorithm>
#include <memory>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/commands/data.h"
#include "linter/commands/facts.h"
#include "linter/commands/fix.h"
#include "linter/commands/progress.h"
#include "linter/commands/report_output.h"
#include "linter/commands/values.h"
#include "linter/reports/report.h"
#include "linter/run/check_run.h"
#include "linter/run/show.h"
#include "linter/source/source.h"

namespace linter::commands {
namespace {

struct Settings {
  std::vector<std::string> paths;
  std::string stdin_name;
  std::string format = "text";
  std::optional<std::string> output;
  std::vector<std::string> reports;
  std::string fail_on;
  std::optional<std::uint32_t> max_warnings;
  bool exit_zero = false;
  std::optional<std::string> configuration;
  std::vector<std::string> packs;
  std::uint32_t jobs = 0;
  std::string today;
  std::string colour = "auto";
  bool statistics = false;
  bool quiet = false;
  bool show_suppressed = false;
  bool show_files = false;
  bool fix = false;
  bool diff = false;
  bool interactive = false;
  std::optional<std::string> show_config;
};

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : reports::formats()) names.push_back(format.name);
  return names;
}

std::string refuse_jobs(const std::string& value) {
  constexpr std::size_t digits = 3;
  return value.size() > digits ? "'" + value + "' is more than 999 threads" : "";
}

std::vector<Option> options_of(Settings& to) {
  const auto levels = config::fail_on_names();
  return {
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns such as 'a/**/*.md'; - is standard input; the current "
                "folder when there is none",
       .target = &to.paths},
      {.names = "--stdin-filename",
       .value = "FILE",
       .about = "the name that standard input goes by: it decides format and configuration",
       .target = &to.stdin_name},
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
      {.names = "--max-warnings",
       .value = "N",
       .about = "the exit is 1, too, where there are more warnings than that",
       .target = &to.max_warnings},
      {.names = "--exit-zero",
       .value = "",
       .about = "the exit is 0 whatever is found; 2 where galley could not do its work",
       .target = &to.exit_zero},
      {.names = "-c,--config",
       .value = "FILE",
       .about = "the configuration of every file, in place of the nearest .galley.yaml",
       .target = &to.configuration},
      pack_option(to.packs),
      {.names = "-j,--jobs",
       .value = "N",
       .about = "threads; one per core when 0",
       .target = &to.jobs,
       .refuse = refuse_jobs},
      {.names = "--today",
       .value = "DATE",
       .about = "the date that expiry is judged by, in place of the clock's",
       .target = &to.today,
       .refuse = refuse_date},
      {.names = "--statistics",
       .value = "",
       .about = "counts by rule and by file, after the findings",
       .target = &to.statistics},
      {.names = "--show-suppressed",
       .value = "",
       .about = "also findings that are silenced, with the reason",
       .target = &to.show_suppressed},
      {.names = "-q,--quiet",
       .value = "",
       .about = "findings and errors only: no summary, no progress",
       .target = &to.quiet},
      colour_option(to.colour),
      {.names = "--fix",
       .value = "",
       .about = "write sure corrections into the articles, then report what is left",
       .target = &to.fix},
      {.names = "--diff",
       .value = "",
       .about = "in place of reporting: what --fix would write, as a patch",
       .target = &to.diff},
      {.names = "--interactive",
       .value = "",
       .about = "with --fix: ask about each suggestion",
       .target = &to.interactive},
      {.names = "--show-files",
       .value = "",
       .about = "in place of checking: what would be checked, what not, and why",
       .target = &to.show_files},
      {.names = "--show-config",
       .value = "FILE",
       .about = "in place of checking: what applies to a file, and where that was said",
       .target = &to.show_config},
  };
}

std::optional<config::FailOn> fail_on_named(std::string_view name) {
  const auto names = config::fail_on_names();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<config::FailOn>(found - names.begin());
}

base::Result<run::CheckRequest> request_of(const Settings& settings, Console& console) {
  run::CheckRequest request;
  const auto data = data_folder(console);
  if (!data) return std::unexpected(data.error());
  request.data_folder = *data;
  if (std::ranges::find(settings.paths, "") != settings.paths.end()) {
    return base::fail(base::ErrorCode::missing_path,
                      "a path is empty: perhaps a variable is not set; name a file or folder, or "
                      "none for the current folder");
  }
  request.paths = settings.paths.empty() ? std::vector<std::string>{"."} : settings.paths;
  request.configuration = settings.configuration;
  request.packs = settings.packs;
  request.today = settings.today.empty() ? today() : settings.today;
  request.jobs = settings.jobs;
  request.fail_on = fail_on_named(settings.fail_on);
  request.show_suppressed = settings.show_suppressed;
  request.interrupted = &console.interrupted();
  if (!settings.stdin_name.empty()) request.standard_input_name = settings.stdin_name;
  if (std::ranges::find(request.paths, "-") != request.paths.end()) {
    auto text = console.read_input(source::default_max_file_bytes);
    if (!text) return std::unexpected(text.error());
    request.standard_input = std::move(*text);
  }
  return request;
}

findings::Outcome checked(run::CheckRequest request, const Settings& settings, Console& console) {
  ProgressLine line([&console](std::string_view text) { console.say(text); },
                    ProgressLine::Clock::now());
  if (settings.quiet || !console.err_is_terminal()) return run::check(request, console.files());
  ProgressTicker ticker(line);
  request.progress = [&ticker](const run::Progress& progress) { ticker.tell(progress); };
  return run::check(request, console.files());
}

Exit exit_of(const findings::Outcome& outcome, const Settings& settings) {
  if (!outcome.errors.empty()) return Exit::incomplete;
  if (settings.exit_zero) return Exit::fine;
  const std::uint64_t warnings =
      outcome.counts()[static_cast<std::size_t>(findings::Severity::warning)];
  const bool too_many = settings.max_warnings && warnings > *settings.max_warnings;
  return outcome.failing > 0 || too_many ? Exit::findings : Exit::fine;
}

Exit report(const findings::Outcome& outcome, const std::vector<ReportWish>& wishes,
            const Settings& settings, Console& console) {
  const reports::RenderOptions options{.terminal = {},
                                       .version = std::string(version()),
                                       .statistics = settings.statistics,
                                       .quiet = settings.quiet,
                                       .root = outcome.root};
  for (const auto& error : outcome.errors) console.report(error);
  return write_reports(outcome, wishes, options, exit_of(outcome, settings), console);
}

std::string text_of(const std::vector<run::ShownFile>& files, std::string_view format) {
  if (!format.starts_with("json")) return base::harmless_page(run::show_files(files));
  base::Json list = base::Json::array();
  for (const auto& file : files) {
    list.push_back({{"file", file.path}, {"checked", file.checked}, {"why", file.why}});
  }
  return base::json_text({{"version", 1}, {"files", std::move(list)}}) + '\n';
}

Exit print(std::string_view text, const std::vector<base::Error>& errors, Console& console) {
  for (const auto& error : errors) console.report(error);
  const Exit printed = console.print(text);
  return errors.empty() ? printed : Exit::incomplete;
}

Exit show(const findings::Outcome& outcome, Console& console) {
  for (const auto& error : outcome.errors) console.report(error);
  const Exit shown = show_fixes(outcome, console);
  return outcome.errors.empty() ? shown : Exit::incomplete;
}

Exit mend(const findings::Outcome& outcome, const Settings& settings, Console& console) {
  return settings.interactive ? fix_interactively(outcome, settings.configuration, console)
                              : fix_all(outcome, console);
}

// What does not go together with corrections, or an empty string.
std::string refusal(const Settings& settings) {
  if (settings.interactive && !settings.fix) return "--interactive belongs to --fix";
  const bool input = std::ranges::find(settings.paths, "-") != settings.paths.end();
  if ((settings.fix || settings.interactive) && input)
    return "--fix writes into files: standard input is none; --diff shows what it would do";
  return {};
}

Exit carry_out(const run::CheckRequest& request, const Settings& settings, Console& console) {
  if (settings.show_config) {
    const auto shown = run::show_config(request, console.files(), *settings.show_config);
    return print(base::harmless_page(shown.value), shown.errors, console);
  }
  if (settings.show_files) {
    const auto shown = run::shown_files(request, console.files());
    return print(text_of(shown.value, settings.format), shown.errors, console);
  }
  const auto wishes = report_wishes(settings.reports, settings.format, settings.output);
  if (!wishes) {
    console.report(wishes.error());
    return Exit::incomplete;
  }
  findings::Outcome outcome = checked(request, settings, console);
  if (!outcome.interrupted && !console.interrupted() && (settings.fix || settings.diff)) {
    if (settings.diff) return show(outcome, console);
    const Exit mended = mend(outcome, settings, console);
    if (mended != Exit::fine) return mended;
    outcome = checked(request, settings, console);
  }
  if (!outcome.interrupted && !console.interrupted())
    return report(outcome, *wishes, settings, console);
  console.say("galley: interrupted; nothing is reported\n");
  return Exit::interrupted;
}

Exit check(const Settings& settings, Console& console) {
  console.set_colour(colour_named(settings.colour));
  if (std::string message = refusal(settings); !message.empty()) {
    console.report({base::ErrorCode::bad_usage, std::move(message), {}});
    return Exit::incomplete;
  }
  const auto request = request_of(settings, console);
  if (request) return carry_out(*request, settings, console);
  if (console.interrupted()) return Exit::interrupted;
  console.report(request.error());
  return Exit::incomplete;
}

}  // namespace

Job prepare_check() {
  auto settings = std::make_unique<Settings>();
  auto options = options_of(*settings);
  return {std::move(options),
          [settings = std::move(settings)](Console& console) { return check(*settings, console); }};
}

}  // namespace linter::commands
