#include "linter/base/text_table.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "linter/base/hash.h"

namespace linter::base {
namespace {

std::uint32_t mark_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U) | 1U;
}

}  // namespace

TextTable::TextTable(ImageReader& image, std::uint64_t numbers)
    : slots_(image), letters_(image), taken_(image.number()), numbers_(numbers) {
  if (std::has_single_bit(slots_.size()) && taken_ < slots_.size()) return;
  image.refuse();
  *this = TextTable();
}

std::size_t TextTable::place_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  // an image may say that no slot is free
  for (std::size_t tried = 0; tried < mask; ++tried, at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == 0 || (slot.hash == mark_of(hash) && text_of(slot) == text)) break;
  }
  return at;
}

std::optional<std::uint32_t> TextTable::find(std::string_view text) const {
  const std::uint64_t hash = hash64(text);
  const Slot& slot = slots_[place_of(text, hash)];
  const bool found = slot.hash == mark_of(hash) && text_of(slot) == text && slot.number < numbers_;
  return found ? std::optional(slot.number) : std::nullopt;
}

std::uint32_t TextTable::add(std::string_view text, std::uint32_t number) {
  const std::uint64_t hash = hash64(text);
  std::size_t place = place_of(text, hash);
  if (slots_[place].hash != 0) return slots_[place].number;
  if (2 * (taken_ + 1) > slots_.size()) {
    grow();
    place = place_of(text, hash);
  }
  slots_.edit(place) = {mark_of(hash), static_cast<std::uint32_t>(letters_.size()),
                        static_cast<std::uint32_t>(text.size()), number};
  letters_.append(text);
  ++taken_;
  return number;
}

void TextTable::grow() {
  const Column<Slot> before = std::exchange(slots_, Column<Slot>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.hash == 0) continue;
    std::size_t at = hash64(text_of(slot)) & mask;
    while (slots_[at].hash != 0) at = (at + 1) & mask;
    slots_.edit(at) = slot;
  }
}

// Three quarters of its slots may be taken: what lies in an image is compared at every start.
void TextTable::put(ImageWriter& image) const {
  const std::size_t fewest = std::bit_ceil(std::size_t{taken_} + taken_ / 3 + 1);
  Column<Slot> fitted(std::max<std::size_t>(fewest, 8));
  const std::size_t mask = fitted.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.hash == 0) continue;
    std::size_t at = hash64(text_of(slot)) & mask;
    while (fitted[at].hash != 0) at = (at + 1) & mask;
    fitted.edit(at) = slot;
  }
  fitted.put(image);
  letters_.put(image);
  image.number(taken_);
}

}  // namespace linter::base
