// Word documents.
#pragma once

#include <string>

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/prose/formats.h"
#include "linter/source/source.h"

namespace linter::prose {

// Format::unpack for .docx: the source's bytes are the document's text as word::Document has it, a
// paragraph a line.
[[nodiscard]] base::Result<source::Source> unpack_docx(std::string path, std::string bytes,
                                                       const ReadOptions& options,
                                                       Article& article);

}  // namespace linter::prose
