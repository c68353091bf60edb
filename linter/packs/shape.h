// What a YAML value may look like: one table behind strict reading, JSON Schema and the docs.
//
// Shapes are constant data, made once per kind of file, mapping or key, and refer to one another by
// pointer. Whoever reads a value that check() found nothing wrong with may take its keys and types
// for granted.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/base/yaml.h"

namespace linter::packs {

enum class ShapeKind : std::uint8_t {
  text,      // any scalar that is not empty
  any_text,  // any scalar
  pattern,   // text that is a regular expression
  name,      // [a-z0-9][a-z0-9-]*
  url,       // http or https
  date,      // 2026-11-20
  whole,     // a whole number within [low, high]
  number,
  boolean,
  choice,       // one of names()
  one_or_many,  // an `item` or a list of at least `low` of them
  list,         // of at least `low` times `item`
  mapping,      // the keys of `fields`
  dictionary,   // any keys, each value an `item`
  either,       // `item` where the value is a scalar, else `other`
  anything,     // checked by somebody else
};

struct Field;
using Names = std::span<const std::string_view> (*)();

struct Shape {
  ShapeKind kind = ShapeKind::text;
  const Shape* item = nullptr;
  const Shape* other = nullptr;
  std::span<const Field> fields{};
  std::span<const std::string_view>
      at_least_one{};  // of a mapping: keys of which one must be there
  Names names = nullptr;
  double low = 0;
  double high = std::numeric_limits<std::int32_t>::max();
};

struct Field {
  std::string_view name;
  const Shape* shape;
  bool required;
  std::string_view about;  // one sentence for authors
};

// Shapes without parameters.
extern const Shape text_shape;
extern const Shape any_text_shape;
extern const Shape pattern_shape;
extern const Shape name_shape;
extern const Shape url_shape;
extern const Shape date_shape;
extern const Shape boolean_shape;
extern const Shape number_shape;
extern const Shape count_shape;     // a whole number from 0
extern const Shape positive_shape;  // a whole number from 1
extern const Shape texts_shape;     // one text or a list of them
extern const Shape patterns_shape;
extern const Shape names_shape;
extern const Shape anything_shape;

// Where faults go: `file` is named in every error.
struct Faults {
  std::string_view file;
  std::vector<base::Error>& errors;

  void add(base::ErrorCode code, std::string message, base::yaml::Position at) const;
};

// Reports everything that is wrong with `value`: types, unknown keys (with the nearest right one),
// missing keys, values out of range. `path` is how messages call the value ("rules[2].source").
// Returns whether nothing was.
bool check(const base::yaml::Value& value, const Shape& shape, const Faults& faults,
           const std::string& path = {});

// check() for a mapping whose keys come from several tables.
bool check_fields(const base::yaml::Value& value, std::span<const std::span<const Field>> tables,
                  const Faults& faults, const std::string& path);

// [a-z0-9][a-z0-9-]*
[[nodiscard]] bool is_name(std::string_view text);

// Values of a mapping that check() accepted. A missing key gives an empty text or list, or
// `fallback`. What comes back as pointers or views lives as long as `mapping`.
[[nodiscard]] std::string_view text_at(const base::yaml::Value& mapping, std::string_view key,
                                       std::string_view fallback = {});
// The items of a list, or a single value as a list of one.
[[nodiscard]] std::vector<const base::yaml::Value*> items_at(const base::yaml::Value& mapping,
                                                             std::string_view key);
[[nodiscard]] std::vector<std::string> texts_at(const base::yaml::Value& mapping,
                                                std::string_view key);
[[nodiscard]] bool flag_at(const base::yaml::Value& mapping, std::string_view key, bool fallback);
[[nodiscard]] std::int64_t whole_at(const base::yaml::Value& mapping, std::string_view key,
                                    std::int64_t fallback);

}  // namespace linter::packs
