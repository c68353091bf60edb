#include "linter/prose/toml_values.h"

#include <algorithm>
#include <string>
#include <toml++/toml.h>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

using base::yaml::Kind;
using base::yaml::Position;
using base::yaml::Value;
using std::string_view;

constexpr int deepest = 100;

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == ' ' || c == '\t';
}

// The offset of a dotted key with too many parts, which the parser would follow by recursion; npos
// when there is none. Strings are passed over.
std::size_t find_deep_key(string_view text) {
  int dots = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.') {
      if (++dots > deepest) return at;
    } else if (c == '"' || c == '\'') {
      at = std::min(text.find_first_of(c == '"' ? "\"\n" : "'\n", at + 1), text.size());
    } else if (!is_key_character(c)) {
      dots = 0;
    }
  }
  return string_view::npos;
}

// The parser counts columns in code points.
class Converter {
 public:
  explicit Converter(string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t at = text.find('\n'); at != string_view::npos; at = text.find('\n', at + 1))
      starts_.push_back(at + 1);
  }

  Value value(const toml::node& node) {
    const toml::source_region& source = node.source();
    Value found{.kind = Kind::scalar, .position = position(source.begin)};
    if (const toml::table* table = node.as_table()) {
      found.kind = Kind::mapping;
      for (const auto& [key, entry] : *table) {
        Value name{.kind = Kind::scalar,
                   .position = position(key.source().begin),
                   .text = std::string(key.str())};
        found.entries.emplace_back(std::move(name), value(entry));
      }
      std::ranges::sort(found.entries, {},
                        [](const auto& entry) { return entry.first.position.offset; });
    } else if (const toml::array* array = node.as_array()) {
      found.kind = Kind::sequence;
      for (const toml::node& item : *array) found.items.push_back(value(item));
    } else if (const auto* string = node.as_string()) {
      found.quoted = true;
      found.text = string->get();
    } else {
      const std::uint32_t end = position(source.end).offset;
      found.text = text_.substr(found.position.offset,
                                std::max(end, found.position.offset) - found.position.offset);
    }
    return found;
  }

 private:
  [[nodiscard]] Position position(const toml::source_position& at) const {
    if (at.line == 0) return {1, 1, 0};  // the root
    std::size_t offset = starts_[std::min<std::size_t>(at.line, starts_.size()) - 1];
    for (toml::source_index column = 1; column < at.column && offset < text_.size(); ++column) {
      offset += base::decode(text_, offset).length;
    }
    return {at.line, at.column, static_cast<std::uint32_t>(offset)};
  }

  string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace

base::Result<Value> parse_toml(string_view text) {
  if (const std::size_t deep = find_deep_key(text); deep != string_view::npos) {
    const string_view before = text.substr(0, deep);
    const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
    return base::fail(base::ErrorCode::nesting_too_deep, "keys nest more than 100 deep", {}, line,
                      1);
  }
  try {
    const toml::table table = toml::parse(text);
    return Converter(text).value(table);
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    if (error.description().find("TOML_MAX_NESTED_VALUES") != string_view::npos) {
      return base::fail(base::ErrorCode::nesting_too_deep,
                        "lists and tables nest more than 256 deep", {}, at.line, at.column);
    }
    return base::fail(base::ErrorCode::bad_front_matter, std::string(error.description()), {},
                      at.line, at.column);
  }
}

}  // namespace linter::prose
