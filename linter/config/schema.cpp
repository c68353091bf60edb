#include "linter/config/schema.h"

#include <initializer_list>
#include <utility>
#include <vector>

#include "linter/base/yaml.h"
#include "linter/config/keys.h"

namespace linter::config {
namespace {

using base::yaml::Kind;
using base::yaml::Value;

Value text(std::string_view content) {
  return {.kind = Kind::scalar, .quoted = true, .text = std::string(content)};
}

// A number or boolean, as JSON writes it.
Value plain(std::string content) {
  return {.kind = Kind::scalar, .text = std::move(content)};
}

Value list(std::vector<Value> items) {
  return {.kind = Kind::sequence, .text = {}, .items = std::move(items)};
}

Value texts(std::span<const std::string_view> contents) {
  std::vector<Value> items;
  for (const std::string_view content : contents) items.push_back(text(content));
  return list(std::move(items));
}

void set(Value& object, std::string_view key, Value value) {
  object.entries.emplace_back(text(key), std::move(value));
}

Value object(std::initializer_list<std::pair<std::string_view, Value>> members) {
  Value made{.kind = Kind::mapping, .text = {}};
  for (const auto& [key, value] : members) set(made, key, value);
  return made;
}

Value text_schema(Content content) {
  // A plain scalar that YAML takes for a number is text here all the same.
  constexpr std::string_view scalars[] = {"string", "number", "boolean"};
  Value schema = object({{"type", content == Content::any ? texts(scalars) : text("string")},
                         {"minLength", plain("1")}});
  const std::string expression(expression_of(content));
  if (!expression.empty()) set(schema, "pattern", text("^(" + expression + ")$"));
  return schema;
}

Value list_schema(Content content) {
  const Value item = text_schema(content);
  return object({{"anyOf", list({item, object({{"type", text("array")}, {"items", item}})})}});
}

Value rules_schema() {
  const Value level = object({{"enum", texts(level_names())}});
  const Value reasoned =
      object({{"type", text("object")},
              {"properties",
               object({{"severity", level}, {"reason", object({{"type", text("string")}})}})},
              {"required", list({text("severity")})},
              {"additionalProperties", plain("false")}});
  const std::string name(expression_of(Content::identifier));
  const std::string rule = "^" + name + "(\\." + name + ")?$";
  return object(
      {{"type", text("object")},
       {"patternProperties", object({{rule, object({{"anyOf", list({level, reasoned})}})}})},
       {"additionalProperties", plain("false")}});
}

Value mapping_schema(bool at_top);

class Schemas {
 public:
  explicit Schemas(Content content) : content_(content) {}

  Value operator()(Part part) const {
    if (part == Part::reason) return text_schema(content_);
    if (part != Part::overrides) return list_schema(content_);
    return object({{"type", text("array")},
                   {"maxItems", plain(std::to_string(max_overrides))},
                   {"items", mapping_schema(false)}});
  }
  Value operator()(Text Settings::*) const { return text_schema(content_); }
  Value operator()(Texts Settings::*) const { return list_schema(content_); }
  Value operator()(Patterns Settings::*) const { return list_schema(content_); }
  Value operator()(std::vector<Group> Settings::*) const {
    return object({{"type", text("object")}, {"additionalProperties", list_schema(content_)}});
  }
  Value operator()(std::vector<RuleLevel> Settings::*) const { return rules_schema(); }
  Value operator()(Setting<FailOn> Settings::*) const {
    return object({{"enum", texts(fail_on_names())}});
  }
  Value operator()(Setting<std::uint64_t> Settings::*) const {
    return object({{"type", text("integer")},
                   {"minimum", plain("1")},
                   {"maximum", plain(std::to_string(highest_max_file_bytes))}});
  }

 private:
  Content content_;
};

Value mapping_schema(bool at_top) {
  Value properties = object({});
  for (const Key& key : keys()) {
    if (!(at_top ? key.at_top : key.in_overrides)) continue;
    Value schema = std::visit(Schemas(key.content), key.meaning);
    set(schema, "description", text(key.about));
    set(properties, key.name, std::move(schema));
  }
  Value schema = object({{"type", text("object")}, {"properties", std::move(properties)}});
  if (!at_top) set(schema, "required", list({text("paths"), text("reason")}));
  set(schema, "additionalProperties", plain("false"));
  return schema;
}

}  // namespace

std::string json_schema() {
  Value schema = mapping_schema(true);
  set(schema, "$schema", text("http://json-schema.org/draft-07/schema#"));
  set(schema, "title", text("galley configuration"));
  return base::yaml::to_json(schema) + "\n";
}

}  // namespace linter::config
