// galley policy schema: the tables that packs are read by, as JSON Schema.
#include <array>

#include "linter/checks/policy/authoring.h"
#include "linter/checks/policy/kinds.h"
#include "linter/context/cue_keys.h"
#include "linter/knowledge/keys.h"
#include "linter/packs/json_schema.h"
#include "linter/packs/keys.h"

namespace linter::checks::policy {
namespace {

using base::yaml::Value;
using packs::Json;

constexpr std::array<std::string_view, 4> file_kinds{"pack", "rules", "cues", "knowledge"};

// {"if": {"properties": {"kind": {"const": K}}}, "then": {"$ref": "#/definitions/K"}}
Value choice_of(const Kind& kind) {
  Value is_kind = Json::object({{"kind", Json::object({{"const", Json::text(kind.name)}})}});
  Value condition = Json::object({{"properties", std::move(is_kind)}});
  return Json::object(
      {{"if", std::move(condition)},
       {"then", Json::object({{"$ref", Json::text("#/definitions/" + std::string(kind.name))}})}});
}

Value rule_schema() {
  std::vector<Value> choices;
  std::vector<Value> kind_list;
  for (const Kind& kind : kinds()) {
    choices.push_back(choice_of(kind));
    kind_list.push_back(Json::text(kind.name));
  }
  Value kind = Json::object({{"enum", Json::list(std::move(kind_list))}});
  return Json::object(
      {{"type", Json::text("object")},
       {"required", Json::list({Json::text("rule"), Json::text("kind"), Json::text("message")})},
       {"properties", Json::object({{"kind", std::move(kind)}})},
       {"allOf", Json::list(std::move(choices))}});
}

Value kind_definitions() {
  Value definitions = Json::object({});
  for (const Kind& kind : kinds()) {
    Value one = packs::json_schema_of_fields(fields_of(kind), kind.at_least_one);
    Json::add(one, "description", Json::text(kind.about));
    Json::add(definitions, kind.name, std::move(one));
  }
  return definitions;
}

// What an item of the list under `key` at the top of a file looks like; nothing for other keys.
std::optional<Value> item_schema(std::string_view key) {
  if (key == "rules") return rule_schema();
  if (key == "cues") return packs::json_schema(context::cue_entry_shape());
  const packs::Shape* shape = knowledge::entry_shape(key);
  return shape == nullptr ? std::nullopt : std::optional(packs::json_schema(*shape));
}

// A mapping with the keys of `tables`.
Value file_schema(std::span<const std::span<const packs::Field>> tables, std::string_view title) {
  Value schema = packs::json_schema_of_fields(tables, {});
  bool has_rules = false;
  for (auto& [key, value] : schema.entries) {
    if (key.text != "properties") continue;
    for (auto& [name, property] : value.entries) {
      auto item = item_schema(name.text);
      if (!item) continue;
      has_rules = has_rules || name.text == "rules";
      Json::add(property, "items", std::move(*item));
    }
  }
  Value whole = Json::object({{"$schema", Json::text("http://json-schema.org/draft-07/schema#")},
                              {"title", Json::text(title)}});
  for (auto& [key, value] : schema.entries) Json::add(whole, key.text, std::move(value));
  if (has_rules) Json::add(whole, "definitions", kind_definitions());
  return whole;
}

// A field table with nothing required: what a pack of one file may have beside its own keys.
std::vector<packs::Field> optional(std::span<const packs::Field> fields) {
  std::vector<packs::Field> result(fields.begin(), fields.end());
  for (packs::Field& field : result) field.required = false;
  return result;
}

}  // namespace

std::span<const std::string_view> schema_names() {
  return file_kinds;
}

std::optional<std::string> schema(std::string_view name) {
  const std::vector<packs::Field> rules = optional(packs::rules_file_fields());
  using Tables = std::vector<std::span<const packs::Field>>;
  if (name == "pack")
    return packs::indented(
        file_schema(Tables{packs::pack_fields(), rules}, "A galley policy pack"));
  if (name == "rules")
    return packs::indented(
        file_schema(Tables{rules}, "Rules or fragments of a galley policy pack"));
  if (name == "cues")
    return packs::indented(
        file_schema(Tables{packs::cues_file_fields()}, "Context cues of a galley policy pack"));
  if (name == "knowledge")
    return packs::indented(
        file_schema(Tables{packs::knowledge_file_fields()}, "Knowledge of a galley policy pack"));
  return std::nullopt;
}

}  // namespace linter::checks::policy
