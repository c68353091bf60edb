// The marks of JSX inside MDX: tags with expressions for values, and expressions in braces.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "linter/base/span.h"

namespace linter::prose {

using base::Span;

// The offset behind the expression that begins at `offset`, where text[offset] == '{'; npos when it
// is not closed. Strings, template literals and comments are passed over. Linear in what it passes.
[[nodiscard]] std::size_t expression_end(std::string_view text, std::size_t offset);

struct JsxTag {
  std::size_t end = 0;              // behind the '>'; 0 when there is no tag
  bool unclosed = false;            // there is none because an expression in it never ends
  Span name{};                      // empty for fragments
  std::vector<Span> expressions{};  // "{…}" in it: values of attributes (with what is before:
                                    // `name=`) and spreads
  std::vector<Span> literals{};     // "{"…"}" that are values: a string in braces
};

// The tag at `offset`, where text[offset] == '<'. Addresses in angle brackets and comparisons are
// none.
[[nodiscard]] JsxTag read_jsx_tag(std::string_view text, std::size_t offset);

}  // namespace linter::prose
