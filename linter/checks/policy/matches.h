// Every match of a pattern in a block, however long the block is.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/base/pattern.h"
#include "linter/base/span.h"
#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

inline constexpr std::uint32_t window_size = 4096;
inline constexpr std::uint32_t window_overlap = 512;
inline constexpr std::uint32_t most_look_back = 32768;

// What a rule's patterns may cost in one article, in steps of Pattern::search: so many to begin
// with, and so many more for each byte that they are tried on. Usual patterns take one to five a
// byte.
inline constexpr std::int64_t first_steps = 8'000'000;
inline constexpr std::int64_t steps_per_byte = 200;

// A part of a block that a pattern is tried on at once. The matches that begin before `own_end` are
// its own; those behind belong to the next window, which begins there.
struct SearchWindow {
  base::Span text;
  std::uint32_t own_end = 0;
};

// The window of `block` that begins at `begin`; cut at a space, or where none is near, between
// characters.
[[nodiscard]] SearchWindow window_at(std::string_view view, base::Span block, std::uint32_t begin);

// Whether a mark beyond ASCII is one of those that Pattern::reach takes for marks.
[[nodiscard]] bool is_usual_mark(std::string_view mark);

// Whether a block's text is such as Pattern::reach speaks of.
[[nodiscard]] bool is_plain(const lexicon::Reading& reading, std::uint32_t block);

// How far a pattern has been tried on a block.
struct Progress {
  explicit Progress(std::uint32_t begin) : window(begin), from(begin) {}
  std::uint32_t window;  // the begin of a window
  std::uint32_t from;    // matches that begin before have been visited, or are none of its own
};

// Calls `visit` with each match (view spans) that begins in `begins`, in view order; matches of one
// window do not overlap. Where a block is tried in several parts, from the front to the back and
// with the same `progress`, the matches are those of the whole block at once, as long as all
// matches begin in one of the parts. What it costs is taken from `steps`. The error is
// pattern_too_slow; what was found before it has been visited. `memory` is the pattern's.
template <class Visit>
std::optional<base::Error> for_each_match(const base::Pattern& pattern, base::PatternMemory& memory,
                                          std::string_view view, base::Span block,
                                          base::Span begins, Progress& progress,
                                          std::int64_t& steps, const Visit& visit) {
  while (progress.window < block.end && progress.from < begins.end) {
    const SearchWindow window = window_at(view, block, progress.window);
    const std::uint32_t until = std::min(window.own_end, begins.end);
    // What stands before the window is in sight of look-behind.
    const std::uint32_t base =
        std::max(block.begin, progress.window - std::min(progress.window, most_look_back));
    const std::string_view text = view.substr(base, window.text.end - base);
    progress.from = std::max(progress.from, begins.begin);
    while (progress.from < until) {
      auto found = pattern.search(text, progress.from - base, until - base, steps, memory);
      if (!found) return std::move(found.error());
      if (!*found) break;
      base::Match match = std::move(**found);
      const auto to_view = [&](base::Span& span) {
        span.begin += base;
        span.end += base;
      };
      to_view(match.whole);
      for (auto& group : match.groups) {
        if (group) to_view(*group);
      }
      if (match.whole.begin >= window.own_end) {
        progress.from = window.own_end;
        break;
      }
      progress.from = std::max(match.whole.end, progress.from + 1);
      visit(std::move(match));
    }
    if (begins.end < window.own_end) {
      progress.from = std::max(progress.from, until);
      return std::nullopt;
    }
    progress.window = progress.from = window.own_end;
  }
  return std::nullopt;
}

// The same for every match of the block; `steps` first grows by what the block adds.
template <class Visit>
std::optional<base::Error> for_each_match(const base::Pattern& pattern, base::PatternMemory& memory,
                                          std::string_view view, base::Span block,
                                          std::int64_t& steps, const Visit& visit) {
  steps += steps_per_byte * block.size();
  Progress progress(block.begin);
  return for_each_match(pattern, memory, view, block, block, progress, steps, visit);
}

}  // namespace linter::checks::policy
