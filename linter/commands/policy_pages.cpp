// `galley policy list`, `galley explain`, `galley policy schema`, `galley policy new`: what there
// is to know of packs and rules.
#include <algorithm>
#include <memory>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/base/names.h"
#include "linter/checks/claims/claims.h"
#include "linter/checks/policy/authoring.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/commands/data.h"
#include "linter/commands/new_file.h"
#include "linter/commands/policy.h"
#include "linter/commands/policy_bench.h"
#include "linter/commands/policy_import.h"
#include "linter/commands/values.h"
#include "linter/config/schema.h"
#include "linter/packs/load.h"
#include "linter/suppression/stets.h"

namespace linter::commands {
namespace {

namespace policy = checks::policy;
using base::Json;

struct PolicyPagesSettings {
  std::string name;
  std::vector<std::string> packs;
  std::string format = "text";
  std::optional<std::string> output;
  std::optional<std::string> from_vale;
};

Json json_of(const findings::Citation& source) {
  return {{"title", source.title},
          {"url", source.url},
          {"section", source.section},
          {"date", source.date}};
}

Json json_of(const checks::RuleInfo& rule) {
  Json sources = Json::array();
  for (const auto& source : rule.sources) sources.push_back(json_of(source));
  return {{"rule", rule.id},
          {"pack", rule.pack},
          {"kind", rule.kind},
          {"category", name(rule.category)},
          {"severity", name(rule.severity)},
          {"about", rule.about},
          {"why", rule.why},
          {"instead", rule.instead},
          {"bad", rule.bad},
          {"good", rule.good},
          {"sources", std::move(sources)},
          {"jurisdictions", rule.jurisdictions},
          {"links", rule.links},
          {"stet_never", rule.stet_never},
          {"since", rule.since},
          {"notice", rule.notice}};
}

Json json_of(const PolicyBench& bench) {
  Json packs = Json::array();
  for (const auto& pack : bench.packs) {
    Json rules = Json::array();
    for (const auto& rule : bench.set.infos()) {
      if (rule.pack == pack.id) rules.push_back(json_of(rule));
    }
    packs.push_back({{"pack", pack.id},
                     {"version", pack.version},
                     {"about", pack.about},
                     {"licence", pack.licence},
                     {"digest", pack.digest},
                     {"rules", std::move(rules)}});
  }
  return {{"version", 1}, {"packs", std::move(packs)}};
}

// The page for people, or the same as JSON.
template <class Subject>
std::string shown(const PolicyPagesSettings& settings, const Subject& subject,
                  std::string_view page) {
  return settings.format == "json" ? base::json_text(json_of(subject)) + '\n'
                                   : base::harmless_page(page);
}

Exit list_packs(const PolicyPagesSettings& settings, Console& console) {
  const auto data = data_folder(console);
  if (!data) {
    console.report(data.error());
    return Exit::incomplete;
  }
  const PolicyBench bench =
      make_bench(console, settings_here(console, settings.packs), *data, true);
  for (const auto& error : bench.errors) console.report(error);
  const Exit printed =
      console.print(shown(settings, bench, policy::listing(bench.packs, bench.set)));
  return bench.errors.empty() ? printed : Exit::incomplete;
}

// The rules of the configured packs first, then those of the shipped ones that are not among them.
std::vector<checks::RuleInfo> known_rules(Console& console, const std::string& data_folder) {
  config::Settings settings = settings_here(console, {});
  const std::string shipped = base::join_path(data_folder, "policies");
  for (const std::string& pack : packs::shipped_packs(console.files(), shipped)) {
    const bool there =
        std::ranges::any_of(settings.packs, [&](const auto& known) { return known.value == pack; });
    if (!there) settings.packs.push_back({.value = pack, .origin = {}});
  }
  const PolicyBench bench = make_bench(console, settings, data_folder, false);
  for (const auto& error : bench.errors) console.report(error);
  std::vector<checks::RuleInfo> rules = bench.set.infos();
  std::ranges::copy(checks::spelling::rules(), std::back_inserter(rules));
  std::ranges::copy(checks::claims::rules(), std::back_inserter(rules));
  std::ranges::copy(suppression::rules(), std::back_inserter(rules));
  return rules;
}

std::string unknown_rule(const std::string& wanted, const std::vector<checks::RuleInfo>& rules) {
  std::vector<std::string_view> names;
  for (const auto& rule : rules) names.push_back(rule.id);
  std::string hint = base::nearest_hint(wanted, names);
  if (!hint.empty()) return "there is no rule '" + wanted + "'" + hint;
  for (const std::string_view name : names) {
    // The name without its pack, or the pack without a name.
    const std::size_t dot = name.find('.');
    if (name.substr(dot + 1) == wanted || name.substr(0, dot) == wanted) {
      hint = " (did you mean '" + std::string(name) + "'?)";
      break;
    }
  }
  return "there is no rule '" + wanted + "'" + hint + "; 'galley policy list' names them all";
}

Exit explain_rule(const PolicyPagesSettings& settings, Console& console) {
  const auto data = data_folder(console);
  if (!data) {
    console.report(data.error());
    return Exit::incomplete;
  }
  const auto rules = known_rules(console, *data);
  const auto found = std::ranges::find(rules, settings.name, &checks::RuleInfo::id);
  if (found == rules.end()) {
    console.report({base::ErrorCode::unknown_rule, unknown_rule(settings.name, rules), {}});
    return Exit::incomplete;
  }
  return console.print(shown(settings, *found, policy::explanation(*found)));
}

constexpr std::string_view configuration_schema = "configuration";

std::vector<std::string_view> schema_names() {
  const auto names = policy::schema_names();
  std::vector<std::string_view> all{names.begin(), names.end()};
  all.push_back(configuration_schema);
  return all;
}

Exit print_schema(const PolicyPagesSettings& settings, Console& console) {
  if (settings.name == configuration_schema) return console.print(config::json_schema() + '\n');
  return console.print(policy::schema(settings.name).value_or(""));
}

std::string refuse_id(const std::string& id) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
  };
  if (!id.empty() && std::ranges::all_of(id, allowed)) return {};
  return "'" + id + "' is no name for a pack: small letters, digits and hyphens";
}

// The path under which the pack is written, and how `galley policy test` takes it.
std::string path_of_pack(const PolicyPagesSettings& settings) {
  return settings.output.value_or(settings.name + ".yaml");
}

std::string now_try(const std::string& path) {
  const std::string named = path.find('/') == std::string::npos ? "./" + path : path;
  return "now try: galley policy test " + named;
}

Exit write_imported_pack(const PolicyPagesSettings& settings, Console& console) {
  const std::string path = path_of_pack(settings);
  if (!is_free(console, path)) return Exit::incomplete;
  auto style = vale::read_style(console.files(), *settings.from_vale, settings.name);
  if (!style) {
    console.report(style.error());
    return Exit::incomplete;
  }
  settle_examples(console, *style);
  say_notes(console, *style);
  return write_new_file(console, path, vale::pack_text(*style),
                        summary_of(*style) + "; " + now_try(path));
}

Exit write_new_pack(PolicyPagesSettings& settings, Console& console) {
  if (settings.from_vale && settings.name.empty()) {
    const std::string folder = base::normalised_path(*settings.from_vale);
    settings.name = pack_id_of(console, folder.substr(folder.rfind('/') + 1));
  }
  if (settings.name.empty()) {
    console.report({base::ErrorCode::bad_usage, "a new pack needs a NAME", {}});
    return Exit::incomplete;
  }
  if (settings.from_vale) return write_imported_pack(settings, console);
  const std::string path = path_of_pack(settings);
  return write_new_file(console, path, policy::new_pack(settings.name), now_try(path));
}

}  // namespace

Job prepare_policy_list() {
  auto settings = std::make_unique<PolicyPagesSettings>();
  std::vector<Option> options{named_packs_option(settings->packs),
                              data_format_option(settings->format)};
  return job_of(std::move(settings), std::move(options), list_packs);
}

Job prepare_explain() {
  auto settings = std::make_unique<PolicyPagesSettings>();
  std::vector<Option> options{{.names = "RULE",
                               .value = "",
                               .about = "as findings name it: pack.rule",
                               .target = &settings->name,
                               .required = true},
                              data_format_option(settings->format)};
  return job_of(std::move(settings), std::move(options), explain_rule);
}

Job prepare_policy_schema() {
  auto settings = std::make_unique<PolicyPagesSettings>();
  std::vector<Option> options{{.names = "FILE-KIND",
                               .value = "",
                               .about = "which files the schema is for",
                               .target = &settings->name,
                               .choices = schema_names(),
                               .required = true}};
  return job_of(std::move(settings), std::move(options), print_schema);
}

Job prepare_policy_new() {
  auto settings = std::make_unique<PolicyPagesSettings>();
  std::vector<Option> options{{.names = "NAME",
                               .value = "",
                               .about = "of the pack: small letters, digits and hyphens; with "
                                        "--from-vale, that of the style where it is left out",
                               .target = &settings->name,
                               .refuse = refuse_id},
                              {.names = "--from-vale",
                               .value = "DIR",
                               .about = "bring over the rules of a Vale style, the folder that "
                                        "holds its .yml files",
                               .target = &settings->from_vale},
                              {.names = "-o,--output",
                               .value = "FILE",
                               .about = "where to write it: NAME.yaml when not said; - is standard "
                                        "output",
                               .target = &settings->output}};
  return job_of(std::move(settings), std::move(options), write_new_pack);
}

}  // namespace linter::commands
