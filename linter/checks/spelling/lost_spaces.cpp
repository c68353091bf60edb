#include "linter/checks/spelling/lost_spaces.h"

#include <algorithm>
#include <array>

#include "linter/base/one_of.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {
namespace {

using lexicon::is_of;
using lexicon::PartOfSpeech;
using lexicon::WordClass;
using sentences::Shape;

// Words after a comma that nothing but a clause or a list goes on with.
constexpr auto sure_after_comma =
    std::to_array<std::string_view>({"and", "because", "but", "or", "so", "which", "while"});

bool is_of_tier(const Scan& scan, Scan::Index i, std::uint8_t rarest) {
  const std::uint8_t tier = scan.reading().lexicon.vocabulary().look_up(scan.folded(i)).tier;
  return tier > 0 && tier <= rarest;
}

bool is_everyday(const Scan& scan, Scan::Index i) {
  constexpr std::uint8_t rarest = 35;
  return is_of_tier(scan, i, rarest);
}

// A word of some length that the dictionary or a list has, in lower case too: no name.
bool is_known(const Scan& scan, Scan::Index i) {
  constexpr std::size_t shortest = 3;
  if (scan.text(i).size() < shortest) return false;
  const lexicon::WordFacts facts = scan.reading().lexicon.vocabulary().look_up(scan.folded(i));
  return facts.accepted && (facts.listed || facts.tier > 0);
}

bool touches_both(const Scan& scan, Scan::Index i) {
  return i > 0 && i + 1 < scan.size() && scan.is_word(i - 1) && scan.is_word(i + 1) &&
         scan.token(i - 1).text.end == scan.token(i).text.begin &&
         scan.token(i).text.end == scan.token(i + 1).text.begin;
}

bool is_opener(const Scan& scan, Scan::Index i) {
  return lexicon::closed_class(scan.folded(i)) || is_of(WordClass::opens_sentence, scan.folded(i));
}

// "collections.In" in two sentences, "page.Client" and "page.Request": the names of something.
bool stands_again(const Scan& scan, Scan::Index i) {
  const auto same = [&](Scan::Index a, Scan::Index b) {
    return scan.is_word(a) && scan.token(a).word == scan.token(b).word;
  };
  const auto sentence_at = [&](Scan::Index at) {
    return scan.reading().view(scan.sentence_of(at).text);
  };
  const bool is_word_of_text = is_opener(scan, i + 1);
  int times = 0;
  for (Scan::Index other = 1; other + 1 < scan.size(); ++other) {
    if (other == i || scan.text(other) != scan.text(i) || !touches_both(scan, other)) continue;
    const bool same_right = same(other + 1, i + 1);
    const bool elsewhere = same_right && sentence_at(other) != sentence_at(i);
    const bool member =
        !is_word_of_text && !same_right && scan.token(other + 1).shape == Shape::capitalised;
    const bool here = same(other - 1, i - 1) && (elsewhere || member);
    times += here ? 1 : 0;
  }
  return times > 0;
}

// How many lower-case words of the sentence stand before token i or after it, whatever marks stand
// between them; counts no further than `most`.
Scan::Index words_before(const Scan& scan, Scan::Index i, Scan::Index most) {
  const Scan::Index first = scan.sentence_of(i).first_token;
  Scan::Index count = 0;
  while (i > first && count < most)
    if (scan.is_word(--i) && scan.token(i).shape == Shape::lower) ++count;
  return count;
}
Scan::Index words_after(const Scan& scan, Scan::Index i, Scan::Index most) {
  const Scan::Index end = scan.sentence_of(i).end_token;
  Scan::Index count = 0;
  while (i + 1 < end && count < most)
    if (scan.is_word(++i) && scan.token(i).shape == Shape::lower) ++count;
  return count;
}

// "However, your": the word, a comma, and a sentence that goes on in lower case.
bool is_before_comma(const Scan& scan, Scan::Index i) {
  return scan.mark_after(i) == "," && i + 2 < scan.size() && scan.is_word(i + 2) &&
         scan.token(i + 2).space_before && scan.token(i + 2).shape == Shape::lower;
}

// "collections.In is": no clause goes on so. "See heals.The": a sentence does not end so.
bool begins_clause(const Scan& scan, Scan::Index i) {
  if (is_before_comma(scan, i)) return true;
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

bool is_in_heading(const Scan& scan, Scan::Index i) {
  const prose::Scopes scopes = scan.block_of(i).scopes;
  return has(scopes, prose::Scope::heading) || has(scopes, prose::Scope::title);
}

// "the tract.People with stones": words of everyday in running text. What a program calls a member
// by stands among fewer words, or again.
bool opens_in_running_text(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index before = 4;
  constexpr Scan::Index after = 2;
  const Scan::Index next = i + 1;
  const bool goes_on = is_before_comma(scan, next) ||
                       (scan.are_neighbours(next) && scan.token(next + 1).shape == Shape::lower);
  return !is_in_heading(scan, i) && is_known(scan, next) && scan.text(next).size() > 3 && goes_on &&
         words_before(scan, i - 1, before) == before && words_after(scan, next, after) == after;
}

// "Is it safe?The answer", "Enjoy!Results last": no program puts these marks between two words.
bool opens_after_question(const Scan& scan, Scan::Index i) {
  const Scan::Index next = i + 1;
  return scan.text(i) != "." && is_known(scan, i - 1) && is_known(scan, next) &&
         scan.token(next).shape == Shape::capitalised && scan.are_neighbours(next) && i > 1 &&
         scan.are_neighbours(i - 2);
}

bool ends_sentence(const Scan& scan, Scan::Index i) {
  const Scan::Index next = i + 1;
  if (opens_after_question(scan, i)) return true;
  if (scan.token(next).shape != Shape::capitalised || scan.text(next).size() < 2 ||
      scan.folded(i - 1) == scan.folded(next)) {
    return false;  // "time.Time" is a program's
  }
  const bool opens = is_opener(scan, next);
  if (scan.token(i - 1).shape != Shape::lower) {
    // "such as Botox.This is": a name in running text
    constexpr Scan::Index before = 3;
    return opens && scan.token(i - 1).shape != Shape::mixed && scan.text(i - 1).size() > 2 &&
           scan.reading().lexicon.accepts(scan.token(i - 1).word) &&
           words_before(scan, i - 1, before) == before && begins_clause(scan, next);
  }
  if (!is_known(scan, i - 1)) return false;
  return opens ? begins_clause(scan, next) : opens_in_running_text(scan, i);
}

// Whether a comma that touches words is the only one of its sentence, or others stand there that a
// space follows, or the last of them has an "and" behind it: no list of a program's words.
bool is_among_spaced_commas(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index many = 4;
  const sentences::Sentence& sentence = scan.sentence_of(i);
  Scan::Index touching = 0;
  Scan::Index spaced = 0;
  bool ends_list = false;
  for (Scan::Index other = sentence.first_token; other < sentence.end_token; ++other) {
    if (scan.text(other) != scan.text(i)) continue;
    if (touches_both(scan, other)) {
      ++touching;
      const std::string_view next = scan.folded(other + 1);
      ends_list = (next == "and" || next == "or") && scan.are_neighbours(other + 1);
    } else if (other + 1 < scan.size() && scan.token(other + 1).space_before) {
      ++spaced;
    }
  }
  return touching == 1 || (touching < many && (ends_list || spaced >= touching));
}

// "the kidney,ureter and bladder", "Surgical,non-invasive care": two known words in a sentence of
// others.
bool stands_in_list(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index fewest = 3;
  const Shape before = scan.token(i - 1).shape;
  const Shape after = scan.token(i + 1).shape;
  if (!is_known(scan, i - 1) || !is_known(scan, i + 1) || !is_among_spaced_commas(scan, i))
    return false;
  if (after != Shape::lower) {
    // "Dark Knuckles,Hands", "DARK KNUCKLES,HANDS & FEET"
    constexpr std::size_t shortest = 4;
    return before == after && scan.text(i - 1).size() >= shortest &&
           scan.text(i + 1).size() >= shortest && before != Shape::mixed && i > 1 &&
           scan.are_neighbours(i - 2) && is_everyday(scan, i - 1) && is_everyday(scan, i + 1);
  }
  const Scan::Index around = words_before(scan, i - 1, fewest) + words_after(scan, i + 1, fewest);
  return (before == Shape::lower || before == Shape::capitalised) && around >= fewest;
}

// "display:block;margin:0", "naming:of:things": no text.
bool is_in_chain(const Scan& scan, Scan::Index i) {
  return !scan.mark_before(i - 1).empty() ||
         (!scan.mark_after(i + 1).empty() && i + 3 < scan.size() &&
          !scan.token(i + 3).space_before);
}

// "Laser Dentistry:Advancing Care": in a heading of several words, with a capital on either side.
bool stands_in_title(const Scan& scan, Scan::Index i) {
  constexpr std::size_t shortest = 4;
  constexpr std::uint32_t fewest = 5;  // tokens with the mark
  const sentences::Sentence& sentence = scan.sentence_of(i);
  return scan.text(i) == ":" && is_in_heading(scan, i) && i > 1 &&
         sentence.end_token - sentence.first_token >= fewest &&
         scan.token(i - 1).shape == Shape::capitalised &&
         scan.token(i + 1).shape == Shape::capitalised && scan.text(i - 1).size() >= shortest &&
         scan.text(i + 1).size() >= shortest && scan.are_neighbours(i - 2) &&
         scan.are_neighbours(i + 1);
}

// "the stubble;exfoliate gently", "Filling:The canals": words that everybody knows on either side,
// and several of them.
bool stands_in_running_text(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index fewest = 2;
  const Scan::Index next = i + 1;
  if (!is_known(scan, i - 1) || !is_known(scan, next) || is_in_chain(scan, i)) return false;
  const bool closed = lexicon::closed_class(scan.folded(next)).has_value();
  if (stands_in_title(scan, i)) return true;
  if (scan.token(next).shape == Shape::capitalised && closed)
    return begins_clause(scan, next) && words_after(scan, next, fewest) == fewest;
  return (scan.token(next).shape == Shape::lower || closed) &&
         words_before(scan, i - 1, fewest) == fewest && words_after(scan, next, 1) == 1;
}

std::optional<LostSpace> behind_comma(const Scan& scan, Scan::Index i) {
  const std::string_view next = scan.folded(i + 1);
  const bool sure = base::is_one_of(next, sure_after_comma);
  const bool in_text = i > 1 && scan.are_neighbours(i - 2) && scan.are_neighbours(i + 1);
  if ((sure || is_of(WordClass::after_comma, next)) && in_text && is_everyday(scan, i - 1) &&
      scan.token(i - 1).shape == Shape::lower && scan.token(i + 1).shape == Shape::lower &&
      scan.text(i - 1).size() > 2) {
    return sure ? LostSpace::sure : LostSpace::likely;
  }
  return stands_in_list(scan, i) ? std::optional(LostSpace::likely) : std::nullopt;
}

}  // namespace

bool has_space_on_wrong_side(const Scan& scan, Scan::Index i) {
  const std::string_view mark = scan.text(i);
  if ((mark != "," && mark != ".") || i == 0 || i + 1 >= scan.size() ||
      !scan.token(i).space_before || scan.token(i + 1).space_before || !scan.is_word(i - 1) ||
      !scan.is_word(i + 1) || scan.token(i + 1).text.begin != scan.token(i).text.end ||
      !scan.mark_after(i + 1).empty() || scan.token(i - 1).shape != Shape::lower) {
    return false;
  }
  if (!is_known(scan, i - 1) || words_before(scan, i - 1, 1) == 0) return false;
  if (mark == ",") return scan.token(i + 1).shape == Shape::lower && is_known(scan, i + 1);
  return scan.token(i + 1).shape == Shape::capitalised && is_opener(scan, i + 1) &&
         begins_clause(scan, i + 1);
}

std::optional<LostSpace> lost_space(const Scan& scan, Scan::Index i) {
  if (!touches_both(scan, i)) return std::nullopt;
  const std::string_view mark = scan.text(i);
  if (mark == ";" || mark == ":") {
    return !stands_again(scan, i) && stands_in_running_text(scan, i)
               ? std::optional(LostSpace::likely)
               : std::nullopt;
  }
  if (mark == ",") return behind_comma(scan, i);
  if ((mark != "." && mark != "!" && mark != "?") || !ends_sentence(scan, i) ||
      (mark == "." && stands_again(scan, i))) {
    return std::nullopt;
  }
  return LostSpace::likely;
}

bool lacks_space_before_parenthesis(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index fewest = 3;
  if (i == 0 || i + 2 >= scan.size() || !scan.is_word(i - 1) || !scan.is_word(i + 1) ||
      scan.token(i).text.begin != scan.token(i - 1).text.end || !is_known(scan, i - 1) ||
      scan.token(i - 1).shape == Shape::mixed || scan.text(i + 1).size() < 2) {
    return false;
  }
  // "print(the value)": a program's call stands among fewer words, or has a shorter name
  const bool before = i > 1 && scan.are_neighbours(i - 2);
  const bool phrase = scan.are_neighbours(i + 1) && words_after(scan, i, 2) == 2 &&
                      (lexicon::closed_class(scan.folded(i + 1)) || scan.are_neighbours(i + 2));
  return before && (phrase || scan.token(i + 1).space_before) &&
         words_before(scan, i - 1, fewest) == fewest && is_known(scan, i + 1);
}

}  // namespace linter::checks::spelling
