#include "linter/checks/spelling/stand_ins.h"

#include <algorithm>
#include <array>

#include "linter/base/one_of.h"
#include "linter/checks/spelling/stand_ins_image.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using sentences::Shape;
using Kind = StandInsTable::Kind;

constexpr auto stops = std::to_array<std::string_view>({"!", ".", ":", ";", "?"});
constexpr auto brackets = std::to_array<std::string_view>({"\"", "(", ")", "\u201C", "\u201D"});

Kind kind_of_mark(std::string_view text) {
  if (text == ",") return StandInsTable::comma;
  if (base::is_one_of(text, stops)) return StandInsTable::stop;
  return base::is_one_of(text, brackets) ? StandInsTable::bracket : StandInsTable::mark;
}

// Of what stands beside token i.
Kind kind_beside(const Scan& scan, Scan::Index i, bool after, WordMemos& memos) {
  if (after ? i + 1 >= scan.size() : i == 0) return StandInsTable::stop;
  const Scan::Index other = after ? i + 1 : i - 1;
  const Scan::Index first = std::min(i, other);
  const base::Span between{scan.token(first).text.end, scan.token(first + 1).text.begin};
  if (scan.reading().view(between).contains('\n')) return StandInsTable::stop;
  if (scan.is_number(other)) return StandInsTable::figure;
  if (!scan.is_word(other)) return kind_of_mark(scan.text(other));
  return scan.are_spaced(first) ? memos.of(scan, other).table.kind : Kind{StandInsTable::mark};
}

bool is_mark(Kind kind) {
  return kind <= StandInsTable::mark;
}

// Small letters in running text, or the capital that begins a sentence.
bool is_plain(const Scan& scan, Scan::Index i) {
  const Shape shape = scan.token(i).shape;
  if (shape == Shape::lower) return !scan.in_title_case(i);
  return shape == Shape::capitalised && scan.sentence_of(i).first_token == i &&
         scan.are_neighbours(i) && scan.token(i + 1).shape == Shape::lower;
}

// Whether an article has it again: what it is about, as a chin.
bool stands_again(const Scan& scan, Scan::Index i) {
  for (Scan::Index other = 0; other < scan.size(); ++other) {
    if (other != i && scan.is_word(other) && scan.entry(other).folded == scan.entry(i).folded)
      return true;
  }
  return false;
}

// "the hte": the one that would be written stands beside it already.
bool stands_beside(const Scan& scan, Scan::Index i, std::string_view meant) {
  const auto is_same = [&](Scan::Index other) {
    return scan.is_word(other) &&
           (scan.folded(other) == meant || scan.entry(other).folded == scan.entry(i).folded);
  };
  return (i > 0 && is_same(i - 1)) || (i + 1 < scan.size() && is_same(i + 1));
}

// "day two", "step four": a number behind what it numbers.
bool is_numbered(const Scan& scan, Scan::Index i) {
  constexpr auto counted =
      std::to_array<std::string_view>({"chapter", "day", "hour", "month", "night", "number", "part",
                                       "phase", "round", "session", "stage", "step", "type", "visit",
                                       "week", "year"});
  return i > 0 && has(scan.entry(i).parts, lexicon::PartOfSpeech::number) && scan.is_word(i - 1) &&
         std::ranges::binary_search(counted, scan.folded(i - 1));
}

}  // namespace

const StandInsTable& stand_ins_of_english() {
  static const StandInsTable table = [] {
    base::ImageReader image(stand_ins_image());
    return StandInsTable(image);
  }();
  return table;
}

std::string_view stood_in_for(const Scan& scan, Scan::Index i, WordMemos& memos) {
  if (!is_plain(scan, i) || is_numbered(scan, i)) return {};
  const Kind before = kind_beside(scan, i, false, memos);
  const Kind after = kind_beside(scan, i, true, memos);
  if (before == StandInsTable::mark || after == StandInsTable::mark) return {};
  if (is_mark(before) && is_mark(after)) return {};  // a word by itself
  // "Buy three": a command
  const bool content = !lexicon::closed_class(scan.folded(i));
  if (content && before == StandInsTable::stop) return {};
  const StandInsTable::Around around{
      is_mark(before) ? Kind{StandInsTable::nothing} : kind_beside(scan, i - 1, false, memos),
      before, after,
      is_mark(after) ? Kind{StandInsTable::nothing} : kind_beside(scan, i + 1, true, memos)};
  const std::string_view meant =
      stand_ins_of_english().meant(memos.of(scan, i).table.stand_in, around);
  if (meant.empty() || stands_beside(scan, i, meant) || (content && stands_again(scan, i)))
    return {};
  return meant;
}

}  // namespace linter::checks::spelling
