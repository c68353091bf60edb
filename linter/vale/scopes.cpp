#include "linter/vale/scopes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace linter::vale {
namespace {

using Set = std::uint32_t;  // a bit for each of the places

constexpr auto places =
    std::to_array<std::string_view>({"title", "heading", "paragraph", "list", "table", "quote",
                                     "caption", "footnote", "alt-text", "summary"});
constexpr Set everywhere = (1U << places.size()) - 1;
constexpr Set link_text = 1U << places.size();

constexpr Set bit(std::string_view place) {
  const auto at = std::ranges::find(places, place) - places.begin();
  return 1U << at;
}

struct Scope {
  std::string_view name;
  Set places;
  std::string_view note{};
};

constexpr std::string_view no_levels = "galley does not tell levels of headings apart";
constexpr auto scopes = std::to_array<Scope>({
    {"text", everywhere},
    {"sentence", everywhere},
    {"heading", bit("title") | bit("heading")},
    {"heading.h1", bit("title"), "“heading.h1” became the title of the article"},
    {"heading.h2", bit("heading"), no_levels},
    {"heading.h3", bit("heading"), no_levels},
    {"heading.h4", bit("heading"), no_levels},
    {"heading.h5", bit("heading"), no_levels},
    {"heading.h6", bit("heading"), no_levels},
    {"title", bit("title")},
    {"text.frontmatter.title", bit("title")},
    {"text.frontmatter.description", bit("summary")},
    {"paragraph", bit("paragraph")},
    {"list", bit("list")},
    {"table", bit("table")},
    {"table.header", bit("table"), "galley does not tell the head of a table apart"},
    {"table.cell", bit("table"), "galley does not tell the head of a table apart"},
    {"table.caption", bit("caption")},
    {"figure.caption", bit("caption")},
    {"blockquote", bit("quote")},
    {"alt", bit("alt-text")},
    {"link", link_text},
    {"summary", bit("paragraph") | bit("list") | bit("quote")},
});

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// The places of one entry, "text & ~heading"; nothing where galley does not look.
std::optional<Set> set_of(std::string_view entry, Places& result) {
  Set set = everywhere | link_text;
  bool links = false;
  while (!entry.empty()) {
    const std::size_t end = std::min(entry.find('&'), entry.size());
    std::string_view part = trimmed(entry.substr(0, end));
    entry.remove_prefix(std::min(end + 1, entry.size()));
    const bool denied = part.starts_with('~');
    if (denied) part.remove_prefix(1);
    const auto scope = std::ranges::find(scopes, part, &Scope::name);
    if (scope == scopes.end()) {
      if (denied) continue;  // it is not looked at anyway
      return std::nullopt;
    }
    if (!scope->note.empty()) result.note = scope->note;
    if (denied) {
      set &= ~scope->places;
    } else {
      set &= scope->places;
      links = scope->places == link_text;
    }
  }
  return links ? set : set & everywhere;
}

std::string extent_of(std::span<const std::string> all) {
  std::string extent = "paragraph";
  for (const std::string& scope : all) {
    if (scope.starts_with("sentence")) extent = "sentence";
    if (scope.starts_with("heading") || scope == "title") extent = "heading";
    if (scope == "summary") extent = "article";
  }
  return extent;
}

}  // namespace

Places places_of(std::span<const std::string> all) {
  Places result;
  result.extent = extent_of(all);
  if (all.empty()) return result;
  Set set = 0;
  for (const std::string& entry : all) {
    if (const auto one = set_of(entry, result)) {
      set |= *one;
    } else {
      result.note = "galley reads what readers see: “" + entry + "” is no place that it looks at";
    }
  }
  result.nowhere = set == 0;
  if (set == everywhere) return result;
  for (std::size_t i = 0; i < places.size(); ++i)
    if ((set & (1U << i)) != 0) result.names.emplace_back(places[i]);
  if ((set & link_text) != 0) result.names.emplace_back("link-text");
  return result;
}

std::span<const std::string_view> every_place() {
  return places;
}

}  // namespace linter::vale
