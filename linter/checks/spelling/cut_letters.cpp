#include "linter/checks/spelling/cut_letters.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {
namespace {

using sentences::Shape;

bool is_letter(const Scan& scan, Scan::Index i, Shape shape) {
  return scan.is_word(i) && scan.text(i).size() == 1 && scan.token(i).shape == shape;
}

// "i n 2004", "because o f it": two letters alone between words, which are one.
bool report_two_letters(Reporter& reporter, Scan::Index i) {
  constexpr auto words = std::to_array<std::string_view>(
      {"be", "by", "he", "if", "in", "is", "it", "my", "of", "on", "or", "so", "to", "we"});
  const Scan& scan = reporter.scan();
  if (i == 0 || !is_letter(scan, i, Shape::lower) || !scan.are_neighbours(i) ||
      !is_letter(scan, i + 1, Shape::lower) || !scan.are_neighbours(i - 1)) {
    return false;
  }
  const auto is_text = [&](Scan::Index other) {
    return scan.is_word(other) && scan.text(other).size() > 1 &&
           scan.token(other).shape == Shape::lower;
  };
  const bool goes_on =
      i + 2 < scan.size() && scan.are_spaced(i + 1) &&
      (scan.is_number(i + 2) || (scan.is_word(i + 2) && !is_letter(scan, i + 2, Shape::lower)));
  std::string joined = std::string(scan.text(i)).append(scan.text(i + 1));
  if (!is_text(i - 1) || !goes_on || !std::ranges::binary_search(words, joined)) return false;
  reporter.report_joined(i, i + 1, std::move(joined));
  return true;
}

// "SHAVING BUMP S": the ending of a plural among capitals.
bool report_plural(Reporter& reporter, Scan::Index i) {
  constexpr std::size_t shortest = 4;
  const Scan& scan = reporter.scan();
  if (scan.text(i) != "S" || i < 2 || !scan.are_neighbours(i - 1) || !scan.are_neighbours(i - 2))
    return false;
  const auto is_capitals = [&](Scan::Index other) {
    return scan.token(other).shape == Shape::upper && scan.text(other).size() >= shortest &&
           scan.reading().lexicon.accepts(scan.token(other).word);
  };
  const std::string_view noun = scan.folded(i - 1);
  std::string plural = std::string(noun).append("s");
  if (!is_capitals(i - 1) || !is_capitals(i - 2) || noun.ends_with('s') ||
      lexicon::is_of(lexicon::WordClass::names_by_letter, noun) ||
      !has(reporter.vocabulary().look_up(plural).parts, lexicon::PartOfSpeech::plural)) {
    return false;
  }
  reporter.report_joined(i - 1, i, std::move(plural));
  return true;
}

}  // namespace

bool report_cut_letter(Reporter& reporter, Scan::Index i) {
  return report_two_letters(reporter, i) || report_plural(reporter, i);
}

}  // namespace linter::checks::spelling
