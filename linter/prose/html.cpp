#include "linter/prose/html.h"

#include <fmt/format.h>

#include "linter/prose/composer.h"
#include "linter/prose/front_matter.h"
#include "linter/prose/html_flow.h"
#include "linter/prose/outline.h"

namespace linter::prose {

base::Result<void> read_html(const source::Source& source, const ReadOptions& options,
                             Article& article) {
  article.clear();
  const base::Result<std::uint32_t> begin = read_front_matter(source, options, article);
  if (!begin) return std::unexpected(begin.error());
  const SourceMap map;
  Composer composer(source.bytes, source.bytes, map, article);
  HtmlFlow flow(composer, article);
  flow.assume_language(options.language);
  const auto size = static_cast<std::uint32_t>(source.bytes.size());
  flow.feed({*begin, size}, size);
  composer.end_block();
  if (composer.too_deep()) return composer.nesting_error(source.path);
  connect_blocks(article);
  return {};
}

}  // namespace linter::prose
