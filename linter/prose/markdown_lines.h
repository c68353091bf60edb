// What Markdown's dialects write line by line and the parser does not know, put into words that it
// knows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/prose/source_map.h"

namespace linter::prose {

struct PreparedText {
  std::string own{};        // the prepared text; empty when the file can be parsed as it is
  SourceMap map{};          // from it to the file
  std::uint32_t begin = 0;  // where the file is parsed from when it is parsed as it is
};

enum class Dialect : std::uint8_t { markdown, mdx };

// Prepares the Markdown in `bytes` from `begin` on:
//   [^1]: text        a footnote, with its indented paragraphs  ->  <x-footnote> around them
//   :::note Title     Docusaurus, VitePress, Pandoc             ->  the title as a paragraph
//   !!! note "Title"  MkDocs, ??? and === too                   ->  the title, and what is indented
//   below, flush
//   {{< x >}}, {% x %} alone on its line or lines               ->  a blank line; what {% highlight
//   %} and the like hold is dropped
//   <A b={c}>         JSX at the start of a line               ->  <A>
//   <Note>            in MDX, tags alone on a line             ->  a paragraph of their own
//   : text            what the term above means                 ->  a paragraph of its own
//   |-|:-:|           a table's short dashes                   ->  three each
// Fenced code is left alone. Text that the file does not hold is never read from the prepared one:
// see Composer. Copies only when there is something to prepare. Linear.
[[nodiscard]] PreparedText prepare_markdown(std::string_view bytes, std::uint32_t begin,
                                            Dialect dialect = Dialect::markdown);

}  // namespace linter::prose
