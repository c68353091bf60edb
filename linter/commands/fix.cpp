#include "linter/commands/fix.h"

#include <algorithm>
#include <cstdint>

#include "linter/base/harmless.h"
#include "linter/commands/correcting.h"
#include "linter/commands/fix_writing.h"
#include "linter/commands/progress.h"
#include "linter/fixes/decisions.h"
#include "linter/fixes/diff.h"
#include "linter/fixes/fixes.h"
#include "linter/reports/wording.h"

namespace linter::commands {
namespace {

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

// Findings that a document has no place to mend, by what is left of it.
void tell_left_out(const std::string& file, const Draft& draft, const findings::Outcome& outcome,
                   Console& console) {
  const std::vector<fixes::Fix> made = draft.corrections.fixes();
  for (const fixes::NotMade& left : draft.left_out) {
    base::Span now = left.fix.span;
    for (const fixes::Fix& before : made) {
      if (before.span.begin >= left.fix.span.begin) break;
      const auto growth = static_cast<std::uint32_t>(before.right.size() - before.text.size());
      now = {now.begin + growth, now.end + growth};
    }
    const auto of = std::ranges::find_if(outcome.findings, [&](const findings::Finding& one) {
      return one.location.file == file && one.safe_fix && one.location.span.overlaps(now);
    });
    if (of != outcome.findings.end()) tell(fixes::named(*of), left.why, console);
  }
}

}  // namespace

Articles articles_of(const run::CheckRequest& request, Console& console) {
  return run::readable_files(request, console.files());
}

Corrected fix_all(const run::CheckRequest& request, bool quiet, Console& console) {
  Correcting correcting(request, quiet, console);
  Corrected corrected{correcting.run(), Exit::fine};
  if (corrected.outcome.interrupted) return corrected;
  bool all_written = !correcting.has_failed();
  std::size_t fixed = 0;
  std::size_t files = 0;
  for (auto& [file, draft] : correcting.drafts()) {
    tell_left_out(file, draft, corrected.outcome, console);
    draft.article.fixes = draft.corrections.fixes();
    if (draft.article.fixes.empty()) continue;
    if (console.interrupted()) break;
    if (const base::Result<void> same = unchanged(draft.article, file, console); !same) {
      console.report(same.error());
      all_written = false;
      continue;
    }
    const Written written = write(draft.article, file, console);
    if (written.exit != Exit::fine) all_written = false;
    fixed += written.fixed;
    files += written.fixed > 0 ? 1 : 0;
  }
  if (fixed > 0)
    console.say("galley: " + reports::counted(fixed, "correction") + " in " +
                reports::counted(files, "file") + "\n");
  corrected.outcome.interrupted = console.interrupted();
  if (all_written || corrected.outcome.interrupted) return corrected;
  return {check_with_progress(request, quiet, console), Exit::incomplete};
}

Exit show_fixes(const run::CheckRequest& request, bool quiet, Console& console) {
  Correcting correcting(request, quiet, console);
  const findings::Outcome outcome = correcting.run();
  if (outcome.interrupted) return interrupted(console);
  for (const auto& error : outcome.errors) console.report(error);
  Exit exit = Exit::fine;
  for (const auto& [file, draft] : correcting.drafts()) {
    const std::vector<fixes::Fix> made = draft.corrections.fixes();
    if (made.empty()) continue;
    console.out().write(harmless_patch(fixes::diff(file, draft.article.text, made)));
    exit = Exit::findings;
  }
  if (correcting.has_failed() || !outcome.errors.empty()) exit = Exit::incomplete;
  return console.finish(exit);
}

Exit interrupted(Console& console) {
  console.say("galley: interrupted; nothing is reported\n");
  return Exit::interrupted;
}

}  // namespace linter::commands
