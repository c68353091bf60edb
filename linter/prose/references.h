// Character references: "&amp;", "&#8217;", "&#x2019;".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace linter::prose {

struct Reference {
  std::uint32_t length = 0;  // bytes in the text, from the '&' on; 0: there is no reference
  std::string text;          // what it stands for, UTF-8
};

enum class ReferenceRules : std::uint8_t { markdown, html_text, html_attribute };

// The reference at `offset`, where text[offset] == '&'. Markdown asks for a semicolon; HTML takes
// "&nbsp" and "&#38" without one, in attributes only where no letter, figure or '=' follows.
// Numbers that are no characters give U+FFFD. O(log names).
[[nodiscard]] Reference reference_at(std::string_view text, std::size_t offset,
                                     ReferenceRules rules);

// Tables in the order of their bytes: "name=code point[,code point]" and names alone, separated by
// white space.
[[nodiscard]] std::string_view reference_names();
[[nodiscard]] std::string_view bare_reference_names();

}  // namespace linter::prose
