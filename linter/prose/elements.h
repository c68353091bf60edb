// What HTML's elements are to prose.
#pragma once

#include <cstdint>
#include <string_view>

namespace linter::prose {

enum class Role : std::uint8_t {
  inline_text,  // the tags vanish; unknown elements too
  link,
  emphasis,
  strong,
  deleted,
  noun,         // code and the like in running text: stands for a noun
  superscript,  // may be a footnote mark
  aside,        // in running text, not read (ruby annotations)
  boundary,     // ends the text before it: div, p, hr, …
  heading,
  list,
  item,
  quote,
  table,
  table_head,
  row,
  cell,
  header_cell,
  caption,
  footnote,
  expression,  // the tag itself stands for a noun
  hidden,      // dropped with all it holds
  raw,         // holds no markup, dropped: script, style, …
  title,
  line_break,
  metadata,  // meta
  root,      // html
};

struct Element {
  std::string_view name;  // lower case
  Role role = Role::inline_text;
  std::uint8_t level = 0;  // of a heading
  bool ordered = false;    // of a list
};

// Stands around a footnote's text in Markdown that was prepared for the parser.
inline constexpr std::string_view footnote_element = "x-footnote";

// MDX's expressions in the text, and what is gone from it.
inline constexpr std::string_view expression_element = "x";
inline constexpr std::string_view silent_element = "y";

// The element of that name, the case of letters ignored; one without a name and with the role
// inline_text for those that are not in the table. O(log elements), no allocation; the reference is
// good for ever.
[[nodiscard]] const Element& element_of(std::string_view name);

}  // namespace linter::prose
