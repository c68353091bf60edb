#include "linter/fixes/escapes.h"

#include <algorithm>

namespace linter::fixes {
namespace {

using std::string_view;

// With a backslash before each of `marks`.
std::string with_backslashes(string_view text, string_view marks) {
  std::string out;
  for (const char c : text) {
    if (marks.find(c) != string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string with_references(string_view text, bool quotes) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += quotes ? "&quot;" : "\"";
        break;
      case '\'':
        out += quotes ? "&#39;" : "'";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string doubled(string_view text, char mark) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == mark) out += c;
  }
  return out;
}

}  // namespace

std::vector<std::string> forms_of(string_view text, Syntax syntax) {
  // marks that may only show what they do together with another one further on come first escaped
  constexpr string_view paired = "\\`*_[]<|~$";
  constexpr string_view punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  std::vector<std::string> forms;
  const auto add = [&](std::string form) {
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
  };
  switch (syntax) {
    case Syntax::plain:
      add(std::string(text));
      break;
    case Syntax::markdown:
      add(with_backslashes(text, paired));
      add(with_backslashes(text, punctuation));
      add(with_references(text, false));
      add(with_references(text, true));
      add(std::string(text));
      break;
    case Syntax::html:
      add(with_references(text, false));
      add(with_references(text, true));
      break;
    case Syntax::yaml:
    case Syntax::toml:
      add(std::string(text));
      add(with_backslashes(text, "\\\""));
      if (syntax == Syntax::yaml) add(doubled(text, '\''));
      break;
  }
  return forms;
}

std::string quoted(string_view text) {
  return '"' + with_backslashes(text, "\\\"") + '"';
}

base::Span value_around(string_view bytes, std::uint32_t offset) {
  const std::size_t begin = offset == 0 ? 0 : bytes.rfind('\n', offset - 1) + 1;  // npos + 1 is 0
  std::size_t end = std::min(bytes.find('\n', offset), bytes.size());
  const string_view line = bytes.substr(begin, end - begin);
  const auto is_key = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  std::size_t at = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t key = at;
  while (at < line.size() && is_key(line[at])) ++at;
  const std::size_t key_end = at;
  while (at < line.size() && line[at] == ' ') ++at;
  if (key == key_end || at == line.size() || (line[at] != ':' && line[at] != '=')) return {};
  at = std::min(line.find_first_not_of(" \t", at + 1), line.size());
  string_view value = line.substr(at);
  const bool is_quoted = value.starts_with('"') || value.starts_with('\'');
  if (!is_quoted) value = value.substr(0, value.find(" #"));
  while (!value.empty() && string_view(" \t\r").find(value.back()) != string_view::npos)
    value.remove_suffix(1);
  const std::size_t first = begin + at;
  if (first > offset || first + value.size() <= offset) return {};
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + value.size())};
}

}  // namespace linter::fixes
