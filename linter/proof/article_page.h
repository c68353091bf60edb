// An article as it reads, with the places where remarks stand: what the proof's page shows of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "linter/base/json.h"
#include "linter/prose/article.h"

namespace linter::proof {

// Where a remark points to in an article.
struct Mark {
  base::Span span;           // source bytes
  std::uint32_t remark = 0;  // its number on the article's page
  // nowhere: its block, when set_marks has found none
  std::uint32_t block = prose::no_block;
};

// The blocks in reading order, each with what it is and its text in pieces:
//   {"kind":"p","pieces":["plain ",{"text":"painless","marks":[3]}, …]}
// kind: title, h1 to h6, p, li, cell, caption, alt, summary, note; code and rule for what stands
// between them. Beside it, where they apply: depth and ordered of items, number (as it is written)
// and task (x or a space), quote (depth), group (of a list or table), first (of its item or row),
// header (of a cell), front (of front matter). A piece that is marked up has "set": letters of
// e(mphasis), s(trong), d(eleted), a (link), c(ode), l (another language), f (the mark of a
// footnote). `marks` get their blocks, as they are numbered here. `format` is that of the article.
// Linear in the article, plus the marks.
[[nodiscard]] base::Json article_json(const prose::Article& article, std::string_view bytes,
                                      std::string_view format, std::span<Mark> marks);

}  // namespace linter::proof
