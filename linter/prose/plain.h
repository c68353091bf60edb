// Plain text, as pasted from a document.
#pragma once

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/prose/formats.h"
#include "linter/source/source.h"

namespace linter::prose {

// Format::read for plain text: paragraphs (separated by blank lines, one a line, or hard-wrapped),
// headings, lists, quotes, tables of tab-separated cells. Never fails. Linear.
[[nodiscard]] base::Result<void> read_plain(const source::Source& source,
                                            const ReadOptions& options, Article& article);

}  // namespace linter::prose
