#include "linter/checks/policy/policy_set.h"

#include <algorithm>

#include "linter/checks/policy/index.h"
#include "linter/checks/policy/making.h"

namespace linter::checks::policy {
namespace {

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
    for (const packs::RuleDefinition& definition : pack.faulty)
      report_rest(order_of(pack, definition), errors_);
  }

  void finish() {
    index_.triggered = options_.triggered;
    watch(index_, watched_);
  }

 private:
  void add_rule(const packs::Pack& pack, const packs::RuleDefinition& definition) {
    auto made = make_rule(order_of(pack, definition), errors_);
    if (!made) return;
    Rule& rule = made->rule;
    rule.family = family_of(rule, definition);
    const auto number = static_cast<std::uint32_t>(index_.rules.size());
    index_.by_id.emplace(rule.info.id, number);
    index_.rules.push_back(std::move(rule));
    if (index_.rules[number].off) return;
    if (index_.rules[number].judges_assertions) index_.judges_assertions = true;
    if (index_.rules[number].always_judged) index_.always_rules.push_back(number);
    add_units(std::move(made->units), number);
  }

  void add_units(std::vector<WatchedUnit> units, std::uint32_t rule) {
    for (WatchedUnit& one : units) {
      one.unit.rule = rule;
      one.unit.places = index_.rules[rule].filters[one.unit.filter].places;
      if (!options_.triggered) one.unit.always = true;
      index_.units.push_back(std::move(one.unit));
      watched_.push_back({std::move(one.requirements), std::move(one.heads)});
    }
  }

  RuleOrder order_of(const packs::Pack& pack, const packs::RuleDefinition& definition) const {
    return {pack, definition, {*index_.knowledge, packs_, false, {}, options_.known}, options_, first_topic_};
  }

  std::uint32_t family_of(const Rule& rule, const packs::RuleDefinition& definition) {
    const std::string name =
        definition.family.empty() ? definition.id : rule.pack + " " + definition.family;
    return families_.emplace(name, static_cast<std::uint32_t>(families_.size())).first->second;
  }

  PolicySet::Index& index_;
  const PolicyOptions& options_;
  std::span<const packs::Pack> packs_;
  std::vector<base::Error>& errors_;
  std::vector<Watched> watched_;
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
  return index_->late == nullptr ? std::span<const Rule>(index_->rules) : index_->late->all_rules();
}

RuleInfo PolicySet::info(std::uint32_t number) const {
  return index_->late == nullptr ? index_->rules[number].info : index_->late->info(number);
}

std::vector<RuleInfo> PolicySet::infos() const {
  std::vector<RuleInfo> all;
  for (std::uint32_t number = 0; number < index_->rule_count(); ++number)
    all.push_back(info(number));
  return all;
}

std::vector<RuleInfo> PolicySet::infos(std::span<const std::string> ids) const {
  std::vector<RuleInfo> some;
  for (const std::string& id : ids) {
    if (const auto number = number_of(id)) some.push_back(info(*number));
  }
  return some;
}

std::optional<std::uint32_t> PolicySet::number_of(std::string_view id) const {
  if (index_->late == nullptr) {
    const auto found = index_->by_id.find(std::string(id));
    return found == index_->by_id.end() ? std::nullopt : std::optional(found->second);
  }
  for (std::uint32_t number = 0; number < index_->rule_count(); ++number) {
    if (index_->late->id(number) == id) return number;
  }
  return std::nullopt;
}

const Rule* PolicySet::rule_named(std::string_view id) const {
  const auto number = number_of(id);
  return number ? &index_->rule(*number) : nullptr;
}

bool PolicySet::runs_always(const Rule& rule) const {
  return std::ranges::any_of(index_->always_units, [&](std::uint32_t unit) {
    return &index_->rule(index_->leads[unit].rule) == &rule;
  });
}

std::span<const lexicon::Atom> PolicySet::atoms() const {
  return index_->atoms;
}

std::uint32_t PolicySet::trigger_count() const {
  return static_cast<std::uint32_t>(index_->wakes_begin.size() - 1);
}

}  // namespace linter::checks::policy
