// What was found in texts that come back: pages of several versions say most things again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace linter::base {

struct TextDigest {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool operator==(const TextDigest&) const = default;
};
// XXH3-128.
[[nodiscard]] TextDigest digest_of(std::string_view text);
// The same, of values in a row that have no bytes but their own.
template <class Value>
  requires std::has_unique_object_representations_v<Value>
[[nodiscard]] TextDigest digest_of_values(std::span<const Value> values) {
  const std::span<const std::byte> bytes = std::as_bytes(values);
  return digest_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// One thread's. Bounded: what another text needs the room of is forgotten.
template <class Found>
class Echoes {
 public:
  // What was kept of a text, until the next keep(); nothing where it is not known.
  [[nodiscard]] std::optional<std::span<const Found>> of(const TextDigest& text) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[place_of(text)];
    if (slot.text != text) return std::nullopt;
    return std::span(found_).subspan(slot.begin, slot.count);
  }

  void keep(const TextDigest& text, std::span<const Found> found) {
    if (found_.size() + found.size() > most_found) clear();
    if (found.size() > most_found) return;
    if (kept_ == slots_.size() && slots_.size() < most_slots) grow();
    slots_[place_of(text)] = {text, static_cast<std::uint32_t>(found_.size()),
                              static_cast<std::uint32_t>(found.size())};
    found_.insert(found_.end(), found.begin(), found.end());
    ++kept_;
  }

  void clear() {
    slots_.clear();
    found_.clear();
    kept_ = 0;
  }

 private:
  static constexpr std::size_t first_slots = std::size_t{1} << 9U;  // an article needs no more
  static constexpr std::size_t most_slots = std::size_t{1} << 16U;
  static constexpr std::size_t most_found = std::size_t{1} << 17U;
  struct Slot {
    TextDigest text;  // all 0: free
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };
  [[nodiscard]] std::size_t place_of(const TextDigest& text) const {
    return static_cast<std::size_t>(text.low) & (slots_.size() - 1);
  }
  void grow() {
    const std::vector<Slot> before = std::move(slots_);
    slots_.assign(std::max(first_slots, 2 * before.size()), {});
    for (const Slot& slot : before) {
      if (slot.text != TextDigest()) slots_[place_of(slot.text)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<Found> found_;
  std::size_t kept_ = 0;
};

}  // namespace linter::base
