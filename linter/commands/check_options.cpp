#include "linter/commands/check_options.h"

#include <algorithm>
#include <iterator>

#include "linter/commands/values.h"

namespace linter::commands {
namespace {

std::string refuse_jobs(const std::string& value) {
  constexpr std::size_t digits = 3;
  return value.size() > digits ? "'" + value + "' is more than 999 threads" : "";
}

std::string refuse_empty(const std::string& value) {
  return value.empty() ? "a revision is empty: perhaps a variable is not set" : "";
}

// What is checked, what is reported of it, and how.
std::vector<Option> what_to_report(CheckSettings& to) {
  return {
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
      fail_on_option(to.fail_on),
      max_warnings_option(to.max_warnings),
      exit_zero_option(to.exit_zero),
      config_option(to.configuration),
      pack_option(to.packs),
      {.names = "-j,--jobs",
       .value = "N",
       .about = "threads; one per core when 0",
       .target = &to.jobs,
       .refuse = refuse_jobs},
      today_option(to.today),
      statistics_option(to.statistics),
      show_suppressed_option(to.show_suppressed),
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

}  // namespace

std::vector<Option> check_options(CheckSettings& to) {
  std::vector<Option> options{
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns such as 'a/**/*.md'; - is standard input; the current "
                "folder when there is none",
       .target = &to.paths},
      stdin_name_option(to.stdin_name)};
  add_report_options(options, to);
  std::ranges::move(what_to_report(to), std::back_inserter(options));
  return options;
}

}  // namespace linter::commands
