#include "linter/vale/yaml_text.h"

namespace linter::vale {
namespace {

using base::yaml::Kind;
using base::yaml::Value;

// Text with apostrophes reads better between double quotes.
std::string scalar_text(const Value& value) {
  if (!value.quoted) return value.text;
  std::string text = base::yaml::quoted_scalar(value.text);
  const bool clumsy = text.starts_with('\'') && text.size() > value.text.size() + 2;
  if (clumsy && value.text.find_first_of("\"\\") == std::string::npos)
    return '"' + value.text + '"';
  return text;
}

void write(const Value& value, std::size_t indent, std::string& out) {
  const std::string margin(indent, ' ');
  if (value.kind == Kind::sequence) {
    for (const Value& item : value.items) {
      out += margin + "- ";
      if (item.kind == Kind::sequence) {
        std::string inner;
        write(item, indent + 2, inner);
        out += inner.substr(indent + 2);  // its first item stands on this line
      } else {
        out += scalar_text(item) + '\n';
      }
    }
    return;
  }
  for (const auto& [key, entry] : value.entries) {
    out += margin + scalar_text(key) + ':';
    if (entry.kind == Kind::scalar) {
      out += ' ' + scalar_text(entry) + '\n';
    } else {
      out += '\n';
      write(entry, indent + 2, out);
    }
  }
}

}  // namespace

Value scalar(std::string_view text) {
  Value value;
  value.kind = Kind::scalar;
  value.quoted = true;
  value.text = text;
  return value;
}

Value plain(std::string_view text) {
  Value value = scalar(text);
  value.quoted = false;
  return value;
}

Value list_of(const std::vector<std::string>& texts) {
  Value value;
  value.kind = Kind::sequence;
  for (const std::string& text : texts) value.items.push_back(scalar(text));
  return value;
}

void set(Value& mapping, std::string_view key, Value value) {
  mapping.kind = Kind::mapping;
  mapping.entries.emplace_back(scalar(key), std::move(value));
}

std::string yaml_text(const Value& mapping, std::size_t indent) {
  std::string out;
  write(mapping, indent, out);
  return out;
}

}  // namespace linter::vale
