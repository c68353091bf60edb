// How well words fit between others: fitted by telling each word of texts from those like it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "scripts/misfits/likes.h"
#include "scripts/misfits/texts.h"

namespace misfits {

constexpr std::size_t width = 48;

// Where something stands, seen from the word that may misfit, in the order of the table's columns.
enum Slot : std::size_t {
  before,
  after,
  topic,
  second_before,
  second_after,
  far_before,
  far_after,
  slots,
};
// So many words have figures of their own for a slot: the most frequent ones.
constexpr std::array<Id, slots> rows_of_slot = {12000, 12000, 10000, 6000, 6000, 3000, 3000};
constexpr Id first_of_topic = first_word + 150;  // more frequent words tell no topic

// A place beside a word.
struct Neighbor {
  Slot slot = before;
  Id row = nothing;
};
// What stands around one place of a paragraph: what the table adds up.
class Neighbors {
 public:
  Neighbors(const Vocabulary& vocabulary, std::span<const Place> paragraph, std::size_t at);
  [[nodiscard]] const Neighbor* begin() const { return all_.data(); }
  [[nodiscard]] const Neighbor* end() const { return all_.data() + count_; }

 private:
  void add(const Vocabulary& vocabulary, Slot slot, Id id);
  std::array<Neighbor, 20> all_{};
  std::size_t count_ = 0;
};

struct Fit {
  std::array<std::vector<float>, slots> rows;  // width figures for each row of a slot
  std::array<float, width> start{};
  std::vector<float> fits;  // width figures for each word
  std::vector<float> biases;
};

// Deterministic: one thread, numbers from a generator with a fixed seed.
[[nodiscard]] Fit fit(const Texts& texts, const std::vector<std::vector<Like>>& likes);

}  // namespace misfits
