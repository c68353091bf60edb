#include "linter/reports/excerpt.h"

#include <algorithm>
#include <span>
#include <vector>

#include "linter/base/harmless.h"
#include "linter/base/utf8.h"

namespace linter::reports {
namespace {

// What is printed together: one code point with the marks that follow it.
struct Cell {
  std::string text;
  std::size_t width = 0;
  bool marked = false;
};

using Cells = std::span<const Cell>;

constexpr std::string_view ellipsis = "…";

std::size_t width_of(Cells cells) {
  std::size_t width = 0;
  for (const Cell& cell : cells) width += cell.width;
  return width;
}

std::vector<Cell> cells_of(std::string_view line, base::Span span) {
  constexpr std::size_t tab = 4;
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = base::decode(line, at).length;
    Cell cell{.text = line[at] == '\t' ? std::string(tab - column % tab, ' ')
                                       : base::harmless(line.substr(at, length)),
              .marked = at >= span.begin && at < span.end};
    cell.width = base::display_width(cell.text);
    column += cell.width;
    at += length;
    if (cell.width == 0 && !cells.empty()) {
      cells.back().text += cell.text;
    } else {
      cells.push_back(std::move(cell));
    }
  }
  return cells;
}

// Of so many cells, those that fit into `width`, with the first marked one and some of what stands
// before it.
template <class WidthOf>
base::Span window_of(std::size_t cells, std::size_t marked, std::size_t width,
                     const WidthOf& width_of_cell) {
  std::size_t begin = marked;
  std::size_t before = 0;
  while (begin > 0 && before + width_of_cell(begin - 1) <= width / 3)
    before += width_of_cell(--begin);
  // A line whose end is near has room for more of its beginning.
  std::size_t rest = before;
  for (std::size_t i = marked; i < cells; ++i) rest += width_of_cell(i);
  while (begin > 0 && rest + width_of_cell(begin - 1) <= width) rest += width_of_cell(--begin);
  std::size_t end = begin;
  std::size_t used = 0;
  while (end < cells && used + width_of_cell(end) <= width) used += width_of_cell(end++);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_plain(char c) {
  return c >= ' ' && c <= '~';
}

// Of a long line, what a window of `width` can reach from the begin of `span`, where it is plain
// ASCII: a cell for each byte. Else the whole line.
base::Span part_near(std::string_view line, base::Span span, std::size_t width) {
  const std::size_t begin = span.begin - std::min<std::size_t>(span.begin, width + 2);
  const std::size_t end = std::min(line.size(), span.begin + width + 2);
  const std::string_view part = line.substr(begin, end - begin);
  if (span.begin >= line.size() || !std::ranges::all_of(part, is_plain))
    return {0, static_cast<std::uint32_t>(line.size())};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string without_trailing_space(std::string_view line) {
  return std::string(line.substr(0, line.find_last_not_of(' ') + 1));
}

// The excerpt of a line of plain ASCII: each byte is a cell.
Excerpt plain_excerpt(std::string_view line, base::Span span, std::size_t room, char underline) {
  base::Span shown{0, static_cast<std::uint32_t>(line.size())};
  if (line.size() > room) {
    shown = window_of(line.size(), std::min<std::size_t>(span.begin, line.size() - 1), room - 2,
                      [](std::size_t) { return std::size_t{1}; });
  }
  const std::size_t marked = std::clamp(span.begin, shown.begin, shown.end);
  const std::size_t marked_end = std::clamp(span.end, shown.begin, shown.end);
  const bool clipped = shown.end != line.size();
  const std::string part = base::harmless(shown.of(line));
  Excerpt excerpt;
  if (shown.begin > 0) excerpt.line = ellipsis;
  excerpt.line += clipped ? part + std::string(ellipsis) : without_trailing_space(part);
  excerpt.mark_begin = marked - shown.begin + (shown.begin > 0 ? 1 : 0);
  excerpt.mark.assign(excerpt.mark_begin, ' ');
  excerpt.mark.append(std::max<std::size_t>(marked_end - marked, 1), underline);
  return excerpt;
}

}  // namespace

Excerpt excerpt_of(std::string_view line, base::Span span, std::uint32_t width, char underline) {
  const std::size_t room = std::max<std::size_t>(width, 20);
  span.end = std::max(span.end, span.begin + 1);
  const base::Span near = part_near(line, span, room);
  line = near.of(line);
  span = {span.begin - near.begin, span.end - near.begin};
  if (!line.empty() && std::ranges::all_of(line, is_plain))
    return plain_excerpt(line, span, room, underline);
  const auto cells = cells_of(line, span);
  const auto marked =
      static_cast<std::size_t>(std::ranges::find_if(cells, &Cell::marked) - cells.begin());
  Cells shown = cells;
  if (width_of(cells) > room) {
    const base::Span window = window_of(cells.size(), std::min(marked, cells.size() - 1), room - 2,
                                        [&](std::size_t i) { return cells[i].width; });
    shown = shown.subspan(window.begin, window.size());
  }

  Excerpt excerpt;
  std::size_t before = 0;
  if (shown.data() != cells.data()) {
    excerpt.line = ellipsis;
    before = 1;
  }
  std::size_t under = 0;
  bool met = false;
  for (const Cell& cell : shown) {
    excerpt.line += cell.text;
    met = met || cell.marked;
    if (!met) before += cell.width;
    if (cell.marked) under += cell.width;
  }
  const bool clipped = shown.data() + shown.size() != cells.data() + cells.size();
  excerpt.line =
      clipped ? excerpt.line + std::string(ellipsis) : without_trailing_space(excerpt.line);
  excerpt.line = base::harmless(excerpt.line);  // what several cells make together
  excerpt.mark.assign(before, ' ');
  excerpt.mark_begin = before;
  excerpt.mark.append(std::max<std::size_t>(under, 1), underline);
  return excerpt;
}

}  // namespace linter::reports
