// Texts and a number for each, flat: grown in memory, or read where it lies in an image.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/base/image.h"

namespace linter::base {

// Const use from many threads. A text has at most 4 GB with all others.
class TextTable {
 public:
  TextTable() : slots_(8) {}
  // A table of which only numbers below `numbers` are found. Cost does not depend on its size: what
  // it says is checked when it is used.
  TextTable(ImageReader& image, std::uint64_t numbers);

  // The number of a text, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
  // The number that the text has now: `number`, or an earlier one. Only while it is grown.
  std::uint32_t add(std::string_view text, std::uint32_t number);
  // At most as many as its bytes allow.
  [[nodiscard]] std::size_t size() const { return taken_; }

  void put(ImageWriter& image) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;  // the high half; 0: free
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t number = 0;
  };
  [[nodiscard]] std::string_view text_of(const Slot& slot) const {
    const bool inside = slot.begin <= letters_.size() && slot.size <= letters_.size() - slot.begin;
    return inside ? std::string_view(letters_.data() + slot.begin, slot.size) : std::string_view();
  }
  [[nodiscard]] std::size_t place_of(std::string_view text, std::uint64_t hash) const;
  void grow();

  Column<Slot> slots_;  // open addressing: a power of two, at most half of them taken
  Column<char> letters_;
  std::uint64_t taken_ = 0;
  std::uint64_t numbers_ = UINT64_MAX;  // those below are found
};

}  // namespace linter::base
