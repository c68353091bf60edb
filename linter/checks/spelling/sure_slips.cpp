#include "linter/checks/spelling/sure_slips.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/look_alikes.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/inflection.h"

namespace linter::checks::spelling {
namespace {

using findings::Finding;
using sentences::Shape;

std::optional<std::string> irregular_plural(std::string_view noun) {
  struct Row {
    std::string_view one;
    std::string_view many;
  };
  constexpr auto rows = std::to_array<Row>({{"child", "children"},
                                            {"foot", "feet"},
                                            {"grandchild", "grandchildren"},
                                            {"man", "men"},
                                            {"mouse", "mice"},
                                            {"tooth", "teeth"},
                                            {"wife", "wives"},
                                            {"wolf", "wolves"},
                                            {"woman", "women"}});
  const auto found = std::ranges::find(rows, noun, &Row::one);
  if (found == rows.end()) return std::nullopt;
  return std::string(found->many);
}

bool report_look_alike(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (scan.token(i).ascii) return false;
  const std::string right = in_latin_letters(scan.text(i));
  if (right.empty()) return false;
  Finding& finding = reporter.report(Rule::look_alike, i, i,
                                     quoted(scan.text(i)) +
                                         " has letters of another script that look like "
                                         "Latin ones; type the word anew");
  reporter.suggest(finding, i, i, right, reporter.vocabulary().accepts(right));
  return true;
}

// "the childs skin", "your bodys needs": no plural, so a genitive, when a noun follows.
bool report_lost_genitive(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  const std::string_view folded = scan.folded(i);
  constexpr std::size_t shortest = 4;
  if (folded.size() < shortest || !folded.ends_with('s') || !scan.are_neighbours(i)) return false;
  const std::string stem(folded.substr(0, folded.size() - 1));
  const lexicon::WordFacts facts = reporter.vocabulary().look_up(stem);
  const bool everyday = facts.accepted && (facts.listed || (facts.tier > 0 && facts.tier <= 40));
  const std::string plural = irregular_plural(stem).value_or(lexicon::plural_of(stem));
  if (!everyday || !has(facts.parts, lexicon::PartOfSpeech::noun) || plural == folded ||
      stem.ends_with('s') || lexicon::closed_class(stem)) {
    return false;
  }
  const std::string_view next = scan.folded(i + 1);
  const bool owned =
      has(scan.entry(i + 1).parts, lexicon::PartOfSpeech::noun) && !lexicon::closed_class(next);
  if (!owned && next != "own") return false;
  const bool capital = scan.token(i).shape == Shape::capitalised;
  const auto dressed = [&](const std::string& word) {
    return capital ? base::capitalised(word) : word;
  };
  std::string right = dressed(stem + "'s");
  Finding& finding =
      reporter.report(Rule::lost_apostrophe, i, i,
                      quoted(scan.text(i)) + " is no word; before a noun " + quoted(right) +
                          " is meant, or else " + quoted(dressed(plural)));
  reporter.suggest(finding, i, i, std::move(right), false);
  finding.suggestions.push_back(dressed(plural));
  return true;
}

// "im", "mens": other words look like these, so what follows must fit.
bool is_restored_for_sure(const Scan& scan, Scan::Index i, std::string_view right) {
  using lexicon::PartOfSpeech;
  const bool followed = scan.are_neighbours(i);
  const lexicon::PosMask next = followed ? scan.entry(i + 1).parts : 0;
  if (right.ends_with("'d") && !followed) return false;
  if (right == "I'm" || right == "I've") {
    const bool fits = has(next, PartOfSpeech::gerund) || has(next, PartOfSpeech::participle) ||
                      has(next, PartOfSpeech::adverb) || has(next, PartOfSpeech::determiner) ||
                      has(next, PartOfSpeech::negator) || has(next, PartOfSpeech::adjective);
    // "an im dose", "by im injection"
    const lexicon::PosMask before =
        i > 0 && scan.are_neighbours(i - 1) ? scan.entry(i - 1).parts : 0;
    return fits && !has(before, PartOfSpeech::determiner) &&
           !has(before, PartOfSpeech::preposition);
  }
  // "the womens" may be women
  const bool genitive = right == "men's" || right == "women's" || right == "children's";
  return !genitive || has(next, PartOfSpeech::noun) || has(next, PartOfSpeech::adjective);
}

// "Dont'", "womens' health": an apostrophe behind the word, which began no quotation before it.
bool has_apostrophe_behind(const Scan& scan, Scan::Index i) {
  if (scan.mark_after(i) != "'") return false;
  for (Scan::Index before = scan.sentence_of(i).first_token; before < i; ++before) {
    if (scan.text(before) == "'") return false;
  }
  return true;
}

bool report_lost_apostrophe(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  if (scan.mark_before(i) == "'") return false;  // "'im" is clipped
  if (report_lost_genitive(reporter, i)) return true;
  auto right = restored_apostrophe(scan.folded(i));
  if (!right) return false;
  const bool misplaced = has_apostrophe_behind(scan, i);
  const Scan::Index last = misplaced ? i + 1 : i;
  const bool sure = misplaced || is_restored_for_sure(scan, i, *right);
  if (scan.token(i).shape == Shape::capitalised) right = base::capitalised(*right);
  const std::string seen = std::string(scan.text(i)) + (misplaced ? "'" : "");
  Finding& finding =
      reporter.report(Rule::lost_apostrophe, i, last,
                      quoted(seen) +
                          (misplaced ? " has its apostrophe in the wrong place; write "
                                     : " has no apostrophe where it needs one; write ") +
                          quoted(*right) + (sure ? "" : " unless another word is meant"));
  reporter.suggest(finding, i, last, *std::move(right), sure);
  return true;
}

// Whether the article writes the word so three times or more: a name ("CleanseTwo").
bool is_kept_to(const Scan& scan, Scan::Index i) {
  constexpr int often = 3;
  int times = 0;
  for (Scan::Index other = 0; other < scan.size() && times < often; ++other) {
    if (scan.is_word(other) && scan.token(other).word == scan.token(i).word) ++times;
  }
  return times == often;
}

// "breakAnother step", "NoticesIf you": a word, and what begins a sentence glued to it.
bool report_glued_sentence(Reporter& reporter, Scan::Index i) {
  constexpr auto openers = std::to_array<std::string_view>(
      {"another", "because", "each", "however", "many", "most", "other", "patients", "please",
       "results", "some", "treatment", "treatments"});
  constexpr auto of_names = std::to_array<std::string_view>(
      {"all", "as", "at", "away", "by", "in", "more", "now", "of", "off", "on", "one", "only",
       "out", "own", "to", "up", "well"});
  constexpr std::size_t shortest = 3;
  const Scan& scan = reporter.scan();
  const std::string_view text = scan.text(i);
  if (scan.token(i).shape != Shape::mixed || !scan.token(i).ascii || !scan.are_neighbours(i) ||
      scan.token(i + 1).shape != Shape::lower) {
    return false;
  }
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto inner = std::ranges::find_if(text.substr(1), is_capital);
  const auto first_size = static_cast<std::size_t>(inner - text.begin());
  if (first_size < shortest || first_size >= text.size() ||
      std::ranges::count_if(text.substr(1), is_capital) != 1) {
    return false;
  }
  const std::string_view first = scan.folded(i).substr(0, first_size);
  const std::string_view second = scan.folded(i).substr(first_size);
  const bool opens = std::ranges::binary_search(openers, second) ||
                     (lexicon::closed_class(second) && second.size() > 1 &&
                      !std::ranges::binary_search(of_names, second));
  if (!opens || !reporter.vocabulary().look_up(first).accepted || is_kept_to(scan, i)) return false;
  std::string right =
      std::string(text.substr(0, first_size)).append(". ").append(text.substr(first_size));
  Finding& finding =
      reporter.report(Rule::glued_words, i, i,
                      quoted(text) + " is two words, and the second begins a " +
                          "sentence; write " + quoted(right) + " if that is what was meant");
  finding.severity = findings::Severity::warning;
  reporter.suggest(finding, i, i, std::move(right), false);
  return true;
}

bool is_common(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  constexpr std::uint8_t rarest = 50;
  const lexicon::WordFacts facts = vocabulary.look_up(folded);
  return facts.accepted && facts.tier > 0 && facts.tier <= rarest;
}

// "the beauty ofRetinol", "andInstagram", "whileI love": a function word of running text, and a
// name or the pronoun glued to it. Names of programs are made of common words ("withContext").
bool report_glued_name(Reporter& reporter, Scan::Index i) {
  constexpr auto heads = std::to_array<std::string_view>(
      {"about", "after", "and", "because", "before", "but", "by", "for", "from", "of", "or", "our",
       "that", "the", "when", "while", "with", "your"});
  const Scan& scan = reporter.scan();
  const std::string_view text = scan.text(i);
  if (scan.token(i).shape != Shape::mixed || !scan.token(i).ascii || i == 0 ||
      !scan.are_neighbours(i - 1) || scan.token(i - 1).shape != Shape::lower) {
    return false;
  }
  const std::string_view mark = scan.mark_after(i);
  const bool goes_on = scan.are_neighbours(i) && scan.token(i + 1).shape == Shape::lower;
  if (!goes_on && mark != "," && mark != ".") return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto at = static_cast<std::size_t>(std::ranges::find_if(text, is_capital) - text.begin());
  if (at == 0 || at >= text.size() || !std::ranges::binary_search(heads, text.substr(0, at)))
    return false;
  const std::string_view name = text.substr(at);
  const lexicon::WordFacts facts = reporter.vocabulary().look_up(name);
  constexpr std::size_t shortest = 5;
  const bool named = name.size() >= shortest && facts.accepted &&
                     std::ranges::none_of(name.substr(1), is_capital) &&
                     !is_common(base::lower(name), reporter.vocabulary());
  if ((name != "I" && !named) || is_kept_to(scan, i)) return false;
  std::string right = std::string(text.substr(0, at)).append(" ").append(name);
  Finding& finding = reporter.report(
      Rule::glued_words, i, i,
      quoted(text) + " is two words without the space between them; write " + quoted(right));
  finding.severity = findings::Severity::warning;
  reporter.suggest(finding, i, i, std::move(right), false);
  return true;
}

// "Fda approved", "our Prp therapy": initials in running text that a list has in capitals only.
bool report_initials(Reporter& reporter, Scan::Index i) {
  constexpr std::size_t longest = 4;
  const Scan& scan = reporter.scan();
  const std::string_view text = scan.text(i);
  const bool in_text =
      scan.token(i).shape == Shape::capitalised && text.size() > 1 && text.size() <= longest &&
      scan.are_neighbours(i) && scan.token(i + 1).shape == Shape::lower &&
      (i == 0 || !scan.are_neighbours(i - 1) || scan.token(i - 1).shape == Shape::lower ||
       lexicon::closed_class(scan.folded(i - 1)));
  if (!in_text || scan.mark_before(i) == ".") return false;
  std::string right(text);
  std::ranges::transform(right, right.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const lexicon::WordFacts facts = reporter.vocabulary().look_up(right);
  constexpr std::size_t shortest = 3;  // "Ma", "Bo" are names; UV and RF are in lists
  if (!facts.accepted || (!facts.listed && text.size() < shortest)) return false;
  Finding& finding = reporter.report(
      Rule::wrong_case, i, i,
      quoted(text) + " is written in capitals; write " + quoted(right) + " unless it is a name");
  reporter.suggest(finding, i, i, std::move(right), false);
  return true;
}

bool report_capitals(Reporter& reporter, Scan::Index i, InnerCapitals& capitals) {
  const std::string_view text = reporter.scan().text(i);
  const Scan& scan = reporter.scan();
  const Shape shape = scan.token(i).shape;
  if (shape == Shape::lower || shape == Shape::capitalised) return false;
  const bool begins = scan.sentence_of(i).first_token == i && !scan.in_title_case(i) &&
                      scan.are_neighbours(i) && scan.token(i + 1).shape == Shape::lower;
  if (auto right = without_doubled_capital(text, reporter.vocabulary(), begins)) {
    Finding& finding =
        reporter.report(Rule::doubled_capital, i, i,
                        quoted(text) + " begins with two capitals; write " + quoted(right->right) +
                            (right->sure ? "" : " unless it is a name"));
    if (!right->sure) finding.severity = findings::Severity::warning;
    reporter.suggest(finding, i, i, std::move(right->right), right->sure);
    return true;
  }
  if (const std::optional<std::string>& right = capitals.without(scan, i)) {
    Finding& finding =
        reporter.report(Rule::wrong_case, i, i,
                        quoted(text) + " has a capital in the middle of an everyday word; write " +
                            quoted(*right) + " unless it is a name");
    reporter.suggest(finding, i, i, *right, false);
    return true;
  }
  return false;
}

}  // namespace

bool report_glued_number(Reporter& reporter, Scan::Index i) {
  constexpr auto heads = std::to_array<std::string_view>(
      {"about", "after", "approximately", "around", "before", "between", "every", "least", "nearly",
       "over", "roughly", "takes", "than", "under", "until", "within"});
  const Scan& scan = reporter.scan();
  const std::string_view text = scan.text(i);
  const std::size_t at = text.find_first_of("0123456789");
  if (at == std::string_view::npos || at == 0 || i == 0 || !scan.are_neighbours(i - 1) ||
      text.find_first_not_of("0123456789", at) != std::string_view::npos ||
      !std::ranges::binary_search(heads, scan.folded(i).substr(0, at))) {
    return false;
  }
  std::string right = std::string(text.substr(0, at)).append(" ").append(text.substr(at));
  Finding& finding =
      reporter.report(Rule::glued_words, i, i,
                      quoted(text) + " lacks the space before the number; write " + quoted(right));
  finding.severity = findings::Severity::warning;
  reporter.suggest(finding, i, i, std::move(right), false);
  return true;
}

bool report_sure_slip(Reporter& reporter, Scan::Index i, bool is_name, InnerCapitals& capitals) {
  if (report_look_alike(reporter, i)) return true;
  if (reporter.scan().token(i).shape != Shape::upper && !is_name &&
      report_lost_apostrophe(reporter, i)) {
    return true;
  }
  return report_glued_sentence(reporter, i) || report_glued_name(reporter, i) ||
         report_initials(reporter, i) || report_capitals(reporter, i, capitals);
}

}  // namespace linter::checks::spelling
