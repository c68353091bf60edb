#include "linter/packs/shape.h"

#include <algorithm>

#include "linter/base/dates.h"
#include "linter/base/names.h"

namespace linter::packs {

using base::ErrorCode;
using base::yaml::Kind;
using base::yaml::Value;

const Shape text_shape{.kind = ShapeKind::text};
const Shape any_text_shape{.kind = ShapeKind::any_text};
const Shape pattern_shape{.kind = ShapeKind::pattern};
const Shape name_shape{.kind = ShapeKind::name};
const Shape url_shape{.kind = ShapeKind::url};
const Shape date_shape{.kind = ShapeKind::date};
const Shape boolean_shape{.kind = ShapeKind::boolean};
const Shape number_shape{.kind = ShapeKind::number};
const Shape count_shape{.kind = ShapeKind::whole, .low = 0};
const Shape positive_shape{.kind = ShapeKind::whole, .low = 1};
const Shape texts_shape{.kind = ShapeKind::one_or_many, .item = &text_shape, .low = 1};
const Shape patterns_shape{.kind = ShapeKind::one_or_many, .item = &pattern_shape, .low = 1};
const Shape names_shape{.kind = ShapeKind::one_or_many, .item = &name_shape, .low = 1};
const Shape anything_shape{.kind = ShapeKind::anything};

namespace {

std::string shown(const Value& value) {
  constexpr std::size_t longest = 40;
  switch (value.kind) {
    case Kind::null:
      return "nothing";
    case Kind::sequence:
      return "a list";
    case Kind::mapping:
      return "a mapping";
    case Kind::scalar:
      break;
  }
  return value.text.size() > longest ? "text" : "'" + value.text + "'";
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_url(std::string_view text) {
  const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
  return has_scheme && text.find_first_of(" \t\n\"<>") == std::string_view::npos;
}

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

// One walk over a value; keeps what every step needs.
class Checker {
 public:
  explicit Checker(const Faults& faults) : faults_(faults), before_(faults.errors.size()) {}

  [[nodiscard]] bool found_nothing() const { return faults_.errors.size() == before_; }

  void value(const Value& value, const Shape& shape, const std::string& path) {
    switch (shape.kind) {
      case ShapeKind::anything:
        return;
      case ShapeKind::one_or_many:
        return one_or_many(value, shape, path);
      case ShapeKind::list:
        return list(value, shape, path);
      case ShapeKind::dictionary:
        return dictionary(value, shape, path);
      case ShapeKind::either: {
        const bool scalar = value.kind == Kind::scalar || value.kind == Kind::null;
        return this->value(value, scalar ? *shape.item : *shape.other, path);
      }
      case ShapeKind::mapping: {
        const std::span<const Field> tables[] = {shape.fields};
        mapping(value, tables, path);
        return need_one(value, shape, path);
      }
      default:
        return scalar(value, shape, path);
    }
  }

  void mapping(const Value& value, std::span<const std::span<const Field>> tables,
               const std::string& path) {
    base::yaml::Reader reader(value, faults_.file, faults_.errors, path);
    for (const std::span<const Field> fields : tables) {
      for (const Field& field : fields) {
        const Value* found = reader.take(field.name);
        if (found != nullptr) {
          this->value(*found, *field.shape, reader.path_of(field.name));
        } else if (field.required && value.kind == Kind::mapping) {
          report(ErrorCode::missing_key, "'" + reader.path_of(field.name) + "' is missing", value);
        }
      }
    }
    reader.finish();
  }

 private:
  void report(ErrorCode code, std::string message, const Value& at) {
    faults_.add(code, std::move(message), at.position);
  }

  void wrong(ErrorCode code, const std::string& path, std::string_view wanted, const Value& found) {
    const std::string subject = path.empty() ? "the document" : "'" + path + "'";
    report(code, subject + " must be " + std::string(wanted) + ", not " + shown(found), found);
  }

  void need_one(const Value& value, const Shape& shape, const std::string& path) {
    if (shape.at_least_one.empty() || value.kind != Kind::mapping) return;
    const auto is_there = [&](std::string_view key) { return value.find(key) != nullptr; };
    if (std::ranges::any_of(shape.at_least_one, is_there)) return;
    report(
        ErrorCode::missing_key,
        (path.empty() ? "this" : "'" + path + "'") + " needs one of " + listed(shape.at_least_one),
        value);
  }

  void one_or_many(const Value& value, const Shape& shape, const std::string& path) {
    if (value.kind == Kind::sequence) return list(value, shape, path);
    this->value(value, *shape.item, path);
  }

  void list(const Value& value, const Shape& shape, const std::string& path) {
    if (value.kind != Kind::sequence) return wrong(ErrorCode::wrong_type, path, "a list", value);
    const auto fewest = static_cast<std::size_t>(shape.low);
    if (value.items.size() < fewest) {
      report(ErrorCode::bad_value,
             "'" + path + "' needs at least " + std::to_string(fewest) + " in its list", value);
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      this->value(value.items[i], *shape.item, path + "[" + std::to_string(i) + "]");
    }
  }

  void dictionary(const Value& value, const Shape& shape, const std::string& path) {
    if (value.kind != Kind::mapping)
      return wrong(ErrorCode::wrong_type, path, "a mapping (key: value)", value);
    for (const auto& [key, entry] : value.entries) {
      if (key.text.empty()) report(ErrorCode::bad_value, "'" + path + "' has an empty key", key);
      this->value(entry, *shape.item, path + "." + key.text);
    }
  }

  void scalar(const Value& value, const Shape& shape, const std::string& path) {
    const std::string_view wanted = scalar_name(shape.kind);
    if (value.kind != Kind::scalar) return wrong(ErrorCode::wrong_type, path, wanted, value);
    if (shape.kind == ShapeKind::any_text) return;
    if (value.text.empty()) return report(ErrorCode::bad_value, "'" + path + "' is empty", value);
    switch (shape.kind) {
      case ShapeKind::whole:
        return whole(value, shape, path);
      case ShapeKind::choice:
        return choice(value, shape, path);
      case ShapeKind::number:
        if (!base::yaml::as_number(value)) wrong(ErrorCode::wrong_type, path, wanted, value);
        return;
      case ShapeKind::boolean:
        if (!base::yaml::as_bool(value)) wrong(ErrorCode::wrong_type, path, wanted, value);
        return;
      case ShapeKind::name:
        if (!is_name(value.text)) wrong(ErrorCode::bad_value, path, wanted, value);
        return;
      case ShapeKind::url:
        if (!is_url(value.text)) wrong(ErrorCode::bad_value, path, wanted, value);
        return;
      case ShapeKind::date:
        if (!base::is_date(value.text)) wrong(ErrorCode::bad_value, path, wanted, value);
        return;
      default:
        return;
    }
  }

  static std::string_view scalar_name(ShapeKind kind) {
    switch (kind) {
      case ShapeKind::pattern:
        return "a pattern";
      case ShapeKind::name:
        return "a name of lower-case letters, digits and hyphens";
      case ShapeKind::url:
        return "an address that begins with https://";
      case ShapeKind::date:
        return "a date like 2026-11-20";
      case ShapeKind::whole:
        return "a whole number, without quotes";
      case ShapeKind::number:
        return "a number, without quotes";
      case ShapeKind::boolean:
        return "true or false, without quotes";
      case ShapeKind::choice:
        return "one word";
      default:
        return "text";
    }
  }

  void whole(const Value& value, const Shape& shape, const std::string& path) {
    const auto number = base::yaml::as_int(value);
    if (!number) return wrong(ErrorCode::wrong_type, path, scalar_name(shape.kind), value);
    const auto low = static_cast<std::int64_t>(shape.low);
    const auto high = static_cast<std::int64_t>(shape.high);
    if (*number >= low && *number <= high) return;
    wrong(ErrorCode::bad_value, path,
          "a whole number between " + std::to_string(low) + " and " + std::to_string(high), value);
  }

  void choice(const Value& value, const Shape& shape, const std::string& path) {
    const std::span<const std::string_view> names = shape.names();
    if (std::ranges::find(names, value.text) != names.end()) return;
    report(ErrorCode::bad_value,
           "'" + path + "' cannot be " + shown(value) + base::nearest_hint(value.text, names) +
               "; it is one of " + listed(names),
           value);
  }

  const Faults& faults_;
  std::size_t before_;
};

// True only where a Checker would find nothing, which most values are: no path is made for them.
class Glance {
 public:
  [[nodiscard]] static bool is_fine(const Value& value, const Shape& shape) {
    const auto item_is_fine = [&](const Value& item) { return is_fine(item, *shape.item); };
    switch (shape.kind) {
      case ShapeKind::anything:
        return true;
      case ShapeKind::one_or_many:
        if (value.kind != Kind::sequence) return item_is_fine(value);
        [[fallthrough]];
      case ShapeKind::list:
        return value.kind == Kind::sequence &&
               value.items.size() >= static_cast<std::size_t>(shape.low) &&
               std::ranges::all_of(value.items, item_is_fine);
      case ShapeKind::dictionary:
        return value.kind == Kind::mapping &&
               std::ranges::all_of(value.entries, [&](const auto& entry) {
                 return !entry.first.text.empty() && item_is_fine(entry.second);
               });
      case ShapeKind::either: {
        const bool scalar = value.kind == Kind::scalar || value.kind == Kind::null;
        return is_fine(value, scalar ? *shape.item : *shape.other);
      }
      case ShapeKind::mapping: {
        const std::span<const Field> tables[] = {shape.fields};
        const auto is_there = [&](std::string_view key) { return value.find(key) != nullptr; };
        return are_fine(value, tables) && (shape.at_least_one.empty() ||
                                           std::ranges::any_of(shape.at_least_one, is_there));
      }
      case ShapeKind::text:
      case ShapeKind::pattern:
        return value.kind == Kind::scalar && !value.text.empty();
      default: {
        std::vector<base::Error> errors;
        const Faults faults{{}, errors};
        Checker(faults).value(value, shape, {});
        return errors.empty();
      }
    }
  }

  [[nodiscard]] static bool are_fine(const Value& value,
                                     std::span<const std::span<const Field>> tables) {
    if (value.kind != Kind::mapping) return false;
    const auto is_fine_entry = [&](const auto& entry) {
      bool is_known = false;
      for (const std::span<const Field> fields : tables) {
        const auto field = std::ranges::find(fields, entry.first.text, &Field::name);
        if (field == fields.end()) continue;
        if (!is_fine(entry.second, *field->shape)) return false;
        is_known = true;
      }
      return is_known;
    };
    const auto is_missing = [&](const Field& field) {
      return field.required && value.find(field.name) == nullptr;
    };
    return std::ranges::all_of(value.entries, is_fine_entry) &&
           std::ranges::none_of(tables, [&](const std::span<const Field> fields) {
             return std::ranges::any_of(fields, is_missing);
           });
  }
};

}  // namespace

void Faults::add(ErrorCode code, std::string message, base::yaml::Position at) const {
  errors.push_back({code, std::move(message), std::string(file), at.line, at.column});
}

bool check(const Value& value, const Shape& shape, const Faults& faults, const std::string& path) {
  if (Glance::is_fine(value, shape)) return true;
  Checker checker(faults);
  checker.value(value, shape, path);
  return checker.found_nothing();
}

bool check_fields(const Value& value, std::span<const std::span<const Field>> tables,
                  const Faults& faults, const std::string& path) {
  if (Glance::are_fine(value, tables)) return true;
  Checker checker(faults);
  checker.mapping(value, tables, path);
  return checker.found_nothing();
}

bool is_name(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
  return !text.empty() && text.front() != '-' && text.size() <= 100 &&
         std::ranges::all_of(text, fits);
}

std::string_view text_at(const Value& mapping, std::string_view key, std::string_view fallback) {
  const Value* found = mapping.find(key);
  return found == nullptr ? fallback : std::string_view(found->text);
}

std::vector<const Value*> items_at(const Value& mapping, std::string_view key) {
  std::vector<const Value*> items;
  const Value* found = mapping.find(key);
  if (found == nullptr || found->kind == Kind::null) return items;
  if (found->kind != Kind::sequence) return {found};
  for (const Value& item : found->items) items.push_back(&item);
  return items;
}

std::vector<std::string> texts_at(const Value& mapping, std::string_view key) {
  std::vector<std::string> texts;
  for (const Value* item : items_at(mapping, key)) texts.push_back(item->text);
  return texts;
}

bool flag_at(const Value& mapping, std::string_view key, bool fallback) {
  const Value* found = mapping.find(key);
  return found == nullptr ? fallback : base::yaml::as_bool(*found).value_or(fallback);
}

std::int64_t whole_at(const Value& mapping, std::string_view key, std::int64_t fallback) {
  const Value* found = mapping.find(key);
  return found == nullptr ? fallback : base::yaml::as_int(*found).value_or(fallback);
}

}  // namespace linter::packs
