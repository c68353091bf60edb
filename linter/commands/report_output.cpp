#include "linter/commands/report_output.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/base/names.h"
#include "linter/commands/repository_names.h"
#include "linter/reports/wording.h"

namespace linter::commands {
namespace {

constexpr std::uint64_t longest_summary = 1U << 20U;  // what GitHub takes for a step

ReportWish wish_of(const std::string& value) {
  const std::size_t equals = value.find('=');
  ReportWish wish;
  wish.format = reports::format_named(std::string_view(value).substr(0, equals));
  if (equals != std::string::npos && value.substr(equals + 1) != "-")
    wish.file = value.substr(equals + 1);
  return wish;
}

// Everything that a format writes; nothing when it was interrupted.
std::optional<std::string> rendered(const findings::Outcome& outcome,
                                    const reports::RenderOptions& options,
                                    const reports::Format& format, const Console& console) {
  std::string text;
  const auto gather = [&](std::string_view piece) {
    text += piece;
    return !console.interrupted();
  };
  if (!format.write(outcome, options, gather)) return std::nullopt;
  return text;
}

Exit write_file(const std::string& path, std::string_view text, Exit exit, Console& console) {
  if (const auto written = console.files().write(path, text); !written) {
    console.report(written.error());
    return Exit::incomplete;
  }
  return exit;
}

// Appends to the summary that GitHub shows of a step.
Exit add_step_summary(const findings::Outcome& outcome, const reports::RenderOptions& options,
                      Exit exit, Console& console) {
  const auto path = console.variables()("GITHUB_STEP_SUMMARY");
  if (!path || path->empty()) return exit;
  const auto page = rendered(outcome, options, *reports::format_named("markdown"), console);
  if (!page) return Exit::interrupted;
  const auto before = console.files().read(*path, longest_summary);
  return write_file(*path, (before ? *before : std::string()) + *page, exit, console);
}

Exit write_one(const findings::Outcome& outcome, const ReportWish& wish,
               reports::RenderOptions options, Exit exit, Console& console) {
  if (wish.file) {
    const auto text = rendered(outcome, options, *wish.format, console);
    return text ? write_file(*wish.file, *text, exit, console) : Exit::interrupted;
  }
  options.terminal = console.out_terminal();
  const auto print = [&console](std::string_view text) {
    return !console.interrupted() && console.out().write(text);
  };
  wish.format->write(outcome, options, print);
  const Exit finished = console.finish(exit);
  return console.interrupted() ? Exit::interrupted : finished;
}

Exit worse(Exit a, Exit b) {
  return static_cast<int>(a) > static_cast<int>(b) ? a : b;
}

}  // namespace

std::string refuse_report(const std::string& value) {
  const std::size_t equals = value.find('=');
  if (equals != std::string::npos && equals + 1 == value.size())
    return "'" + value + "' names no file: write FORMAT=FILE";
  const std::string name = value.substr(0, equals);
  if (reports::format_named(name) != nullptr) return "";
  std::vector<std::string_view> names;
  for (const auto& format : reports::formats()) names.push_back(format.name);
  return "'" + name + "' is no report format" + base::nearest_hint(name, names);
}

void add_report_options(std::vector<Option>& options, ReportSettings& to) {
  std::vector<std::string_view> formats;
  for (const auto& format : reports::formats()) formats.push_back(format.name);
  options.push_back({.names = "-f,--format",
                     .value = "FORMAT",
                     .about = "form of the report",
                     .target = &to.format,
                     .choices = std::move(formats)});
  options.push_back({.names = "-o,--output",
                     .value = "FILE",
                     .about = "write the report there, as a whole or not at all",
                     .target = &to.output});
  options.push_back({.names = "--report",
                     .value = "FORMAT[=FILE]",
                     .about = "one report more, into a file or, in place of --format, on standard "
                              "output; may be given several times",
                     .target = &to.reports,
                     .refuse = refuse_report});
}

base::Result<std::vector<ReportWish>> report_wishes(const ReportSettings& settings) {
  const auto& [format, output, reports] = settings;
  std::vector<ReportWish> wishes;
  for (const std::string& value : reports) wishes.push_back(wish_of(value));
  const bool has_place = output && *output != "-";
  const bool fills_output =
      std::ranges::any_of(wishes, [](const auto& wish) { return !wish.file; });
  if (has_place || !fills_output) {
    wishes.push_back(
        {.format = reports::format_named(format), .file = has_place ? output : std::nullopt});
  }
  std::set<std::optional<std::string>> places;
  for (const ReportWish& wish : wishes) {
    if (!places.insert(wish.file).second) {
      return base::fail(base::ErrorCode::bad_value,
                        "two reports would go to " + wish.file.value_or("standard output") +
                            ": give each a file of its own, as in --report sarif=galley.sarif");
    }
  }
  return wishes;
}

void tell_news(const findings::Outcome& outcome, Console& console) {
  std::map<std::string, std::uint32_t> versions;
  std::uint64_t count = 0;
  for (const findings::Finding& finding : outcome.findings) {
    const auto rule =
        std::ranges::lower_bound(outcome.rules, finding.rule, {}, &findings::RuleInfo::id);
    if (!finding.news || !finding.suppressed.empty() || rule == outcome.rules.end()) continue;
    ++count;
    versions[rule->pack] = std::max(versions[rule->pack], rule->since);
  }
  if (count == 0) return;
  std::vector<std::string> names;
  for (const auto& [pack, version] : versions)
    names.push_back(pack + '@' + std::to_string(version));
  console.say("galley: " + reports::counted(count, "finding") +
              " by rules that came with a later version of a pack; they fail no run until the "
              "configuration names " +
              base::harmless_sentence(reports::listed(names, " and ")) + '\n');
}

Exit exit_of(const findings::Outcome& outcome, const std::optional<std::uint32_t>& max_warnings,
             bool exit_zero) {
  if (!outcome.errors.empty()) return Exit::incomplete;
  if (exit_zero) return Exit::fine;
  const auto warnings = std::ranges::count_if(outcome.findings, [](const auto& finding) {
    return finding.severity == findings::Severity::warning && finding.suppressed.empty() &&
           !finding.news;
  });
  const bool too_many = max_warnings && std::cmp_greater(warnings, *max_warnings);
  return outcome.failing > 0 || too_many ? Exit::findings : Exit::fine;
}

Exit write_reports(const findings::Outcome& outcome, const std::vector<ReportWish>& wishes,
                   reports::RenderOptions options, Exit exit, Console& console) {
  Exit worst = exit;
  const bool for_servers =
      std::ranges::any_of(wishes, [](const auto& wish) { return wish.format->names_from_top; });
  const auto from_top =
      for_servers ? named_from_top(outcome, console.files()) : std::optional<findings::Outcome>();
  for (const ReportWish& wish : wishes) {
    const findings::Outcome& named = from_top && wish.format->names_from_top ? *from_top : outcome;
    worst = worse(worst, write_one(named, wish, options, exit, console));
    if (wish.format->name == "github")
      worst = worse(worst, add_step_summary(named, options, exit, console));
  }
  return worst;
}

}  // namespace linter::commands
