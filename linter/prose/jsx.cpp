#include "linter/prose/jsx.h"

#include <algorithm>

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t npos = string_view::npos;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The offset behind a string in quotes; npos when it does not end on its line.
std::size_t string_end(string_view text, std::size_t offset) {
  const char quote = text[offset];
  for (std::size_t at = offset + 1; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == quote) return at + 1;
    if (text[at] == '\\') ++at;
  }
  return npos;
}

std::size_t comment_end(string_view text, std::size_t offset) {
  const bool block = text.substr(offset).starts_with("/*");
  const std::size_t close = block ? text.find("*/", offset + 2) : text.find('\n', offset);
  return close == npos ? text.size() : close + (block ? 2 : 0);
}

// "{"text"}", "{'text'}", "{`text`}" without anything to evaluate.
bool is_literal(string_view expression) {
  if (expression.size() < 4) return false;
  const string_view inside = expression.substr(1, expression.size() - 2);
  const char quote = inside.front();
  if (string_view("\"'`").find(quote) == npos || inside.back() != quote) return false;
  const string_view content = inside.substr(1, inside.size() - 2);
  return content.find_first_of("\\\"`") == npos && content.find(quote) == npos &&
         content.find("${") == npos;
}

}  // namespace

std::size_t expression_end(string_view text, std::size_t offset) {
  std::size_t depth = 0;
  bool in_template = false;  // of a template literal that holds no expression at the moment
  std::size_t no_strings_until = 0;
  std::vector<std::size_t> templates;  // depths at which a template literal goes on
  for (std::size_t at = offset; at < text.size(); ++at) {
    const char c = text[at];
    if (in_template) {
      if (c == '\\') ++at;
      if (c == '`') in_template = false;
      if (c == '$' && text.substr(at).starts_with("${")) {
        templates.push_back(depth);
        in_template = false;
      }
      continue;
    }
    if (c == '{') ++depth;
    if (c == '`') in_template = true;
    if ((c == '"' || c == '\'') && at >= no_strings_until) {
      const std::size_t end = string_end(text, at);
      if (end == npos)
        no_strings_until = text.find('\n', at);  // an apostrophe
      else
        at = end - 1;
    }
    if (c == '/' && (text.substr(at).starts_with("/*") || text.substr(at).starts_with("//")))
      at = comment_end(text, at) - 1;
    if (c != '}') continue;
    if (--depth == 0) return at + 1;
    if (!templates.empty() && templates.back() == depth) {
      templates.pop_back();
      in_template = true;
    }
  }
  return npos;
}

JsxTag read_jsx_tag(string_view text, std::size_t offset) {
  std::size_t at = offset + 1;
  if (at < text.size() && text[at] == '/') ++at;
  JsxTag tag;
  const std::size_t name = at;
  if (at < text.size() && is_letter(text[at])) {
    while (at < text.size() && is_name(text[at])) ++at;
  }
  tag.name = span_of(name, at);
  const bool address =
      text.substr(name, at - name).find(':') != npos && text.substr(at).starts_with("//");
  if (address || at >= text.size()) return {};
  const bool fragment = at == name && text[at] == '>';
  const bool named = at > name && (is_space(text[at]) || text[at] == '>' || text[at] == '/');
  if (!fragment && !named) return {};
  std::size_t attribute = at;  // where the attribute at hand begins
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '>') {
      tag.end = at + 1;
      return tag;
    }
    if (c == '<') return {};
    if (c == '"' || c == '\'') {
      at = text.find(c, at + 1);
      if (at == npos) return {};
      attribute = at + 1;
    } else if (c == '{') {
      const std::size_t end = expression_end(text, at);
      if (end == npos) return {.unclosed = true};
      const bool literal = at > 0 && text[at - 1] == '=' && is_literal(text.substr(at, end - at));
      if (literal)
        tag.literals.push_back(span_of(at, end));
      else
        tag.expressions.push_back(span_of(attribute, end));
      at = end - 1;
      attribute = end;
    } else if (is_space(c)) {
      attribute = at + 1;
    }
  }
  return {};
}

}  // namespace linter::prose
