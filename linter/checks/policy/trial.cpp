// galley policy try: which rules see something in a text, and which keep silent about it.
#include <algorithm>
#include <tuple>

#include "linter/checks/policy/rehearsal.h"
#include "linter/checks/policy/silences.h"

namespace linter::checks::policy {

Trial try_text(std::string_view text, const Workbench& workbench) {
  SilenceRecorder silences;
  Rehearsal rehearsal(workbench, &silences);
  silences.attend(rehearsal);
  Trial trial;
  auto checked = rehearsal.check(text, "markdown");
  if (!checked) {
    trial.errors.push_back(checked.error());
    return trial;
  }
  trial.errors = std::move(checked->errors);
  for (const findings::Finding& one : checked->findings) {
    trial.entries.push_back({one.rule, true, one.severity, one.location.span,
                             quotable(one.location.text), one.message});
  }
  for (const SilenceRecorder::Record& one : silences.records()) {
    trial.entries.push_back(
        {one.rule->info.id, false, one.rule->severity, one.match, one.text, one.because});
  }
  const auto order = [](const TrialEntry& one) {
    return std::tuple(one.span, std::string_view(one.rule), !one.reported);
  };
  std::ranges::sort(trial.entries, {}, order);
  return trial;
}

std::string rendered(const Trial& trial) {
  if (trial.entries.empty() && trial.errors.empty()) return "no rule matches\n";
  std::string out;
  for (const TrialEntry& entry : trial.entries) {
    const std::string_view outcome = entry.reported ? findings::name(entry.severity) : "silent";
    out += entry.rule + "  " + std::string(outcome) + "  “" + entry.text + "”\n    " +
           entry.message + "\n";
  }
  return out;
}

}  // namespace linter::checks::policy
