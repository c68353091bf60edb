#include "linter/checks/policy/making.h"

#include <algorithm>
#include <string>
#include <tuple>
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

bool is_sound(const base::yaml::Value& value, const packs::Shape& shape) {
  std::vector<base::Error> unsaid;
  return packs::check(value, shape, {{}, unsaid});
}

const packs::Field* field_of(std::string_view key,
                             std::span<const std::span<const packs::Field>> tables) {
  for (const auto& table : tables) {
    const auto found = std::ranges::find(table, key, &packs::Field::name);
    if (found != table.end()) return &*found;
  }
  return nullptr;
}

// What else is wrong with a rule of which some keys are: it is tried without these, where the kind
// can do without them.
void try_rest(const RuleOrder& order, const Kind& kind, std::vector<base::Error>& errors) {
  packs::RuleDefinition rest = order.definition;
  if (rest.message.empty()) rest.message = rest.id;
  const auto tables = fields_of(kind);
  std::erase_if(rest.body.entries, [&](const auto& entry) {
    const packs::Field* field = field_of(entry.first.text, tables);
    return field == nullptr || !is_sound(entry.second, *field->shape);
  });
  for (const packs::Field& field : kind.fields)
    if (field.required && rest.body.find(field.name) == nullptr) return;
  const auto is_there = [&](std::string_view key) { return rest.body.find(key) != nullptr; };
  if (!kind.at_least_one.empty() && std::ranges::none_of(kind.at_least_one, is_there)) return;
  RuleCompiler compiler(rest, order.pack, kind, order.surroundings, errors);
  std::ignore = compiler.compile();
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

void report_rest(const RuleOrder& order, std::vector<base::Error>& errors) {
  const packs::RuleDefinition& definition = order.definition;
  const packs::Faults faults{order.pack.files[definition.file].path, errors};
  const Kind* kind = kind_named(definition.kind);
  if (kind == nullptr) return report_kind(definition, faults);
  const auto tables = fields_of(*kind);  // the common ones first
  base::yaml::Value own = definition.body;
  std::erase_if(own.entries, [&](const auto& entry) {
    return field_of(entry.first.text, std::span(tables).first(1)) != nullptr;
  });
  packs::check_fields(own, std::span(tables).subspan(1), faults, definition.name);
  try_rest(order, *kind, errors);
}

std::optional<MadeRule> make_rule(const RuleOrder& order, std::vector<base::Error>& errors) {
  const packs::Pack& pack = order.pack;
  const packs::RuleDefinition& definition = order.definition;
  const Kind* kind = kind_named(definition.kind);
  if (kind == nullptr) {
    report_kind(definition, {pack.files[definition.file].path, errors});
    return std::nullopt;
  }
  if (!packs::check_fields(definition.body, fields_of(*kind),
                           {pack.files[definition.file].path, errors}, definition.name)) {
    try_rest(order, *kind, errors);
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
