#include "linter/checks/spelling/space_slips.h"

#include <string>
#include <utility>

#include "linter/checks/spelling/lost_spaces.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using findings::Finding;

// "ototoxicity(such as".
void report_parenthesis(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (!lacks_space_before_parenthesis(scan, i)) return;
  std::string right = std::string(scan.text(i - 1)).append(" (").append(scan.text(i + 1));
  Finding& finding = reporter.report(
      Rule::glued_words, i - 1, i + 1,
      quoted(scan.reading().view({scan.token(i - 1).text.begin, scan.token(i + 1).text.end})) +
          " lacks a space before the parenthesis; write " + quoted(right));
  finding.severity = findings::Severity::warning;
  reporter.suggest(finding, i - 1, i + 1, std::move(right), false);
}

// "(the Buffy Coat).The rest": a sentence that begins right behind another in parentheses.
void report_sentence_behind(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (scan.text(i) != "." || i == 0 || i + 1 >= scan.size() || scan.text(i - 1) != ")" ||
      scan.token(i - 1).text.end != scan.token(i).text.begin || !scan.is_word(i + 1) ||
      scan.token(i + 1).text.begin != scan.token(i).text.end ||
      scan.token(i + 1).shape != sentences::Shape::capitalised ||
      !lexicon::closed_class(scan.folded(i + 1)) || !scan.are_neighbours(i + 1)) {
    return;
  }
  std::string right = std::string("). ").append(scan.text(i + 1));
  Finding& finding = reporter.report(
      Rule::glued_words, i - 1, i + 1,
      quoted(scan.reading().view({scan.token(i - 1).text.begin, scan.token(i + 1).text.end})) +
          " lacks a space after the mark; write " + quoted(right));
  reporter.suggest(finding, i - 1, i + 1, std::move(right), false);
}

}  // namespace

void report_space_before(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (!has_space_on_wrong_side(scan, i)) return;
  std::string right =
      std::string(scan.text(i - 1)).append(scan.text(i)).append(" ").append(scan.text(i + 1));
  Finding& finding = reporter.report(
      Rule::glued_words, i - 1, i + 1,
      quoted(scan.reading().view({scan.token(i - 1).text.begin, scan.token(i + 1).text.end})) +
          " has its space on the wrong side of the mark; write " + quoted(right));
  finding.severity = findings::Severity::warning;
  reporter.suggest(finding, i - 1, i + 1, std::move(right), false);
}

void report_lost_space(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  const std::string_view mark = scan.text(i);
  if (mark == "(") return report_parenthesis(reporter, i);
  const auto lost = lost_space(scan, i);
  if (!lost) return report_sentence_behind(reporter, i);
  std::string right =
      std::string(scan.text(i - 1)).append(mark).append(" ").append(scan.text(i + 1));
  Finding& finding = reporter.report(
      Rule::glued_words, i - 1, i + 1,
      quoted(scan.reading().view({scan.token(i - 1).text.begin, scan.token(i + 1).text.end})) +
          " lacks a space after the mark; write " + quoted(right) +
          (mark == "," || mark == ";" ? "" : " if a sentence begins there"));
  reporter.suggest(finding, i - 1, i + 1, std::move(right), *lost == LostSpace::sure);
}

}  // namespace linter::checks::spelling
