#include "linter/lexicon/near_automaton.h"

#include <algorithm>
#include <bit>

namespace linter::lexicon {
namespace {

constexpr std::size_t first_slots = 256;  // a power of two
constexpr std::uint64_t hash_factor = 0x9E3779B97F4A7C15U;

}  // namespace

NearAutomaton::NearAutomaton(std::string_view word, unsigned distance, unsigned in_first_half)
    : distance_(distance), slots_(first_slots) {
  const std::size_t length = word.size();
  for (std::size_t i = 0; i < length; ++i) {
    std::uint8_t& own = classes_[static_cast<unsigned char>(word[i])];
    if (own == 0) own = static_cast<std::uint8_t>(stride_++ - told);
    masks_[own] |= std::uint64_t{1} << (length - i);
    first_[length - i] = word[i];
  }
  const std::uint64_t after_first = (std::uint64_t{2} << (length - length / 2)) - 1;
  for (unsigned d = 0; d < allowed_.size(); ++d)
    allowed_[d] = d <= in_first_half ? ~std::uint64_t{0} : after_first;
  bits_.reserve(usual_states);
  hashes_.reserve(usual_states);
  next_.reserve(usual_states * stride_);
  bits_.emplace_back();  // of `dead`
  hashes_.push_back(0);
  next_.assign(stride_, dead);
  next_.back() = distance + 1;
  Bits start;
  std::uint64_t left = std::uint64_t{1} << length;
  for (unsigned d = 0; d <= distance; ++d) {
    start.fits[d] = left & allowed_[d];
    left |= left >> 1U;
  }
  state_of(start);
}

NearAutomaton::State NearAutomaton::make(std::uint32_t place) {
  const State made = state_of(step(bits_[place / stride_], masks_[place % stride_]));
  next_[place] = made;
  return made;
}

// One bit vector per number of edits (Wu and Manber 1992), with swaps.
NearAutomaton::Bits NearAutomaton::step(const Bits& from, std::uint64_t mask) const {
  Bits to;
  std::uint64_t fewer = (from.fits[0] & mask) >> 1U;
  to.fits[0] = fewer;
  for (unsigned d = 1; d <= distance_; ++d) {
    const std::uint64_t before = from.fits[d - 1];
    const std::uint64_t matched = (from.fits[d] & mask) >> 1U;
    const std::uint64_t swapped = (from.swaps[d] & mask) >> 2U;
    to.swaps[d] = before & (mask << 1U);
    fewer = (matched | (before >> 1U) | before | (fewer >> 1U) | swapped) & allowed_[d];
    to.fits[d] = fewer;
  }
  return to;
}

NearAutomaton::State NearAutomaton::state_of(const Bits& bits) {
  std::uint64_t any = 0;
  std::uint64_t hash = 0;
  for (unsigned d = 0; d <= distance_; ++d) {
    any |= bits.fits[d] | bits.swaps[d];
    hash = (std::rotl(hash, 23) ^ bits.fits[d] ^ std::rotl(bits.swaps[d], 32)) * hash_factor;
  }
  if (any == 0) return dead;
  const std::size_t at = slot_of(bits, hash);
  if (slots_[at] != 0) return slots_[at] * stride_;
  const auto number = static_cast<std::uint32_t>(bits_.size());
  slots_[at] = number;
  bits_.push_back(bits);
  hashes_.push_back(hash);
  unsigned edits = 0;
  while (edits <= distance_ && (bits.fits[edits] & 1U) == 0) ++edits;
  next_.resize(next_.size() + stride_, dead);
  State* const row = next_.data() + number * stride_;
  row[stride_ - 1] = edits;
  row[stride_ - 2] = lengths_after(bits);
  row[stride_ - 3] = open_row(bits, row);
  if (2 * bits_.size() > slots_.size()) grow();
  return number * stride_;
}

// Each edit that is left makes one letter more or less of it; a swap is done with the next one.
NearAutomaton::Lengths NearAutomaton::lengths_after(const Bits& bits) const {
  std::uint64_t lengths = bits.fits[0];
  for (unsigned d = 1; d <= distance_; ++d)
    lengths |= (lengths << 1U) | (lengths >> 1U) | bits.fits[d] | (bits.swaps[d] >> 1U);
  constexpr unsigned last = length_bits - 1;
  constexpr std::uint64_t told_apart = (std::uint64_t{1} << last) - 1;
  return static_cast<Lengths>((lengths & told_apart) |
                              static_cast<std::uint64_t>(lengths > told_apart) << last);
}

// Any letter where an edit is left for it, otherwise those that the endings begin with: they are
// not made yet.
NearAutomaton::Letters NearAutomaton::open_row(const Bits& bits, State* row) const {
  constexpr Letters all = (Letters{1} << letter_bits) - 1;
  std::uint64_t wanted = bits.fits[0];
  for (unsigned d = 1; d <= distance_; ++d) {
    const std::uint64_t before = bits.fits[d - 1] | (bits.fits[d - 1] >> 1U);
    if ((before & allowed_[d]) != 0) {
      std::fill(row, row + stride_ - told, not_made);
      return all;
    }
    wanted |= before | bits.fits[d] | bits.swaps[d];
  }
  Letters letters = 0;
  for (wanted >>= 1U; wanted != 0; wanted &= wanted - 1) {
    const char letter = first_[static_cast<std::size_t>(std::countr_zero(wanted)) + 1];
    letters |= letter_set(letter);
    row[class_of(letter)] = not_made;
  }
  return letters;
}

// Where the state's number stands, or may be put.
std::size_t NearAutomaton::slot_of(const Bits& bits, std::uint64_t hash) const {
  const auto is_same = [&](const Bits& one) {
    std::uint64_t other = 0;
    for (unsigned d = 0; d <= distance_; ++d)
      other |= (one.fits[d] ^ bits.fits[d]) | (one.swaps[d] ^ bits.swaps[d]);
    return other == 0;
  };
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash >> 32U) & mask;
  while (slots_[at] != 0 && (hashes_[slots_[at]] != hash || !is_same(bits_[slots_[at]])))
    at = (at + 1) & mask;
  return at;
}

void NearAutomaton::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::uint32_t number = 1; number < bits_.size(); ++number)
    slots_[slot_of(bits_[number], hashes_[number])] = number;
}

}  // namespace linter::lexicon
