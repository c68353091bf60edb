// Answers to questions that come back.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace linter::checks::spelling {

// Each is kept in the slot of its question until another question needs that. One worker's.
template <std::size_t numbers, class Answer>
class KeptAnswers {
 public:
  using Question = std::array<std::uint64_t, numbers>;  // not all 0

  // What `find` says where it is not known.
  template <class Find>
  [[nodiscard]] Answer of(const Question& question, const Find& find) {
    Slot& slot = slots_[slot_of(question)];
    if (slot.question == question) return slot.answer;
    slot = {question, find()};
    const Answer answer = slot.answer;
    if (++found_ == 2 * slots_.size() && slot_bits_ < most_slot_bits) grow();
    return answer;
  }

 private:
  static constexpr unsigned first_slot_bits = 10;  // an article needs no more
  static constexpr unsigned most_slot_bits = 14;
  struct Slot {
    Question question{};  // all 0: free
    Answer answer{};
  };
  [[nodiscard]] std::size_t slot_of(const Question& question) const {
    std::uint64_t mixed = 0;
    for (const std::uint64_t number : question)
      mixed = (mixed ^ (mixed >> 32U) ^ number) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> (64U - slot_bits_));
  }
  // Forgets all.
  void grow() {
    slots_.assign(std::size_t{1} << ++slot_bits_, {});
    found_ = 0;
  }

  unsigned slot_bits_ = first_slot_bits;
  std::vector<Slot> slots_{std::size_t{1} << first_slot_bits};
  std::size_t found_ = 0;  // since it grew
};

}  // namespace linter::checks::spelling
