#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/silence_case.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {
namespace {

using lexicon::is_of;
using lexicon::WordClass;
using sentences::Shape;

constexpr std::size_t fewest_letters = 3;

bool has_capital(const Scan& scan, Scan::Index i) {
  return scan.is_word(i) &&
         (scan.token(i).shape == Shape::capitalised || scan.token(i).shape == Shape::upper);
}

std::string_view without_genitive(std::string_view folded) {
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  return folded;
}

// Mistyped, whatever names there are.
bool is_slip_of_word(const Case& c) {
  return c.is_like_known_word(tier::everyday) || c.around.is_slip_of_listed_word(c.folded()) ||
         c.around.is_slip_of_listed_name(c.folded());
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "\u2013" || text == "\u2014";
}

// The first token of the run of capitalised words that a token ends; of at most four, as "Dr. Anna
// van Dyk".
Scan::Index begin_of_name(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index longest = 5;
  const Scan::Index least = std::max(scan.sentence_of(i).first_token, i - std::min(i, longest));
  Scan::Index first = i;
  while (first > least && (has_capital(scan, first - 1) || scan.text(first - 1) == ".")) --first;
  return first;
}

// "By Katrin Vogel", "Medically reviewed by Heike", "Photo: Joost".
bool is_in_byline(const Case& c) {
  constexpr auto before_colon = std::to_array<std::string_view>(
      {"author", "authors", "contact", "credit", "editor", "editors", "images", "interview",
       "photo", "photographer", "photography", "photos", "pictures", "presenter", "reviewer",
       "text", "words", "writer"});
  constexpr Scan::Index longest = 5;  // tokens before the name
  const Scan& scan = c.scan();
  const Scan::Index opening = scan.sentence_of(c.place).first_token;
  Scan::Index first = begin_of_name(scan, c.place);
  if (first == opening) {  // in titles "By" has its capital, too
    while (first < c.place && scan.folded(first) != "by") ++first;
    return first < c.place;
  }
  if (first - opening > longest) return false;
  const Scan::Index before = first - 1;
  if (scan.is_word(before)) return scan.folded(before) == "by";
  return scan.text(before) == ":" && before > opening && scan.is_word(before - 1) &&
         std::ranges::binary_search(before_colon, scan.folded(before - 1));
}

// "Kind regards,\nKatrin", "\u201C...\u201D \u2013 Heike".
bool is_signature(const Case& c) {
  const Scan& scan = c.scan();
  const Scan::Index first = begin_of_name(scan, c.place);
  const bool goes_on = scan.are_neighbours(c.place) && !has_capital(scan, c.place + 1);
  if (first == 0 || goes_on) return false;
  const std::string_view before = scan.text(first - 1);
  if (is_dash(before)) {
    const bool begins = scan.sentence_of(first - 1).first_token == first - 1;
    return begins || !scan.is_word(first - 2);
  }
  const Scan::Index greeting = before == "," && first > 1 ? first - 2 : first - 1;
  return scan.is_word(greeting) && is_of(WordClass::signs_off, scan.folded(greeting));
}

// "Katrin, 34, ...": the age behind it.
bool has_age(const Case& c) {
  const Scan& scan = c.scan();
  return scan.mark_after(c.place) == "," && c.place + 2 < scan.size() &&
         scan.is_number(c.place + 2) && scan.sentence_of(c.place).end_token > c.place + 2;
}

// "Katrin says", "Joost and Marek went".
bool does_what_persons_do(const Case& c) {
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  if (!scan.are_neighbours(i)) return false;
  if (is_of(WordClass::persons_do, scan.folded(i + 1))) return true;
  return scan.folded(i + 1) == "and" && scan.are_neighbours(i + 1) && has_capital(scan, i + 2) &&
         !scan.capital_is_due(i + 2);
}

// Alone in its block, or with what says who it is behind a mark: "- Marek, front desk".
bool heads_entry(const Case& c) {
  const Scan& scan = c.scan();
  const sentences::Sentence& sentence = scan.sentence_of(c.place);
  if (begin_of_name(scan, c.place) != sentence.first_token) return false;
  if (c.place + 1 == sentence.end_token) return sentence.ending == sentences::Ending::none;
  const std::string_view next = scan.text(c.place + 1);
  const bool item = scan.block_of(c.place).list_depth > 0;
  return item && (next == "," || next == ":" || next == "(" || is_dash(next));
}

// Where nothing but a name stands.
bool stands_as_author(const Case& c) {
  return known_slip(c.folded()).empty() && (is_in_byline(c) || is_signature(c));
}

bool is_person_in_text(const Case& c) {
  constexpr std::size_t longest = 10;
  return c.folded().size() <= longest && (has_age(c) || does_what_persons_do(c));
}

}  // namespace

// "Joost", "Heike": a list of names has it.
bool is_listed_name(const Case& c) {
  if (!c.around.is_english() || !has_capital(c.scan(), c.place)) return false;
  const std::string_view stem = without_genitive(c.folded());
  return stem.size() >= fewest_letters && known_slip(c.folded()).empty() &&
         c.around.shared().vocabulary().is_name(stem);
}

bool is_name_by_place(const Case& c) {
  if (!c.around.is_english() || !has_capital(c.scan(), c.place)) return false;
  if (stands_as_author(c)) return true;
  const bool listed = is_listed_name(c);
  if (is_person_in_text(c)) return listed || !is_slip_of_word(c);
  return listed && (heads_entry(c) || !is_slip_of_word(c));
}

// "Riverbend", "NORTHGATE": a word, and what names of places end in.
bool is_name_of_place(const Case& c) {
  if (!c.around.is_english() || !has_capital(c.scan(), c.place)) return false;
  if (!is_listed_name(c) && is_slip_of_word(c)) return false;
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  const std::string_view stem = without_genitive(c.folded());
  constexpr std::size_t shortest_ending = 3;
  for (std::size_t at = fewest_letters; at + shortest_ending <= stem.size(); ++at) {
    if (!is_of(WordClass::ends_name_of_place, stem.substr(at))) continue;
    const lexicon::WordFacts facts = vocabulary.look_up(stem.substr(0, at));
    if (facts.accepted && facts.tier > 0 && facts.tier <= tier::technical) return true;
  }
  return false;
}

}  // namespace linter::checks::spelling
