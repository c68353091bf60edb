#include "linter/checks/spelling/disguises.h"

#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/collocations_table.h"
#include "linter/checks/spelling/disguises_image.h"
#include "linter/lexicon/inflection.h"

namespace linter::checks::spelling {
namespace {

using sentences::Shape;

// The term with its last word in the other number.
std::string in_other_number(std::string_view term, bool plural) {
  const std::size_t last = term.rfind(' ') + 1;
  const std::string_view word = term.substr(last);
  return std::string(term.substr(0, last)) + (plural ? lexicon::plural_of(word) : stem_of(word));
}

// In capitals, with a capital for each word, or for the first one, as the disguise is written.
void dress(const Scan& scan, Scan::Index first, Scan::Index last, std::string& term) {
  const auto all_are = [&](Shape shape) {
    for (Scan::Index i = first; i <= last; ++i) {
      if (scan.token(i).shape != shape) return false;
    }
    return true;
  };
  const auto raise = [](char& c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  };
  if (all_are(Shape::upper)) {
    std::ranges::for_each(term, raise);
  } else if (scan.token(first).shape == Shape::capitalised) {
    const bool each = all_are(Shape::capitalised);
    for (std::size_t at = 0; at < term.size(); ++at) {
      if (at == 0 || (each && term[at - 1] == ' ')) raise(term[at]);
    }
  }
}

}  // namespace

const DisguisesTable& disguises_of_english() {
  static const DisguisesTable table = [] {
    base::ImageReader image(disguises_image());
    return DisguisesTable(image);
  }();
  return table;
}

std::optional<Disguise> disguise_at(const Scan& scan, Scan::Index i, WordMemos& memos) {
  const bool goes_on = scan.are_neighbours(i) && memos.of(scan, i + 1).disguise != 0;
  if (!goes_on) return std::nullopt;
  const DisguisesTable& table = disguises_of_english();
  DisguisesTable::Step found;
  Scan::Index last = i;
  auto step = table.step(DisguisesTable::root, memos.of(scan, i).disguise);
  for (Scan::Index at = i; step && step->node != DisguisesTable::root && scan.are_neighbours(at);) {
    ++at;
    step = table.step(step->node, memos.of(scan, at).disguise);
    if (!step || step->term == 0) continue;
    found = *step;
    last = at;
  }
  if (found.term == 0) return std::nullopt;
  const bool plural = stem_of(scan.folded(last)) != scan.folded(last);
  Disguise disguise{last, std::string(table.term(found.term))};
  if (plural != (found.plural != 0)) disguise.meant = in_other_number(disguise.meant, plural);
  dress(scan, i, last, disguise.meant);
  return disguise;
}

}  // namespace linter::checks::spelling
