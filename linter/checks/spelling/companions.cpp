#include "linter/checks/spelling/companions.h"

#include <string_view>
#include <utility>

namespace linter::checks::spelling {
namespace {

using Place = Companion::Place;

// What a noun phrase begins with.
bool is_determiner(const Scan& scan, Scan::Index i) {
  return has(scan.entry(i).parts, lexicon::PartOfSpeech::determiner);
}

bool joins(std::string_view folded) {
  return folded == "and" || folded == "or";
}

bool follows(const Scan& scan, Scan::Index i) {
  return i > 0 && scan.are_neighbours(i - 1);
}

// "redness, swelling": whether a comma and a space stand between words i and i + 2.
bool are_listed(const Scan& scan, Scan::Index i) {
  return i + 2 < scan.size() && scan.is_word(i) && scan.is_word(i + 2) && scan.text(i + 1) == "," &&
         !scan.token(i + 1).space_before && scan.are_spaced(i + 1);
}

std::pair<CollocationsTable::Word, CollocationsTable::Word> in_order(
    Place place, CollocationsTable::Word word, CollocationsTable::Word companion) {
  const bool first = place == Place::after || place == Place::before_of;
  return first ? std::pair(word, companion) : std::pair(companion, word);
}

}  // namespace

Companions::Companions(const Scan& scan, Scan::Index i) {
  look_before(scan, i);
  look_after(scan, i);
}

void Companions::look_before(const Scan& scan, Scan::Index i) {
  if (!follows(scan, i)) {
    if (i >= 2 && are_listed(scan, i - 2)) add(i - 2, Place::listed);
    if (i >= 1 && scan.is_number(i - 1) && scan.are_spaced(i - 1)) add(i - 1, Place::before);
    return;
  }
  Scan::Index before = i - 1;
  const bool over = is_determiner(scan, before);
  if (over) {
    if (!follows(scan, before)) return;
    --before;
  }
  const std::string_view word = scan.folded(before);
  if (word == "of") {
    if (follows(scan, before)) add(before - 1, Place::before_of);
  } else if (joins(word)) {
    if (follows(scan, before)) {
      add(before - 1, Place::listed);
    } else if (before >= 2 && scan.text(before - 1) == "," && scan.is_word(before - 2)) {
      add(before - 2, Place::listed);
    }
  } else {
    add(before, Place::before, over);
  }
}

void Companions::look_after(const Scan& scan, Scan::Index i) {
  if (!scan.are_neighbours(i)) {
    if (are_listed(scan, i)) {
      const bool last = joins(scan.folded(i + 2)) && scan.are_neighbours(i + 2);
      add(last ? i + 3 : i + 2, Place::listed);
    }
    return;
  }
  Scan::Index after = i + 1;
  const std::string_view word = scan.folded(after);
  if (joins(word)) {
    if (scan.are_neighbours(after)) add(after + 1, Place::listed);
    return;
  }
  const bool of = word == "of";
  if (of) add(after, Place::after);
  if (of && scan.are_neighbours(after)) ++after;
  const bool over = is_determiner(scan, after);
  if (over) {
    if (!scan.are_neighbours(after)) return;
    ++after;
  }
  if (after != i + 1 || !of) add(after, of ? Place::after_of : Place::after, over && !of);
}

bool may_ask(const CollocationsTable::Company& company, Place place,
             CollocationsTable::Word companion) {
  const bool first = place == Place::before || place == Place::after_of;
  const std::uint64_t signs = place == Place::listed ? company.listed
                              : first                ? company.before
                                                     : company.after;
  return (signs & CollocationsTable::sign_of(companion)) != 0;
}

bool asks(const CollocationsTable& table, Place place, CollocationsTable::Word word,
          CollocationsTable::Word companion) {
  if (place == Place::listed) return table.lists(word, companion);
  const auto [first, second] = in_order(place, word, companion);
  return table.has(first, second);
}

bool admits(const CollocationsTable& table, Place place, CollocationsTable::Word word,
            CollocationsTable::Word companion) {
  if (place == Place::listed && table.lists(word, companion)) return true;
  const auto [first, second] = in_order(place, word, companion);
  return table.allows(first, second);
}

}  // namespace linter::checks::spelling
