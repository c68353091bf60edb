#include "linter/commands/check.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/commands/baseline.h"
#include "linter/commands/check_options.h"
#include "linter/commands/facts.h"
#include "linter/commands/fix.h"
#include "linter/commands/progress.h"
#include "linter/commands/report_output.h"
#include "linter/commands/values.h"
#include "linter/records/text.h"
#include "linter/reports/json_values.h"
#include "linter/reports/report.h"
#include "linter/reports/wording.h"
#include "linter/run/check_run.h"
#include "linter/run/show.h"

namespace linter::commands {
namespace {

base::Result<run::CheckRequest> request_of(const CheckSettings& settings, Console& console) {
  auto made = article_request(settings, console);
  if (!made) return made;
  run::CheckRequest& request = *made;
  request.jobs = settings.jobs;
  request.fail_on = fail_on_named(settings.fail_on);
  request.show_suppressed = settings.show_suppressed;
  if (!settings.changed_since.empty()) request.changed_since = settings.changed_since;
  request.staged = settings.staged;
  request.baseline = settings.baseline;
#ifndef GALLEY_SANITIZED
  request.is_last = !settings.fix && !settings.diff;
#endif
  return made;
}

// What is wrong with files that the change does not touch is nobody's to mend today: one line tells
// of all. What of the change is for another repository to tell has a line each.
void tell_elsewhere(const findings::Outcome& outcome, Console& console) {
  std::vector<base::Error> untouched;
  std::set<std::string_view> files;
  for (const base::Error& error : outcome.elsewhere) {
    if (error.code == base::ErrorCode::repository) {
      console.report(error);
    } else {
      untouched.push_back(error);
      files.insert(error.file);
    }
  }
  if (untouched.empty()) return;
  untouched.front().message += files.size() == 1
                                   ? " (not touched by the change)"
                                   : " (not touched by the change; nor can " +
                                         reports::counted(files.size() - 1, "other file") +
                                         " be read that it does not touch)";
  console.report(untouched.front());
}

// A gate that looked at nothing passes, and says so: perhaps the folder is the wrong one. Of what a
// change does not touch nothing is expected.
void tell_nothing(const findings::Outcome& outcome, Console& console) {
  if (outcome.files > 0 || outcome.of_change || outcome.interrupted || !outcome.errors.empty())
    return;
  console.say("galley: no article was found, so nothing was checked; --show-files tells why\n");
}

Exit report(const findings::Outcome& outcome, const std::vector<ReportWish>& wishes,
            const CheckSettings& settings, Console& console) {
  const reports::RenderOptions options{.terminal = {},
                                       .version = std::string(version()),
                                       .statistics = settings.statistics,
                                       .quiet = settings.quiet,
                                       .root = outcome.root};
  for (const auto& error : outcome.errors) console.report(error);
  tell_elsewhere(outcome, console);
  if (!settings.quiet) {
    tell_nothing(outcome, console);
    tell_stale(outcome, console);
    tell_news(outcome, console);
  }
  const Exit exit = exit_of(outcome, settings.max_warnings, settings.exit_zero);
  return write_reports(outcome, wishes, options, exit, console);
}

std::string text_of(const run::ShownFiles& shown, std::string_view format) {
  if (!format.starts_with("json")) return base::harmless_page(run::show_files(shown.value));
  base::Json list = base::Json::array();
  for (const auto& file : shown.value) {
    list.push_back({{"file", file.path}, {"checked", file.checked}, {"why", file.why}});
  }
  base::Json errors = base::Json::array();
  for (const auto& error : shown.errors) errors.push_back(reports::json_of(error));
  base::Json json = {{"version", 1},
                     {"root", shown.root},
                     {"files", std::move(list)},
                     {"compared", shown.compared},
                     {"errors", std::move(errors)}};
  records::make_writable(json);  // whoever reads the files must know them byte for byte
  return base::json_text(json) + '\n';
}

Exit print(std::string_view text, const std::vector<base::Error>& errors, Console& console) {
  for (const auto& error : errors) console.report(error);
  const Exit printed = console.print(text);
  return errors.empty() ? printed : Exit::incomplete;
}

bool is_decided(const CheckSettings& settings) {
  return settings.interactive || settings.decisions;
}

// By somebody's decisions.
Exit mend(const findings::Outcome& outcome, const run::CheckRequest& request,
          const CheckSettings& settings, Console& console) {
  if (settings.decisions)
    return carry_out_decisions(outcome, request, *settings.decisions, console);
  return fix_interactively(outcome, articles_of(request, console), settings.configuration, console);
}

// What is reported: the articles as they are, or as they are once corrections are made.
Corrected checked(const run::CheckRequest& request, const CheckSettings& settings,
                  Console& console) {
  if (settings.fix && !is_decided(settings)) return fix_all(request, settings.quiet, console);
  run::CheckRequest asked = request;
  asked.each_claim = settings.decisions.has_value();  // any of them may have been decided on
  Corrected checked{check_with_progress(asked, settings.quiet, console), Exit::fine};
  if (!is_decided(settings) || checked.outcome.interrupted || console.interrupted()) return checked;
  checked.exit = mend(checked.outcome, asked, settings, console);
  if (checked.exit == Exit::fine)
    checked.outcome = check_with_progress(request, settings.quiet, console);
  return checked;
}

// What does not go together with corrections, or an empty string.
std::string refusal(const CheckSettings& settings) {
  if (settings.interactive && !settings.fix) return "--interactive belongs to --fix";
  if (settings.decisions && (!settings.fix || settings.interactive || settings.diff))
    return "--decisions belongs to --fix, without --interactive and --diff";
  const bool input = std::ranges::find(settings.paths, "-") != settings.paths.end();
  if ((settings.fix || settings.interactive || settings.diff) && input)
    return "--fix and --diff mend files: standard input is none; save it, and name the file";
  if (settings.fix && settings.staged)
    return "--fix writes into files, and --staged reads git's index in place of them: leave one "
           "out";
  return {};
}

Exit carry_out(const run::CheckRequest& request, const CheckSettings& settings, Console& console) {
  if (settings.show_config) {
    const auto shown = run::show_config(request, console.files(), *settings.show_config);
    return print(base::harmless_page(shown.value), shown.errors, console);
  }
  if (settings.show_files) {
    const auto shown = run::shown_files(request, console.files());
    return print(text_of(shown, settings.format), shown.errors, console);
  }
  const auto wishes = report_wishes(settings);
  if (!wishes) {
    console.report(wishes.error());
    return Exit::incomplete;
  }
  if (settings.diff) return show_fixes(request, settings.quiet, console);
  const Corrected made = checked(request, settings, console);
  if (made.outcome.interrupted || console.interrupted()) return interrupted(console);
  if (is_decided(settings) && made.exit != Exit::fine) return made.exit;
  const Exit reported = report(made.outcome, *wishes, settings, console);
  return made.exit == Exit::fine ? reported : made.exit;
}

Exit check(const CheckSettings& settings, Console& console) {
  console.set_colour(colour_named(settings.colour));
  if (std::string message = refusal(settings); !message.empty()) {
    console.report({base::ErrorCode::bad_usage, std::move(message), {}});
    return Exit::incomplete;
  }
  const auto request = request_of(settings, console);
  return request ? carry_out(*request, settings, console) : refused(request.error(), console);
}

}  // namespace

Job prepare_check() {
  auto settings = std::make_unique<CheckSettings>();
  auto options = check_options(*settings);
  return job_of(std::move(settings), std::move(options), check);
}

}  // namespace linter::commands
