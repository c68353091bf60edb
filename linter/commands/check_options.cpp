#include "linter/commands/check_options.h"

#include "linter/commands/report_output.h"
#include "linter/commands/values.h"
#include "linter/config/settings.h"
#include "linter/reports/report.h"

namespace linter::commands {
namespace {

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : reports::formats()) names.push_back(format.name);
  return names;
}

std::string refuse_jobs(const std::string& value) {
  constexpr std::size_t digits = 3;
  return value.size() > digits ? "'" + value + "' is more than 999 threads" : "";
}

std::string refuse_empty(const std::string& value) {
  return value.empty() ? "a revision is empty: perhaps a variable is not set" : "";
}

}  // namespace

std::vector<Option> check_options(CheckSettings& to) {
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
      {.names = "--changed-since",
       .value = "REV",
       .about = "only what is new since this branch left REV, a branch, tag or commit of git; "
                "committed or not",
       .target = &to.changed_since,
       .refuse = refuse_empty},
      {.names = "--staged",
       .value = "",
       .about = "only what the next commit brings: git's index in place of the files, against "
                "HEAD or --changed-since",
       .target = &to.staged},
      baseline_option(to.baseline),
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
      {.names = "--decisions",
       .value = "FILE",
       .about = "with --fix: carry out what was decided on the page of galley proof, and nothing "
                "else",
       .target = &to.decisions},
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

}  // namespace linter::commands
