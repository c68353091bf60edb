#include "linter/commands/baseline.h"

#include <algorithm>
#include <expected>
#include <map>
#include <memory>
#include <set>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/commands/article_request.h"
#include "linter/commands/progress.h"
#include "linter/commands/values.h"
#include "linter/reports/wording.h"
#include "linter/run/baselines.h"
#include "linter/run/check_run.h"

namespace linter::commands {
namespace {

struct BaselineSettings : ArticleSettings {
  std::optional<std::string> baseline;
  std::string format = "text";
  std::optional<std::string> badge;
  bool allow_growth = false;
};

std::vector<Option> options_of(BaselineSettings& to) {
  return {{.names = "PATH",
           .value = "",
           .about = "the articles; the current folder when there is none",
           .target = &to.paths},
          {.names = "-b,--baseline",
           .value = "FILE",
           .about = "the baseline, in place of the configured one or .galley-baseline",
           .target = &to.baseline},
          config_option(to.configuration),
          pack_option(to.packs),
          today_option(to.today)};
}

// A baseline and the run that tells what it is worth.
struct Checked {
  std::string path;  // of the baseline
  bool named;        // by a configuration
  findings::Outcome outcome;
};

// Whether a command needs the baseline as it is, or writes it anew whatever is wrong with it.
enum class Use : std::uint8_t { reads, rewrites };

// Whether an error is about the baseline itself.
bool is_of_baseline(const base::Error& error, const Checked& made) {
  const auto whole = [&](const std::string& folder) {
    return base::normalised_path(base::join_path(folder, error.file));
  };
  return whole(made.outcome.folder) == made.path || whole(base::working_folder()) == made.path;
}

// Or the exit code of a run that could not be.
std::expected<Checked, Exit> checked(const BaselineSettings& settings, Use use, Console& console) {
  auto asked = article_request(settings, console);
  if (!asked) return std::unexpected(refused(asked.error(), console));
  run::CheckRequest& request = *asked;
  request.baseline = settings.baseline;
  request.show_suppressed = true;
  request.each_claim = true;  // each has a line of its own, whichever of them is mended first
  const auto file = run::baseline_file(request, console.files());
  if (!file) return std::unexpected(refused(file.error(), console));
  const bool is_there =
      console.files().status(file->path).kind != base::FileKind::missing || use == Use::reads;
  request.baseline = is_there ? file->path : std::string();
  Checked made{file->path, file->named, check_with_progress(request, false, console)};
  if (use == Use::rewrites) {
    std::erase_if(made.outcome.errors,
                  [&](const base::Error& error) { return is_of_baseline(error, made); });
  }
  for (const auto& error : made.outcome.errors) console.report(error);
  return made;
}

Exit exit_by_errors(const findings::Outcome& outcome) {
  if (outcome.interrupted) return Exit::interrupted;
  return outcome.errors.empty() ? Exit::fine : Exit::incomplete;
}

std::string shown(const std::string& path, const findings::Outcome& outcome) {
  return base::harmless_path(base::relative_path(path, outcome.folder));
}

std::uint64_t total(const suppression::Baseline& baseline) {
  std::uint64_t count = 0;
  for (const auto& entry : baseline) count += entry.count;
  return count;
}

bool in_ci(const Console& console) {
  const std::string ci = console.variables()("CI").value_or("");
  return !ci.empty() && ci != "false" && ci != "0";
}

std::string may_not_grow(std::uint64_t more) {
  return "would grow by " + reports::counted(more, "finding") +
         ", and in CI (the variable CI is set) a baseline only shrinks: mend them, or write the "
         "baseline on a machine of your own and commit it; --allow-growth writes it all the same";
}

Exit write(const std::string& path, const suppression::Baseline& baseline, Console& console) {
  const auto written = console.files().write(path, suppression::write_baseline(baseline));
  if (written) return Exit::fine;
  console.report(written.error());
  return Exit::incomplete;
}

// With the lines of a baseline that the run could not tell about.
suppression::Baseline with_untold(suppression::Baseline baseline,
                                  const findings::Outcome& outcome) {
  std::ranges::copy_if(outcome.baseline, std::back_inserter(baseline),
                       [](const findings::BaselineNote& entry) { return !entry.known; });
  std::ranges::sort(baseline, {}, [](const findings::BaselineNote& entry) {
    return std::tie(entry.file, entry.rule, entry.words);
  });
  return baseline;
}

// Whether the finding is for this run to write down: not where it stands in an article that was not
// asked for, nor where a line that stays has it.
bool is_to_write(const findings::Finding& finding) {
  return finding.turned.empty() && finding.suppressed != suppression::gone_reason;
}

// What the baseline silenced, under the names that its files have now, with `new_too` what it does
// not know, and what the run could not tell about: other articles than those that were asked for.
suppression::Baseline rewritten(const Checked& made, bool new_too) {
  findings::Outcome found;
  found.folder = made.outcome.folder;
  for (const findings::Finding& finding : made.outcome.findings) {
    const bool is_known = finding.suppressed == suppression::baseline_reason;
    const bool is_new = finding.suppressed.empty();
    if (!is_to_write(finding) || !(is_known || (new_too && is_new))) continue;
    found.findings.push_back(finding);
    found.findings.back().suppressed.clear();
  }
  return with_untold(run::baseline_for(found, made.path), made.outcome);
}

Exit create(const BaselineSettings& settings, Console& console) {
  const auto made = checked(settings, Use::rewrites, console);
  if (!made) return made.error();
  const Exit exit = exit_by_errors(made->outcome);
  if (exit == Exit::interrupted) return exit;
  const suppression::Baseline now = rewritten(*made, true);
  const auto more = static_cast<std::uint64_t>(std::ranges::count_if(
      made->outcome.findings,
      [](const auto& finding) { return finding.suppressed.empty() && is_to_write(finding); }));
  if (more > 0 && in_ci(console) && !settings.allow_growth) {
    console.report({base::ErrorCode::bad_usage, may_not_grow(more), made->path});
    return Exit::incomplete;
  }
  if (write(made->path, now, console) != Exit::fine) return Exit::incomplete;
  const std::string name = shown(made->path, made->outcome);
  console.say(
      "galley: wrote " + name + " with " + reports::counted(total(now), "finding") + "; commit it" +
      (made->named ? "" : ", and name it in .galley.yaml as `baseline: " + name + "`") + "\n");
  return exit;
}

Exit prune(const BaselineSettings& settings, Console& console) {
  const auto made = checked(settings, Use::reads, console);
  if (!made) return made.error();
  const Exit exit = exit_by_errors(made->outcome);
  if (exit != Exit::fine) return exit;  // what could not be read may still have its findings
  const suppression::Baseline kept = rewritten(*made, false);
  const std::uint64_t stale = stale_findings(made->outcome);
  if (write(made->path, kept, console) != Exit::fine) return Exit::incomplete;
  console.say("galley: took " + reports::counted(stale, "finding") + " out of " +
              shown(made->path, made->outcome) + "; " + reports::counted(total(kept), "finding") +
              " left\n");
  return Exit::fine;
}

struct Debt {
  std::uint64_t findings = 0;
  std::uint64_t stale = 0;
  std::set<std::string_view> articles;
  std::map<std::string_view, std::uint64_t> by_rule;
};

Debt debt_of(const findings::Outcome& outcome) {
  Debt debt;
  debt.stale = stale_findings(outcome);
  for (const findings::BaselineNote& entry : outcome.baseline) {
    const std::uint32_t left = entry.known ? entry.found : entry.count;
    if (left == 0) continue;
    debt.findings += left;
    debt.articles.insert(entry.file);
    debt.by_rule[entry.rule] += left;
  }
  return debt;
}

std::string text_of(const Debt& debt) {
  std::string text = reports::counted(debt.findings, "finding") + " in " +
                     reports::counted(debt.articles.size(), "article") + " to mend; " +
                     reports::grouped(debt.stale) + " of the baseline can no longer be found\n";
  std::vector<std::pair<std::string_view, std::uint64_t>> rules(debt.by_rule.begin(),
                                                                debt.by_rule.end());
  std::ranges::stable_sort(rules, std::ranges::greater(),
                           [](const auto& rule) { return rule.second; });
  for (const auto& [rule, count] : rules)
    text += reports::grouped(count) + '\t' + base::harmless_sentence(rule) + '\n';
  return text;
}

std::string json_of(const Debt& debt) {
  base::Json rules = base::Json::object();
  for (const auto& [rule, count] : debt.by_rule) rules[std::string(rule)] = count;
  return base::json_text({{"version", 1},
                          {"findings", debt.findings},
                          {"articles", debt.articles.size()},
                          {"stale", debt.stale},
                          {"by_rule", std::move(rules)}}) +
         '\n';
}

// As https://shields.io/badges/endpoint-badge reads it.
std::string badge_of(const Debt& debt) {
  const std::string colour = debt.findings == 0 ? "brightgreen" : "blue";
  return base::json_text({{"schemaVersion", 1},
                          {"label", "galley debt"},
                          {"message", reports::grouped(debt.findings)},
                          {"color", colour}}) +
         '\n';
}

Exit status(const BaselineSettings& settings, Console& console) {
  const auto made = checked(settings, Use::reads, console);
  if (!made) return made.error();
  const Exit exit = exit_by_errors(made->outcome);
  if (exit == Exit::interrupted) return exit;
  const bool is_unsure = std::ranges::any_of(
      made->outcome.errors, [&](const base::Error& error) { return is_of_baseline(error, *made); });
  if (is_unsure) return exit;  // its figures would be those of nothing
  const Debt debt = debt_of(made->outcome);
  if (settings.badge && exit == Exit::fine) {
    const auto written = console.files().write(*settings.badge, badge_of(debt));
    if (!written) {
      console.report(written.error());
      return Exit::incomplete;
    }
  }
  const Exit printed = console.print(settings.format == "json" ? json_of(debt) : text_of(debt));
  return printed == Exit::fine ? exit : printed;
}

}  // namespace

std::uint64_t stale_findings(const findings::Outcome& outcome) {
  std::uint64_t stale = 0;
  for (const findings::BaselineNote& entry : outcome.baseline) {
    if (entry.known && entry.found < entry.count) stale += entry.count - entry.found;
  }
  return stale;
}

void tell_stale(const findings::Outcome& outcome, Console& console) {
  const std::uint64_t stale = stale_findings(outcome);
  if (stale == 0) return;
  console.say("galley: " + reports::counted(stale, "finding") +
              " of the baseline can no longer be found: galley baseline prune takes " +
              (stale == 1 ? "it" : "them") + " out\n");
}

Job prepare_baseline_create() {
  auto settings = std::make_unique<BaselineSettings>();
  auto options = options_of(*settings);
  options.push_back({.names = "--allow-growth",
                     .value = "",
                     .about = "let the baseline grow in CI, too",
                     .target = &settings->allow_growth});
  return job_of(std::move(settings), std::move(options), create);
}

Job prepare_baseline_prune() {
  auto settings = std::make_unique<BaselineSettings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), prune);
}

Job prepare_baseline_status() {
  auto settings = std::make_unique<BaselineSettings>();
  auto options = options_of(*settings);
  options.push_back(data_format_option(settings->format));
  options.push_back({.names = "--badge",
                     .value = "FILE",
                     .about = "also write the number there, for a badge by shields.io",
                     .target = &settings->badge});
  return job_of(std::move(settings), std::move(options), status);
}

}  // namespace linter::commands
