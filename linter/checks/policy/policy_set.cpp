#include "linter/checks/policy/policy_set.h"

#include <algorithm>

#include "linter/base/names.h"
#include "linter/checks/policy/index.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

using base::ErrorCode;
using findings::Severity;

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

const Level* level_of(const Rule& rule, const PolicyOptions& options) {
  for (const std::string& name : {rule.info.id, rule.pack}) {
    const auto found = options.levels.find(name);
    if (found != options.levels.end()) return &found->second;
  }
  return nullptr;
}

void apply(const PolicyOptions& options, Rule& rule) {
  rule.severity = rule.info.severity;
  if (const Level* level = level_of(rule, options)) {
    rule.off = *level == Level::off;
    if (!rule.off) rule.severity = static_cast<Severity>(static_cast<int>(*level) - 1);
    return;
  }
  const auto known = options.versions.find(rule.info.pack);
  const bool is_news = rule.info.since > (known == options.versions.end() ? 1 : known->second);
  if (is_news && rule.severity == Severity::error) rule.severity = Severity::warning;
  const std::vector<std::string>& own = rule.info.jurisdictions;
  if (own.empty() || rule.severity != Severity::error) return;
  const auto is_named = [&](const std::string& id) {
    return std::ranges::find(options.jurisdictions, id) != options.jurisdictions.end();
  };
  const bool holds =
      options.jurisdictions.empty() ? own.size() > 1 : std::ranges::any_of(own, is_named);
  if (!holds) rule.severity = Severity::warning;
}

std::string primary_subtag(std::string_view language) {
  return std::string(language.substr(0, language.find_first_of("-_")));
}

// Compiles packs into an index.
class SetCompiler {
 public:
  SetCompiler(PolicySet::Index& index, const PolicyOptions& options,
              std::span<const packs::Pack> packs, std::vector<base::Error>& errors)
      : index_(index), options_(options), packs_(packs), errors_(errors) {}

  void add(const packs::Pack& pack) {
    first_topic_ = static_cast<std::uint32_t>(index_.topics.size());
    for (const packs::Topic& topic : pack.topics) index_.topics.push_back(topic_of(topic));
    for (const packs::RuleDefinition& definition : pack.rules) add_rule(pack, definition);
  }

  void finish() { watch(index_, requirements_); }

 private:
  void add_rule(const packs::Pack& pack, const packs::RuleDefinition& definition) {
    const packs::PackFile& file = pack.files[definition.file];
    const Kind* kind = kind_named(definition.kind);
    if (kind == nullptr) {
      const base::yaml::Value* at = definition.body.find("kind");
      packs::Faults{file.path, errors_}.add(
          ErrorCode::unknown_kind,
          "there is no rule kind '" + definition.kind + "'" +
              base::nearest_hint(definition.kind, kind_names()) + "; it is one of " +
              listed_kinds(),
          at == nullptr ? definition.body.position : at->position);
      return;
    }
    RuleCompiler compiler(definition, file, *kind, {*index_.knowledge, packs_}, errors_);
    std::optional<Rule> rule = compiler.compile();
    if (!rule) return;
    rule->info = info_of(pack, definition);
    rule->pack = pack.id;
    rule->language = primary_subtag(pack.language);
    const auto topic = std::ranges::find(pack.topics, definition.topic, &packs::Topic::id);
    if (topic != pack.topics.end())
      rule->topic = first_topic_ + static_cast<std::uint32_t>(topic - pack.topics.begin());
    rule->family = family_of(*rule, definition);
    apply(options_, *rule);
    const auto number = static_cast<std::uint32_t>(index_.rules.size());
    index_.by_id.emplace(rule->info.id, number);
    if (compiler.is_turned_off()) rule->off = true;
    if (!rule->off) {
      index_.judges_assertions = index_.judges_assertions || rule->judges_assertions;
      if (rule->always_judged) index_.always_rules.push_back(number);
      add_units(compiler.take_units(), number);
    }
    index_.rules.push_back(std::move(*rule));
  }

  void add_units(std::vector<WatchedUnit> units, std::uint32_t rule) {
    for (WatchedUnit& one : units) {
      one.unit.rule = rule;
      if (!options_.triggered) one.unit.always = true;
      index_.units.push_back(std::move(one.unit));
      requirements_.push_back(std::move(one.requirements));
    }
  }

  std::uint32_t family_of(const Rule& rule, const packs::RuleDefinition& definition) {
    const std::string name =
        definition.family.empty() ? definition.id : rule.pack + " " + definition.family;
    return families_.emplace(name, static_cast<std::uint32_t>(families_.size())).first->second;
  }

  static std::string listed_kinds() {
    std::string out;
    for (const std::string_view name : kind_names())
      out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
  }

  PolicySet::Index& index_;
  const PolicyOptions& options_;
  std::span<const packs::Pack> packs_;
  std::vector<base::Error>& errors_;
  std::vector<std::vector<Requirement>> requirements_;
  std::map<std::string, std::uint32_t> families_;
  std::uint32_t first_topic_ = 0;  // of the pack that is being added
};

}  // namespace

PolicySet::PolicySet() : index_(std::make_unique<Index>()) {
  watch(*index_, {});
}
PolicySet::PolicySet(PolicySet&&) noexcept = default;
PolicySet& PolicySet::operator=(PolicySet&&) noexcept = default;
PolicySet::~PolicySet() = default;

base::Loaded<PolicySet> PolicySet::compile(std::span<const packs::Pack> packs,
                                           const PolicyOptions& options) {
  base::Loaded<PolicySet> loaded;
  auto index = std::make_unique<Index>();
  index->first_trigger = options.first_trigger;
  static const knowledge::Knowledge nothing;
  index->knowledge = options.knowledge == nullptr ? &nothing : options.knowledge;
  SetCompiler compiler(*index, options, packs, loaded.errors);
  for (const packs::Pack& pack : packs) compiler.add(pack);
  compiler.finish();
  loaded.value.index_ = std::move(index);
  return loaded;
}

std::span<const Rule> PolicySet::rules() const {
  return index_->rules;
}

std::vector<RuleInfo> PolicySet::infos() const {
  std::vector<RuleInfo> all;
  for (const Rule& rule : index_->rules) all.push_back(rule.info);
  return all;
}

const Rule* PolicySet::rule_named(std::string_view id) const {
  const auto found = index_->by_id.find(std::string(id));
  return found == index_->by_id.end() ? nullptr : &index_->rules[found->second];
}

bool PolicySet::runs_always(const Rule& rule) const {
  const auto number = static_cast<std::uint32_t>(&rule - index_->rules.data());
  return std::ranges::any_of(
      index_->always_units, [&](std::uint32_t unit) { return index_->units[unit].rule == number; });
}

std::span<const lexicon::Atom> PolicySet::atoms() const {
  return index_->atoms;
}

std::uint32_t PolicySet::trigger_count() const {
  return static_cast<std::uint32_t>(index_->wakes_begin.size() - 1);
}

}  // namespace linter::checks::policy
