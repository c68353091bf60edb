#include "linter/packs/read_rule.h"

#include <algorithm>

#include "linter/base/names.h"
#include "linter/packs/keys.h"

namespace linter::packs {
namespace {

using base::ErrorCode;
using base::yaml::Kind;
using base::yaml::Value;

constexpr std::string_view any_topic = "any";

// Checks the keys that all rules share; others may be the kind's.
bool check_common(const Value& value, const Faults& faults, const std::string& path) {
  if (value.kind != Kind::mapping) {
    faults.add(ErrorCode::wrong_type, "'" + path + "' must be a mapping (key: value)",
               value.position);
    return false;
  }
  Value common{.kind = Kind::mapping, .position = value.position};
  for (const Field& field : rule_fields()) {
    const auto entry = std::ranges::find(
        value.entries, field.name, [](const auto& e) -> std::string_view { return e.first.text; });
    if (entry != value.entries.end()) common.entries.push_back(*entry);
  }
  const std::span<const Field> tables[] = {rule_fields()};
  return check_fields(common, tables, faults, path);
}

std::vector<Example> read_examples(const Value& rule, std::string_view side) {
  std::vector<Example> examples;
  const Value* both = rule.find("examples");
  if (both == nullptr) return examples;
  for (const Value* item : items_at(*both, side)) {
    Example example{.text = item->text, .position = item->position};
    if (item->kind == Kind::mapping) {
      example.text = text_at(*item, "text");
      example.format = text_at(*item, "format", example.format);
      example.beside = texts_at(*item, "beside");
      const auto count = whole_at(*item, "count", 0);
      if (count > 0) example.count = static_cast<std::uint32_t>(count);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<findings::Citation> read_sources(const Value& rule) {
  std::vector<findings::Citation> sources;
  for (const Value* item : items_at(rule, "source")) {
    sources.push_back({std::string(text_at(*item, "title")), std::string(text_at(*item, "url")),
                       std::string(text_at(*item, "section")),
                       std::string(text_at(*item, "date"))});
  }
  return sources;
}

template <class Enumerator>
Enumerator chosen(const Value& rule, std::string_view key, std::span<const std::string_view> names,
                  Enumerator fallback) {
  const auto found = std::ranges::find(names, text_at(rule, key));
  return found == names.end() ? fallback : static_cast<Enumerator>(found - names.begin());
}

// Jurisdictions must be those that the pack declares.
bool check_jurisdictions(const Value& rule, const Pack& pack, const Faults& faults) {
  std::vector<std::string_view> known;
  for (const Jurisdiction& one : pack.jurisdictions) known.push_back(one.id);
  bool all_known = true;
  for (const Value* item : items_at(rule, "jurisdictions")) {
    if (std::ranges::find(known, item->text) != known.end()) continue;
    all_known = false;
    faults.add(ErrorCode::bad_value,
               "the jurisdiction '" + item->text + "' is not declared" +
                   base::nearest_hint(item->text, known) +
                   ": add it under 'jurisdictions' in pack.yaml",
               item->position);
  }
  return all_known;
}

// The topic must be one that the pack declares, or "any".
bool check_topic(const Value& rule, const Pack& pack, const Faults& faults) {
  const Value* topic = rule.find("topic");
  if (topic == nullptr || topic->text == any_topic) return true;
  std::vector<std::string_view> known{any_topic};
  for (const Topic& one : pack.topics) known.push_back(one.id);
  if (std::ranges::find(known, topic->text) != known.end()) return true;
  faults.add(ErrorCode::bad_value,
             "the topic '" + topic->text + "' is not declared" +
                 base::nearest_hint(topic->text, known) + ": add it under 'topics' in pack.yaml",
             topic->position);
  return false;
}

}  // namespace

std::optional<ReadRule> read_rule(Value value, const RuleSetting& setting, const Faults& faults,
                                  const std::string& path) {
  bool good = check_common(value, faults, path);
  if (!is_name(text_at(value, "rule")) || text_at(value, "kind").empty()) return std::nullopt;
  good = check_jurisdictions(value, setting.pack, faults) && good;
  good = check_topic(value, setting.pack, faults) && good;
  if (setting.requires_source && value.find("source") == nullptr) {
    faults.add(ErrorCode::missing_source,
               "'" + path + "' has no 'source': this pack requires one of every rule",
               value.position);
    good = false;
  }
  RuleDefinition rule;
  rule.name = text_at(value, "rule");
  rule.id = setting.pack.id + "." + rule.name;
  rule.kind = text_at(value, "kind");
  rule.message = text_at(value, "message");
  rule.about = text_at(value, "about");
  rule.why = text_at(value, "why");
  rule.instead = text_at(value, "instead");
  rule.severity =
      chosen(value, "severity", findings::severity_names(), findings::Severity::warning);
  rule.category = chosen(value, "category", findings::category_names(), setting.category);
  rule.bad = read_examples(value, "bad");
  rule.good = read_examples(value, "good");
  rule.sources = read_sources(value);
  rule.jurisdictions = texts_at(value, "jurisdictions");
  rule.links = texts_at(value, "links");
  rule.family = text_at(value, "family");
  rule.yields = flag_at(value, "yields", false);
  rule.topic = text_at(value, "topic", setting.pack.topic);
  if (rule.topic == any_topic) rule.topic.clear();
  rule.stet_never = value.find("stet") != nullptr;
  rule.since = static_cast<std::uint32_t>(whole_at(value, "since", 1));
  rule.file = setting.file;
  rule.body = std::move(value);
  return ReadRule{std::move(rule), !good};
}

}  // namespace linter::packs
