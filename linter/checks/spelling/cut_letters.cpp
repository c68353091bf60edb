#include "linter/checks/spelling/cut_letters.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "linter/lexicon/closed_words.h"
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
      {"as", "at", "be", "by", "he", "if", "in", "is", "it", "my", "of", "on", "or", "so", "to", "up", "we"});
  const Scan& scan = reporter.scan();
  const bool first = scan.sentence_of(i).first_token == i;
  if (!is_letter(scan, i, Shape::lower) || !scan.are_neighbours(i) ||
      !is_letter(scan, i + 1, Shape::lower) || (!first && !scan.are_neighbours(i - 1))) {
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
  if ((!first && !is_text(i - 1)) || !goes_on || !std::ranges::binary_search(words, joined) ||
      (scan.is_word(i + 2) &&
       lexicon::is_of(lexicon::WordClass::named_by_letter, scan.folded(i + 2)))) {
    return false;
  }
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

// Whether a letter may be the rest of a word: no name of something ("vitamin c", "t test").
bool may_be_rest(const Scan& scan, Scan::Index i) {
  if (!is_letter(scan, i, Shape::lower)) return false;
  const bool named =
      i > 0 && lexicon::is_of(lexicon::WordClass::names_by_letter, scan.folded(i - 1));
  const bool names = i + 1 < scan.size() && scan.is_word(i + 1) &&
                     lexicon::is_of(lexicon::WordClass::named_by_letter, scan.folded(i + 1));
  return !named && !names;
}

bool is_small_word(const Scan& scan, Scan::Index i) {
  return scan.token(i).shape == Shape::lower && scan.text(i).size() > 1;
}

// "d octor", "w ill": a letter and the rest, which is no word, or a rarer one.
bool report_with_next(Reporter& reporter, Scan::Index i) {
  constexpr std::uint8_t commonest = 10;
  constexpr std::uint8_t common = 35;
  const Scan& scan = reporter.scan();
  if (!scan.are_neighbours(i) || !is_small_word(scan, i + 1)) return false;
  const std::string_view letter = scan.text(i);
  const bool is_word = letter == "a" || letter == "i";
  if (is_word && scan.reading().lexicon.accepts(scan.token(i + 1).word)) return false;  // as most
  const std::string joined = std::string(scan.text(i)).append(scan.folded(i + 1));
  const lexicon::WordFacts whole = reporter.vocabulary().look_up(joined);
  const lexicon::WordFacts rest = reporter.vocabulary().look_up(scan.folded(i + 1));
  if (is_word && (rest.accepted || !lexicon::closed_class(joined))) return false;
  const bool rarer = !rest.accepted || rest.tier == 0 || rest.tier > whole.tier;
  const bool is_common = whole.accepted && whole.tier > 0 && whole.tier <= common;
  const bool function_word = lexicon::closed_class(joined) && whole.tier <= commonest;
  if (!is_common || (!rarer && !function_word) || !stands_alone(scan, i)) return false;
  reporter.report_joined(i, i + 1, joined);
  return true;
}

// "th e", "hom e": what is no word without the letter behind it.
bool report_with_previous(Reporter& reporter, Scan::Index i) {
  constexpr std::uint8_t common = 35;
  const Scan& scan = reporter.scan();
  if (i == 0 || !scan.are_neighbours(i - 1) || scan.text(i - 1).size() < 2 ||
      scan.text(i) == "a" || scan.text(i) == "i") {
    return false;
  }
  const Shape shape = scan.token(i - 1).shape;
  if (shape != Shape::lower && shape != Shape::capitalised) return false;
  const lexicon::WordFacts head = reporter.vocabulary().look_up(scan.folded(i - 1));
  const std::string joined = std::string(scan.folded(i - 1)).append(scan.text(i));
  const lexicon::WordFacts whole = reporter.vocabulary().look_up(joined);
  // "ar e": what some list has as an abbreviation
  const bool is_rest =
      !head.accepted || (lexicon::closed_class(joined) && (head.tier == 0 || head.tier > common));
  if (!is_rest || !whole.accepted || whole.tier == 0 || whole.tier > common ||
      !stands_alone(scan, i)) {
    return false;
  }
  reporter.report_joined(i - 1, i, joined);
  return true;
}

}  // namespace

bool stands_alone(const Scan& scan, Scan::Index i) {
  const base::Span span = scan.token(i).text;
  const auto is_emphasised = [&](const prose::Inline& one) { return one.text == span; };
  if (std::ranges::any_of(scan.reading().article.inlines, is_emphasised)) return false;
  for (Scan::Index other = 0; other < scan.size(); ++other) {
    if (other == i || !scan.is_word(other) || scan.text(other).size() != 1) continue;
    if (scan.token(other).shape == Shape::lower && scan.text(other) != "a") return false;
  }
  return true;
}

bool report_cut_letter(Reporter& reporter, Scan::Index i) {
  if (report_two_letters(reporter, i) || report_plural(reporter, i)) return true;
  return may_be_rest(reporter.scan(), i) &&
         (report_with_previous(reporter, i) || report_with_next(reporter, i));
}

}  // namespace linter::checks::spelling
