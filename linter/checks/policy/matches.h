// Every match of a pattern in a block, however long the block is.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/base/pattern.h"
#include "linter/base/span.h"

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

// Calls `visit` with each match (view spans) in view order; matches of one window do not overlap.
// What it costs is taken from `steps`, after it has grown by what the block adds. The error is
// pattern_too_slow; what was found before it has been visited. `memory` is the pattern's.
template <class Visit>
std::optional<base::Error> for_each_match(const base::Pattern& pattern, base::PatternMemory& memory,
                                          std::string_view view, base::Span block,
                                          std::int64_t& steps, const Visit& visit) {
  steps += steps_per_byte * block.size();
  for (std::uint32_t begin = block.begin; begin < block.end;) {
    const SearchWindow window = window_at(view, block, begin);
    // What stands before the window is in sight of look-behind.
    const std::uint32_t base = std::max(block.begin, begin - std::min(begin, most_look_back));
    const std::string_view text = view.substr(base, window.text.end - base);
    for (std::uint32_t from = begin; from < window.own_end;) {
      auto found = pattern.search(text, from - base, steps, memory);
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
      if (match.whole.begin >= window.own_end) break;
      from = std::max(match.whole.end, from + 1);
      visit(std::move(match));
    }
    begin = window.own_end;
  }
  return std::nullopt;
}

}  // namespace linter::checks::policy
