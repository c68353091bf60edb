#include "linter/checks/policy/making.h"

#include <algorithm>
#include <string>
#include <utility>

#include "linter/base/names.h"

namespace linter::checks::policy {
namespace {

using base::ErrorCode;
using findings::Severity;

const Level* level_of(std::string_view id, const std::string& pack, const PolicyOptions& options) {
  for (const std::string& name : {std::string(id), pack}) {
    const auto found = options.levels.find(name);
    if (found != options.levels.end()) return &found->second;
  }
  return nullptr;
}

// Whoever gives a rule a severity of its own knows it; whoever gives one to a pack need not.
bool is_news(const Rule& rule, const PolicyOptions& options) {
  const auto known = options.versions.find(rule.info.pack);
  return rule.info.since > (known == options.versions.end() ? 1 : known->second) &&
         !options.levels.contains(rule.info.id);
}

void apply(const PolicyOptions& options, Rule& rule) {
  rule.severity = rule.info.severity;
  rule.news = is_news(rule, options);
  const Level* level = level_of(rule.info.id, rule.pack, options);
  if (level != nullptr) {
    rule.off = *level == Level::off;
    if (!rule.off) rule.severity = static_cast<Severity>(static_cast<int>(*level) - 1);
  }
  if (rule.news) rule.severity = std::min(rule.severity, Severity::warning);
  if (level != nullptr) return;
  const std::vector<std::string>& own = rule.info.jurisdictions;
  if (own.empty() || rule.severity != Severity::error) return;
  const auto is_named = [&](const std::string& id) {
    return std::ranges::find(options.jurisdictions, id) != options.jurisdictions.end();
  };
  const bool holds =
      options.jurisdictions.empty() ? own.size() > 1 : std::ranges::any_of(own, is_named);
  if (!holds) rule.severity = Severity::warning;
}

std::string listed_kinds() {
  std::string out;
  for (const std::string_view name : kind_names())
    out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

void report_kind(const packs::RuleDefinition& definition, const packs::Faults& faults) {
  const base::yaml::Value* at = definition.body.find("kind");
  faults.add(ErrorCode::unknown_kind,
             "there is no rule kind '" + definition.kind + "'" +
                 base::nearest_hint(definition.kind, kind_names()) + "; it is one of " +
                 listed_kinds(),
             at == nullptr ? definition.body.position : at->position);
}

}  // namespace

std::string primary_subtag(std::string_view language) {
  return std::string(language.substr(0, language.find_first_of("-_")));
}

RuleInfo info_of(const packs::Pack& pack, const packs::RuleDefinition& definition) {
  RuleInfo info;
  info.id = definition.id;
  info.category = definition.category;
  info.severity = definition.severity;
  info.about = definition.about.empty() ? definition.message : definition.about;
  info.why = definition.why;
  info.instead = definition.instead;
  for (const packs::Example& example : definition.bad) info.bad.push_back(example.text);
  for (const packs::Example& example : definition.good) info.good.push_back(example.text);
  info.sources = definition.sources;
  info.jurisdictions = definition.jurisdictions;
  info.kind = definition.kind;
  info.pack = pack.id;
  info.notice = pack.notice;
  info.links = definition.links;
  info.stet_never = definition.stet_never;
  info.since = definition.since;
  return info;
}

bool is_turned_off(std::string_view id, const std::string& pack, const PolicyOptions& options) {
  const Level* level = level_of(id, pack, options);
  return level != nullptr && *level == Level::off;
}

std::optional<MadeRule> make_rule(const RuleOrder& order, std::vector<base::Error>& errors) {
  const packs::Pack& pack = order.pack;
  const packs::RuleDefinition& definition = order.definition;
  const Kind* kind = kind_named(definition.kind);
  if (kind == nullptr) {
    report_kind(definition, {pack.files[definition.file].path, errors});
    return std::nullopt;
  }
  RuleCompiler compiler(definition, pack, *kind, order.surroundings, errors);
  std::optional<Rule> rule = compiler.compile();
  if (!rule) return std::nullopt;
  rule->info = info_of(pack, definition);
  rule->pack = pack.id;
  rule->language = primary_subtag(pack.language);
  const auto topic = std::ranges::find(pack.topics, definition.topic, &packs::Topic::id);
  if (topic != pack.topics.end())
    rule->topic = order.first_topic + static_cast<std::uint32_t>(topic - pack.topics.begin());
  apply(order.options, *rule);
  if (compiler.is_turned_off()) rule->off = true;
  MadeRule made{std::move(*rule), {}};
  if (!made.rule.off) made.units = compiler.take_units();
  return made;
}

}  // namespace linter::checks::policy
