// `galley policy test` and `galley policy try`: rules at work on examples and on a text.
#include "linter/commands/policy.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/checks/claims/pairs.h"
#include "linter/commands/data.h"
#include "linter/commands/policy_bench.h"
#include "linter/commands/values.h"
#include "linter/knowledge/keys.h"
#include "linter/run/plan.h"

namespace linter::commands {
namespace {

namespace claims = checks::claims;
namespace policy = checks::policy;
using base::Json;

struct PolicyTestSettings {
  std::string text;
  std::vector<std::string> packs;
  std::string format = "text";
  bool mutate = false;
  bool words = false;
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

Json json_of(const claims::PairResult& result) {
  const auto names = knowledge::pair_verdict_names();
  const knowledge::Pair& pair = result.pair;
  Json json = {{"holds", result.holds},
               {"wanted", names[static_cast<std::size_t>(pair.verdict)]},
               {"got", names[static_cast<std::size_t>(result.got)]},
               {"file", pair.file},
               {"line", pair.position.line},
               {"column", pair.position.column},
               {"first", pair.first},
               {"message", result.message},
               {"explanation", result.explanation}};
  json[pair.fact.empty() ? "second" : "fact"] = pair.fact.empty() ? pair.second : pair.fact;
  return json;
}

Json json_of(const policy::FewExamples& few) {
  return {{"rule", few.rule},
          {"file", few.file},
          {"line", few.position.line},
          {"column", few.position.column},
          {"bad", few.bad},
          {"good", few.good},
          {"wanted", few.wanted}};
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
          {"too_few_examples", json_of(report.few)},
          {"examples", json_of(report.results)}};
}

// Examples of rules, and pairs of statements.
struct TestReport {
  policy::ExamplesReport examples;
  claims::PairsReport pairs;
  std::vector<base::Error> errors;
};

Json json_of(const TestReport& report) {
  Json json = json_of(report.examples);
  json["failures"] = report.examples.failures + report.pairs.failures;
  json["pairs"] = json_of(report.pairs.results);
  return json;
}

std::string rendered(const TestReport& report) {
  const std::string text = policy::rendered(report.examples) + claims::rendered(report.pairs);
  return text.empty() ? "no rule and no pair was read: nothing was tried; concepts and facts are "
                        "tested by `pairs`\n"
                      : text;
}

Json json_of(const policy::MutationReport& report) {
  return {{"version", 1},
          {"rules", report.rules},
          {"mutations", report.mutants},
          {"passed_over", report.passed_over},
          {"whole", report.whole},
          {"unnoticed", json_of(report.unnoticed)}};
}

Json json_of(const policy::Trial& trial) {
  return {{"version", 1}, {"matches", json_of(trial.entries)}};
}

// Prints what `work` makes of a bench, in the wanted form. exit: of the work, when nothing failed.
template <class Work>
Exit at_bench(const PolicyTestSettings& settings, bool as_configured, Console& console,
              const Work& work) {
  const auto data = data_folder(console);
  const auto vocabulary = data ? english(*data) : std::unexpected(data.error());
  if (!vocabulary) {
    console.report(vocabulary.error());
    return Exit::incomplete;
  }
  const PolicyBench bench =
      make_bench(console, settings_here(console, settings.packs), *data, as_configured);
  const auto report = work(bench, policy::Workbench{bench.set, *vocabulary, bench.cues});
  std::vector<base::Error> errors = bench.errors;
  errors.insert(errors.end(), report.errors.begin(), report.errors.end());
  name_from_here(errors);
  run::settle(errors);
  for (const auto& error : errors) console.report(error);
  const bool is_json = settings.format == "json";
  const Exit printed = console.print(is_json ? base::json_text(json_of(report)) + '\n'
                                             : base::harmless_page(rendered(report)));
  return errors.empty() ? printed : Exit::incomplete;
}

// As the reader of the report names it: from the working folder, where it lies below.
std::string shown(const std::string& path) {
  const std::string folder = base::working_folder();
  return path.starts_with(folder + "/") ? base::relative_path(path, folder) : path;
}

template <class Item>
void show_files(std::vector<Item>& items) {
  for (Item& item : items) item.file = shown(item.file);
}

Exit mutate(const PolicyTestSettings& settings, Console& console) {
  bool all_noticed = true;
  const Exit exit =
      at_bench(settings, false, console, [&](const auto& bench, const auto& workbench) {
        const auto lists = settings.words ? policy::Lists::all_words : policy::Lists::few_words;
        auto report = policy::run_mutations(bench.packs, workbench, lists);
        all_noticed = report.unnoticed.empty();
        show_files(report.unnoticed);
        return report;
      });
  return exit == Exit::fine && !all_noticed ? Exit::findings : exit;
}

// Whether it stands in a pack that is there only because another needs it.
bool is_only_needed(const knowledge::Pair& pair, const std::vector<packs::Pack>& packs) {
  return std::ranges::any_of(packs, [&](const packs::Pack& pack) {
    return pack.only_needed &&
           std::ranges::find(pack.files, pair.file, &packs::PackFile::path) != pack.files.end();
  });
}

TestReport tested(const PolicyBench& bench, const policy::Workbench& workbench) {
  TestReport report;
  report.examples = policy::run_examples(bench.packs, workbench);
  auto pairs = knowledge::pairs_of(policy::documents_of(bench.packs));
  std::erase_if(pairs.value, [&](const auto& pair) { return is_only_needed(pair, bench.packs); });
  report.pairs = claims::run_pairs(pairs.value, *bench.knowledge, bench.cues, workbench.vocabulary);
  for (auto* errors : {&pairs.errors, &report.examples.errors, &report.pairs.errors})
    std::ranges::move(*errors, std::back_inserter(report.errors));
  show_files(report.examples.results);
  show_files(report.examples.few);
  for (claims::PairResult& result : report.pairs.results)
    result.pair.file = shown(result.pair.file);
  return report;
}

Exit test(const PolicyTestSettings& settings, Console& console) {
  if (settings.mutate || settings.words) return mutate(settings, console);
  std::uint32_t failures = 0;
  const Exit exit =
      at_bench(settings, false, console, [&](const auto& bench, const auto& workbench) {
        auto report = tested(bench, workbench);
        failures = report.examples.failures + report.pairs.failures;
        return report;
      });
  return exit == Exit::fine && failures > 0 ? Exit::findings : exit;
}

Exit try_text(const PolicyTestSettings& settings, Console& console) {
  return at_bench(settings, true, console, [&](const auto&, const auto& workbench) {
    return policy::try_text(settings.text, workbench);
  });
}

}  // namespace

Job prepare_policy_test() {
  auto settings = std::make_unique<PolicyTestSettings>();
  std::vector<Option> options{named_packs_option(settings->packs),
                              {.names = "--mutate",
                               .value = "",
                               .about = "takes each part of each rule out in turn, and names the "
                                        "parts that no example misses",
                               .target = &settings->mutate},
                              {.names = "--words",
                               .value = "",
                               .about = "the same with each word of long lists within patterns, "
                                        "which takes minutes for a large pack",
                               .target = &settings->words},
                              data_format_option(settings->format)};
  return job_of(std::move(settings), std::move(options), test);
}

Job prepare_policy_try() {
  auto settings = std::make_unique<PolicyTestSettings>();
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
