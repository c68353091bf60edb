#include "linter/checks/spelling/suggest/edit_cost.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace linter::checks::spelling {
namespace {

constexpr int infinite = 1 << 20;
// the most that a rewrite of several letters costs: a row of cells can be dearer by so much than
// what follows from it
constexpr int dearest_rewrite = 400;

// Of few letters, which are mostly told by the last but one.
bool ends_with(std::string_view text, std::string_view end) {
  std::size_t left = end.size();
  const char* const behind = text.data() + (text.size() - end.size());
  while (left > 0 && behind[left - 1] == end[left - 1]) --left;
  return left == 0;
}

// The slots of the letters that may stand before the last one of these, as bits.
std::uint32_t slots_before_last(std::string_view letters) {
  if (letters.size() < 2) return ~std::uint32_t{0};
  return std::uint32_t{1} << SlipCosts::slot(letters[letters.size() - 2]);
}

}  // namespace

EditCosts::EditCosts(std::string_view written)
    : costs_(&SlipCosts::of_english()), written_(written) {
  if (written.size() > longest) return;
  for (std::size_t i = 0; i < written.size(); ++i) added_[i] = costs_->added(written, i);
  for (std::size_t slot = 0; slot < places_.size(); ++slot) {
    const auto letter = static_cast<char>('a' + slot);
    for (std::size_t i = 0; i < written.size(); ++i) {
      places_[slot] |= std::uint64_t{written[i] == letter} << i;
      replaced_[slot][i] = written[i] == letter ? 0 : costs_->replaced(written[i], letter);
    }
  }
  for (std::size_t slot = 0; slot < rewrites_.size(); ++slot) {
    for (std::size_t end = 1; end <= written.size(); ++end) {
      for (const SlipCosts::Rewrite& one : costs_->rewritten(written[end - 1], slot)) {
        if (!written.substr(0, end).ends_with(one.written)) continue;
        rewrites_[slot].push_back({static_cast<std::uint32_t>(end),
                                   static_cast<std::uint32_t>(one.written.size()), one.meant,
                                   one.cost});
        before_last_[slot] |= slots_before_last(one.meant);
      }
    }
  }
}

// Where the letter stands in the word, as bits.
std::uint64_t EditCosts::places_of(char letter) const {
  if (const std::size_t slot = SlipCosts::slot(letter); slot < places_.size()) return places_[slot];
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < written_.size(); ++i)
    places |= std::uint64_t{written_[i] == letter} << i;
  return places;
}

// Of each letter of the word, where it stands for `meant`; `own` is room for it.
const EditCosts::Row& EditCosts::replaced_by(char meant, Row& own) const {
  if (const std::size_t slot = SlipCosts::slot(meant); slot < replaced_.size())
    return replaced_[slot];
  for (std::size_t i = 0; i < written_.size(); ++i)
    own[i] = written_[i] == meant ? 0 : costs_->replaced(written_[i], meant);
  return own;
}

// The swaps that end with letter `end` of the word meant, by where they stand in the word, as bits.
std::uint64_t EditCosts::swaps_at(std::string_view meant, std::size_t end) const {
  if (end < 2 || meant[end - 1] == meant[end - 2]) return 0;
  return places_of(meant[end - 2]) & (places_of(meant[end - 1]) << 1U);
}

// Whether a rewrite of the word meant may end with letter `end`.
bool EditCosts::may_be_rewritten(std::string_view meant, std::size_t end) const {
  const std::uint32_t before =
      end < 2 ? ~std::uint32_t{0} : std::uint32_t{1} << SlipCosts::slot(meant[end - 2]);
  return (before_last_[SlipCosts::slot(meant[end - 1])] & before) != 0;
}

// The cheapest way to each cell of row `end` over one of the swaps or a rewrite.
void EditCosts::read_groups(std::string_view meant, std::size_t end, std::uint64_t swaps,
                            const Matrix& cells, Row& least) const {
  least.fill(infinite);
  for (const Rewrite& one : rewrites_[SlipCosts::slot(meant[end - 1])]) {
    if (one.meant.size() > end || !ends_with(meant.substr(0, end), one.meant)) continue;
    int& own = least[one.end];
    own = std::min(own, cells[end - one.meant.size()][one.end - one.size] + one.cost);
  }
  for (; swaps != 0; swaps &= swaps - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(swaps)) + 1;
    const int cost = costs_->swapped(meant[end - 2], meant[end - 1]);
    least[i] = std::min(least[i], cells[end - 2][i - 2] + cost);
  }
}

int EditCosts::of(std::string_view meant, int limit) const {
  if (written_.size() > longest || meant.size() > longest) return limit;
  const std::size_t size = written_.size();
  Matrix cells;  // each set before it is read
  Row room;
  Row groups;
  std::size_t dear_rows = 0;  // the last ones, whose cells all cost the limit or more
  cells[0][0] = 0;
  for (std::size_t i = 1; i <= size; ++i) cells[0][i] = cells[0][i - 1] + added_[i - 1];
  for (std::size_t j = 1; j <= meant.size(); ++j) {
    const Row& above = cells[j - 1];
    Row& row = cells[j];
    const int missed = costs_->missed(meant, j - 1);
    const Row& replaced = replaced_by(meant[j - 1], room);
    const std::uint64_t swaps = swaps_at(meant, j);
    const bool grouped = swaps != 0 || may_be_rewritten(meant, j);
    if (grouped) read_groups(meant, j, swaps, cells, groups);
    int last = above[0] + missed;
    int least = last;
    row[0] = last;
    for (std::size_t i = 1; i <= size; ++i) {
      int best = std::min(above[i - 1] + replaced[i - 1], above[i] + missed);
      best = std::min(best, last + added_[i - 1]);
      if (grouped) best = std::min(best, groups[i]);
      least = std::min(least, best);
      row[i] = last = best;
    }
    dear_rows = least >= limit ? dear_rows + 1 : 0;
    if (dear_rows == most_rows_ || least >= limit + dearest_rewrite) return limit;
  }
  return std::min(cells[meant.size()][size], limit);
}

int edit_cost(std::string_view written, std::string_view meant, int limit) {
  return EditCosts(written).of(meant, limit);
}

}  // namespace linter::checks::spelling
