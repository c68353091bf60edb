// `galley policy test` and `galley policy try`: rules at work on examples and on a text.
#include "linter/commands/policy.h"

#include <memory>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/commands/data.h"
#include "linter/commands/policy_bench.h"
#include "linter/commands/values.h"

namespace linter::commands {
namespace {

namespace policy = checks::policy;
using base::Json;

struct Settings {
  std::string text;
  std::vector<std::string> packs;
  std::string format = "text";
  bool mutate = false;
};

Json json_of(const policy::ExampleResult& result) {
  return {{"rule", result.rule},
          {"example", result.bad ? "bad" : "good"},
          {"number", result.number},
          {"holds", result.holds},
          {"file", result.file},
          {"line", result.position.line},
          {"column", result.position.column},
          {"text", result.text},
          {"found", result.places},
          {"silenced", result.silenced}};
}

Json json_of(const policy::TrialEntry& entry) {
  return {{"rule", entry.rule},
          {"reported", entry.reported},
          {"severity", findings::name(entry.severity)},
          {"offset", entry.span.begin},
          {"length", entry.span.size()},
          {"text", entry.text},
          {"message", entry.message}};
}

Json json_of(const policy::UnnoticedMutant& mutant) {
  return {{"rule", mutant.rule},
          {"without", mutant.part},
          {"file", mutant.file},
          {"line", mutant.position.line},
          {"column", mutant.position.column}};
}

template <class Item>
Json json_of(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(json_of(item));
  return list;
}

Json json_of(const policy::ExamplesReport& report) {
  return {{"version", 1},
          {"rules", report.rules},
          {"failures", report.failures},
          {"without_examples", report.without_examples},
          {"examples", json_of(report.results)}};
}

Json json_of(const policy::MutationReport& report) {
  return {{"version", 1},
          {"rules", report.rules},
          {"mutations", report.mutants},
          {"unnoticed", json_of(report.unnoticed)}};
}

Json json_of(const policy::Trial& trial) {
  return {{"version", 1}, {"matches", json_of(trial.entries)}};
}

// Prints what `work` makes of a bench, in the wanted form. exit: of the work, when nothing failed.
template <class Work>
Exit at_bench(const Settings& settings, bool as_configured, Console& console, const Work& work) {
  const auto data = data_folder(console);
  const auto vocabulary = data ? english(*data) : std::unexpected(data.error());
  if (!vocabulary) {
    console.report(vocabulary.error());
    return Exit::incomplete;
  }
  const PolicyBench bench =
      make_bench(console, settings_here(console, settings.packs), *data, as_configured);
  const auto report = work(bench, policy::Workbench{bench.set, *vocabulary, bench.cues});
  for (const auto& error : bench.errors) console.report(error);
  for (const auto& error : report.errors) console.report(error);
  const bool is_json = settings.format == "json";
  const Exit printed = console.print(is_json ? base::json_text(json_of(report)) + '\n'
                                             : base::harmless_page(rendered(report)));
  return bench.errors.empty() && report.errors.empty() ? printed : Exit::incomplete;
}

Exit mutate(const Settings& settings, Console& console) {
  bool all_noticed = true;
  const Exit exit =
      at_bench(settings, false, console, [&](const auto& bench, const auto& workbench) {
        auto report = policy::run_mutations(bench.packs, workbench);
        all_noticed = report.unnoticed.empty();
        return report;
      });
  return exit == Exit::fine && !all_noticed ? Exit::findings : exit;
}

Exit test(const Settings& settings, Console& console) {
  if (settings.mutate) return mutate(settings, console);
  std::uint32_t failures = 0;
  const Exit exit =
      at_bench(settings, false, console, [&](const auto& bench, const auto& workbench) {
        auto report = policy::run_examples(bench.packs, workbench);
        failures = report.failures;
        return report;
      });
  return exit == Exit::fine && failures > 0 ? Exit::findings : exit;
}

Exit try_text(const Settings& settings, Console& console) {
  return at_bench(settings, true, console, [&](const auto&, const auto& workbench) {
    return policy::try_text(settings.text, workbench);
  });
}

}  // namespace

Job prepare_policy_test() {
  auto settings = std::make_unique<Settings>();
  std::vector<Option> options{named_packs_option(settings->packs),
                              {.names = "--mutate",
                               .value = "",
                               .about = "takes each part of each rule out in turn, and names the "
                                        "parts that no example misses",
                               .target = &settings->mutate},
                              data_format_option(settings->format)};
  return job_of(std::move(settings), std::move(options), test);
}

Job prepare_policy_try() {
  auto settings = std::make_unique<Settings>();
  std::vector<Option> options{{.names = "TEXT",
                               .value = "",
                               .about = "read as Markdown",
                               .target = &settings->text,
                               .required = true},
                              pack_option(settings->packs),
                              data_format_option(settings->format)};
  return job_of(std::move(settings), std::move(options), try_text);
}

}  // namespace linter::commands
