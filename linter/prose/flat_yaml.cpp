#include "linter/prose/flat_yaml.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace linter::prose {
namespace {

using base::yaml::Kind;
using base::yaml::Value;
using std::string_view;

constexpr std::size_t most_keys = 64;  // each is compared with those before it

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
// "ms.date", "Module Name"
bool is_key(char c) {
  return is_alnum(c) || c == '_' || c == '-' || c == '.' || c == ' ';
}

// The value as it is written becomes its text; false when it is none of the simple ones.
bool read_value(string_view written, Value& value) {
  const char first = written.front();
  if (first == '"' || first == '\'') {
    value.quoted = true;
    if (written.size() < 2 || written.back() != first) return false;
    value.text = written.substr(1, written.size() - 2);
    return value.text.find_first_of(first == '"' ? "\"\\" : "'") == std::string::npos;
  }
  value.text = written;
  const bool plain = is_alnum(first) && written.back() != ':' &&
                     written.find(": ") == string_view::npos &&
                     written.find(" #") == string_view::npos;
  const bool null = written.size() == 4 && (first == 'n' || first == 'N');  // "null"
  return plain && !null;
}

}  // namespace

std::optional<Value> parse_flat_yaml(string_view text) {
  const auto is_odd = [](char c) {
    return (c >= 0 && c < ' ' && c != '\n' && c != '\r') || c == 0x7F;
  };
  if (std::ranges::any_of(text, is_odd)) return std::nullopt;
  Value root{.kind = Kind::mapping};
  std::uint32_t number = 0;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size(); at = next) {
    ++number;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    next = end + 1;
    string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find('\r') != string_view::npos) return std::nullopt;
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const auto key_end =
        static_cast<std::size_t>(std::ranges::find_if_not(line, is_key) - line.begin());
    const string_view key = line.substr(0, key_end);
    const string_view rest = line.substr(key_end);
    const std::size_t value_at = rest.find_first_not_of(' ', 1);
    const bool keyed =
        !key.empty() && is_alnum(key.front()) && key.back() != ' ' && rest.starts_with(": ");
    if (root.entries.size() == most_keys) return std::nullopt;
    if (!keyed || value_at == string_view::npos || root.find(key) != nullptr) return std::nullopt;
    const auto offset = static_cast<std::uint32_t>(at);
    const auto column = static_cast<std::uint32_t>(key_end + value_at);
    Value name{.kind = Kind::scalar, .position = {number, 1, offset}, .text = std::string(key)};
    Value value{.kind = Kind::scalar, .position = {number, column + 1, offset + column}};
    if (!read_value(rest.substr(value_at), value)) return std::nullopt;
    if (root.entries.empty()) root.position = name.position;
    root.entries.emplace_back(std::move(name), std::move(value));
  }
  if (root.entries.empty()) return std::nullopt;
  return root;
}

}  // namespace linter::prose
