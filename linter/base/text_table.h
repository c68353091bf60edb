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
  // A table whose numbers are below `numbers`; an unsound one makes the reader refuse. Linear.
  TextTable(ImageReader& image, std::uint64_t numbers);

  // The number of a text, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
  // The number that the text has now: `number`, or an earlier one. Only while it is grown.
  std::uint32_t add(std::string_view text, std::uint32_t number);
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
    return {letters_.data() + slot.begin, slot.size};
  }
  [[nodiscard]] std::size_t place_of(std::string_view text, std::uint64_t hash) const;
  void grow();

  Column<Slot> slots_;  // open addressing: a power of two, at most half of them taken
  Column<char> letters_;
  std::size_t taken_ = 0;
};

}  // namespace linter::base
