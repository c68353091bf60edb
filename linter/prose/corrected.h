// An article as it is understood where a word of it is misspelt.
#pragma once

#include <span>
#include <string>

#include "linter/prose/article.h"

namespace linter::prose {

// What is meant by the text of a view span, which lies in one block and is not empty.
struct Correction {
  Span text;
  std::string meant;  // not empty
};

// The same article with what is meant in its view. Each meant text comes as a whole from the source
// bytes of the text whose place it takes, so that all that is said of the view is said of the same
// file. `corrections` are sorted and do not overlap. One pass over view, runs and blocks.
[[nodiscard]] Article corrected(const Article& article, std::span<const Correction> corrections);

}  // namespace linter::prose
