#include "linter/prose/article.h"

#include <algorithm>

namespace linter::prose {
namespace {

std::uint32_t view_end(const Run& run) {
  return run.view + run.view_size;
}
std::uint32_t source_end(const Run& run) {
  return run.source + run.source_size;
}

// The first run that ends after `view_offset`.
std::vector<Run>::const_iterator run_at(const std::vector<Run>& runs, std::uint32_t view_offset) {
  return std::ranges::upper_bound(runs, view_offset, {}, view_end);
}

}  // namespace

void Article::clear() {
  view.clear();
  runs.clear();
  blocks.clear();
  inlines.clear();
  comments.clear();
  front_matter = {};
  title = no_block;
}

Span Article::source_span(Span view_span) const {
  if (runs.empty()) return {};
  auto first = run_at(runs, view_span.begin);
  if (first == runs.end()) return {source_end(runs.back()), source_end(runs.back())};
  const bool inside = first->verbatim && view_span.begin > first->view;
  const std::uint32_t begin = first->source + (inside ? view_span.begin - first->view : 0);

  auto last = std::ranges::lower_bound(runs, view_span.end, {}, &Run::view);
  if (last == runs.begin() || (--last) < first) return {begin, begin};  // between two blocks
  const bool cut = last->verbatim && view_span.end < view_end(*last);
  const std::uint32_t end = cut ? last->source + (view_span.end - last->view) : source_end(*last);
  return {begin, std::max(begin, end)};
}

std::uint32_t Article::block_at(std::uint32_t view_offset) const {
  const auto next = std::ranges::upper_bound(blocks, view_offset, {},
                                             [](const Block& block) { return block.text.begin; });
  if (next == blocks.begin() || view_offset >= (next - 1)->text.end) return no_block;
  return static_cast<std::uint32_t>(next - 1 - blocks.begin());
}

bool Article::is_verbatim(Span view_span) const {
  std::uint32_t reached = view_span.begin;
  for (auto run = run_at(runs, reached); run != runs.end() && reached < view_span.end; ++run) {
    const bool follows = reached == view_span.begin || source_end(*(run - 1)) == run->source;
    if (!run->verbatim || run->view > reached || !follows) return false;
    reached = view_end(*run);
  }
  return reached >= view_span.end && !view_span.empty();
}

}  // namespace linter::prose
