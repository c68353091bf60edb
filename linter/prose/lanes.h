// Sixteen bytes at a time, on any machine that the compiler has vectors for.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace linter::prose {

using Lanes [[gnu::vector_size(16)]] = std::uint8_t;
using LaneMask [[gnu::vector_size(16)]] = std::int8_t;  // -1 where a test holds, else 0
inline constexpr std::size_t lane_count = 16;

[[nodiscard]] inline Lanes load_lanes(const char* bytes) {
  Lanes lanes;
  std::memcpy(&lanes, bytes, lane_count);
  return lanes;
}

// The first lane in which the test holds, those before `from` (at most lane_count) left out;
// lane_count when there is none.
[[nodiscard]] inline std::size_t first_lane(LaneMask mask, std::size_t from = 0) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, lane_count);
  if (from > 0) {
    const std::uint64_t all = ~std::uint64_t{0};
    halves[0] &= from < 8 ? all << (8 * from) : 0;
    if (from > 8) halves[1] &= from < 16 ? all << (8 * (from - 8)) : 0;
  }
  if (halves[0] != 0) return static_cast<std::size_t>(std::countr_zero(halves[0])) / 8;
  return 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8;
}

// The first offset at or after `at` where `test` holds, of sixteen bytes, those before them and
// those behind them; text.size() when there is none. The first and the last byte of the text, and
// short texts, are put to `test_one(offset)`.
template <class Test, class TestOne>
[[nodiscard]] std::size_t find_lane(std::string_view text, std::size_t at, Test test,
                                    TestOne test_one) {
  const auto lane_at = [&](std::size_t offset, std::size_t from) {
    const char* const bytes = text.data() + offset;
    return first_lane(test(load_lanes(bytes - 1), load_lanes(bytes), load_lanes(bytes + 1)), from);
  };
  if (text.size() < lane_count + 2) {
    while (at < text.size() && !test_one(at)) ++at;
    return at;
  }
  if (at == 0) {
    if (test_one(at)) return at;
    ++at;
  }
  const std::size_t last = text.size() - 1;
  for (; at + lane_count <= last; at += lane_count) {
    if (const std::size_t lane = lane_at(at, 0); lane < lane_count) return at + lane;
  }
  if (at < last) {
    const std::size_t base = last - lane_count;
    if (const std::size_t lane = lane_at(base, at - base); lane < lane_count) return base + lane;
    at = last;
  }
  return at < text.size() && test_one(at) ? at : text.size();
}

}  // namespace linter::prose
