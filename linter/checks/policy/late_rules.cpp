#include "linter/checks/policy/late_rules.h"

#include <algorithm>
#include <utility>

#include "linter/packs/pack_image.h"

namespace linter::checks::policy {
namespace {

class Mute final : public Judge {
 public:
  void judge(const Scene& /*scene*/, std::span<const Hit> /*hits*/) const override {}
};

Rule mute_rule(std::string_view id) {
  Rule rule;
  rule.info.id = id;
  rule.off = true;
  rule.filters.emplace_back();
  rule.judge = std::make_unique<Mute>();
  return rule;
}

// All but the language, the topic and the family, which others may be reading.
void take(Rule made, Rule& rule) {
  rule.info = std::move(made.info);
  rule.severity = made.severity;
  rule.off = made.off;
  rule.news = made.news;
  rule.message = std::move(made.message);
  rule.file = std::move(made.file);
  rule.position = made.position;
  rule.pack = std::move(made.pack);
  rule.yields = made.yields;
  rule.filters = std::move(made.filters);
  rule.judge = std::move(made.judge);
  rule.always_judged = made.always_judged;
  rule.judges_assertions = made.judges_assertions;
  rule.filters_reports = made.filters_reports;
}

}  // namespace

LateRules::LateRules(std::span<const packs::Pack> heads, PolicyOptions options, Kept kept)
    : heads_(heads),
      options_(std::move(options)),
      kept_(std::move(kept)),
      made_(std::make_unique<std::atomic<bool>[]>(kept_.rules.size())),
      has_pattern_made_(std::make_unique<std::atomic<bool>[]>(kept_.units.size())) {
  std::uint32_t first_topic = 0;
  for (const packs::Pack& head : heads_) {
    first_topics_.push_back(first_topic);
    first_topic += static_cast<std::uint32_t>(head.topics.size());
  }
}

std::optional<packs::RuleDefinition> LateRules::definition_of(const KeptRule& kept) const {
  const auto bytes = kept.definition.checked();
  std::optional<packs::RuleDefinition> definition;
  if (bytes) {
    base::ImageReader image(*bytes);
    definition = packs::get_rule(image);
  } else if (options_.definition) {
    definition = options_.definition(heads_[kept.pack].id, kept.id);
  }
  const bool fits = definition && definition->file < heads_[kept.pack].files.size();
  return fits ? std::move(definition) : std::nullopt;
}

RuleInfo LateRules::info(std::uint32_t number) const {
  const KeptRule& kept = kept_.rules[number];
  if (const auto definition = definition_of(kept)) return info_of(heads_[kept.pack], *definition);
  RuleInfo info;
  info.id = kept.id;
  return info;
}

// The rule, when its units are these.
std::optional<Rule> LateRules::rule_of(std::uint32_t number, std::span<const Unit> units) const {
  const KeptRule& kept = kept_.rules[number];
  const auto definition = definition_of(kept);
  if (!definition) return std::nullopt;
  std::vector<base::Error> errors;
  auto made = make_rule({heads_[kept.pack],
                         *definition,
                         {*options_.knowledge, heads_, true, kept.judge.checked()},
                         options_,
                         first_topics_[kept.pack]},
                        errors);
  const auto is_same = [&](const WatchedUnit& one, const Unit& own) {
    return one.unit.tag == own.tag && one.unit.filter == own.filter &&
           own.filter < made->rule.filters.size();
  };
  const bool fits = made && errors.empty() && std::ranges::equal(made->units, units, is_same);
  return fits ? std::optional(std::move(made->rule)) : std::nullopt;
}

void LateRules::recall_exceptions(std::uint32_t number, Rule& rule) const {
  std::uint32_t next = kept_.rules[number].first_exception;
  const std::uint32_t end = kept_.rules[number + 1].first_exception;
  for (Filter& filter : rule.filters) {
    for (base::Pattern& exception : filter.except)
      if (next < end) exception.recall(kept_.exceptions[next++]);
  }
}

void LateRules::make_now(std::uint32_t number, std::vector<Rule>& rules, std::vector<Unit>& units) {
  const std::scoped_lock lock(mutex_);
  if (made_[number].load(std::memory_order_relaxed)) return;
  const KeptRule& kept = kept_.rules[number];
  const std::span<Unit> own = std::span(units).subspan(
      kept.first_unit, kept_.rules[number + 1].first_unit - kept.first_unit);
  std::optional<Rule> made = rule_of(number, own);
  if (!made) {
    made = mute_rule(kept.id);
    for (Unit& unit : own) unit.filter = 0;
  }
  recall_exceptions(number, *made);
  take(std::move(*made), rules[number]);
  made_[number].store(true, std::memory_order_release);
}

void LateRules::make_pattern_now(std::uint32_t unit, std::vector<Unit>& units) {
  const std::scoped_lock lock(mutex_);
  if (has_pattern_made_[unit].load(std::memory_order_relaxed)) return;
  const KeptUnit& kept = kept_.units[unit];
  if (kept.has_pattern) {
    auto pattern = base::Pattern::compile_known(kept.expression, kept.options);
    if (pattern) {
      pattern->recall(kept.pattern);
      units[unit].pattern.emplace(std::move(*pattern));
    }
  }
  has_pattern_made_[unit].store(true, std::memory_order_release);
}

}  // namespace linter::checks::policy
