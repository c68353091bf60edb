// The parser's events, made into blocks.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/prose/article.h"
#include "linter/prose/source_map.h"

namespace linter::prose {

struct MarkdownRules {
  bool html_blocks = true;  // HTML alone on its lines is HTML throughout; else only its tags are
  bool indented_code = true;
};

// Parses `text` from `begin` on and appends its blocks to `article`; `map` leads from the text to
// the file. False when containers nest deeper than max_nesting; the article is then unspecified.
// Linear.
[[nodiscard]] bool compose_markdown(std::string_view text, std::uint32_t begin,
                                    std::string_view file, const SourceMap& map,
                                    const MarkdownRules& rules, Article& article);

}  // namespace linter::prose
