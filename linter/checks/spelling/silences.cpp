#include "linter/checks/spelling/silences.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/suggest/known_slips.h"
#include "linter/checks/spelling/well_known.h"
#include "linter/checks/spelling/word_parts.h"
#include "linter/lexicon/inflection.h"
#include "linter/sentences/abbreviations.h"

namespace linter::checks::spelling {
namespace {

using sentences::Shape;

constexpr std::uint8_t common_tier = 50;
constexpr std::uint8_t everyday_tier = 35;
constexpr std::uint8_t technical_tier = 60;
constexpr std::uint32_t often = 3;

struct Case {
  Surroundings& around;
  const UnknownWord& word;
  Scan::Index place;

  [[nodiscard]] const Scan& scan() const { return around.scan(); }
  [[nodiscard]] std::string_view text() const { return scan().text(place); }
  [[nodiscard]] std::string_view folded() const { return scan().folded(place); }
  [[nodiscard]] Shape shape() const { return scan().token(place).shape; }
  [[nodiscard]] bool near_word(std::uint8_t tier) const {
    return around.shared().suggester().is_near_common(folded(), tier);
  }
  // Mistyped rather than made of parts: a usual slip, or one letter from a word that people know.
  [[nodiscard]] bool is_like_known_word(std::uint8_t tier) const {
    return !known_slip(folded()).empty() || near_word(tier);
  }
};

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_single_letter(const Case& c) {
  return base::count_code_points(c.text()) == 1;
}

bool is_code(const Case& c) {
  return std::ranges::any_of(c.text(),
                             [](char ch) { return (ch >= '0' && ch <= '9') || ch == '_'; });
}

// "#skincare", "$rate", "main()", "foo.bar", "a=b".
bool is_identifier(const Case& c) {
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
  return c.folded().size() <= longest || !c.near_word(common_tier);
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

// "pre-", "micro-": the first half of a hyphenated word.
bool is_half_of_compound(const Case& c) {
  return c.around.is_english() && c.scan().mark_after(c.place) == "-" &&
         is_hyphen_prefix(c.folded());
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

// "Maria Gemrany", "Dr. Austalia": other parts of a person's name before it.
bool is_part_of_longer_name(const Case& c) {
  constexpr auto directions = std::to_array<std::string_view>(
      {"central", "costa", "east", "eastern", "great", "new", "north", "northern", "saudi", "south",
       "southern", "united", "west", "western"});
  constexpr auto titles =
      std::to_array<std::string_view>({"dr", "miss", "mr", "mrs", "ms", "prof", "sir", "st"});
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  if (i >= 2 && scan.text(i - 1) == "." && scan.is_word(i - 2)) {
    return std::ranges::find(titles, scan.folded(i - 2)) != titles.end() ||
           scan.text(i - 2).size() == 1;
  }
  if (i == 0 || !scan.are_neighbours(i - 1) || scan.token(i - 1).shape != Shape::capitalised)
    return false;
  const std::string_view before = scan.folded(i - 1);
  if (std::ranges::find(titles, before) != titles.end()) return true;
  const bool everyday = c.around.shared().vocabulary().look_up(before).accepted;
  return std::ranges::find(directions, before) == directions.end() &&
         !(everyday && scan.capital_is_due(i - 1));
}

// "Wendesday", "Austalia", "Juvedrem": a capital once, and one slip from a name that is not a
// person's.
bool is_mistyped_name(const Case& c) {
  constexpr std::size_t shortest_slip = 8;  // "Calender" and "Thier" are people
  if (!c.around.is_english() || c.word.count != 1 || is_part_of_longer_name(c)) return false;
  const std::string_view meant = known_slip(c.folded());
  const bool means_name = !meant.empty() && meant.front() >= 'A' && meant.front() <= 'Z';
  return means_name || (!meant.empty() && c.folded().size() > shortest_slip) ||
         !well_known_name(c.folded()).empty() ||
         c.around.shared().suggester().is_slip_of_listed_name(c.folded());
}

// A capital that is not due, here or elsewhere, makes a name, unless the article writes it in lower
// case as often.
bool is_name(const Case& c) {
  if (c.shape() != Shape::capitalised || c.word.named == 0) return false;
  // where every noun has a capital, it tells no name
  const std::string& language = c.around.shared().vocabulary().language();
  if (language == "de" || language.starts_with("de-")) return false;
  return c.word.lower < c.word.named && !is_mistyped_name(c);
}

// "von Willebrand", "Abu al Hassan": a particle beside a capital.
bool is_name_particle(const Case& c) {
  constexpr auto particles = std::to_array<std::string_view>(
      {"af",  "al",  "bin", "da",  "dal", "de",  "degli", "dei", "del", "della", "den", "der",
       "des", "di",  "dos", "du",  "el",  "ibn", "la",    "las", "le",  "les",   "lo",  "los",
       "san", "ter", "und", "van", "vom", "von", "y",     "zu",  "zum", "zur"});
  if (std::ranges::find(particles, c.folded()) == particles.end()) return false;
  const auto is_capital = [&](Scan::Index i) {
    return c.scan().token(i).shape == Shape::capitalised;
  };
  return (c.scan().are_neighbours(c.place) && is_capital(c.place + 1)) ||
         (c.place > 0 && c.scan().are_neighbours(c.place - 1) && is_capital(c.place - 1) &&
          !c.scan().capital_is_due(c.place - 1));
}

// "erosions", "stimulators": the plural of a noun that the dictionary has in the singular only.
bool is_regular_plural(const Case& c) {
  constexpr auto uncountable = std::to_array<std::string_view>(
      {"advice",      "baggage",   "child",     "clothing",  "equipment", "evidence",
       "feedback",    "foot",      "furniture", "goose",     "hardware",  "homework",
       "information", "jewellery", "jewelry",   "knowledge", "luggage",   "machinery",
       "mouse",       "news",      "software",  "tooth",     "traffic",   "woman"});
  constexpr std::size_t shortest = 5;
  if (!c.around.is_english() || !known_slip(c.folded()).empty()) return false;
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  return std::ranges::any_of(lexicon::singulars(c.folded()), [&](const std::string& noun) {
    if (noun.size() < shortest || lexicon::plural_of(noun) != c.folded()) return false;
    if (std::ranges::find(uncountable, noun) != uncountable.end()) return false;
    // "tomatos": the dictionary has another plural
    if (noun.ends_with('o') && vocabulary.look_up(noun + "es").accepted) return false;
    const lexicon::WordFacts facts = vocabulary.look_up(noun);
    return facts.accepted && has(facts.parts, lexicon::PartOfSpeech::noun) &&
           !has(facts.parts, lexicon::PartOfSpeech::plural);
  });
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

bool has_latin_ending(std::string_view folded) {
  constexpr auto ends = std::to_array<std::string_view>(
      {"ae",   "alis", "aris", "arum", "ata", "ens", "ensis", "eus",   "ia",  "ica",  "icus",
       "icum", "ii",   "ilis", "inus", "is",  "ium", "ius",   "oides", "ora", "oris", "orum",
       "osa",  "osum", "osus", "um",   "us",  "ula", "ulus",  "ulum",  "ina", "ella"});
  constexpr std::size_t shortest = 4;
  return folded.size() >= shortest &&
         std::ranges::any_of(ends, [&](std::string_view end) { return folded.ends_with(end); });
}

// "Cutibacterium acnes", "S. aureus", "vastus lateralis": two words, each of Latin form and
// unknown, or a genus.
bool is_latin(const Case& c) {
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  if (!c.around.is_english()) return false;
  const bool initial = i >= 2 && scan.text(i - 1) == "." &&
                       scan.token(i - 2).shape == Shape::upper && scan.text(i - 2).size() == 1 &&
                       c.shape() == Shape::lower;
  if (initial) return true;
  const auto is_latin_word = [&](Scan::Index at) {
    return c.around.is_unknown(at) && has_latin_ending(scan.folded(at));
  };
  if (i > 0 && scan.are_neighbours(i - 1)) {
    if (scan.token(i - 1).shape == Shape::capitalised && c.around.is_unknown(i - 1) &&
        c.shape() == Shape::lower) {
      return has_latin_ending(c.folded()) || has_latin_ending(scan.folded(i - 1));
    }
    if (is_latin_word(i - 1) && has_latin_ending(c.folded())) return true;
  }
  if (!scan.are_neighbours(i)) return false;
  if (c.shape() == Shape::capitalised && scan.token(i + 1).shape == Shape::lower &&
      has_latin_ending(c.folded())) {
    return c.around.is_unknown(i + 1);
  }
  return has_latin_ending(c.folded()) && is_latin_word(i + 1);
}

bool is_part_of_term(const Case& c) {
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  const auto longest = static_cast<Scan::Index>(vocabulary.longest_term());
  if (longest == 0) return false;
  const Scan& scan = c.scan();
  // words alternate with hyphens or follow after a space: look back and ahead by as many tokens as
  // that can be
  const Scan::Index reach = 2 * longest;
  for (Scan::Index first = c.place - std::min(c.place, reach); first <= c.place; ++first) {
    std::string phrase;
    for (Scan::Index last = first; last < scan.size() && last < first + reach; ++last) {
      if (last > first && scan.token(last).space_before) phrase += ' ';
      if (!scan.is_word(last) && !scan.is_number(last) && scan.text(last) != "-") break;
      phrase += scan.is_word(last) ? scan.folded(last) : scan.text(last);
      if (last >= c.place && vocabulary.is_term(phrase)) return true;
    }
  }
  return false;
}

bool is_made_of_known_parts(const Case& c) {
  if (!c.around.is_english()) return false;
  return is_derived(c.folded(), c.around.shared().vocabulary()) &&
         !c.is_like_known_word(everyday_tier);
}

bool is_technical(const Case& c) {
  return c.around.is_english() && is_technical_compound(c.folded()) &&
         !c.is_like_known_word(technical_tier) &&
         !c.around.shared().suggester().is_slip_of_listed_word(c.folded());
}

bool stands_often(const Case& c) {
  return c.word.count >= often && !c.near_word(common_tier);
}

bool is_struck_out(const Case& c) {
  const auto& article = c.scan().reading().article;
  const base::Span span = c.scan().token(c.place).text;
  return std::ranges::any_of(article.inlines, [&](const prose::Inline& one) {
    return one.kind == prose::InlineKind::deleted && one.text.contains(span);
  });
}

bool is_in_foreign_emphasis(const Case& c) {
  return c.around.in_foreign_emphasis(c.place);
}
bool is_in_foreign_sentence(const Case& c) {
  return c.around.in_foreign_sentence(c.place);
}

struct Reason {
  std::string_view name;
  bool (*holds)(const Case&);
};

// Cheap ones first; the first that holds gives its name.
constexpr auto reasons = std::to_array<Reason>({
    {"single-letter", is_single_letter},
    {"code", is_code},
    {"other-script", is_other_script},
    {"accented", is_accented},
    {"capitals", is_abbreviation_in_capitals},
    {"mixed-case", is_mixed_case},
    {"identifier", is_identifier},
    {"version", is_part_of_version},
    {"masked", touches_masked},
    {"abbreviation", is_abbreviation_with_stop},
    {"roman-number", is_roman_number},
    {"unit", is_unit},
    {"half-compound", is_half_of_compound},
    {"pronunciation", is_pronunciation},
    {"clipped", is_clipped},
    {"term", is_part_of_term},
    {"struck-out", is_struck_out},
    {"name", is_name},
    {"name-particle", is_name_particle},
    {"latin", is_latin},
    {"foreign-emphasis", is_in_foreign_emphasis},
    {"foreign-sentence", is_in_foreign_sentence},
    {"plural", is_regular_plural},
    {"known-parts", is_made_of_known_parts},
    {"technical", is_technical},
    {"repeated", stands_often},
});

}  // namespace

bool Surroundings::is_unknown(Scan::Index i) const {
  return scan_->is_word(i) && is_ascii_letter(scan_->text(i).front()) &&
         !scan_->reading().lexicon.accepts(scan_->token(i).word);
}

// Whether an unknown word is one edit from an everyday one: mistyped rather than foreign.
bool Surroundings::is_like_slip(Scan::Index i) const {
  constexpr std::uint8_t everyday = 50;
  const std::string_view folded = scan_->folded(i);
  return is_english() &&
         (is_usual_slip(folded) || shared_->suggester().is_near_common(folded, everyday));
}

bool Surroundings::in_foreign_sentence(Scan::Index i) {
  const std::uint32_t index = scan_->reading().text.sentence_at(scan_->token(i).text.begin);
  if (foreign_.empty()) foreign_.resize(scan_->reading().text.sentences.size(), Answer::open);
  Answer& answer = foreign_[index];
  if (answer == Answer::open) {
    constexpr unsigned fewest = 4;
    constexpr std::size_t shortest_slip = 5;  // short words are near an English one by chance
    const sentences::Sentence& sentence = scan_->reading().text.sentences[index];
    unsigned words = 0;
    unsigned unknown = 0;
    unsigned judged = 0;
    unsigned like_slips = 0;
    for (Scan::Index t = sentence.first_token; t < sentence.end_token; ++t) {
      if (!scan_->is_word(t) || scan_->text(t).size() < 2) continue;
      ++words;
      if (!is_unknown(t)) continue;
      ++unknown;
      if (scan_->text(t).size() < shortest_slip && known_slip(scan_->folded(t)).empty()) continue;
      ++judged;
      like_slips += is_like_slip(t) ? 1 : 0;
    }
    const bool mistyped = judged > 0 && 2 * like_slips > judged;
    answer = words >= fewest && 2 * unknown > words && !mistyped ? Answer::yes : Answer::no;
  }
  return answer == Answer::yes;
}

bool Surroundings::in_foreign_emphasis(Scan::Index i) const {
  const base::Span span = scan_->token(i).text;
  constexpr std::uint32_t longest = 80;
  for (const prose::Inline& one : scan_->reading().article.inlines) {
    if (one.text.begin > span.begin) break;
    if (one.kind != prose::InlineKind::emphasis || !one.text.contains(span) ||
        one.text.size() > longest)
      continue;
    unsigned words = 0;
    unsigned unknown = 0;
    for (Scan::Index t = scan_->reading().text.token_at(one.text.begin);
         t < scan_->size() && scan_->token(t).text.begin < one.text.end; ++t) {
      if (!scan_->is_word(t)) continue;
      ++words;
      unknown += is_unknown(t) ? 1 : 0;
    }
    if (words >= 2 && 2 * unknown >= words) return true;
  }
  return false;
}

std::string_view silence(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  const Case one{around, word, place};
  for (const Reason& reason : reasons) {
    if (reason.holds(one)) return reason.name;
  }
  return {};
}

}  // namespace linter::checks::spelling
