#include "linter/prose/elements.h"

#include <algorithm>
#include <array>

namespace linter::prose {
namespace {

// Sorted by name. Inline elements that merely vanish are not in it.
constexpr std::array elements = std::to_array<Element>({
    {"a", Role::link},
    {"address", Role::boundary},
    {"article", Role::boundary},
    {"aside", Role::boundary},
    {"audio", Role::hidden},
    {"b", Role::strong},
    {"blockquote", Role::quote},
    {"body", Role::boundary},
    {"br", Role::line_break},
    {"button", Role::boundary},
    {"canvas", Role::hidden},
    {"caption", Role::caption},
    {"center", Role::boundary},
    {"code", Role::noun},
    {"datalist", Role::hidden},
    {"dd", Role::item},
    {"del", Role::deleted},
    {"details", Role::boundary},
    {"dialog", Role::boundary},
    {"dir", Role::list},
    {"div", Role::boundary},
    {"dl", Role::list},
    {"dt", Role::item},
    {"em", Role::emphasis},
    {"fieldset", Role::boundary},
    {"figcaption", Role::caption},
    {"figure", Role::boundary},
    {"footer", Role::boundary},
    {"form", Role::boundary},
    {"frameset", Role::hidden},
    {"h1", Role::heading, 1},
    {"h2", Role::heading, 2},
    {"h3", Role::heading, 3},
    {"h4", Role::heading, 4},
    {"h5", Role::heading, 5},
    {"h6", Role::heading, 6},
    {"head", Role::boundary},
    {"header", Role::boundary},
    {"hgroup", Role::boundary},
    {"hr", Role::boundary},
    {"html", Role::root},
    {"i", Role::emphasis},
    {"iframe", Role::raw},
    {"kbd", Role::noun},
    {"legend", Role::boundary},
    {"li", Role::item},
    {"main", Role::boundary},
    {"map", Role::hidden},
    {"math", Role::noun},
    {"menu", Role::list},
    {"meta", Role::metadata},
    {"nav", Role::boundary},
    {"noembed", Role::raw},
    {"noframes", Role::raw},
    {"object", Role::hidden},
    {"ol", Role::list, 0, true},
    {"optgroup", Role::boundary},
    {"option", Role::boundary},
    {"p", Role::boundary},
    {"pre", Role::hidden},
    {"rp", Role::aside},
    {"rt", Role::aside},
    {"s", Role::deleted},
    {"samp", Role::noun},
    {"script", Role::raw},
    {"search", Role::boundary},
    {"section", Role::boundary},
    {"select", Role::boundary},
    {"strike", Role::deleted},
    {"strong", Role::strong},
    {"style", Role::raw},
    {"summary", Role::boundary},
    {"sup", Role::superscript},
    {"svg", Role::hidden},
    {"table", Role::table},
    {"tbody", Role::boundary},
    {"td", Role::cell},
    {"template", Role::hidden},
    {"textarea", Role::raw},
    {"tfoot", Role::boundary},
    {"th", Role::header_cell},
    {"thead", Role::table_head},
    {"title", Role::title},
    {"tr", Role::row},
    {"tt", Role::noun},
    {"ul", Role::list},
    {"var", Role::noun},
    {"video", Role::hidden},
    {expression_element, Role::expression},
    {footnote_element, Role::footnote},
    {"xmp", Role::raw},
});
static_assert(std::ranges::is_sorted(elements, {}, &Element::name));

constexpr std::size_t longest_name = 10;  // blockquote

}  // namespace

const Element& element_of(std::string_view name) {
  static constexpr Element other{};
  if (name.size() > longest_name) return other;
  std::array<char, longest_name> letters{};
  std::ranges::transform(name, letters.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view folded(letters.data(), name.size());
  const auto found = std::ranges::lower_bound(elements, folded, {}, &Element::name);
  return found != elements.end() && found->name == folded ? *found : other;
}

}  // namespace linter::prose
