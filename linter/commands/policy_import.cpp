#include "linter/commands/policy_import.h"

#include <algorithm>

#include "linter/base/harmless.h"
#include "linter/commands/data.h"
#include "linter/commands/policy_bench.h"
#include "linter/packs/load.h"
#include "linter/reports/wording.h"

namespace linter::commands {
namespace {

namespace policy = checks::policy;

const std::string trial_file = "trial.yaml";

struct TrialRun {
  std::vector<packs::Pack> packs;
  std::vector<base::Error> errors;
  policy::PolicySet set;
};

TrialRun compiled(const vale::Style& style) {
  TrialRun run;
  const auto files = base::memory({{trial_file, vale::trial_text(style)}});
  auto loaded = packs::load_pack(*files, trial_file);
  run.packs.push_back(std::move(loaded.value));
  run.errors = std::move(loaded.errors);
  auto set = policy::PolicySet::compile(run.packs);
  std::ranges::move(set.errors, std::back_inserter(run.errors));
  run.set = std::move(set.value);
  return run;
}

// Rules that galley refuses, such as one with a threshold of 80, go.
void drop_faulty(vale::Style& style, const TrialRun& run) {
  std::vector<std::string> names;
  for (const vale::Rule& rule : style.rules) names.push_back(rule.name);
  for (const std::string& name : names) {
    if (run.set.rule_named(style.pack + '.' + name) != nullptr) continue;
    std::string reason = "galley refuses the rule";
    for (const base::Error& error : run.errors)
      if (error.message.contains(name)) reason += ": " + error.message;
    vale::drop_rule(style, name, reason);
  }
}

std::vector<vale::TrialResult> results_of(const TrialRun& run, const std::string& pack,
                                          const std::string& data) {
  std::vector<vale::TrialResult> results;
  const auto vocabulary = english(data);
  if (!vocabulary) return results;
  const context::CueSet cues;
  const auto report = policy::run_examples(run.packs, {run.set, *vocabulary, cues});
  for (const policy::ExampleResult& result : report.results)
    results.push_back(
        {result.rule.substr(pack.size() + 1), result.bad, result.number, result.holds});
  return results;
}

}  // namespace

std::string pack_id_of(Console& console, std::string_view style) {
  std::string id = vale::galley_name(style);
  const auto probe = base::memory({{trial_file, "pack: " + id + '\n'}});
  bool taken = packs::load_pack(*probe, trial_file).value.id.empty();
  if (const auto data = data_folder(console)) {
    const auto shipped = packs::shipped_packs(console.files(), base::join_path(*data, "policies"));
    taken = taken || std::ranges::find(shipped, id) != shipped.end();
  }
  return taken ? "vale-" + id : id;
}

void settle_examples(Console& console, vale::Style& style) {
  const TrialRun run = compiled(style);
  drop_faulty(style, run);
  const auto data = data_folder(console);
  vale::keep_examples(style,
                      data ? results_of(run, style.pack, *data) : std::vector<vale::TrialResult>{});
}

void say_notes(Console& console, std::span<const vale::Note> notes) {
  for (const vale::Note& note : notes) {
    std::string place = base::harmless_path(note.file);
    if (note.line > 0) place += ':' + std::to_string(note.line);
    console.say("galley: " + place + ": " + base::harmless_sentence(note.text) + '\n');
  }
}

void say_notes(Console& console, const vale::Style& style) {
  say_notes(console, style.lost);
  for (const vale::Rule& rule : style.rules) say_notes(console, rule.notes);
}

std::string summary_of(const vale::Style& style) {
  const auto changed = std::ranges::count_if(
      style.rules, [](const vale::Rule& rule) { return !rule.notes.empty(); });
  const std::size_t lost = style.lost_files();
  std::string text = reports::counted(style.rules.size(), "rule");
  if (lost > 0) {
    text = std::to_string(style.rules.size()) + " of " +
           reports::counted(style.rules.size() + lost, "rule") + ", " + std::to_string(lost) +
           " not brought over";
  }
  if (changed > 0) text += ", " + std::to_string(changed) + " not quite as in Vale";
  return text;
}

}  // namespace linter::commands
