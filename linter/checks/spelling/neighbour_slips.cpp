#include "linter/checks/spelling/neighbour_slips.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/capitals.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/cut_letters.h"
#include "linter/checks/spelling/doubled.h"
#include "linter/checks/spelling/look_alikes.h"
#include "linter/checks/spelling/number_slips.h"
#include "linter/checks/spelling/space_slips.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {
namespace {

using findings::Finding;
using lexicon::is_of;
using lexicon::WordClass;
using sentences::Shape;

void report_hyphen(Reporter& reporter, Scan::Index i) {
  if (!reporter.scan().is_word(i)) return;
  if (auto joined = joined_at_hyphen(reporter.scan(), i))
    return reporter.report_joined(i, i + 2, *std::move(joined));
  auto closed = closed_at_hyphen(reporter.scan(), i);
  if (!closed) return;
  Finding& finding = reporter.report(
      Rule::split_compound, i, i + 2,
      quoted(reporter.scan().reading().view(
          {reporter.scan().token(i).text.begin, reporter.scan().token(i + 2).text.end})) +
          " is usually written without its hyphen; write " + quoted(*closed));
  finding.severity = findings::Severity::suggestion;
  reporter.suggest(finding, i, i + 2, *std::move(closed), false);
}

// Whether token i can only name what belongs to somebody, and say nothing of him: "own", "surface",
// unlike "late" or "red".
bool is_possessed(const Scan& scan, Scan::Index i) {
  using enum lexicon::PartOfSpeech;
  const lexicon::PosMask parts = scan.entry(i).parts;
  const bool says_how = has(parts, adjective) || has(parts, adverb) || has(parts, determiner) ||
                        has(parts, participle) || has(parts, gerund) || has(parts, negator) ||
                        has(parts, preposition);
  return scan.folded(i) == "own" || (has(parts, noun) && !says_how);
}

// "patient´s", "its' own".
bool report_apostrophe(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (is_accent_for_apostrophe(scan, i)) {
    std::string right = std::string(scan.text(i - 1)).append("'").append(scan.text(i + 1));
    const bool sure = reporter.vocabulary().accepts(right);
    Finding& finding = reporter.report(
        Rule::lost_apostrophe, i - 1, i + 1,
        quoted(std::string(scan.text(i - 1)).append(scan.text(i)).append(scan.text(i + 1))) +
            " has an accent in the place of the apostrophe; write " + quoted(right));
    reporter.suggest(finding, i - 1, i + 1, std::move(right), sure);
    return true;
  }
  if (is_stray_apostrophe(scan, i)) {
    std::string right(scan.text(i - 1));
    Finding& finding = reporter.report(Rule::lost_apostrophe, i - 1, i,
                                       quoted(right + "'") +
                                           " has an apostrophe or a quote that belongs to nothing; "
                                           "write " +
                                           quoted(right));
    finding.severity = findings::Severity::warning;
    reporter.suggest(finding, i - 1, i, std::move(right), false);
    return true;
  }
  if (!is_apostrophe_too_many(scan, i)) return false;
  std::string right(scan.text(i - 1));
  if (scan.folded(i - 1) == "its" && !is_possessed(scan, i + 1)) {
    std::string is = std::string(right.substr(0, right.size() - 1)) + "'s";
    Finding& finding = reporter.report(
        Rule::lost_apostrophe, i - 1, i,
        quoted(right + "'") + " has its apostrophe in the wrong place; write " + quoted(is) +
            " for “it is”, " + quoted(right) + " for what belongs to it");
    reporter.suggest(finding, i - 1, i, std::move(is), false);
    reporter.suggest(finding, i - 1, i, std::move(right), false);
    return true;
  }
  Finding& finding = reporter.report(
      Rule::lost_apostrophe, i - 1, i,
      quoted(right + "'") + " shows possession without an apostrophe; write " + quoted(right));
  reporter.suggest(finding, i - 1, i, std::move(right), true);
  return true;
}

// "a t test", "the s orbital", "the g force": things that a letter names.
bool is_named_by_letter(std::string_view folded) {
  return is_of(WordClass::named_by_letter, folded);
}

// "it,s", "don;t": the key beside the apostrophe.
bool report_mark_for_apostrophe(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  const auto right = contraction_across_mark(scan, i);
  if (!right) return false;
  Finding& finding = reporter.report(
      Rule::lost_apostrophe, i - 1, i + 1,
      quoted(std::string(scan.text(i - 1)).append(scan.text(i)).append(scan.text(i + 1))) +
          " has another mark in the place of the apostrophe; write " + quoted(*right));
  reporter.suggest(finding, i - 1, i + 1, *right, true);
  return true;
}

// "Don t", "It s", "Don 't".
bool report_contraction_apart(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  const auto found = contraction_apart(scan, i);
  if (!found) return false;
  Finding& finding = reporter.report(
      Rule::lost_apostrophe, found->first, i,
      quoted(scan.reading().view({scan.token(found->first).text.begin, scan.token(i).text.end})) +
          " is a contraction that fell apart; write " + quoted(found->right));
  reporter.suggest(finding, found->first, i, found->right, true);
  return true;
}

// "vitamin e every day", "option b below".
bool names_a_letter(std::string_view folded) {
  return is_of(WordClass::names_by_letter, folded);
}

// "it is h safe", "you will be e asked": after a form of "be", where no name of a thing follows.
bool stands_before_predicate(const Scan& scan, Scan::Index i) {
  using enum lexicon::PartOfSpeech;
  constexpr std::string_view letters = "befghlorsuvwz";  // those of formulae are others
  constexpr auto forms_of_be =
      std::to_array<std::string_view>({"are", "be", "been", "is", "was", "were"});
  const lexicon::PosMask next = scan.entry(i + 1).parts;
  return letters.contains(scan.text(i)) &&
         std::ranges::binary_search(forms_of_be, scan.folded(i - 1)) &&
         (has(next, adjective) || has(next, participle)) && !has(next, noun) &&
         scan.token(i + 1).shape == Shape::lower && stands_alone(scan, i);
}

// "the skin e heals": between two words of running text, and no letter of formulae.
bool stands_amid(const Scan& scan, Scan::Index i) {
  constexpr std::string_view letters = "befghloqrsuvwyz";
  const auto is_plain = [&](Scan::Index other) {
    return scan.token(other).shape == Shape::lower && scan.text(other).size() > 2 &&
           scan.reading().lexicon.accepts(scan.token(other).word);
  };
  return letters.contains(scan.text(i)) && is_plain(i - 1) && is_plain(i + 1) &&
         !names_a_letter(scan.folded(i - 1)) && !is_named_by_letter(scan.folded(i + 1)) &&
         stands_alone(scan, i);
}

// A letter alone that belongs to no formula, list or name.
bool is_left_over(const Scan& scan, Scan::Index i) {
  constexpr std::string_view letters = "bdefghlmnoqrstuvwyz";
  const std::string_view text = scan.text(i);
  if (text.size() != 1 || letters.find(text) == std::string_view::npos || i == 0 ||
      !scan.are_neighbours(i) || !scan.are_neighbours(i - 1)) {
    return false;
  }
  const auto is_plain = [&](Scan::Index other) {
    return scan.token(other).shape == Shape::lower && scan.text(other).size() > 2 &&
           scan.reading().lexicon.accepts(scan.token(other).word);
  };
  const bool determined = has(scan.entry(i - 1).parts, lexicon::PartOfSpeech::determiner) &&
                          scan.token(i - 1).shape != Shape::upper;
  // "very f fine": the letter that the next word begins with
  const bool begun =
      is_plain(i - 1) && scan.text(i + 1).starts_with(text) && !names_a_letter(scan.folded(i - 1));
  // "a band o of tissue"
  const bool between = is_plain(i - 1) && !names_a_letter(scan.folded(i - 1)) &&
                       lexicon::closed_class(scan.folded(i + 1)) && stands_alone(scan, i);
  if (between || stands_before_predicate(scan, i) || stands_amid(scan, i)) return true;
  if ((!determined && !begun) || !is_plain(i + 1) || is_named_by_letter(scan.folded(i + 1)))
    return false;
  const auto same = [&](const sentences::Token& token) {
    return token.kind == sentences::TokenKind::word && token.word == scan.token(i).word;
  };
  // more than once: it has a meaning here
  return std::ranges::count_if(scan.reading().text.tokens, same) == 1;
}

// "micro channels": a prefix that many write as an adjective, and a compound that only word lists
// have.
bool is_written_apart_too(std::string_view prefix, std::string_view joined,
                          const lexicon::Vocabulary& vocabulary) {
  constexpr auto adjectives =
      std::to_array<std::string_view>({"auto", "bio", "cyber", "geo", "macro", "meta", "micro",
                                       "mono", "nano", "neuro", "photo", "psycho"});
  const lexicon::WordFacts facts = vocabulary.look_up(joined);
  return std::ranges::find(adjectives, prefix) != adjectives.end() && facts.tier == 0 &&
         !joined.ends_with("ing");
}

// "skin\u00E2\u20AC\u2122s": three letters for the bytes of an apostrophe.
bool report_misread(Reporter& reporter, Scan::Index i) {
  constexpr std::string_view first = "\u00E2";
  const Scan& scan = reporter.scan();
  const std::string_view view = scan.reading().article.view;
  const base::Span mark = scan.token(i).text;
  if (scan.text(i) != "\u20AC" || i == 0 || i + 1 >= scan.size() ||
      !view.substr(0, mark.begin).ends_with(first) || scan.token(i + 1).text.begin != mark.end) {
    return false;
  }
  const auto [meant, size] = misread_mark(view.substr(mark.end));
  const std::string_view next = scan.text(i + 1);
  if (meant.empty() || next.size() < size) return false;
  std::string right(scan.text(i - 1));
  right.resize(right.size() - first.size());
  right.append(meant).append(next.substr(size));
  const std::string seen =
      std::string(scan.text(i - 1)).append(scan.text(i)).append(scan.text(i + 1));
  Finding& finding =
      reporter.report(Rule::look_alike, i - 1, i + 1,
                      quoted(seen) + " has a mark that was read in another encoding; write " +
                          quoted(right) + ", and save the file as UTF-8");
  reporter.suggest(finding, i - 1, i + 1, std::move(right), true);
  return true;
}

}  // namespace

void report_mark(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (scan.is_number(i)) return report_number(reporter, i);
  if (i == 0) return;
  if (scan.token(i).space_before) return report_space_before(reporter, i);
  const std::string_view mark = scan.text(i);
  if (mark == "-") return report_hyphen(reporter, i - 1);
  if ((mark == "," || mark == ";") && report_mark_for_apostrophe(reporter, i)) return;
  constexpr std::string_view ascii = ".,:;!?()\"/";  // most marks
  if (ascii.find(mark.front()) == std::string_view::npos &&
      (report_apostrophe(reporter, i) || report_misread(reporter, i))) {
    return;
  }
  report_lost_space(reporter, i);
}

void report_letter(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (is_pronoun_without_capital(scan, i)) {
    Finding& finding =
        reporter.report(Rule::wrong_case, i, i,
                        "“i” is written with a capital where it means the writer; write “I”");
    return reporter.suggest(finding, i, i, "I", true);
  }
  if (report_contraction_apart(reporter, i) || report_cut_letter(reporter, i) ||
      !is_left_over(scan, i)) {
    return;
  }
  reporter.report(Rule::stray_letter, i, i,
                  quoted(scan.text(i)) +
                      " stands alone between two words; delete it, or complete the word, " +
                      "unless it names something");
}

void report_capital(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (!is_capital_amid(scan, i)) return;
  std::string right(scan.folded(i));
  Finding& finding = reporter.report(
      Rule::wrong_case, i, i,
      quoted(scan.text(i)) + " has a capital in the middle of a sentence; write " + quoted(right) +
          ", or end the sentence before it");
  if (reporter.is_habit("capital amid")) finding.severity = findings::Severity::suggestion;
  reporter.suggest(finding, i, i, std::move(right), false);
}

// "of\nof": two words of one size with a line's end between them, and nothing else.
bool is_across_line_end(std::string_view written, std::size_t word) {
  if (written.size() <= 2 * word) return false;
  const std::string_view between = written.substr(word, written.size() - 2 * word);
  return between.find_first_not_of(" \t\r\n") == std::string_view::npos &&
         std::ranges::count(between, '\n') == 1;
}

void report_doubled(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  const auto severity = doubled_word(scan, i);
  if (!severity) return;
  Finding& finding =
      reporter.report(Rule::doubled_word, i, i + 1,
                      quoted(scan.text(i + 1)) + " stands twice in a row; delete one" +
                          (*severity == findings::Severity::error ? "" : " unless both are meant"));
  finding.severity = *severity;
  const bool sure = *severity == findings::Severity::error;
  reporter.suggest(finding, i, i + 1, std::string(scan.text(i)), sure);
  if (sure && is_across_line_end(finding.location.text, scan.text(i).size()))
    finding.safe_fix = may_replace(scan, i, i) && may_replace(scan, i + 1, i + 1);
}

void report_genitive(Reporter& reporter, Scan::Index i) {
  if (is_its_with_two_capitals(reporter.scan(), i)) {
    std::string right = std::string("It").append(reporter.scan().text(i).substr(2));
    Finding& finding =
        reporter.report(Rule::doubled_capital, i, i,
                        quoted(reporter.scan().text(i)) + " begins with two capitals; write " +
                            quoted(right) + " unless it is a name");
    return reporter.suggest(finding, i, i, std::move(right), false);
  }
  const auto plural = plural_with_apostrophe(reporter.scan(), i);
  if (!plural) return;
  const std::string_view written = reporter.scan().text(i);
  Finding& finding =
      reporter.report(Rule::lost_apostrophe, i, i,
                      quoted(written) + " is a possessive where a plural is meant; write " +
                          quoted(*plural) + " unless something of it is left out");
  finding.severity = findings::Severity::warning;
  reporter.suggest(finding, i, i, *plural, false);
}

void report_compound(Reporter& reporter, Scan::Index i) {
  if (!reporter.scan().are_neighbours(i)) return;
  auto joined = joined_compound(reporter.scan(), i);
  if (!joined) return;
  if (is_written_apart_too(reporter.scan().folded(i), *joined, reporter.vocabulary()) &&
      !reporter.has_word(*joined)) {
    return;
  }
  reporter.report_joined(i, i + 1, *std::move(joined));
}

}  // namespace linter::checks::spelling
