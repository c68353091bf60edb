#include "linter/commands/fix.h"

#include <algorithm>
#include <map>

#include "linter/base/harmless.h"
#include "linter/commands/fix_writing.h"
#include "linter/fixes/decisions.h"
#include "linter/fixes/diff.h"
#include "linter/fixes/documents.h"
#include "linter/fixes/fixes.h"
#include "linter/fixes/manuscript.h"
#include "linter/reports/wording.h"
#include "linter/run/check_run.h"

namespace linter::commands {
namespace {

using ByFile = std::map<std::string, std::vector<findings::Finding>>;

ByFile by_file(const findings::Outcome& outcome) {
  ByFile files;
  for (const findings::Finding& finding : outcome.findings)
    files[finding.location.file].push_back(finding);
  return files;
}

// With the sure corrections of the article.
std::optional<Prepared> prepare(const Articles& articles, const std::string& file,
                                std::vector<fixes::Fix> wanted, Console& console) {
  auto prepared = opened(articles, file, console);
  if (!prepared) {
    console.report(prepared.error());
    return std::nullopt;
  }
  for (fixes::Fix& fix : wanted) fix = fixes::with_its_space(prepared->text, std::move(fix));
  wanted = fixes::fitting(prepared->text, std::move(wanted));
  if (prepared->document.empty())
    wanted = manuscript_of(articles, file, prepared->text).replacements(wanted).fixes;
  prepared->fixes = std::move(wanted);
  return std::move(*prepared);
}

// Nothing in it steers a terminal; tabs and line ends stay, so that `patch` can read it.
std::string harmless_patch(std::string_view patch) {
  std::string out;
  while (!patch.empty()) {
    const std::size_t end = std::min(patch.find_first_of("\t\r\n"), patch.size());
    out += base::harmless(patch.substr(0, end));
    if (end < patch.size()) out += patch[end];
    patch.remove_prefix(std::min(end + 1, patch.size()));
  }
  return out;
}

}  // namespace

Articles articles_of(const run::CheckRequest& request, Console& console) {
  return run::readable_files(request, console.files());
}

Exit fix_all(const findings::Outcome& outcome, const Articles& articles, Console& console) {
  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::size_t files = 0;
  for (const auto& [file, findings] : by_file(outcome)) {
    auto wanted = fixes::sure_fixes(findings);
    if (wanted.empty()) continue;
    const auto prepared = prepare(articles, file, std::move(wanted), console);
    if (!prepared) exit = Exit::incomplete;
    if (!prepared || prepared->fixes.empty()) continue;
    const Written written = write(*prepared, file, console);
    if (written.exit != Exit::fine) exit = written.exit;
    for (const fixes::NotMade& left : written.left_out) {
      const auto of = std::ranges::find_if(findings, [&](const findings::Finding& finding) {
        return finding.safe_fix && finding.location.span.overlaps(left.fix.span);
      });
      if (of != findings.end()) tell(fixes::named(*of), left.why, console);
    }
    if (written.fixed == 0) continue;
    fixed += written.fixed;
    ++files;
  }
  if (fixed > 0)
    console.say("galley: " + reports::counted(fixed, "correction") + " in " +
                reports::counted(files, "file") + "\n");
  return exit;
}

Exit show_fixes(const findings::Outcome& outcome, const Articles& articles, Console& console) {
  Exit exit = Exit::fine;
  for (const auto& [file, findings] : by_file(outcome)) {
    auto wanted = fixes::sure_fixes(findings);
    if (wanted.empty()) continue;
    const auto prepared = prepare(articles, file, std::move(wanted), console);
    if (!prepared) exit = Exit::incomplete;
    if (!prepared || prepared->fixes.empty()) continue;
    console.out().write(harmless_patch(fixes::diff(file, prepared->text, prepared->fixes)));
    if (exit == Exit::fine) exit = Exit::findings;
  }
  return console.finish(exit);
}

}  // namespace linter::commands
