// Markdown: CommonMark, GitHub's extensions, footnotes, HTML inside, and what site generators add.
#pragma once

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/prose/formats.h"
#include "linter/source/source.h"

namespace linter::prose {

// Format::read for Markdown. Errors: nesting_too_deep, bad_front_matter, too_large.
[[nodiscard]] base::Result<void> read_markdown(const source::Source& source,
                                               const ReadOptions& options, Article& article);

}  // namespace linter::prose
