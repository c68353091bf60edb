#include "linter/records/fields.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "linter/records/record.h"
#include "linter/records/text.h"

namespace linter::records {

using base::Json;

namespace {

std::optional<std::uint64_t> digest_of(std::string_view written) {
  constexpr std::size_t digits = 16;
  constexpr int hexadecimal = 16;
  std::uint64_t value = 0;
  const char* const end = written.data() + written.size();
  const auto [stopped, error] = std::from_chars(written.data(), end, value, hexadecimal);
  if (written.size() != digits || error != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

// What engines write anew may have 1.0 in the place of 1.
std::optional<std::uint64_t> number_of(const Json& value) {
  constexpr double most_exact = 9007199254740992.0;  // 2^53
  if (value.is_number_unsigned()) return value.get<std::uint64_t>();
  if (!value.is_number_float()) return std::nullopt;
  const auto number = value.get<double>();
  if (!(number >= 0 && number <= most_exact) || std::floor(number) != number) return std::nullopt;
  return static_cast<std::uint64_t>(number);
}

}  // namespace

Fields::Fields(const Json& object) : object_(object) {
  if (!object_.is_object()) fault_ = "an object";
}

void Fields::refuse(std::string_view key) {
  if (fault_.empty()) fault_ = key;
}

const Json* Fields::find(std::string_view key) const {
  if (!good()) return nullptr;
  const auto found = object_.find(key);
  return found == object_.end() ? nullptr : &*found;
}

std::string Fields::text(std::string_view key) {
  const Json* value = find(key);
  if (value != nullptr && value->is_string())
    return read_text(value->get_ref<const std::string&>());
  refuse(key);
  return {};
}

std::string Fields::name(std::string_view key) {
  std::string name = text(key);
  if (fault_of_name(name).empty()) return name;
  refuse(key);
  return {};
}

std::string Fields::text_if_any(std::string_view key) {
  return find(key) == nullptr ? std::string() : text(key);
}

std::vector<std::string> Fields::texts(std::string_view key) {
  std::vector<std::string> all;
  const Json* values = list(key);
  if (values == nullptr) return all;
  for (const Json& value : *values) {
    if (!value.is_string()) {
      refuse(key);
      return {};
    }
    all.push_back(read_text(value.get_ref<const std::string&>()));
  }
  return all;
}

std::uint64_t Fields::number(std::string_view key, std::uint64_t most) {
  const Json* value = find(key);
  const auto number = value == nullptr ? std::nullopt : number_of(*value);
  if (number && *number <= most) return *number;
  refuse(key);
  return 0;
}

std::uint32_t Fields::small_number(std::string_view key) {
  return static_cast<std::uint32_t>(number(key, UINT32_MAX));
}

bool Fields::flag(std::string_view key) {
  const Json* value = find(key);
  if (value != nullptr && value->is_boolean()) return value->get<bool>();
  refuse(key);
  return false;
}

std::uint64_t Fields::digest(std::string_view key) {
  const auto value = digest_of(text(key));
  if (!value) refuse(key);
  return value.value_or(0);
}

std::vector<std::uint64_t> Fields::digests(std::string_view key) {
  std::vector<std::uint64_t> all;
  for (const std::string& written : texts(key)) {
    const auto value = digest_of(written);
    if (!value) refuse(key);
    all.push_back(value.value_or(0));
  }
  return all;
}

std::vector<std::uint32_t> Fields::numbers(std::string_view key, std::size_t count) {
  std::vector<std::uint32_t> all(count);
  const Json* values = list(key);
  bool right = values != nullptr && values->size() == count;
  for (std::size_t i = 0; right && i < count; ++i) {
    const auto number = number_of((*values)[i]);
    right = number && *number <= UINT32_MAX;
    if (right) all[i] = static_cast<std::uint32_t>(*number);
  }
  if (!right) refuse(key);
  return all;
}

std::size_t Fields::choice(std::string_view key, std::span<const std::string_view> names) {
  const auto found = std::ranges::find(names, text(key));
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  refuse(key);
  return 0;
}

const Json* Fields::list(std::string_view key) {
  const Json* value = find(key);
  if (value != nullptr && value->is_array()) return value;
  refuse(key);
  return nullptr;
}

const Json* Fields::object_if_any(std::string_view key) {
  const Json* value = find(key);
  return value != nullptr && value->is_object() ? value : nullptr;
}

}  // namespace linter::records
