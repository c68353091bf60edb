#include "linter/fixes/manuscript.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "linter/fixes/stet_places.h"

namespace linter::fixes {

using base::Span;
using prose::Article;
using std::string_view;

bool same_shape(const Article& a, const Article& b) {
  const auto block = [](const prose::Block& one) {
    return std::tuple(one.scopes, one.level, one.list_depth, one.quote_depth, one.ordered,
                      one.starts_item, one.group);
  };
  const auto kind = [](const prose::Inline& one) { return one.kind; };
  return std::ranges::equal(a.blocks, b.blocks, {}, block, block) &&
         std::ranges::equal(a.inlines, b.inlines, {}, kind, kind) &&
         a.front_matter.source.empty() == b.front_matter.source.empty() &&
         a.front_matter.language == b.front_matter.language &&
         a.front_matter.words == b.front_matter.words &&
         a.front_matter.faults.size() == b.front_matter.faults.size();
}

Manuscript::Manuscript(std::string file, std::string bytes, Reading reading)
    : file_(std::move(file)), bytes_(std::move(bytes)), reading_(std::move(reading)) {
  if (auto now = read(bytes_)) {
    article_ = std::move(now->article);
    readable_ = true;
  }
}

std::optional<Manuscript::Read> Manuscript::read(std::string bytes) const {
  Read made;
  auto source = prose::read_article(*reading_.format, file_, std::move(bytes), reading_.options,
                                    made.article);
  if (!source) return std::nullopt;
  made.source = std::move(*source);
  return made;
}

bool Manuscript::in_front_matter(Span span) const {
  const Span front = article_.front_matter.source;
  return !front.empty() && front.begin <= span.begin && span.end <= front.end;
}

// The view's bytes that were read from some of the source's.
std::optional<Span> Manuscript::view_of(Span source) const {
  return views_of(std::span(&source, 1)).front();
}

// The same for many spans, in one pass over the article.
std::vector<std::optional<Span>> Manuscript::views_of(std::span<const Span> sources) const {
  constexpr Span nowhere{UINT32_MAX, 0};
  constexpr Span torn{0, 0};
  std::vector<Span> views(sources.size(), nowhere);
  std::vector<std::size_t> order(sources.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto begin_of = [&](std::size_t i) { return sources[i].begin; };
  std::ranges::sort(order, {}, begin_of);
  std::uint32_t longest = 0;
  for (const Span source : sources) longest = std::max(longest, source.size());
  for (const prose::Run& run : article_.runs) {
    const Span from{run.source, run.source + run.source_size};
    const std::uint32_t first = from.begin - std::min(from.begin, longest);
    for (auto at = std::ranges::lower_bound(order, first, {}, begin_of);
         at != order.end() && sources[*at].begin < from.end; ++at) {
      const Span source = sources[*at];
      Span& view = views[*at];
      if (!from.overlaps(source) || view == torn) continue;
      Span part{run.view, run.view + run.view_size};
      if (run.verbatim) {
        part.begin += std::max(source.begin, from.begin) - from.begin;
        part.end -= from.end - std::min(source.end, from.end);
      } else if (from.begin < source.begin || from.end > source.end) {
        view = torn;
        continue;
      }
      view = {std::min(view.begin, part.begin), std::max(view.end, part.end)};
    }
  }
  std::vector<std::optional<Span>> found;
  for (const Span view : views)
    found.push_back(view.begin < view.end ? std::optional(view) : std::nullopt);
  return found;
}

// Whether the article with the fixes reads as it does now, but for the regions.
bool Manuscript::reads_as(std::span<const Fix> fixes, std::vector<Region> regions) const {
  // alternative texts stand elsewhere in the view than in the file
  std::ranges::sort(regions, {}, [](const Region& region) { return region.view.begin; });
  const auto after = read(applied(bytes_, fixes));
  if (!after || !same_shape(article_, after->article)) return false;
  const string_view before = article_.view;
  string_view now = after->article.view;
  std::uint32_t done = 0;
  for (std::size_t i = 0; i <= regions.size(); ++i) {
    const bool is_last = i == regions.size();
    const std::size_t end = is_last ? before.size() : regions[i].view.begin;
    const string_view between = before.substr(done, end - done);
    if (!now.starts_with(between)) return false;
    now.remove_prefix(between.size());
    if (is_last) break;
    done = regions[i].view.end;
    if (now.starts_with(regions[i].text)) {
      now.remove_prefix(regions[i].text.size());
      continue;
    }
    // an address in it, say, is masked: then what follows says where it ends
    const std::size_t next = i + 1 < regions.size() ? regions[i + 1].view.begin : before.size();
    const std::size_t at = now.find(before.substr(done, next - done));
    if (at == string_view::npos || now.substr(0, at).find(prose::masked) == string_view::npos)
      return false;
    now.remove_prefix(at);
  }
  return now.empty();
}

Passage Manuscript::passage(Span span) const {
  const auto view = view_of(span);
  if (!view) return {};
  const std::uint32_t number = article_.block_at(view->begin);
  if (number == prose::no_block) return {};
  constexpr std::size_t around = 150;
  const Span block = article_.blocks[number].text;
  const string_view all = article_.view;
  std::size_t begin = block.begin;
  std::size_t end = block.end;
  if (view->begin - block.begin > around) {
    begin = all.find(' ', view->begin - around);
    begin = begin >= view->begin ? block.begin : begin + 1;
  }
  if (block.end > view->end + around) {
    const std::size_t cut = all.rfind(' ', view->end + around);
    end = cut == string_view::npos || cut < view->end ? block.end : cut;
  }
  Passage passage{begin > block.begin ? "… " : "", {}};
  const auto reached = [&] { return static_cast<std::uint32_t>(passage.text.size()); };
  for (std::size_t at = begin; at <= end; ++at) {
    if (at == view->begin) passage.words.begin = reached();
    if (at == std::min<std::size_t>(view->end, end)) passage.words.end = reached();
    if (at == end) break;
    if (all[at] == prose::masked) {
      passage.text += "…";
    } else {
      passage.text += all[at];
    }
  }
  if (end < block.end) passage.text += " …";
  return passage;
}

}  // namespace linter::fixes
