#include "linter/commands/json_text.h"

#include "linter/reports/harmless.h"

namespace linter::commands {
namespace {

JsonValue scalar(std::string text, bool quoted) {
  JsonValue value;
  value.kind = base::yaml::Kind::scalar;
  value.quoted = quoted;
  value.text = std::move(text);
  return value;
}

}  // namespace

JsonValue json(std::string_view text) {
  return scalar(std::string(text), true);
}

JsonValue json(std::uint64_t number) {
  return scalar(std::to_string(number), false);
}

JsonValue json(bool truth) {
  return scalar(truth ? "true" : "false", false);
}

JsonValue json(const std::vector<std::string>& texts) {
  std::vector<JsonValue> items;
  for (const std::string& text : texts) items.push_back(json(text));
  return json_list(std::move(items));
}

JsonValue json_list(std::vector<JsonValue> items) {
  JsonValue value;
  value.kind = base::yaml::Kind::sequence;
  value.items = std::move(items);
  return value;
}

JsonValue json_object(std::vector<std::pair<std::string_view, JsonValue>> entries) {
  JsonValue value;
  value.kind = base::yaml::Kind::mapping;
  for (auto& [key, entry] : entries) value.entries.emplace_back(json(key), std::move(entry));
  return value;
}

std::string json_line(const JsonValue& value) {
  return reports::harmless_json(base::yaml::to_json(value)) + '\n';
}

}  // namespace linter::commands
