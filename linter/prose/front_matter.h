// Front matter in YAML (---) and TOML (+++).
#pragma once

#include <cstdint>

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/prose/formats.h"
#include "linter/source/source.h"

namespace linter::prose {

// Reads front matter at the start of the file: its prose fields become blocks, in the order of the
// file, and Article::front_matter is filled. Gives the offset where the text goes on:
// source.text_begin() when there is none. Two rules with something else than a mapping between them
// are no front matter. bad_front_matter, with the position in the file, for front matter that is not
// closed. Faults of syntax and galley's own keys with wrong values go to FrontMatter::faults: the
// text below is read all the same.
[[nodiscard]] base::Result<std::uint32_t> read_front_matter(const source::Source& source,
                                                            const ReadOptions& options,
                                                            Article& article);

}  // namespace linter::prose
