#include "linter/checks/spelling/lost_spaces.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using lexicon::PartOfSpeech;
using sentences::Shape;

// What sentences begin with, beside function words; no name of a property or a method is among it.
constexpr auto openers = std::to_array<std::string_view>(
    {"additionally", "although",   "always",      "avoid",         "because",  "depending",
     "during",       "finally",    "fortunately", "furthermore",   "however",  "many",
     "moreover",     "most",       "never",       "once",          "patients", "please",
     "results",      "side",       "some",        "sometimes",     "swelling", "therefore",
     "treatment",    "treatments", "typically",   "unfortunately", "usually",  "whether"});
// Words after a comma that nothing but a clause or a list goes on with.
constexpr auto sure_after_comma =
    std::to_array<std::string_view>({"and", "because", "but", "or", "so", "which", "while"});
constexpr auto after_comma = std::to_array<std::string_view>(
    {"as",   "for",  "how",  "if", "in",   "it",    "not",  "that", "the", "their",
     "then", "they", "this", "to", "when", "where", "with", "who",  "you", "your"});

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_everyday(const Scan& scan, Scan::Index i) {
  constexpr std::uint8_t rarest = 35;
  const std::uint8_t tier = scan.reading().lexicon.vocabulary().look_up(scan.folded(i)).tier;
  return tier > 0 && tier <= rarest;
}

bool touches_both(const Scan& scan, Scan::Index i) {
  return i > 0 && i + 1 < scan.size() && scan.is_word(i - 1) && scan.is_word(i + 1) &&
         scan.token(i - 1).text.end == scan.token(i).text.begin &&
         scan.token(i).text.end == scan.token(i + 1).text.begin;
}

// "collections.In" twice: the name of something.
bool stands_again(const Scan& scan, Scan::Index i) {
  const auto same = [&](Scan::Index a, Scan::Index b) {
    return scan.is_word(a) && scan.token(a).word == scan.token(b).word;
  };
  int times = 0;
  for (Scan::Index other = 1; other + 1 < scan.size(); ++other) {
    const bool here = scan.text(other) == scan.text(i) && same(other - 1, i - 1) &&
                      same(other + 1, i + 1) && touches_both(scan, other);
    times += here ? 1 : 0;
  }
  return times > 1;
}

// "collections.In is": no clause goes on so. "See heals.The": a sentence does not end so.
bool begins_clause(const Scan& scan, Scan::Index i) {
  if (!scan.are_neighbours(i)) return false;
  const lexicon::PosMask parts = scan.entry(i).parts;
  const lexicon::PosMask next = scan.entry(i + 1).parts;
  const bool takes_a_noun = has(parts, PartOfSpeech::preposition) ||
                            has(parts, PartOfSpeech::determiner) ||
                            has(parts, PartOfSpeech::auxiliary) || has(parts, PartOfSpeech::modal);
  const bool verb_only = has(next, PartOfSpeech::finite_verb) && !has(next, PartOfSpeech::noun) &&
                         !has(next, PartOfSpeech::adjective);
  return !(takes_a_noun && verb_only) || has(parts, PartOfSpeech::pronoun);
}

bool ends_sentence(const Scan& scan, Scan::Index i) {
  constexpr std::size_t shortest = 3;
  const Scan::Index next = i + 1;
  if (scan.token(next).shape != Shape::capitalised || scan.token(i - 1).shape != Shape::lower ||
      scan.text(i - 1).size() < shortest || scan.text(next).size() < 2) {
    return false;
  }
  const bool opens =
      lexicon::closed_class(scan.folded(next)) || is_one_of(openers, scan.folded(next));
  return opens && is_everyday(scan, i - 1) && begins_clause(scan, next);
}

bool goes_on(const Scan& scan, Scan::Index i) {
  const std::string_view next = scan.folded(i + 1);
  if (!is_one_of(sure_after_comma, next) && !is_one_of(after_comma, next)) return false;
  const bool in_text = i > 1 && scan.are_neighbours(i - 2) && scan.are_neighbours(i + 1);
  return in_text && scan.token(i - 1).shape == Shape::lower &&
         scan.token(i + 1).shape == Shape::lower && scan.text(i - 1).size() > 2 &&
         is_everyday(scan, i - 1);
}

}  // namespace

std::optional<LostSpace> lost_space(const Scan& scan, Scan::Index i) {
  if (!touches_both(scan, i)) return std::nullopt;
  const std::string_view mark = scan.text(i);
  if (mark == "," || mark == ";") {
    if (!goes_on(scan, i)) return std::nullopt;
    const bool sure = is_one_of(sure_after_comma, scan.folded(i + 1));
    return sure ? LostSpace::sure : LostSpace::likely;
  }
  if ((mark != "." && mark != "!" && mark != "?") || !ends_sentence(scan, i) ||
      stands_again(scan, i)) {
    return std::nullopt;
  }
  return LostSpace::likely;
}

}  // namespace linter::checks::spelling
