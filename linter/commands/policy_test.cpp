// `galley policy test` and `galley policy try`: rules at work on examples and on a text.
#include "linter/commands/policy.h"

#include <memory>

#include "linter/commands/data.h"
#include "linter/commands/json_text.h"
#include "linter/commands/policy_bench.h"
#include "linter/commands/values.h"
#include "linter/reports/harmless.h"

namespace linter::commands {
namespace {

namespace policy = checks::policy;

struct Settings {
  std::string text;
  std::vector<std::string> packs;
  std::string format = "text";
};

JsonValue json_of(const policy::ExampleResult& result) {
  return json_object({{"rule", json(result.rule)},
                      {"example", json(result.bad ? "bad" : "good")},
                      {"number", json(std::uint64_t{result.number})},
                      {"holds", json(result.holds)},
                      {"file", json(result.file)},
                      {"line", json(std::uint64_t{result.position.line})},
                      {"column", json(std::uint64_t{result.position.column})},
                      {"text", json(result.text)},
                      {"found", json(result.places)},
                      {"silenced", json(result.silenced)}});
}

std::string as_json(const policy::ExamplesReport& report) {
  std::vector<JsonValue> results;
  for (const auto& result : report.results) results.push_back(json_of(result));
  return json_line(json_object({{"version", json(std::uint64_t{1})},
                                {"rules", json(std::uint64_t{report.rules})},
                                {"failures", json(std::uint64_t{report.failures})},
                                {"without_examples", json(report.without_examples)},
                                {"examples", json_list(std::move(results))}}));
}

JsonValue json_of(const policy::TrialEntry& entry) {
  return json_object({{"rule", json(entry.rule)},
                      {"reported", json(entry.reported)},
                      {"severity", json(findings::name(entry.severity))},
                      {"offset", json(std::uint64_t{entry.span.begin})},
                      {"length", json(std::uint64_t{entry.span.size()})},
                      {"text", json(entry.text)},
                      {"message", json(entry.message)}});
}

std::string as_json(const policy::Trial& trial) {
  std::vector<JsonValue> entries;
  for (const auto& entry : trial.entries) entries.push_back(json_of(entry));
  return json_line(json_object(
      {{"version", json(std::uint64_t{1})}, {"matches", json_list(std::move(entries))}}));
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
  const Exit printed =
      console.print(is_json ? as_json(report) : reports::harmless_page(rendered(report)));
  return bench.errors.empty() && report.errors.empty() ? printed : Exit::incomplete;
}

Exit test(const Settings& settings, Console& console) {
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
  std::vector<Option> options{
      {.names = "PACK",
       .value = "",
       .about = "shipped packs or paths; the configured packs when there is "
                "none",
       .target = &settings->packs},
      data_format_option(settings->format)};
  return {std::move(options),
          [settings = std::move(settings)](Console& console) { return test(*settings, console); }};
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
  return {std::move(options), [settings = std::move(settings)](Console& console) {
            return try_text(*settings, console);
          }};
}

}  // namespace linter::commands
