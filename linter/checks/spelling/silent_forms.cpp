#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/silence_case.h"
#include "linter/checks/spelling/word_parts.h"
#include "linter/lexicon/sound.h"
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

// "dfdfgdffd": many letters without a vowel.
bool is_struck_at_random(std::string_view folded) {
  constexpr std::size_t shortest = 8;
  return folded.size() >= shortest &&
         folded.find_first_of("aeiouy_0123456789") == std::string_view::npos;
}

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

// "#skincare", "$rate", "main()", "foo.bar", "a=b", "--force"; "a*b", unlike "*Reslts vary",
// "skin&treatmnt".
bool is_identifier(const Case& c) {
  if (is_option(c)) return true;
  constexpr std::string_view marks = "#@$=<>{}\\~^%";
  constexpr std::string_view marks_of_prose = "|&*+";
  const std::string_view before = c.scan().mark_before(c.place);
  const std::string_view after = c.scan().mark_after(c.place);
  const auto has_one_of = [&](std::string_view of) {
    return (!before.empty() && of.find(before) != std::string_view::npos) ||
           (!after.empty() && of.find(after) != std::string_view::npos);
  };
  if (has_one_of(marks) || (has_one_of(marks_of_prose) && !c.is_evident_slip())) return true;
  const bool call =
      after == "(" && c.place + 2 < c.scan().size() && c.scan().mark_after(c.place + 1) == ")";
  const bool dotted = before == "." && c.place > 1 && !c.scan().token(c.place - 1).space_before &&
                      !is_struck_at_random(c.folded());
  const bool path = before == "/" && after == "/";
  return call || (dotted && c.shape() == Shape::lower) || path;
}

// "v2.0.0-rc.1", "1.4-beta2": a word inside a version number, unlike "the tratment.2 It", the
// number of a source.
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
         !scan.token(c.place + 2).space_before && is_digits(c.place + 2) && !c.is_evident_slip();
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

namespace {

// Whether most words of its sentence, and several, are in capitals: they tell no abbreviation.
bool is_among_capitals(const Case& c) {
  const Scan& scan = c.scan();
  const sentences::Sentence& sentence = scan.sentence_of(c.place);
  unsigned words = 0;
  unsigned capitals = 0;
  for (Scan::Index i = sentence.first_token; i < sentence.end_token; ++i) {
    if (!scan.is_word(i) || scan.text(i).size() < 2) continue;
    ++words;
    if (scan.token(i).shape == Shape::upper) ++capitals;
  }
  return capitals > 2 && 4 * capitals >= 3 * words;
}

// "UPTO 60% OFF": a usual slip of four letters where every word is in capitals.
bool is_slip_among_capitals(const Case& c) {
  const Scan& scan = c.scan();
  const sentences::Sentence& sentence = scan.sentence_of(c.place);
  unsigned others = 0;
  for (Scan::Index i = sentence.first_token; i < sentence.end_token; ++i) {
    if (i == c.place || !scan.is_word(i) || scan.text(i).size() < 2) continue;
    if (scan.token(i).shape != Shape::upper) return false;
    ++others;
  }
  return others > 0 && !known_slip(c.folded()).empty();
}

}  // namespace

// "BIKNI LINE LASER": a word of every day, or of a list, with a slip, where every word is in
// capitals and another one is a word.
bool is_evident_among_capitals(const Case& c) {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t shortest_word = 4;
  constexpr int surely_a_word = 150;
  const Scan& scan = c.scan();
  if (c.folded().size() < shortest || c.word.count > 1) return false;
  const sentences::Sentence& sentence = scan.sentence_of(c.place);
  bool has_word = false;
  for (Scan::Index i = sentence.first_token; i < sentence.end_token; ++i) {
    if (i == c.place || !scan.is_word(i) || scan.text(i).size() < 2) continue;
    if (scan.token(i).shape != Shape::upper) return false;
    has_word = has_word || (scan.text(i).size() >= shortest_word &&
                            c.around.shared().vocabulary().accepts(scan.folded(i)));
  }
  return has_word && (c.near_word(tier::common) || c.around.is_slip_of_listed_word(c.folded())) &&
         c.around.is_like(c.place, surely_a_word);
}

// "IPL", "PLLA"; longer ones ("CARASIL") if they are not like an everyday word or stand twice among
// words that are not in capitals, and those of five letters ("HELLP") wherever not all is so.
bool is_abbreviation_in_capitals(const Case& c) {
  constexpr std::size_t longest = 4;
  constexpr std::size_t long_one = 7;
  constexpr int like_a_word = 100;
  if (c.shape() != Shape::upper || c.text().size() < 2) return false;
  const std::size_t size = c.folded().size();
  if (size >= long_one) {
    const bool twice = c.word.count > 1 && c.word.lower == 0 && !is_among_capitals(c);
    return (twice && !c.near_word(tier::everyday)) ||
           (!c.near_word(tier::common) && !c.is_evident_slip());
  }
  if (!c.around.is_english()) return true;
  if (is_evident_among_capitals(c)) return false;
  if (size <= longest) return size < longest || !is_slip_among_capitals(c);
  const bool short_one = size == longest + 1;
  if (short_one && !is_among_capitals(c)) return true;
  return !c.near_word(short_one ? tier::commonest : tier::everyday) ||
         !c.around.is_like(c.place, like_a_word);
}

namespace {

// "UltraClean": what stands behind the last capital is a word, so it is no slip.
bool ends_in_word(const Case& c) {
  const std::string_view text = c.text();
  const std::size_t last = text.find_last_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return last != std::string_view::npos && last > 0 &&
         c.around.shared().vocabulary().look_up(c.folded().substr(last)).accepted;
}

}  // namespace

// "iPhone", "HydraFacial", "MRIs", "PhD", unlike "CoolScupting", one slip from a listed name.
bool is_mixed_case(const Case& c) {
  constexpr std::size_t shortest = 7;
  if (c.shape() != Shape::mixed) return false;
  return !c.around.is_english() || c.folded().size() < shortest || ends_in_word(c) ||
         !c.around.is_slip_of_listed_name(c.folded());
}

bool is_abbreviation_with_stop(const Case& c) {
  return c.scan().mark_after(c.place) == "." &&
         sentences::abbreviation(c.folded()) != sentences::Abbreviation::none;
}

bool is_roman_number(const Case& c) {
  constexpr auto numbers = std::to_array<std::string_view>(
      {"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi",
       "xvii", "xix", "xx", "xxi", "xxx", "xviii"});
  constexpr std::size_t longest = 5;
  return c.folded().size() <= longest && std::ranges::find(numbers, c.folded()) != numbers.end();
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
  constexpr std::size_t longest = 4;
  const bool may_be = c.folded().size() <= longest && c.place > 0 && (c.scan().is_number(c.place - 1) ||
                                      !c.scan().mark_before(c.place).empty());
  return may_be && std::ranges::find(units, c.folded()) != units.end();
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

namespace {

// "plaque (plak)": alone in parentheses after a word that sounds so.
bool is_said_like_the_word_before(const Case& c) {
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  return i > 1 && scan.mark_before(i) == "(" && scan.mark_after(i) == ")" && scan.is_word(i - 2) &&
         lexicon::sound_key(scan.folded(i - 2)) == lexicon::sound_key(c.folded());
}

}  // namespace

// "ko-LES-ter-ol", "ath-er-o-skler-O-sis": a chain of syllables, some of them in capitals or most
// of them unknown; all in capitals tells nothing ("ANTI-AGIENG CARE").
bool is_pronunciation(const Case& c) {
  if (is_said_like_the_word_before(c)) return true;
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
    const bool inside = pieces > 2 && linked(i);
    if (scan.token(i).shape == Shape::upper && (scan.text(i).size() > 1 || inside)) ++capitals;
    if (c.around.is_unknown(i)) ++unknown;
    if (!linked(i)) break;
  }
  const bool stressed = pieces >= 2 && capitals > 0 && capitals < pieces;
  return (stressed && !c.is_evident_slip()) || (pieces >= 3 && 2 * unknown >= pieces);
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
