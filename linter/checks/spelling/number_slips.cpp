#include "linter/checks/spelling/number_slips.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/checks/spelling/ordinals.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using findings::Finding;

// "2weeks", "30minutes", "45degrees": a number and what it counts; "10mins", which some write so,
// is a suggestion.
void report_counted(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  constexpr std::string_view marks_of_prose = "(-";
  const std::string_view before = scan.mark_before(i);
  if (marks_of_prose.find(before) == std::string_view::npos) return;  // "%2020years"
  const bool noun_follows = i + 1 < scan.size() && scan.is_word(i + 1) && scan.are_spaced(i) &&
                            has(scan.entry(i + 1).parts, lexicon::PartOfSpeech::noun) &&
                            !lexicon::closed_class(scan.folded(i + 1));
  const auto counted = spaced_count(scan.text(i), noun_follows, reporter.vocabulary());
  if (!counted) return;
  // "50Plus-Fitness" is a name, "1" raised before "The" a note
  if (!counted->usual && !counted->abbreviated &&
      (scan.mark_after(i) == "-" || !scan.reading().article.is_verbatim(scan.token(i).text))) {
    return;
  }
  Finding& finding = reporter.report(
      Rule::glued_words, i, i,
      quoted(scan.text(i)) + " lacks the space behind the number; write " + quoted(counted->right));
  finding.severity =
      counted->abbreviated ? findings::Severity::suggestion : findings::Severity::warning;
  reporter.suggest(finding, i, i, counted->right, counted->usual && before.empty());
}

// "0f the skin", "0r more": the figure for the letter, between two words.
void report_zero(Reporter& reporter, Scan::Index i) {
  constexpr auto words = std::to_array<std::string_view>({"0f", "0il", "0n", "0ne", "0r", "0ur"});
  const Scan& scan = reporter.scan();
  const std::string_view text = scan.text(i);
  if (std::ranges::find(words, text) == words.end() || i == 0 || i + 1 >= scan.size()) return;
  const auto is_plain = [&](Scan::Index other) {
    return scan.is_word(other) && scan.text(other).size() > 2 &&
           scan.reading().lexicon.accepts(scan.token(other).word);
  };
  if (!is_plain(i - 1) || !is_plain(i + 1) || !scan.are_spaced(i - 1) || !scan.are_spaced(i))
    return;
  std::string right = std::string("o").append(text.substr(1));
  Finding& finding = reporter.report(
      Rule::look_alike, i, i,
      quoted(text) + " begins with a zero; write " + quoted(right) + " if the word is meant");
  reporter.suggest(finding, i, i, std::move(right), false);
}

bool is_letters_and_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !is_digit(text.front()) && is_digit(text.back());
}

void report_ordinal(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  auto right = right_ordinal(scan.text(i));
  const std::string_view before = scan.mark_before(i);
  if (!right || before == "-" || before == "+") return;          // "the n-1th element"
  if (i > 0 && is_letters_and_digits(scan.text(i - 1))) return;  // "London W2 1nd", a postcode
  Finding& finding = reporter.report(
      Rule::wrong_ordinal, i, i,
      quoted(scan.text(i)) + " has the ending of another number; write " + quoted(*right));
  reporter.suggest(finding, i, i, *std::move(right), true);
}

}  // namespace

void report_number(Reporter& reporter, Scan::Index i) {
  report_counted(reporter, i);
  report_zero(reporter, i);
  report_ordinal(reporter, i);
}

}  // namespace linter::checks::spelling
