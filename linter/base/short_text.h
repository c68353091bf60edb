// A short text that holds its letters.
//
// For the rows of tables: a view holds an address, which the system's loader sets at every start, and
// so does a page of memory for each process. These are read where they lie in the program.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linter::base {

class ShortText {
 public:
  static constexpr std::size_t most = 23;  // bytes

  // A longer literal does not compile.
  template <std::size_t with_end>
    requires(with_end <= most + 1)
  consteval ShortText(const char (&literal)[with_end]) : size_(with_end - 1) {  // NOLINT: as a view
    std::copy_n(literal, size_, letters_.begin());
  }

  // Lives as long as this.
  [[nodiscard]] constexpr std::string_view view() const { return {letters_.data(), size_}; }
  constexpr operator std::string_view() const { return view(); }  // NOLINT: likewise

  friend constexpr bool operator==(const ShortText& one, const ShortText& other) {
    return one.view() == other.view();
  }
  friend constexpr auto operator<=>(const ShortText& one, const ShortText& other) {
    return one.view() <=> other.view();
  }
  friend constexpr bool operator==(const ShortText& one, std::string_view other) {
    return one.view() == other;
  }
  friend constexpr auto operator<=>(const ShortText& one, std::string_view other) {
    return one.view() <=> other;
  }

 private:
  std::array<char, most> letters_{};
  std::uint8_t size_ = 0;
};

}  // namespace linter::base
