// A half-open range of byte offsets.
#pragma once

#include <cstdint>
#include <string_view>

namespace linter::base {

// [begin, end), in bytes. Which text it points into is said where it is declared: the original file
// ("source span") or an article's view ("view span"). Files are limited to under 4 GiB, so 32 bits
// do.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, size());
  }

  auto operator<=>(const Span&) const = default;
};

}  // namespace linter::base
