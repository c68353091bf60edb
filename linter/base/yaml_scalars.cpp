#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "linter/base/utf8.h"
#include "linter/base/yaml.h"

namespace linter::base::yaml {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
  return end - at;
}

// The core schema's float: [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool looks_like_number(std::string_view text) {
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t whole = digits_at(text, at);
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits_at(text, at + 1);
    if (whole + fraction == 0) return false;
    at += 1 + fraction;
  } else if (whole == 0) {
    return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t exponent = digits_at(text, at);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == text.size();
}

std::optional<double> special_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  const std::string_view bare = negative || text.starts_with('+') ? text.substr(1) : text;
  if (bare == ".inf" || bare == ".Inf" || bare == ".INF") {
    return negative ? -std::numeric_limits<double>::infinity()
                    : std::numeric_limits<double>::infinity();
  }
  if (text == ".nan" || text == ".NaN" || text == ".NAN")
    return std::numeric_limits<double>::quiet_NaN();
  return std::nullopt;
}

void append_escape(std::string& out, char32_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4)
    out += digits[(value >> static_cast<unsigned>(shift)) & 0xFU];
}

// A string between double quotes, with escapes that JSON and YAML share.
std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const char32_t value = point.value;
    if (value == U'"' || value == U'\\') {
      out += '\\';
      out += static_cast<char>(value);
    } else if (value == U'\n') {
      out += "\\n";
    } else if (value == U'\t') {
      out += "\\t";
    } else if (value == U'\r') {
      out += "\\r";
    } else if (value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x2028 ||
               value == 0x2029 || value == 0xFEFF) {
      append_escape(out, value);
    } else {
      append_utf8(out, value);
    }
    at += point.length;
  }
  return out + '"';
}

void append_json(std::string& out, const Value& value) {
  const auto list = [&](char open, char close, const auto& parts, const auto& append_part) {
    out += open;
    bool first = true;
    for (const auto& part : parts) {
      if (!first) out += ',';
      first = false;
      append_part(part);
    }
    out += close;
  };
  switch (value.kind) {
    case Kind::null:
      out += "null";
      break;
    case Kind::scalar:
      if (const auto boolean = as_bool(value)) {
        out += *boolean ? "true" : "false";
      } else if (const auto whole = as_int(value)) {
        out += std::to_string(*whole);
      } else if (const auto number = as_number(value); number && std::isfinite(*number)) {
        char digits[32];  // + 0.0: minus zero reads as zero
        out.append(digits, std::to_chars(digits, digits + sizeof digits, *number + 0.0).ptr);
      } else {
        out += double_quoted(value.text);
      }
      break;
    case Kind::sequence:
      list('[', ']', value.items, [&](const Value& item) { append_json(out, item); });
      break;
    case Kind::mapping:
      list('{', '}', value.entries, [&](const auto& entry) {
        out += double_quoted(entry.first.text) + ':';
        append_json(out, entry.second);
      });
      break;
  }
}

// Whether parse() reads `text` back unchanged, as text, when it stands without quotes in any list
// or mapping.
bool is_plain_text(std::string_view text) {
  if (text.empty() ||
      !(is_letter(decode(text, 0).value) || text.front() == '_' || text.front() == '/'))
    return false;
  if (text.ends_with(' ') || text.find(": ") != text.npos || text.ends_with(':') ||
      text.find(" #") != text.npos) {
    return false;
  }
  if (text.find_first_of(",[]{}\"") != text.npos) return false;
  Value plain{.kind = Kind::scalar, .text = std::string(text)};
  const std::string folded = lower(text);
  return !as_bool(plain) && folded != "null" && folded != "yes" && folded != "no" &&
         folded != "on" && folded != "off";
}

}  // namespace

std::optional<bool> as_bool(const Value& value) {
  if (value.kind != Kind::scalar || value.quoted) return std::nullopt;
  if (value.text == "true" || value.text == "True" || value.text == "TRUE") return true;
  if (value.text == "false" || value.text == "False" || value.text == "FALSE") return false;
  return std::nullopt;
}

std::optional<std::int64_t> as_int(const Value& value) {
  if (value.kind != Kind::scalar || value.quoted) return std::nullopt;
  std::string_view text = value.text;
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0o")) {
    base = text[1] == 'x' ? 16 : 8;
    text.remove_prefix(2);
    if (text.starts_with('-')) return std::nullopt;
  } else if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> as_number(const Value& value) {
  if (value.kind != Kind::scalar || value.quoted) return std::nullopt;
  if (const auto whole = as_int(value)) return static_cast<double>(*whole);
  if (const auto special = special_number(value.text)) return special;
  if (!looks_like_number(value.text)) return std::nullopt;
  std::string_view text = value.text;
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string to_json(const Value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

std::string quoted_scalar(std::string_view text) {
  const bool one_line =
      std::ranges::none_of(text, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }) &&
      double_quoted(text).find("\\u") == std::string::npos;
  if (!one_line) return double_quoted(text);
  if (is_plain_text(text)) return std::string(text);
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

}  // namespace linter::base::yaml
