#include "linter/prose/markdown.h"

#include "linter/prose/front_matter.h"
#include "linter/prose/markdown_blocks.h"
#include "linter/prose/markdown_lines.h"
#include "linter/prose/outline.h"

namespace linter::prose {

base::Result<void> read_markdown(const source::Source& source, const ReadOptions& options,
                                 Article& article) {
  article.clear();
  article.view.reserve(source.bytes.size() + source.bytes.size() / 16);
  const base::Result<std::uint32_t> begin = read_front_matter(source, options, article);
  if (!begin) return std::unexpected(begin.error());
  const PreparedText prepared = prepare_markdown(source.bytes, *begin);
  const std::string_view text =
      prepared.own.empty() ? std::string_view(source.bytes) : prepared.own;
  auto done = compose_markdown(text, prepared.begin, source, prepared.map, {}, article);
  if (!done) return done;
  connect_blocks(article);
  return {};
}

}  // namespace linter::prose
