#include "linter/prose/tags.h"

#include <algorithm>

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t npos = string_view::npos;
constexpr string_view spaces = " \t\n\r\f";

bool is_space(char c) {
  return spaces.find(c) != npos;
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Tag comment(string_view text, std::size_t offset) {
  const std::size_t begin = offset + 4;
  const string_view rest = text.substr(begin);
  if (rest.starts_with('>')) return {TagKind::comment, {}, {}, {}, begin + 1};
  if (rest.starts_with("->")) return {TagKind::comment, {}, {}, {}, begin + 2};
  const std::size_t close = rest.find("--");
  for (std::size_t at = close; at != npos; at = rest.find("--", at + 1)) {
    const string_view mark = rest.substr(at + 2);
    const std::size_t extra = mark.starts_with('>') ? 1 : mark.starts_with("!>") ? 2 : 0;
    if (extra > 0) return {TagKind::comment, {}, {}, rest.substr(0, at), begin + at + 2 + extra};
  }
  return {TagKind::comment, {}, {}, rest, text.size(), false};
}

Tag declaration(string_view text, std::size_t offset) {
  const std::size_t close = text.find('>', offset);
  if (close == npos) return {TagKind::declaration, {}, {}, {}, text.size(), false};
  return {TagKind::declaration, {}, {}, {}, close + 1};
}

// The offset of the '>' that closes a tag whose attributes begin at `at`, quoted values skipped.
std::size_t tag_close(string_view text, std::size_t at) {
  bool value = false;  // behind '=': a quote opens a value
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '>') return at;
    if (value && (c == '"' || c == '\'')) {
      at = text.find(c, at + 1);
      if (at == npos) return npos;
    }
    value = c == '=' || (value && is_space(c));
  }
  return npos;
}

}  // namespace

Tag read_tag(string_view text, std::size_t offset) {
  const string_view rest = text.substr(offset);
  if (rest.starts_with("<!--")) return comment(text, offset);
  if (rest.size() < 2) return {};
  const bool is_end = rest[1] == '/';
  if (rest[1] == '!' || rest[1] == '?') return declaration(text, offset);
  const std::size_t begin = offset + (is_end ? 2 : 1);
  if (begin >= text.size() || !is_letter(text[begin])) {
    return is_end && begin < text.size() ? declaration(text, offset) : Tag{};
  }
  std::size_t name_end = begin;
  while (name_end < text.size() && !is_space(text[name_end]) && text[name_end] != '/' &&
         text[name_end] != '>') {
    ++name_end;
  }
  Tag tag{is_end ? TagKind::end : TagKind::start, text.substr(begin, name_end - begin)};
  const std::size_t close = tag_close(text, name_end);
  tag.closed = close != npos;
  tag.attributes = text.substr(name_end, (tag.closed ? close : text.size()) - name_end);
  tag.end = tag.closed ? close + 1 : text.size();
  return tag;
}

std::optional<Attribute> next_attribute(string_view& attributes) {
  const std::size_t begin = attributes.find_first_not_of(" \t\n\r\f/");
  if (begin == npos) return std::nullopt;
  std::size_t end = begin + 1;  // a first '=' belongs to the name
  while (end < attributes.size() && !is_space(attributes[end]) && attributes[end] != '/' &&
         attributes[end] != '=') {
    ++end;
  }
  Attribute found{attributes.substr(begin, end - begin), {}};
  const std::size_t equals = attributes.find_first_not_of(spaces, end);
  if (equals == npos || attributes[equals] != '=') {
    attributes.remove_prefix(end);
    return found;
  }
  std::size_t value = std::min(attributes.find_first_not_of(spaces, equals + 1), attributes.size());
  const bool quoted =
      value < attributes.size() && (attributes[value] == '"' || attributes[value] == '\'');
  const std::size_t value_end = quoted ? attributes.find(attributes[value], value + 1)
                                       : attributes.find_first_of(spaces, value);
  if (quoted) ++value;
  const std::size_t stop = std::min(value_end, attributes.size());
  found.value = attributes.substr(value, stop - value);
  attributes.remove_prefix(std::min(stop + (quoted ? 1 : 0), attributes.size()));
  return found;
}

bool is_name(string_view name, string_view lower) {
  return std::ranges::equal(name, lower, {}, to_lower);
}

std::size_t raw_text_end(string_view text, std::size_t offset, string_view name) {
  for (std::size_t at = text.find("</", offset); at != npos; at = text.find("</", at + 2)) {
    const string_view found = text.substr(at + 2, name.size());
    const char next = at + 2 + name.size() < text.size() ? text[at + 2 + name.size()] : '>';
    if (is_name(found, name) && (is_space(next) || next == '/' || next == '>')) return at;
  }
  return text.size();
}

}  // namespace linter::prose
