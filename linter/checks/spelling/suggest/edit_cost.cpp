#include "linter/checks/spelling/suggest/edit_cost.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "linter/checks/spelling/suggest/slip_costs.h"

namespace linter::checks::spelling {
namespace {

constexpr std::size_t longest = 63;
constexpr int infinite = 1 << 20;
// the most that a rewrite of several letters costs: a row of cells can be dearer by so much than
// what follows from it
constexpr int dearest_rewrite = 400;

// The cheapest way from the word meant to the word written: a cell is that of two beginnings.
class Matrix {
 public:
  Matrix(std::string_view written_word, std::string_view meant_word)
      : costs_(SlipCosts::of_english()), written_(written_word), meant_(meant_word) {}
  // The cost of the whole words, or `limit` when it is not below.
  int run(int limit);

 private:
  [[nodiscard]] int swapped(std::size_t i, std::size_t j) const {
    if (i < 2 || j < 2 || written_[i - 1] != meant_[j - 2] || written_[i - 2] != meant_[j - 1])
      return infinite;
    return cells_[j - 2][i - 2] + costs_.swapped(meant_[j - 2], meant_[j - 1]);
  }

  [[nodiscard]] int rewritten(std::size_t i, std::size_t j) const {
    int best = infinite;
    for (const SlipCosts::Rewrite& one : costs_.rewritten(written_[i - 1], meant_[j - 1])) {
      if (one.written.size() > i || one.meant.size() > j ||
          !written_.substr(0, i).ends_with(one.written) ||
          !meant_.substr(0, j).ends_with(one.meant)) {
        continue;
      }
      best = std::min(best, cells_[j - one.meant.size()][i - one.written.size()] + one.cost);
    }
    return best;
  }

  const SlipCosts& costs_;
  std::string_view written_;
  std::string_view meant_;
  std::array<std::array<int, longest + 1>, longest + 1> cells_;  // each set before it is read
};

int Matrix::run(int limit) {
  std::array<int, longest> added{};
  for (std::size_t i = 0; i < written_.size(); ++i) added[i] = costs_.added(written_, i);
  cells_[0][0] = 0;
  for (std::size_t i = 1; i <= written_.size(); ++i) cells_[0][i] = cells_[0][i - 1] + added[i - 1];
  for (std::size_t j = 1; j <= meant_.size(); ++j) {
    const int missed = costs_.missed(meant_, j - 1);
    cells_[j][0] = cells_[j - 1][0] + missed;
    int least = cells_[j][0];
    for (std::size_t i = 1; i <= written_.size(); ++i) {
      const bool same = written_[i - 1] == meant_[j - 1];
      int best =
          cells_[j - 1][i - 1] + (same ? 0 : costs_.replaced(written_[i - 1], meant_[j - 1]));
      best = std::min(
          {best, cells_[j - 1][i] + missed, cells_[j][i - 1] + added[i - 1], rewritten(i, j)});
      if (!same) best = std::min(best, swapped(i, j));
      cells_[j][i] = best;
      least = std::min(least, best);
    }
    if (least >= limit + dearest_rewrite) return limit;
  }
  return std::min(cells_[meant_.size()][written_.size()], limit);
}

}  // namespace

int edit_cost(std::string_view written, std::string_view meant, int limit) {
  if (written.size() > longest || meant.size() > longest) return limit;
  return Matrix(written, meant).run(limit);
}

}  // namespace linter::checks::spelling
