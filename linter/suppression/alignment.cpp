#include "linter/suppression/alignment.h"

#include <algorithm>

namespace linter::suppression {
namespace {

// Changes between the first `row` wanted words and a part that ends before `column`.
class Table {
 public:
  Table(std::span<const std::uint32_t> wanted, std::span<const std::uint32_t> found)
      : wanted_(wanted),
        found_(found),
        width_(found.size() + 1),
        cells_((wanted.size() + 1) * width_) {
    for (std::size_t row = 1; row <= wanted_.size(); ++row) {
      at(row, 0) = static_cast<std::uint32_t>(row);
      for (std::size_t column = 1; column <= found_.size(); ++column) {
        at(row, column) = std::min({at(row - 1, column - 1) + changed(row, column),
                                    at(row - 1, column) + 1, at(row, column - 1) + 1});
      }
    }
  }

  [[nodiscard]] std::size_t best_end() const {
    const auto last = std::span(cells_).subspan(wanted_.size() * width_);
    auto best = std::ranges::min_element(last);
    while (best + 1 != last.end() && best[1] == best[0]) ++best;  // a word changed, not left out
    return static_cast<std::size_t>(best - last.begin());
  }

  [[nodiscard]] std::uint32_t changes(std::size_t end) const {
    return cells_[wanted_.size() * width_ + end];
  }

  [[nodiscard]] std::vector<Pairing> pairings(std::size_t column) const {
    std::vector<Pairing> pairings;
    for (std::size_t row = wanted_.size(); row > 0;) {
      const auto number = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
      const std::uint32_t here = cell(row, column);
      if (column > 0 && here == cell(row - 1, column - 1) + changed(row, column)) {
        pairings.push_back({number(--row), number(--column)});
      } else if (here == cell(row - 1, column) + 1) {
        pairings.push_back({number(--row), no_word});
      } else {
        pairings.push_back({no_word, number(--column)});
      }
    }
    std::ranges::reverse(pairings);
    return pairings;
  }

 private:
  std::uint32_t& at(std::size_t row, std::size_t column) { return cells_[row * width_ + column]; }
  [[nodiscard]] std::uint32_t cell(std::size_t row, std::size_t column) const {
    return cells_[row * width_ + column];
  }
  [[nodiscard]] std::uint32_t changed(std::size_t row, std::size_t column) const {
    return wanted_[row - 1] == found_[column - 1] ? 0 : 1;
  }

  std::span<const std::uint32_t> wanted_;
  std::span<const std::uint32_t> found_;
  std::size_t width_;
  std::vector<std::uint32_t> cells_;
};

}  // namespace

std::optional<Alignment> align(std::span<const std::uint32_t> wanted,
                               std::span<const std::uint32_t> found, std::uint32_t most) {
  const Table table(wanted, found);
  const std::size_t end = table.best_end();
  if (table.changes(end) > most) return std::nullopt;
  return Alignment{table.changes(end), table.pairings(end)};
}

}  // namespace linter::suppression
