#include "linter/checks/spelling/misfits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>

#include "linter/base/one_of.h"
#include "linter/checks/spelling/misfits_image.h"

namespace linter::checks::spelling {
namespace {

using sentences::Shape;
using sentences::TokenKind;
using Slot = MisfitsTable::Slot;

constexpr Scan::Index farthest = 10;

// What a mark is to the table.
MisfitsTable::Row row_of_mark(std::string_view text, bool space_after) {
  constexpr auto stops = std::to_array<std::string_view>({"...", "\u2026"});
  constexpr auto quotes = std::to_array<std::string_view>({"\u2018", "\u2019", "\u201C", "\u201D"});
  constexpr auto dashes = std::to_array<std::string_view>({"--", "\u2013", "\u2014"});
  switch (text.size() == 1 ? text.front() : '\0') {
    case ',':
      return MisfitsTable::comma;
    case '-':
      return space_after ? MisfitsTable::dash : MisfitsTable::hyphen;
    case ':':
    case ';':
      return MisfitsTable::colon;
    case '(':
    case '[':
      return MisfitsTable::opening;
    case ')':
    case ']':
      return MisfitsTable::closing;
    case '.':
    case '!':
    case '?':
      return MisfitsTable::stop;
    case '"':
    case '\'':
      return MisfitsTable::quote;
    default:
      break;
  }
  if (base::is_one_of(text, stops)) return MisfitsTable::stop;
  if (base::is_one_of(text, quotes)) return MisfitsTable::quote;
  return base::is_one_of(text, dashes) ? MisfitsTable::dash : MisfitsTable::mark;
}

MisfitsTable::Facts facts_of_row(MisfitsTable::Row row) {
  return {.row = row, .kind = row};
}

MisfitsTable::Facts facts_at(const Scan& scan, Scan::Index i, WordMemos& memos) {
  switch (scan.token(i).kind) {
    case TokenKind::word: {
      const WordMemo& memo = memos.of(scan, i);
      MisfitsTable::Facts facts = memo.fit;
      const Shape shape = scan.token(i).shape;
      facts.may_misfit = memo.has(WordMemo::may_misfit) &&
                         (shape == Shape::lower || shape == Shape::capitalised);
      return facts;
    }
    case TokenKind::mark: {
      const bool space_after = i + 1 >= scan.size() || scan.token(i + 1).space_before;
      return facts_of_row(row_of_mark(scan.text(i), space_after));
    }
    case TokenKind::number:
    case TokenKind::object:
      break;
  }
  return facts_of_row(MisfitsTable::number);
}

// Of what stands farther away than the second place.
Slot far_slot(Scan::Index step, bool after) {
  constexpr Scan::Index far = 4;
  if (step > far) return Slot::topic;
  return after ? Slot::far_after : Slot::far_before;
}

// Small letters in running text, or the capital that begins a sentence; no half of a compound, and
// no word between two marks.
bool is_running(const Scan& scan, Scan::Index i) {
  const auto is_mark = [&](Scan::Index other) {
    return scan.token(other).kind == TokenKind::mark;
  };
  const Shape shape = scan.token(i).shape;
  if (shape != Shape::lower && shape != Shape::capitalised) return false;
  if (shape == Shape::capitalised && scan.sentence_of(i).first_token != i) return false;
  const bool first = i == 0;
  const bool last = i + 1 >= scan.size();
  if (!first && !scan.token(i).space_before && is_mark(i - 1) && scan.text(i - 1) == "-")
    return false;
  if (!last && !scan.token(i + 1).space_before && is_mark(i + 1) && scan.text(i + 1) == "-")
    return false;
  return !(first || is_mark(i - 1)) || !(last || is_mark(i + 1));
}

// How often a word and the one that may be meant stand nearby.
struct Nearby {
  std::size_t written = 0;
  std::size_t meant = 0;
};
Nearby count_nearby(const Scan& scan, Scan::Index i, MisfitsTable::Word meant, WordMemos& memos) {
  constexpr Scan::Index near = 700;
  Nearby counts;
  const MisfitsTable::Word written = memos.of(scan, i).fit.word;
  const Scan::Index end = std::min(scan.size(), i + near + 1);
  for (Scan::Index other = i > near ? i - near : 0; other < end; ++other) {
    if (other == i || !scan.is_word(other)) continue;
    const MisfitsTable::Word word = memos.of(scan, other).fit.word;
    counts.written += word == written ? 1U : 0U;
    counts.meant += word == meant ? 1U : 0U;
  }
  return counts;
}

}  // namespace

const MisfitsTable& misfits_of_english() {
  static const MisfitsTable table = [] {
    base::ImageReader image(misfits_image());
    return MisfitsTable(image);
  }();
  return table;
}

bool Misfits::in_field(const Scan& scan, WordMemos& memos) {
  constexpr Scan::Index looks = 1000;
  constexpr std::size_t fewest = 3;
  constexpr std::size_t share = 12;  // of so many words one
  if (field_ == Field::open) {
    std::size_t words = 0;
    std::size_t of_field = 0;
    for (Scan::Index i = 0; i < scan.size(); i += 1 + scan.size() / looks) {
      if (!scan.is_word(i)) continue;
      ++words;
      of_field += memos.of(scan, i).fit.of_field ? 1U : 0U;
    }
    field_ = of_field >= fewest && of_field * share >= words ? Field::yes : Field::no;
  }
  return field_ == Field::yes;
}

void Misfits::read_block(const Scan& scan, Scan::Index i, WordMemos& memos) {
  const sentences::Text& text = scan.reading().text;
  const std::uint32_t block = scan.sentence_of(i).block;
  begin_ = text.block_first_token[block];
  end_ = text.block_first_token[block + 1];
  facts_.assign(second_place, facts_of_row(MisfitsTable::nothing));
  for (Scan::Index at = begin_; at < end_; ++at) facts_.push_back(facts_at(scan, at, memos));
  facts_.resize(facts_.size() + second_place, facts_of_row(MisfitsTable::nothing));
  doubt();
}

void Misfits::doubt() {
  const base::TextDigest digest = base::digest_of_values<MisfitsTable::Facts>(facts_);
  doubtful_.clear();
  if (const auto known = echoes_.of(digest)) {
    doubtful_.assign(known->begin(), known->end());
    return;
  }
  for (Scan::Index at = begin_; at < end_; ++at) {
    const MisfitsTable::Facts& own = facts_of(at);
    if (own.may_misfit && misfits_of_english().may_misfit(own.word, near(at)))
      doubtful_.push_back(at - begin_);
  }
  echoes_.keep(digest, doubtful_);
}

MisfitsTable::Around Misfits::near(Scan::Index i) const {
  const MisfitsTable& table = misfits_of_english();
  const MisfitsTable::Facts* const own = &facts_of(i);
  std::array<FigureRow, 2 * second_place> rows;
  std::size_t count = 0;
  const auto add = [&](const MisfitsTable::Facts& facts, Slot slot) {
    rows[count] = table.figures(facts, slot);
    if (rows[count] != nullptr) ++count;
  };
  add(own[-1], Slot::before);
  add(own[1], Slot::after);
  add(own[-2], Slot::second_before);
  add(own[2], Slot::second_after);
  MisfitsTable::Around sum = table.around();
  add_rows(sum, std::span(rows).first(count));
  return sum;
}

void Misfits::add_far(MisfitsTable::Around& sum, Scan::Index i) const {
  const MisfitsTable& table = misfits_of_english();
  std::array<FigureRow, 2 * farthest> rows{};
  std::size_t count = 0;
  const auto add_at = [&](Scan::Index step, bool after) {
    const bool there = after ? i + step < end_ : i >= begin_ + step;
    if (!there) return;
    const FigureRow row =
        table.figures(facts_of(after ? i + step : i - step), far_slot(step, after));
    if (row != nullptr) rows[count++] = row;
  };
  for (Scan::Index step = second_place + 1; step <= farthest; ++step) {
    add_at(step, false);
    add_at(step, true);
  }
  add_rows(sum, std::span(rows).first(count));
}

std::optional<int> Misfits::better(const Scan& scan, Scan::Index i, std::string_view meant,
                                   WordMemos& memos) {
  if (i < begin_ || i >= end_) read_block(scan, i, memos);
  const MisfitsTable& table = misfits_of_english();
  MisfitsTable::Around sum = near(i);
  add_far(sum, i);
  return table.apart(facts_of(i).word, table.facts(meant).word, sum);
}

void Misfits::look(const Scan& scan, Scan::Index i, WordMemos& memos) {
  if (i < begin_ || i >= end_) read_block(scan, i, memos);
  if (!std::ranges::binary_search(doubtful_, i - begin_) || !is_running(scan, i)) return;
  const MisfitsTable& table = misfits_of_english();
  const MisfitsTable::Word written = facts_of(i).word;
  MisfitsTable::Around sum = near(i);
  const bool of_field = in_field(scan, memos);
  if (table.meant(written, sum, of_field).odds < table.least_near()) return;
  add_far(sum, i);
  MisfitsTable::Meant meant = table.meant(written, sum, of_field);
  if (meant.word == 0 || meant.odds < table.least_alone()) return;
  const Nearby counts = count_nearby(scan, i, meant.word, memos);
  // what stands there again is what the article is about
  if (of_field && counts.written > 0) {
    const MisfitsTable::Meant elsewhere = table.meant(written, sum);
    if (elsewhere.word != meant.word) return;
    meant = elsewhere;
  }
  const int odds = meant.odds + table.odds_nearby(counts.written, counts.meant);
  if (odds < table.least().suggestion || scan.in_title_case(i)) return;
  found_.push_back({i, table.text_of(meant.word), odds >= table.least().warning});
}

}  // namespace linter::checks::spelling
