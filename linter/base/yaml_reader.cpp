#include <algorithm>

#include "linter/base/names.h"
#include "linter/base/yaml.h"

namespace linter::base::yaml {
namespace {

constexpr std::size_t most_unknown_keys = 10;

std::string_view kind_name(const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return "nothing";
    case Kind::scalar:
      return "text";
    case Kind::sequence:
      return "a list";
    case Kind::mapping:
      return "a mapping";
  }
  return "nothing";
}

// What stands there, for a message.
std::string shown(const Value& value) {
  constexpr std::size_t longest = 40;
  if (value.kind != Kind::scalar || value.text.size() > longest)
    return std::string(kind_name(value));
  return "'" + value.text + "'";
}

}  // namespace

Reader::Reader(const Value& value, std::string_view file, std::vector<Error>& errors,
               std::string path)
    : value_(&value), file_(file), errors_(&errors), path_(std::move(path)) {
  if (value.kind == Kind::mapping) return;
  const std::string subject = path_.empty() ? "the document" : "'" + path_ + "'";
  report(ErrorCode::wrong_type,
         subject + " must be a mapping (key: value), not " + std::string(kind_name(value)), value);
}

bool Reader::has(std::string_view key) const {
  return value_->find(key) != nullptr;
}

const Value* Reader::take(std::string_view key) {
  if (std::ranges::find(known_, key) == known_.end()) known_.emplace_back(key);
  return value_->find(key);
}

std::string Reader::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void Reader::report(ErrorCode code, std::string message, const Value& at) {
  errors_->push_back({code, std::move(message), file_, at.position.line, at.position.column});
}

void Reader::wrong_type(std::string_view key, std::string_view wanted, const Value& found) {
  report(ErrorCode::wrong_type,
         "'" + path_of(key) + "' must be " + std::string(wanted) + ", not " + shown(found), found);
}

std::string Reader::required_string(std::string_view key) {
  const Value* found = take(key);
  if (found == nullptr) {
    if (value_->kind == Kind::mapping)
      report(ErrorCode::missing_key, "'" + path_of(key) + "' is missing", *value_);
    return {};
  }
  if (found->kind != Kind::scalar) {
    wrong_type(key, "text", *found);
    return {};
  }
  if (found->text.empty()) report(ErrorCode::bad_value, "'" + path_of(key) + "' is empty", *found);
  return found->text;
}

std::string Reader::optional_string(std::string_view key, std::string_view fallback) {
  const Value* found = take(key);
  if (found == nullptr) return std::string(fallback);
  if (found->kind == Kind::scalar) return found->text;
  wrong_type(key, "text", *found);
  return std::string(fallback);
}

bool Reader::optional_bool(std::string_view key, bool fallback) {
  const Value* found = take(key);
  if (found == nullptr) return fallback;
  const auto value = as_bool(*found);
  if (!value) wrong_type(key, "true or false, without quotes", *found);
  return value.value_or(fallback);
}

std::optional<std::int64_t> Reader::optional_int(std::string_view key, std::int64_t low,
                                                 std::int64_t high) {
  const Value* found = take(key);
  if (found == nullptr) return std::nullopt;
  const auto value = as_int(*found);
  if (!value) {
    wrong_type(key, "a whole number, without quotes", *found);
    return std::nullopt;
  }
  if (*value >= low && *value <= high) return value;
  report(ErrorCode::bad_value,
         "'" + path_of(key) + "' must " +
             (low == high ? "be " + std::to_string(low)
                          : "lie between " + std::to_string(low) + " and " + std::to_string(high)) +
             ", not " + shortened(found->text),
         *found);
  return std::nullopt;
}

std::optional<double> Reader::optional_number(std::string_view key) {
  const Value* found = take(key);
  if (found == nullptr) return std::nullopt;
  const auto value = as_number(*found);
  if (!value) wrong_type(key, "a number, without quotes", *found);
  return value;
}

std::vector<std::string> Reader::strings(std::string_view key) {
  const Value* found = take(key);
  if (found == nullptr || (found->kind == Kind::null && found->text.empty())) return {};
  if (found->kind == Kind::scalar) return {found->text};
  std::vector<std::string> texts;
  if (found->kind != Kind::sequence) {
    wrong_type(key, "a list of texts", *found);
    return texts;
  }
  for (std::size_t i = 0; i < found->items.size(); ++i) {
    const Value& item = found->items[i];
    if (item.kind == Kind::scalar) {
      texts.push_back(item.text);
    } else {
      wrong_type(std::string(key) + "[" + std::to_string(i) + "]", "text", item);
    }
  }
  return texts;
}

std::optional<std::size_t> Reader::one_of(std::string_view key,
                                          std::span<const std::string_view> names) {
  const Value* found = take(key);
  if (found == nullptr) return std::nullopt;
  if (found->kind != Kind::scalar) {
    wrong_type(key, "one word", *found);
    return std::nullopt;
  }
  const auto name = std::ranges::find(names, found->text);
  if (name != names.end()) return static_cast<std::size_t>(name - names.begin());
  std::string known;
  for (const std::string_view one : names) known += (known.empty() ? "" : ", ") + std::string(one);
  report(ErrorCode::bad_value,
         "'" + path_of(key) + "' cannot be " + shown(*found) + nearest_hint(found->text, names) +
             "; it is one of " + known,
         *found);
  return std::nullopt;
}

std::span<const Value> Reader::sequence(std::string_view key) {
  const Value* found = take(key);
  if (found == nullptr || (found->kind == Kind::null && found->text.empty())) return {};
  if (found->kind == Kind::sequence) return found->items;
  wrong_type(key, "a list", *found);
  return {};
}

void Reader::finish(std::span<const std::string_view> also_known) {
  std::vector<std::string_view> names(known_.begin(), known_.end());
  names.insert(names.end(), also_known.begin(), also_known.end());
  const Value* last = nullptr;
  std::size_t unknown = 0;
  for (const auto& [key, entry] : value_->entries) {
    if (std::ranges::find(known_, key.text) != known_.end()) continue;
    last = &key;
    if (++unknown > most_unknown_keys) continue;
    report(ErrorCode::unknown_key,
           "the key '" + path_of(shortened(key.text)) + "' is not known" +
               nearest_hint(key.text, names),
           key);
  }
  if (unknown > most_unknown_keys) {
    report(ErrorCode::unknown_key,
           "and " + std::to_string(unknown - most_unknown_keys) + " more unknown keys", *last);
  }
}

}  // namespace linter::base::yaml
