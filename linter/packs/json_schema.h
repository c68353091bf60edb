// Shapes as JSON Schema (draft-07), built as YAML values and written as JSON.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/packs/shape.h"

namespace linter::packs {

// Makes JSON values; yaml::to_json writes them.
struct Json {
  using Entries = std::vector<std::pair<std::string, base::yaml::Value>>;
  [[nodiscard]] static base::yaml::Value text(std::string_view text);
  [[nodiscard]] static base::yaml::Value plain(std::string_view text);  // a number or boolean
  [[nodiscard]] static base::yaml::Value list(std::vector<base::yaml::Value> items);
  [[nodiscard]] static base::yaml::Value object(Entries entries);
  static void add(base::yaml::Value& object, std::string_view key, base::yaml::Value value);
};

// What check() accepts, as a schema: it refuses nothing that check() accepts, and accepts nothing
// that check() refuses but what a schema cannot say (that a plain number stands without quotes,
// that a month has so many days).
[[nodiscard]] base::yaml::Value json_schema(const Shape& shape);

// The same for a mapping whose keys come from several tables, of which `at_least_one` must be
// there.
[[nodiscard]] base::yaml::Value json_schema_of_fields(
    std::span<const std::span<const Field>> tables, std::span<const std::string_view> at_least_one);

// JSON with line breaks and two spaces a level, ending in a newline.
[[nodiscard]] std::string indented(const base::yaml::Value& value);

}  // namespace linter::packs
