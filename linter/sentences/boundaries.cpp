#include "linter/sentences/boundaries.h"

#include <algorithm>
#include <array>

#include "linter/sentences/abbreviations.h"

namespace linter::sentences {
namespace {

bool is_closer(std::string_view mark) {
  return mark == ")" || mark == "]" || mark == "}" || mark == "\"" || mark == "'" ||
         mark == "\u201D" || mark == "\u00BB" || mark == "\u203A";
}

bool is_opener(std::string_view mark) {
  return mark == "(" || mark == "[" || mark == "\"" || mark == "'" || mark == "\u201C" ||
         mark == "\u00AB" || mark == "\u201E" || mark == "\u2039";
}

// Marks with which a sentence goes on; after a question or an exclamation a dash does so too.
bool continues(std::string_view mark, bool full_stop) {
  if (mark == "," || mark == ";" || mark == ":" || mark == ")" || mark == "]") return true;
  return !full_stop && (mark == "-" || mark == "\u2013" || mark == "\u2014");
}

// Words that a letter follows: "vitamin C. Skin heals" is no initial of a name.
bool takes_letter(std::string_view word) {
  constexpr std::array<std::string_view, 17> words{
      "vitamin", "vitamins", "hepatitis", "type",  "group",   "grade", "class", "stage", "phase",
      "plan",    "step",     "option",    "table", "section", "part",  "level", "or"};
  return std::ranges::find(words, word) != words.end();
}

struct Looker {
  const Place& place;

  [[nodiscard]] const Token& token(std::uint32_t i) const { return place.tokens[i]; }
  [[nodiscard]] std::string_view text(std::uint32_t i) const {
    return token(i).text.of(place.view);
  }
  [[nodiscard]] bool is_mark(std::uint32_t i) const { return token(i).kind == TokenKind::mark; }

  // Past closing marks and note numbers ("[12]") that touch the stop.
  [[nodiscard]] std::uint32_t past_closers(std::uint32_t at) const {
    while (at < place.end && !token(at).space_before && is_mark(at)) {
      if (is_closer(text(at))) {
        ++at;
      } else if (at + 2 < place.end && text(at) == "[" && token(at + 1).kind == TokenKind::number &&
                 text(at + 2) == "]") {
        at += 3;
      } else {
        break;
      }
    }
    return at;
  }

  // The first token that is no opening mark, which shows how the next sentence would begin.
  [[nodiscard]] std::uint32_t beginning(std::uint32_t at) const {
    while (at + 1 < place.end && is_mark(at) && is_opener(text(at))) ++at;
    return at;
  }

  [[nodiscard]] bool is_lower(std::uint32_t i) const {
    return token(i).kind == TokenKind::word && token(i).shape == Shape::lower;
  }

  // "mess.What": a sentence end without its space.
  [[nodiscard]] bool glued(std::uint32_t next) const {
    if (place.stop == place.sentence || next != place.stop + 1) return false;
    const Token& before = token(place.stop - 1);
    return !token(place.stop).space_before && before.kind == TokenKind::word &&
           before.shape == Shape::lower && before.text.size() >= 3 &&
           token(next).kind == TokenKind::word && token(next).shape == Shape::capitalised;
  }

  // "U.S.", "a.m.": single letters with stops between them.
  [[nodiscard]] bool is_dotted(std::uint32_t letter) const {
    return letter >= place.sentence + 2 && !token(letter).space_before && text(letter - 1) == "." &&
           !token(letter - 1).space_before && token(letter - 2).kind == TokenKind::word &&
           token(letter - 2).text.size() <= 2;
  }

  [[nodiscard]] bool is_initial(std::uint32_t i) const {
    return i + 1 < place.end && token(i).shape == Shape::upper && token(i).text.size() == 1 &&
           text(i + 1) == "." && !token(i + 1).space_before;
  }

  // "40 °C", "5 V"
  [[nodiscard]] bool is_unit(std::uint32_t letter) const {
    return letter > place.sentence && (token(letter - 1).kind == TokenKind::number ||
                                       text(letter - 1) == "\u00b0" || text(letter - 1) == "\u00ba");
  }

  [[nodiscard]] bool ends_after_letter(std::uint32_t letter, std::uint32_t next) const {
    const bool number_next = token(next).kind == TokenKind::number;
    if (is_dotted(letter)) {
      const std::string_view last = text(letter);
      const std::string_view first = text(letter - 2);
      const bool inner = (first == "e" && last == "g") || (first == "i" && last == "e");
      return !inner && !number_next && begins_sentences(text(next));
    }
    if (token(letter).shape != Shape::upper || is_unit(letter)) return !number_next;
    if (is_initial(next)) return false;
    if (text(letter) == "I" || begins_sentences(text(next))) return true;
    const bool name_next = token(next).kind == TokenKind::word && !is_lower(next);
    return !name_next || (letter > place.sentence && takes_letter(text(letter - 1)));
  }

  [[nodiscard]] bool ends_after_word(std::uint32_t word, std::uint32_t next) const {
    if (token(word).text.size() == 1) return ends_after_letter(word, next);
    const bool number_next = token(next).kind == TokenKind::number;
    switch (abbreviation(text(word))) {
      case Abbreviation::none:
      case Abbreviation::label:
        return !number_next || abbreviation(text(word)) == Abbreviation::none;
      case Abbreviation::inner:
        return false;
      case Abbreviation::unit:
        return !number_next;
      case Abbreviation::either:
        return begins_sentences(text(next));
    }
    return true;
  }

  // Whether the full stop ends its sentence when `next` follows after a space.
  [[nodiscard]] bool full_stop_ends(std::uint32_t next) const {
    if (place.stop == place.sentence) return true;
    const std::uint32_t before = place.stop - 1;
    if (is_lower(next) && token(before).kind == TokenKind::word) {
      // an abbreviation that the table does not know, or a sentence that begins in lower case
      return abbreviation(text(before)) == Abbreviation::none && token(before).text.size() > 4 &&
             token(before).shape != Shape::upper;
    }
    if (token(before).kind == TokenKind::word && place.stop + 1 == past_closers(place.stop + 1)) {
      return ends_after_word(before, next);
    }
    const bool list_number = token(before).kind == TokenKind::number && before == place.sentence &&
                             token(before).text.size() <= 3;
    return !list_number && !is_lower(next);
  }
};

}  // namespace

std::uint32_t sentence_end(const Place& place) {
  const Looker looker{place};
  const std::uint32_t next = looker.past_closers(place.stop + 1);
  if (next >= place.end) return place.end;
  const Token& follower = looker.token(next);
  if (!follower.space_before) return looker.glued(next) ? next : 0;
  const std::uint32_t beginning = looker.beginning(next);
  const bool full_stop = looker.text(place.stop) == ".";
  if (looker.is_mark(beginning) && continues(looker.text(beginning), full_stop)) return 0;
  if (full_stop) return looker.full_stop_ends(beginning) ? next : 0;
  return looker.is_lower(beginning) ? 0 : next;
}

Ending ending_of(std::string_view view, std::span<const Token> sentence) {
  Ending ending = Ending::none;
  for (std::size_t i = sentence.size(); i-- > 0;) {
    const Token& token = sentence[i];
    if (token.kind != TokenKind::mark) return ending;
    const std::string_view mark = token.text.of(view);
    if (mark == "?") return Ending::question;
    if (mark == "!") {
      ending = Ending::exclamation;
    } else if (mark == "\u2026" || (mark.size() > 1 && mark.front() == '.')) {
      if (ending == Ending::none) ending = Ending::ellipsis;
    } else if (mark == ".") {
      if (ending == Ending::none) ending = Ending::stop;
    } else if (mark == ":") {
      return ending == Ending::none ? Ending::colon : ending;
    } else if (!is_closer(mark)) {
      return ending;
    }
  }
  return ending;
}

}  // namespace linter::sentences
