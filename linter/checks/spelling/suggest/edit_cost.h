// How unlikely it is that somebody who meant one word wrote another.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/checks/spelling/suggest/slip_costs.h"

namespace linter::checks::spelling {

// What one written word costs to explain; made once for all that may have been meant by it. Const
// use from many threads.
class EditCosts {
 public:
  static constexpr std::size_t longest = 63;  // bytes of a word

  // A folded word; one that is longer than `longest` costs the limit always.
  explicit EditCosts(std::string_view written);

  // In hundredths of the log-odds of a conditional logit fitted to public misspellings: the
  // cheapest way from `meant` to the word written by letters missed, added, swapped or replaced
  // (next key, like sound, another vowel) and by rewrites of letter groups ("ph" for "f"). 0 for
  // equal words; `limit` or more when it is not below `limit`. Some 10 instructions for each pair
  // of their letters.
  [[nodiscard]] int of(std::string_view meant, int limit) const;

 private:
  // A group of letters that stands in the word, and what it may have been written for.
  struct Rewrite {
    std::uint32_t end = 0;  // of the group in the word
    std::uint32_t size = 0;
    std::string_view meant;
    int cost = 0;
  };
  using Row = std::array<int, longest + 1>;
  using Matrix = std::array<Row, longest + 1>;  // a cell is that of two beginnings

  const Row& replaced_by(char meant, Row& own) const;
  [[nodiscard]] std::uint64_t swaps_at(std::string_view meant, std::size_t end) const;
  [[nodiscard]] bool may_be_rewritten(std::string_view meant, std::size_t end) const;
  void read_groups(std::string_view meant, std::size_t end, std::uint64_t swaps,
                   const Matrix& cells, Row& least) const;
  [[nodiscard]] std::uint64_t places_of(char letter) const;

  const SlipCosts* costs_;
  std::string written_;
  Row added_{};
  // By the slot of the letter meant, but for the last slot, which many share: where it stands in
  // the word, as bits, and what it costs in the place of each letter.
  std::array<std::uint64_t, SlipCosts::slots - 1> places_{};
  std::array<Row, SlipCosts::slots - 1> replaced_;
  std::array<std::vector<Rewrite>, SlipCosts::slots> rewrites_;  // by the last letter meant
  std::array<std::uint32_t, SlipCosts::slots> before_last_{};    // of these: slots, as bits
  // The most rows of cells that one slip goes down: of so many rows each way has a cell in one. A
  // swap goes down two.
  std::size_t most_rows_ = 2;
};

// EditCosts(written).of(meant, limit).
[[nodiscard]] int edit_cost(std::string_view written, std::string_view meant, int limit);

}  // namespace linter::checks::spelling
