#include "linter/checks/spelling/misfits.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "linter/base/one_of.h"
#include "linter/checks/spelling/misfits_image.h"

namespace linter::checks::spelling {
namespace {

using sentences::Shape;
using sentences::TokenKind;
using Slot = MisfitsTable::Slot;

constexpr Scan::Index second_place = 2;
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
    case TokenKind::word:
      return memos.of(scan, i).fit;
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

Slot slot_of(Scan::Index step, bool after) {
  constexpr Scan::Index far = 4;
  if (step == 1) return after ? Slot::after : Slot::before;
  if (step == second_place) return after ? Slot::second_after : Slot::second_before;
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
  facts_.clear();
  for (Scan::Index at = begin_; at < end_; ++at) facts_.push_back(facts_at(scan, at, memos));
}

void Misfits::add(MisfitsTable::Around& sum, Scan::Index i, Scan::Index first,
                  Scan::Index last) const {
  const MisfitsTable& table = misfits_of_english();
  std::array<FigureRow, 2 * farthest> rows{};
  std::size_t count = 0;
  const auto add_at = [&](Scan::Index step, bool after) {
    const bool there = after ? i + step < end_ : i >= begin_ + step;
    if (!there && step > second_place) return;
    const FigureRow row =
        table.figures(there ? facts_[(after ? i + step : i - step) - begin_]
                            : facts_of_row(MisfitsTable::nothing),
                      slot_of(step, after));
    if (row != nullptr) rows[count++] = row;
  };
  for (Scan::Index step = first; step <= last; ++step) {
    add_at(step, false);
    add_at(step, true);
  }
  add_rows(sum, std::span(rows).first(count));
}

std::optional<int> Misfits::better(const Scan& scan, Scan::Index i, std::string_view meant,
                                   WordMemos& memos) {
  if (i < begin_ || i >= end_) read_block(scan, i, memos);
  const MisfitsTable& table = misfits_of_english();
  MisfitsTable::Around sum = table.around();
  add(sum, i, 1, farthest);
  return table.apart(facts_[i - begin_].word, table.facts(meant).word, sum);
}

void Misfits::look(const Scan& scan, Scan::Index i, WordMemos& memos) {
  constexpr int reach = 40;  // of what stands farther away
  if (!is_running(scan, i)) return;
  if (i < begin_ || i >= end_) read_block(scan, i, memos);
  const MisfitsTable& table = misfits_of_english();
  const MisfitsTable::Word written = facts_[i - begin_].word;
  const int least = table.least().suggestion - table.most_nearby();
  MisfitsTable::Around sum = table.around();
  add(sum, i, 1, second_place);
  const bool of_field = in_field(scan, memos);
  if (table.meant(written, sum, of_field).odds < least - reach) return;
  add(sum, i, second_place + 1, farthest);
  MisfitsTable::Meant meant = table.meant(written, sum, of_field);
  if (meant.word == 0 || meant.odds < least) return;
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
