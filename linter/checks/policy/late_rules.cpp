#include "linter/checks/policy/late_rules.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "linter/packs/pack_image.h"

namespace linter::checks::policy {
namespace {

class Mute final : public Judge {
 public:
  void judge(const Scene& /*scene*/, std::span<const Hit> /*hits*/) const override {}
};

// Of units that have filters up to `last_filter`.
Rule mute_rule(std::string_view id, std::uint16_t last_filter) {
  Rule rule;
  rule.info.id = id;
  rule.off = true;
  rule.filters.resize(last_filter + std::size_t{1});
  rule.judge = std::make_unique<Mute>();
  return rule;
}

}  // namespace

const Unit& Units::operator[](std::uint32_t number) const {
  return late_ == nullptr ? all_[number] : late_->unit(number);
}

LateRules::LateRules(std::span<const packs::Pack> heads, PolicyOptions options, Kept kept)
    : heads_(heads),
      options_(std::move(options)),
      kept_(std::move(kept)),
      rules_(kept_.rules.size() - 1),
      units_(kept_.units.size()) {
  std::uint32_t first_topic = 0;
  for (const packs::Pack& head : heads_) {
    first_topics_.push_back(first_topic);
    first_topic += static_cast<std::uint32_t>(head.topics.size());
    languages_.push_back(primary_subtag(head.language));
  }
}

std::optional<packs::RuleDefinition> LateRules::definition_anew(const KeptRule& kept) const {
  if (!options_.definition) return std::nullopt;
  const auto number = static_cast<std::uint32_t>(&kept - kept_.rules.data());
  auto definition = options_.definition(heads_[kept.pack].id, id(number));
  const bool fits = definition && definition->file < heads_[kept.pack].files.size();
  return fits ? std::move(definition) : std::nullopt;
}

std::optional<packs::RuleDefinition> LateRules::definition_of(
    const KeptRule& kept, const base::LateRef& definition) const {
  const auto bytes = kept_.late[definition].checked();
  if (!bytes) return definition_anew(kept);
  base::ImageReader image(*bytes);
  auto read = packs::get_rule(image);
  const bool fits = read && read->file < heads_[kept.pack].files.size();
  return fits ? std::move(read) : std::nullopt;
}

RuleInfo LateRules::info(std::uint32_t number) const {
  const KeptRule& kept = kept_.rules[number];
  if (const auto definition = definition_of(kept, kept.whole))
    return info_of(heads_[kept.pack], *definition);
  RuleInfo info;
  info.id = id(number);
  return info;
}

std::span<const KeptUnit> LateRules::units_of(std::uint32_t number) const {
  const std::uint32_t begin = kept_.rules[number].first_unit;
  return kept_.units.subspan(begin, kept_.rules[number + 1].first_unit - begin);
}

// The rule, when its units are those that are kept.
std::optional<Rule> LateRules::rule_of(std::uint32_t number) const {
  const KeptRule& kept = kept_.rules[number];
  const auto definition = definition_of(kept, kept.definition);
  if (!definition) return std::nullopt;
  std::vector<base::Error> errors;
  auto made = make_rule({heads_[kept.pack],
                         *definition,
                         {*options_.knowledge, heads_, true, kept_.late[kept.judge].checked()},
                         options_,
                         first_topics_[kept.pack]},
                        errors);
  const auto is_same = [&](const WatchedUnit& one, const KeptUnit& own) {
    return one.unit.tag == own.tag && one.unit.filter == own.filter &&
           own.filter < made->rule.filters.size();
  };
  const bool fits =
      made && errors.empty() && std::ranges::equal(made->units, units_of(number), is_same);
  return fits ? std::optional(std::move(made->rule)) : std::nullopt;
}

void LateRules::recall_exceptions(std::uint32_t number, Rule& rule) const {
  std::uint32_t next = kept_.rules[number].first_exception;
  const std::uint32_t end = kept_.rules[number + 1].first_exception;
  for (Filter& filter : rule.filters) {
    for (base::Pattern& exception : filter.except)
      if (next < end) exception.recall(kept_.late[kept_.exceptions[next++]]);
  }
}

void LateRules::make_rule_now(std::uint32_t number) {
  const std::scoped_lock lock(mutex_);
  if (rules_.has(number)) return;
  std::optional<Rule> made = rule_of(number);
  if (!made) {
    std::uint16_t last_filter = 0;
    for (const KeptUnit& unit : units_of(number)) last_filter = std::max(last_filter, unit.filter);
    made = mute_rule(id(number), last_filter);
  }
  recall_exceptions(number, *made);
  made->language = language_of(number);
  made->topic = topic_of(number);
  made->family = kept_.rules[number].family;
  rules_.make(number, std::move(*made));
}

std::span<const Rule> LateRules::all_rules() {
  for (std::uint32_t number = 0; number < rules_.size(); ++number) std::ignore = rule(number);
  return rules_.all();
}

// Of a unit whose expression is damaged.
std::optional<base::Pattern> LateRules::pattern_anew(std::uint32_t unit) const {
  const std::uint32_t number = kept_.leads[unit].rule;
  const KeptRule& kept = kept_.rules[number];
  const auto definition = definition_anew(kept);
  const std::size_t own = unit - std::size_t{kept.first_unit};
  if (!definition || own >= units_of(number).size()) return std::nullopt;
  std::vector<base::Error> errors;
  auto made = make_rule({heads_[kept.pack],
                         *definition,
                         {*options_.knowledge, heads_},
                         options_,
                         first_topics_[kept.pack]},
                        errors);
  const bool fits = made && own < made->units.size();
  return fits ? std::move(made->units[own].unit.pattern) : std::nullopt;
}

std::optional<base::Pattern> LateRules::pattern_of(std::uint32_t unit,
                                                   base::PatternOptions options) const {
  const KeptUnit& kept = kept_.units[unit];
  const auto expression = kept_.late[kept.expression].checked();
  if (!expression) return pattern_anew(unit);
  auto pattern = base::Pattern::compile_known(*expression, options);
  if (!pattern) return std::nullopt;
  pattern->recall(kept_.late[kept.pattern]);
  return std::move(*pattern);
}

void LateRules::make_unit_now(std::uint32_t number) {
  const std::scoped_lock lock(mutex_);
  if (units_.has(number)) return;
  const KeptUnit& kept = kept_.units[number];
  const Lead& lead = kept_.leads[number];
  Unit unit;
  unit.rule = lead.rule;
  unit.tag = kept.tag;
  unit.filter = kept.filter;
  unit.places = lead.places();
  unit.options = {kept.has(KeptUnit::ignore_case), kept.has(KeptUnit::word_bounded),
                  kept.has(KeptUnit::literal)};
  if (kept.has(KeptUnit::has_pattern)) unit.pattern = pattern_of(number, unit.options);
  units_.make(number, std::move(unit));
}

}  // namespace linter::checks::policy
