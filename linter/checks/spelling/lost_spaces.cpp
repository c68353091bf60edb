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

// How many lower-case words stand side by side up to token i or from it on, itself included; counts
// no further than `most`.
Scan::Index words_in_a_row(const Scan& scan, Scan::Index i, bool after, Scan::Index most) {
  Scan::Index count = 1;
  while (count < most && (after || i > 0) && scan.are_neighbours(after ? i : i - 1)) {
    i = after ? i + 1 : i - 1;
    if (scan.token(i).shape != Shape::lower) break;
    ++count;
  }
  return count;
}

// "the tract.People with stones": words of everyday in running text. What a program calls a member
// by stands among fewer words, or again.
bool opens_in_running_text(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index before = 5;
  constexpr Scan::Index after = 3;
  const prose::Scopes scopes = scan.block_of(i).scopes;
  const bool heading = has(scopes, prose::Scope::heading) || has(scopes, prose::Scope::title);
  return !heading && is_everyday(scan, i + 1) && scan.text(i + 1).size() > 3 &&
         words_in_a_row(scan, i - 1, false, before) == before &&
         words_in_a_row(scan, i + 1, true, after) == after;
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
  if (opens) return is_everyday(scan, i - 1) && begins_clause(scan, next);
  return scan.reading().lexicon.accepts(scan.token(i - 1).word) && opens_in_running_text(scan, i);
}

// "the kidney,ureter and bladder": the only comma of its sentence that touches words.
bool stands_in_list(const Scan& scan, Scan::Index i) {
  constexpr std::size_t shortest = 4;
  const sentences::Sentence& sentence = scan.sentence_of(i);
  for (Scan::Index other = sentence.first_token; other < sentence.end_token; ++other) {
    if (other != i && scan.text(other) == "," && touches_both(scan, other)) return false;
  }
  const auto is_word = [&](Scan::Index at) {
    return scan.text(at).size() >= shortest && scan.reading().lexicon.accepts(scan.token(at).word);
  };
  return scan.text(i) == "," && is_word(i - 1) && is_word(i + 1) &&
         words_in_a_row(scan, i - 1, false, 3) == 3 && words_in_a_row(scan, i + 1, true, 2) == 2;
}

// "the stubble;exfoliate gently": words that everybody knows on either side, and several of them.
bool stands_in_running_text(const Scan& scan, Scan::Index i) {
  constexpr std::size_t shortest = 3;
  const auto is_word = [&](Scan::Index at) {
    return scan.text(at).size() >= shortest && scan.reading().lexicon.accepts(scan.token(at).word);
  };
  return is_word(i - 1) && is_word(i + 1) && words_in_a_row(scan, i - 1, false, 3) == 3 &&
         (scan.token(i + 1).shape == Shape::lower || lexicon::closed_class(scan.folded(i + 1))) &&
         words_in_a_row(scan, i + 1, true, 2) == 2;
}

bool goes_on(const Scan& scan, Scan::Index i) {
  const std::string_view next = scan.folded(i + 1);
  if (!is_one_of(sure_after_comma, next) && !is_one_of(after_comma, next))
    return stands_in_list(scan, i) && scan.token(i + 1).shape == Shape::lower;
  const bool in_text = i > 1 && scan.are_neighbours(i - 2) && scan.are_neighbours(i + 1);
  return in_text && scan.token(i - 1).shape == Shape::lower &&
         scan.token(i + 1).shape == Shape::lower && scan.text(i - 1).size() > 2 &&
         is_everyday(scan, i - 1);
}

}  // namespace

std::optional<LostSpace> lost_space(const Scan& scan, Scan::Index i) {
  if (!touches_both(scan, i)) return std::nullopt;
  const std::string_view mark = scan.text(i);
  if (mark == ";" || mark == ":") {
    return !stands_again(scan, i) && stands_in_running_text(scan, i)
               ? std::optional(LostSpace::likely)
               : std::nullopt;
  }
  if (mark == ",") {
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
