#include "linter/prose/html_flow.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

using std::string_view;

std::string_view primary_language(string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

bool equal_ignoring_case(string_view a, string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::ranges::equal(a, b, {}, lower, lower);
}

// ISO 639-2's codes for what is in no language that is told: page templates carry them about.
bool tells_no_language(string_view tag) {
  static constexpr std::array<string_view, 4> codes = {"zxx", "und", "mul", "mis"};
  return std::ranges::any_of(
      codes, [&](string_view code) { return equal_ignoring_case(primary_language(tag), code); });
}

// "display: none" among the declarations.
bool hides(string_view style) {
  const std::size_t display = style.find("display");
  if (display == string_view::npos) return false;
  const std::size_t value = style.find_first_not_of(" :", display + 7);
  return value != string_view::npos && style.substr(value).starts_with("none");
}

bool has_word(string_view words, string_view word) {
  for (std::size_t at = words.find(word); at != string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

// "acc-content", "faq-answer", "tab_pane": among the names of a class, what a reader opens by a
// click or a touch and closes again.
bool opens_on_demand(string_view classes) {
  constexpr std::array<string_view, 11> parts = {"acc",     "accordion", "answer",   "collapse",
                                                 "details", "dropdown",  "faq",      "panel",
                                                 "tab",     "toggle",    "accordian"};
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find_first_of(" -_", at), classes.size());
    const string_view part = classes.substr(at, end - at);
    if (std::ranges::any_of(parts, [&](string_view known) { return is_name(part, known); }))
      return true;
    at = end + 1;
  }
  return false;
}

// Attributes that a reader reads or hears.
bool is_prose_attribute(string_view name) {
  constexpr std::array<string_view, 7> names = {"alt",     "title",       "aria-label", "label",
                                                "caption", "description", "placeholder"};
  return std::ranges::any_of(names, [&](string_view known) { return is_name(name, known); });
}

std::optional<InlineKind> inline_kind(Role role) {
  switch (role) {
    case Role::link:
      return InlineKind::link_text;
    case Role::emphasis:
      return InlineKind::emphasis;
    case Role::strong:
      return InlineKind::strong;
    case Role::deleted:
      return InlineKind::deleted;
    default:
      return std::nullopt;
  }
}

bool is_inline(Role role) {
  switch (role) {
    case Role::inline_text:
    case Role::link:
    case Role::emphasis:
    case Role::strong:
    case Role::deleted:
    case Role::noun:
    case Role::superscript:
    case Role::aside:
      return true;
    default:
      return false;
  }
}

Container container_of(Role role) {
  switch (role) {
    case Role::heading:
      return Container::heading;
    case Role::list:
      return Container::list;
    case Role::item:
      return Container::item;
    case Role::quote:
      return Container::quote;
    case Role::table:
      return Container::table;
    case Role::table_head:
      return Container::table_head;
    case Role::row:
      return Container::row;
    case Role::cell:
    case Role::header_cell:
      return Container::cell;
    case Role::caption:
      return Container::caption;
    case Role::footnote:
      return Container::footnote;
    default:
      return Container::other;
  }
}

}  // namespace

Span HtmlFlow::span_of(string_view part) const {
  const auto begin = static_cast<std::uint32_t>(part.data() - buffer_.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

void HtmlFlow::feed(Span span, std::uint32_t limit) {
  const string_view readable = buffer_.substr(0, limit);
  std::uint32_t at = std::max(span.begin, reached_);
  while (at < span.end && !composer_.too_deep()) {
    const std::size_t found = readable.substr(0, span.end).find('<', at);
    const auto open = static_cast<std::uint32_t>(std::min<std::size_t>(found, span.end));
    if (open > at) composer_.text_with_references({at, open}, ReferenceRules::html_text);
    if (open == span.end) return;
    const Tag tag = read_tag(readable, open);
    if (tag.kind == TagKind::none) {
      composer_.text({open, open + 1});
      at = open + 1;
    } else {
      reached_ = static_cast<std::uint32_t>(tag.end);
      mark(tag, open, limit);
      at = reached_;
    }
  }
}

void HtmlFlow::inline_mark(std::uint32_t offset) {
  const Tag tag = read_tag(buffer_, offset);
  if (tag.kind == TagKind::none || offset < reached_) return;
  reached_ = static_cast<std::uint32_t>(tag.end);
  within_text_ = true;
  mark(tag, offset, reached_);
  within_text_ = false;
}

void HtmlFlow::mark(const Tag& tag, std::uint32_t offset, std::uint32_t limit) {
  if (!tag.closed && tag.kind != TagKind::comment) return;
  switch (tag.kind) {
    case TagKind::start:
      return start(tag, limit);
    case TagKind::end:
      return end(tag);
    case TagKind::comment:
      composer_.comment({offset, static_cast<std::uint32_t>(tag.end)},
                        tag.inside.empty() ? Span{offset, offset} : span_of(tag.inside));
      return;
    case TagKind::declaration:
    case TagKind::none:
      return;
  }
}

void HtmlFlow::start(const Tag& tag, std::uint32_t limit) {
  const Element& element = element_of(tag.name);
  switch (element.role) {
    case Role::raw:
      return raw(tag, element, limit);
    case Role::title:
      return raw(tag, element, limit);
    case Role::line_break:
      return composer_.line_break(span_of(tag.name));
    case Role::expression:
      return composer_.mask(span_of(tag.name));
    case Role::metadata:
      return describe(tag);
    default:
      return open(tag, element);
  }
}

HtmlFlow::Traits HtmlFlow::traits_of(string_view attributes) {
  Traits traits;
  bool closed = false;
  bool on_demand = false;
  const auto at_least = [&](Content content) {
    traits.content = std::max(traits.content, content);
  };
  while (const auto found = next_attribute(attributes)) {
    const auto& [name, value] = *found;
    const bool hidden =
        is_name(name, "hidden") || (is_name(name, "aria-hidden") && is_name(value, "true"));
    if (hidden) at_least(Content::hidden);
    if (is_name(name, "style")) closed = closed || hides(value);
    if (is_name(name, "class")) on_demand = on_demand || opens_on_demand(value);
    if ((is_name(name, "translate") && is_name(value, "no")) ||
        (is_name(name, "class") && has_word(value, "notranslate"))) {
      at_least(Content::noun);
    }
    if (is_name(name, "colspan"))
      std::from_chars(value.data(), value.data() + value.size(), traits.columns);
    if (is_name(name, "lang")) traits.language = value;
    if (is_prose_attribute(name) && !value.empty()) {
      composer_.begin_alt_text();
      composer_.text_with_references(span_of(value), ReferenceRules::html_attribute);
      composer_.end_alt_text();
    }
  }
  if (closed && !on_demand) at_least(Content::hidden);
  return traits;
}

// Whether an end tag for the element follows. Elements of text outside of it, which may hide the
// rest of a page, are taken at their word.
bool HtmlFlow::is_closed(const Tag& tag) {
  const Element& element = element_of(tag.name);
  const bool is_text = element.role != Role::hidden && element.role != Role::noun;
  if (is_text && !within_text_) return true;
  std::string name = base::lower(tag.name);
  const auto known = ends_.find(name);
  if (known != ends_.end() && known->second >= tag.end) return known->second != string_view::npos;
  std::size_t at = buffer_.find("</", tag.end);
  while (at != string_view::npos && !is_name(buffer_.substr(at + 2, name.size()), name))
    at = buffer_.find("</", at + 2);
  ends_.insert_or_assign(std::move(name), at);
  return at != string_view::npos;
}

// Opens an element. Of those that merely vanish or end the text before them, only what is hidden or
// masked is kept.
void HtmlFlow::open(const Tag& tag, const Element& element) {
  if (!is_inline(element.role)) {
    composer_.end_block();
    composer_.close_element("p");
  }
  Traits traits;
  if (!tag.attributes.empty()) traits = traits_of(tag.attributes);
  const auto& told = article_.front_matter.language;
  if (element.role == Role::root || (is_name(tag.name, "body") && !told)) {
    if (!told && !traits.language.empty() && !tells_no_language(traits.language))
      article_.front_matter.language = std::string(traits.language);
    if (element.role == Role::root) return;
  }
  const string_view language = told ? string_view(*told) : language_;
  const bool foreign =
      !language.empty() && !traits.language.empty() &&
      !equal_ignoring_case(primary_language(traits.language), primary_language(language));
  if (foreign || element.role == Role::noun)
    traits.content = std::max(traits.content, Content::noun);
  if (element.role == Role::hidden || element.role == Role::aside) traits.content = Content::hidden;

  using enum Container;
  if (is_name(tag.name, "p") || element.role == Role::heading)
    composer_.close_container(heading, {quote, item, cell});
  if (element.role == Role::item) composer_.close_container(item, {list, table, cell, quote});
  if (element.role == Role::row) composer_.close_container(row, {table});
  if (element.role == Role::cell || element.role == Role::header_cell)
    composer_.close_container(cell, {row, table});

  Container container = is_inline(element.role) ? inline_text : container_of(element.role);
  // what no end tag closes must not hide the rest of the article: browsers leave it with the block
  if (container == other && traits.content != Content::shown && !is_closed(tag))
    container = inline_text;
  const bool plain = container == other || element.role == Role::inline_text;
  if (plain && traits.content == Content::shown) {
    if (!is_name(tag.name, "p")) composer_.count_element(tag.name);
    return;
  }
  composer_.open({.container = container,
                  .element = tag.name,
                  .content = traits.content,
                  .level = element.level,
                  .ordered = element.ordered,
                  .header = element.role == Role::header_cell,
                  .columns = traits.columns,
                  .kind = inline_kind(element.role),
                  .superscript = element.role == Role::superscript});
}

void HtmlFlow::end(const Tag& tag) {
  const Element& element = element_of(tag.name);
  if (element.role == Role::raw) return composer_.close_element(tag.name);
  if (!is_inline(element.role)) composer_.end_block();
  if (element.role == Role::heading) return composer_.close_container(Container::heading, {});
  composer_.close_element(tag.name);
}

// An element whose text holds no tags: a title is read, the others are skipped.
void HtmlFlow::raw(const Tag& tag, const Element& element, std::uint32_t limit) {
  const string_view readable = buffer_.substr(0, limit);
  const std::uint32_t begin = reached_;
  if (begin == limit) {  // its text is not at hand: it ends with its block
    return composer_.open(
        {.container = Container::inline_text, .element = tag.name, .content = Content::hidden});
  }
  const auto end = static_cast<std::uint32_t>(raw_text_end(readable, begin, element.name));
  reached_ = end;
  if (element.role != Role::title || composer_.is_hidden()) return;
  told_.push_back(readable.substr(begin, end - begin));
  composer_.open({.container = Container::title, .element = tag.name});
  if (end > begin) composer_.text_with_references({begin, end}, ReferenceRules::html_text);
  composer_.close_element(tag.name);
}

// <meta name="description" content="…">, and what a page says of itself to those who share it,
// where that is something else.
void HtmlFlow::describe(const Tag& tag) {
  static constexpr std::array<string_view, 5> names = {"description", "og:title", "og:description",
                                                       "twitter:title", "twitter:description"};
  string_view attributes = tag.attributes;
  string_view content;
  bool describes = false;
  while (const auto found = next_attribute(attributes)) {
    if (is_name(found->name, "name") || is_name(found->name, "property")) {
      describes =
          std::ranges::any_of(names, [&](string_view name) { return is_name(found->value, name); });
    }
    if (is_name(found->name, "content")) content = found->value;
  }
  if (!describes || content.empty() || std::ranges::find(told_, content) != told_.end()) return;
  told_.push_back(content);
  composer_.open({.container = Container::summary, .element = tag.name});
  composer_.text_with_references(span_of(content), ReferenceRules::html_attribute);
  composer_.close_element(tag.name);
}

}  // namespace linter::prose
