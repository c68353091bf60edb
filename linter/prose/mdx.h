// MDX: Markdown with JSX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/prose/formats.h"
#include "linter/source/source.h"

namespace linter::prose {

// Format::read for MDX. Errors: nesting_too_deep, bad_front_matter, too_large.
[[nodiscard]] base::Result<void> read_mdx(const source::Source& source, const ReadOptions& options,
                                          Article& article);

struct MarkdownOfMdx {
  std::string text;               // as long as the MDX, every character of prose at its place
  std::vector<Comment> comments;  // {/* … */}
};

// Makes MDX into Markdown: imports and exports become blank lines, expressions become tags of
// elements.h's expression_element (or of no meaning, where they stand alone), tags lose what HTML's
// tags cannot have. Code is left alone, and so is what is not closed. Linear.
[[nodiscard]] MarkdownOfMdx markdown_of_mdx(std::string_view bytes, std::uint32_t begin);

}  // namespace linter::prose
