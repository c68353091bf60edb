#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/silence_case.h"
#include "linter/checks/spelling/word_parts.h"
#include "linter/sentences/abbreviations.h"

namespace linter::checks::spelling {

using sentences::Shape;

bool is_single_letter(const Case& c) {
  return base::count_code_points(c.text()) == 1;
}

bool is_code(const Case& c) {
  return std::ranges::any_of(c.text(),
                             [](char ch) { return (ch >= '0' && ch <= '9') || ch == '_'; });
}

namespace {

// "--recieve", unlike "it is safe--so we think": two hyphens at the start of a word.
bool is_option(const Case& c) {
  const std::string_view view = c.scan().reading().article.view;
  const std::size_t at = c.scan().token(c.place).text.begin;
  const std::string_view before = view.substr(0, at);
  if (!before.ends_with("--")) return false;
  constexpr std::string_view gaps = " \n\"'`([|/";
  return at == 2 || gaps.contains(before[at - 3]);
}

}  // namespace

// "#skincare", "$rate", "main()", "foo.bar", "a=b", "--force".
bool is_identifier(const Case& c) {
  if (is_option(c)) return true;
  constexpr std::string_view marks = "#@$=<>{}\\~^|&*+%";
  const std::string_view before = c.scan().mark_before(c.place);
  const std::string_view after = c.scan().mark_after(c.place);
  if (!before.empty() && marks.find(before) != std::string_view::npos) return true;
  if (!after.empty() && marks.find(after) != std::string_view::npos) return true;
  const bool call =
      after == "(" && c.place + 2 < c.scan().size() && c.scan().mark_after(c.place + 1) == ")";
  const bool dotted = before == "." && c.place > 1 && !c.scan().token(c.place - 1).space_before;
  const bool path = before == "/" && after == "/";
  return call || (dotted && c.shape() == Shape::lower) || path;
}

// "v2.0.0-rc.1", "1.4-beta2": a word inside a version number.
bool is_part_of_version(const Case& c) {
  const Scan& scan = c.scan();
  const auto is_digits = [&](Scan::Index i) {
    return scan.is_number(i) || scan.text(i).find_first_of("0123456789") != std::string_view::npos;
  };
  const std::string_view before = scan.mark_before(c.place);
  if ((before == "-" || before == ".") && c.place > 1 && !scan.token(c.place - 1).space_before &&
      is_digits(c.place - 2)) {
    return true;
  }
  const std::string_view after = scan.mark_after(c.place);
  return (after == "." || after == "-") && c.place + 2 < scan.size() &&
         !scan.token(c.place + 2).space_before && is_digits(c.place + 2);
}

bool touches_masked(const Case& c) {
  const auto is_object = [&](Scan::Index i) {
    return c.scan().token(i).kind == sentences::TokenKind::object;
  };
  return (c.place > 0 && !c.scan().token(c.place).space_before && is_object(c.place - 1)) ||
         (c.place + 1 < c.scan().size() && !c.scan().token(c.place + 1).space_before &&
          is_object(c.place + 1));
}

// Greek, Cyrillic, Chinese ...: not the language of the dictionary.
bool is_other_script(const Case& c) {
  if (!c.around.is_english() || c.scan().token(c.place).ascii) return false;
  const char32_t first = base::decode(c.text(), 0).value;
  constexpr char32_t after_latin = 0x250;
  return first >= after_latin;
}

// "café", "Señor", "Björk": accents are written on purpose.
bool is_accented(const Case& c) {
  return c.around.is_english() && !c.scan().token(c.place).ascii;
}

// "IPL", "PLLA"; longer ones ("CARASIL") if they are not like an everyday word.
bool is_abbreviation_in_capitals(const Case& c) {
  constexpr std::size_t longest = 6;
  if (c.shape() != Shape::upper || c.text().size() < 2) return false;
  return c.folded().size() <= longest || !c.near_word(tier::common);
}

// "iPhone", "HydraFacial", "MRIs", "PhD".
bool is_mixed_case(const Case& c) {
  return c.shape() == Shape::mixed;
}

bool is_abbreviation_with_stop(const Case& c) {
  return c.scan().mark_after(c.place) == "." &&
         sentences::abbreviation(c.folded()) != sentences::Abbreviation::none;
}

bool is_roman_number(const Case& c) {
  constexpr auto numbers = std::to_array<std::string_view>(
      {"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi",
       "xvii", "xix", "xx", "xxi", "xxx", "xviii"});
  return std::ranges::find(numbers, c.folded()) != numbers.end();
}

bool is_unit(const Case& c) {
  constexpr auto units = std::to_array<std::string_view>(
      {"bpm", "cc",   "cl",   "cm",  "db",  "deg", "dl",  "dpi", "em",  "fps",  "ft",
       "gb",  "ghz",  "gsm",  "ha",  "hp",  "hr",  "hrs", "hz",  "iu",  "kb",   "kcal",
       "kg",  "khz",  "kj",   "km",  "kmh", "kpa", "kv",  "kw",  "kwh", "lb",   "lbs",
       "mah", "mb",   "mbps", "mcg", "mcl", "meq", "mg",  "mhz", "min", "mins", "ml",
       "mm",  "mmhg", "mmol", "mol", "mph", "ms",  "mw",  "ng",  "nm",  "ns",   "oz",
       "ph",  "ppb",  "ppm",  "psi", "pt",  "px",  "qty", "rem", "rpm", "sec",  "secs",
       "sq",  "tb",   "ug",   "um",  "vol", "wpm", "wt",  "yd",  "yrs"});
  if (std::ranges::find(units, c.folded()) == units.end()) return false;
  return c.place > 0 && (c.scan().is_number(c.place - 1) || !c.scan().mark_before(c.place).empty());
}

// "pre-", "micro-", "septo-": the first half of a hyphenated word.
bool is_half_of_compound(const Case& c) {
  return c.around.is_english() && c.scan().mark_after(c.place) == "-" &&
         (is_hyphen_prefix(c.folded()) ||
          (c.folded().ends_with('o') && is_combining_form(c.folded())));
}

// "goin'", "'em".
bool is_clipped(const Case& c) {
  constexpr auto heads = std::to_array<std::string_view>(
      {"bout", "cause", "em", "neath", "round", "tis", "twas", "twere"});
  if (!c.around.is_english()) return false;
  if (c.scan().mark_after(c.place) == "'" && c.folded().ends_with("in")) {
    return c.around.shared().vocabulary().look_up(std::string(c.folded()) + "g").accepted;
  }
  return c.scan().mark_before(c.place) == "'" &&
         std::ranges::find(heads, c.folded()) != heads.end();
}

// "isn´t": told as a whole.
bool is_before_accent(const Case& c) {
  return c.place + 1 < c.scan().size() && is_accent_for_apostrophe(c.scan(), c.place + 1);
}

// "ko-LES-ter-ol": a chain of syllables, some of them in capitals or most of them unknown.
bool is_pronunciation(const Case& c) {
  const Scan& scan = c.scan();
  const auto linked = [&](Scan::Index i) {
    return scan.mark_after(i) == "-" && i + 2 < scan.size() && scan.is_word(i + 2) &&
           !scan.token(i + 2).space_before;
  };
  Scan::Index first = c.place;
  while (first >= 2 && scan.is_word(first - 2) && linked(first - 2)) first -= 2;
  unsigned pieces = 1;
  unsigned capitals = 0;
  unsigned unknown = 0;
  for (Scan::Index i = first;; i += 2, ++pieces) {
    if (scan.token(i).shape == Shape::upper && scan.text(i).size() > 1) ++capitals;
    if (c.around.is_unknown(i)) ++unknown;
    if (!linked(i)) break;
  }
  return (pieces >= 2 && capitals > 0) || (pieces >= 3 && 2 * unknown >= pieces);
}

bool is_struck_out(const Case& c) {
  const auto& article = c.scan().reading().article;
  const base::Span span = c.scan().token(c.place).text;
  return std::ranges::any_of(article.inlines, [&](const prose::Inline& one) {
    const bool silent =
        one.kind == prose::InlineKind::deleted || one.kind == prose::InlineKind::not_spelled;
    return silent && one.text.contains(span);
  });
}

}  // namespace linter::checks::spelling
