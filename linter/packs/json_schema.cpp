#include "linter/packs/json_schema.h"

#include <array>
#include <cmath>

namespace linter::packs {

using base::yaml::Kind;
using base::yaml::Value;

Value Json::text(std::string_view text) {
  return {.kind = Kind::scalar, .quoted = true, .text = std::string(text)};
}
Value Json::plain(std::string_view text) {
  return {.kind = Kind::scalar, .text = std::string(text)};
}
Value Json::list(std::vector<Value> items) {
  return {.kind = Kind::sequence, .items = std::move(items)};
}
Value Json::object(Entries entries) {
  Value value{.kind = Kind::mapping};
  for (auto& [key, entry] : entries) add(value, key, std::move(entry));
  return value;
}
void Json::add(Value& object, std::string_view key, Value value) {
  for (auto& [known, entry] : object.entries) {
    if (known.text != key) continue;
    entry = std::move(value);
    return;
  }
  object.entries.emplace_back(text(key), std::move(value));
}

namespace {

Value type(std::string_view name) {
  return Json::object({{"type", Json::text(name)}});
}

Value string_with_pattern(std::string_view pattern) {
  return Json::object({{"type", Json::text("string")}, {"pattern", Json::text(pattern)}});
}

Value names_list(std::span<const std::string_view> names) {
  std::vector<Value> items;
  for (const std::string_view name : names) items.push_back(Json::text(name));
  return Json::list(std::move(items));
}

// Text is whatever is written as a scalar: a plain number or boolean is text, too.
Value text_schema(std::string_view fewest) {
  return Json::object(
      {{"type", names_list(std::array<std::string_view, 3>{"string", "number", "boolean"})},
       {"minLength", Json::plain(fewest)}});
}

Value whole_schema(const Shape& shape) {
  return Json::object({{"type", Json::text("integer")},
                       {"minimum", Json::plain(std::to_string(std::llround(shape.low)))},
                       {"maximum", Json::plain(std::to_string(std::llround(shape.high)))}});
}

Value list_schema(const Shape& shape) {
  return Json::object({{"type", Json::text("array")},
                       {"items", json_schema(*shape.item)},
                       {"minItems", Json::plain(std::to_string(std::llround(shape.low)))}});
}

Value any_of(Value first, Value second) {
  return Json::object({{"anyOf", Json::list({std::move(first), std::move(second)})}});
}

void indent(const Value& value, std::size_t level, std::string& out) {
  const bool is_list = value.kind == Kind::sequence;
  const std::size_t size = is_list ? value.items.size() : value.entries.size();
  if (value.kind == Kind::scalar || value.kind == Kind::null || size == 0) {
    out += base::yaml::to_json(value);
    return;
  }
  const std::string margin(2 * (level + 1), ' ');
  out += is_list ? "[\n" : "{\n";
  for (std::size_t i = 0; i < size; ++i) {
    out += margin;
    if (!is_list) out += base::yaml::to_json(value.entries[i].first) + ": ";
    indent(is_list ? value.items[i] : value.entries[i].second, level + 1, out);
    out += i + 1 < size ? ",\n" : "\n";
  }
  out += std::string(2 * level, ' ') + (is_list ? "]" : "}");
}

}  // namespace

Value json_schema(const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::text:
    case ShapeKind::pattern:
      return text_schema("1");
    case ShapeKind::any_text:
      return text_schema("0");
    case ShapeKind::name:
      return string_with_pattern("^[a-z0-9][a-z0-9-]*$");
    case ShapeKind::url:
      return string_with_pattern("^https?://[^ \\t\\n\"<>]*$");
    case ShapeKind::date:
      return string_with_pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    case ShapeKind::whole:
      return whole_schema(shape);
    case ShapeKind::number:
      return type("number");
    case ShapeKind::boolean:
      return type("boolean");
    case ShapeKind::choice:
      return Json::object({{"enum", names_list(shape.names())}});
    case ShapeKind::one_or_many:
      return any_of(json_schema(*shape.item), list_schema(shape));
    case ShapeKind::list:
      return list_schema(shape);
    case ShapeKind::mapping: {
      const std::span<const Field> tables[] = {shape.fields};
      return json_schema_of_fields(tables, shape.at_least_one);
    }
    case ShapeKind::dictionary:
      return Json::object(
          {{"type", Json::text("object")}, {"additionalProperties", json_schema(*shape.item)}});
    case ShapeKind::either:
      return any_of(json_schema(*shape.item), json_schema(*shape.other));
    case ShapeKind::anything:
      return Json::object({});
  }
  return Json::object({});
}

Value json_schema_of_fields(std::span<const std::span<const Field>> tables,
                            std::span<const std::string_view> at_least_one) {
  Value properties = Json::object({});
  std::vector<Value> required;
  for (const std::span<const Field> fields : tables) {
    for (const Field& field : fields) {
      Value property = json_schema(*field.shape);
      if (!field.about.empty()) Json::add(property, "description", Json::text(field.about));
      Json::add(properties, field.name, std::move(property));
      if (field.required) required.push_back(Json::text(field.name));
    }
  }
  Value schema = Json::object({{"type", Json::text("object")},
                               {"properties", std::move(properties)},
                               {"additionalProperties", Json::plain("false")}});
  if (!required.empty()) Json::add(schema, "required", Json::list(std::move(required)));
  if (!at_least_one.empty()) {
    std::vector<Value> choices;
    for (const std::string_view key : at_least_one)
      choices.push_back(Json::object({{"required", Json::list({Json::text(key)})}}));
    Json::add(schema, "anyOf", Json::list(std::move(choices)));
  }
  return schema;
}

std::string indented(const Value& value) {
  std::string out;
  indent(value, 0, out);
  return out + "\n";
}

}  // namespace linter::packs
