// The parser's events, made into blocks.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/prose/source_map.h"
#include "linter/source/source.h"

namespace linter::prose {

struct MarkdownRules {
  bool fragments = false;  // MDX: "<>" is no text
  bool html_blocks = true;  // HTML alone on its lines is HTML throughout; else only its tags are
  bool indented_code = true;
};

// Parses `text`, which was made from `source`, from `begin` on and appends its blocks to `article`;
// `map` leads from the text to the file. Errors, the article then being unspecified:
// nesting_too_deep; too_large for a table whose rows the parser fills up to more cells than the
// text has bytes (its work grows with rows times columns). Linear but for that.
[[nodiscard]] base::Result<void> compose_markdown(std::string_view text, std::uint32_t begin,
                                                  const source::Source& source,
                                                  const SourceMap& map, const MarkdownRules& rules,
                                                  Article& article);

}  // namespace linter::prose
