#include "linter/checks/spelling/doubled.h"

#include <algorithm>
#include <array>
#include <string>

#include "linter/base/one_of.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {

using base::is_one_of;
using lexicon::is_of;
using lexicon::WordClass;

namespace {

// "It is is safe", "the skin is is dry", unlike "what it is is", "the problem is is that": a
// subject of few words begins the sentence, and nothing asks for a clause.
bool is_second_verb(const Scan& scan, Scan::Index i) {
  constexpr Scan::Index longest_subject = 6;
  const Scan::Index first = scan.sentence_of(i).first_token;
  if (i == first || i - first > longest_subject || !scan.are_neighbours(i + 1)) return false;
  for (Scan::Index before = first; before < i; ++before) {
    if (!scan.is_word(before) || !scan.are_neighbours(before)) return false;
    using lexicon::PartOfSpeech;
    const lexicon::PosMask parts = scan.entry(before).parts;
    constexpr auto clauses = std::to_array<std::string_view>(
        {"all", "how", "one", "thing", "that", "what", "whatever", "where", "which", "who", "why"});
    if (is_one_of(scan.folded(before), clauses) || has(parts, PartOfSpeech::question_word) ||
        has(parts, PartOfSpeech::relative) || has(parts, PartOfSpeech::subordinator)) {
      return false;
    }
  }
  const std::string_view next = scan.folded(i + 2);
  return next != "that" && next != "it" && next != "when" && next != "if";
}

// "You can can go", unlike "you can can tomatoes": a verb of everyday that nobody puts in tins.
bool is_second_can(const Scan& scan, Scan::Index i) {
  constexpr auto subjects =
      std::to_array<std::string_view>({"he", "i", "it", "she", "that", "they", "we", "you"});
  constexpr auto verbs =
      std::to_array<std::string_view>({"also", "be", "cause", "do", "feel", "get", "go", "have",
                                       "help", "make", "not", "only", "see", "take", "use"});
  return i > 0 && scan.are_neighbours(i - 1) && is_one_of(scan.folded(i - 1), subjects) &&
         scan.are_neighbours(i + 1) && is_one_of(scan.folded(i + 2), verbs);
}

// "I I was", unlike "in World War I I was": the pronoun begins a clause, and its verb follows.
bool is_second_pronoun(const Scan& scan, Scan::Index i) {
  constexpr auto openers =
      std::to_array<std::string_view>({"and", "because", "but", "if", "so", "that", "when"});
  constexpr auto verbs = std::to_array<std::string_view>(
      {"am", "can", "did", "do", "feel", "felt", "had", "have", "know", "like", "love", "need",
       "think", "thought", "want", "was", "will", "would"});
  const bool begins = i == scan.sentence_of(i).first_token ||
                      (scan.are_neighbours(i - 1) && is_one_of(scan.folded(i - 1), openers));
  return begins && scan.text(i) == "I" && scan.text(i + 1) == "I" && scan.are_neighbours(i + 1) &&
         is_one_of(scan.folded(i + 2), verbs);
}

// "You need more more water", unlike "the more more people come".
bool is_second_amount(const Scan& scan, Scan::Index i) {
  if (i == 0 || !scan.are_neighbours(i - 1) || !scan.are_neighbours(i + 1)) return false;
  const lexicon::PosMask before = scan.entry(i - 1).parts;
  return has(before, lexicon::PartOfSpeech::verb) &&
         !has(before, lexicon::PartOfSpeech::determiner) &&
         has(scan.entry(i + 2).parts, lexicon::PartOfSpeech::noun);
}

// A picture between the two is a thing that one reads, too.
bool spans_picture(const Scan& scan, Scan::Index i) {
  const lexicon::Reading& reading = scan.reading();
  const base::Span source =
      reading.article.source_span({scan.token(i).text.begin, scan.token(i + 1).text.end});
  const std::string_view written = source.of(std::string_view(reading.source.bytes));
  constexpr std::array<std::string_view, 4> pictures = {"![", "<img", "<svg", "<video"};
  return std::ranges::any_of(pictures, [&](std::string_view picture) {
    return written.find(picture) != std::string_view::npos;
  });
}

}  // namespace

std::optional<findings::Severity> doubled_word(const Scan& scan, Scan::Index i) {
  const std::string_view word = scan.folded(i);
  if (word == "i" && is_second_pronoun(scan, i)) return findings::Severity::error;
  if (word == "can" && is_second_can(scan, i)) return findings::Severity::error;
  if (word.size() == 1 && word != "a")
    return std::nullopt;  // "Type A a", formulae, lists of letters
  if (word == "is" && is_second_verb(scan, i)) return findings::Severity::error;
  if ((word == "more" || word == "less" || word == "much" || word == "many") &&
      is_second_amount(scan, i)) {
    return findings::Severity::warning;
  }
  if (is_of(WordClass::doubled_by_right, word)) return std::nullopt;
  // a name, or the end of one paragraph and the start of another run together
  const bool twice_at_start = scan.token(i + 1).shape == sentences::Shape::capitalised &&
                              i == scan.sentence_of(i).first_token &&
                              is_of(WordClass::never_doubled, word) && !scan.in_title_case(i) &&
                              scan.are_neighbours(i + 1);
  if (scan.token(i + 1).shape != sentences::Shape::lower && !twice_at_start) return std::nullopt;
  if (scan.token(i).shape != sentences::Shape::lower && !scan.capital_is_due(i))
    return std::nullopt;  // "Loa loa"
  if (scan.mark_before(i) == "-" || scan.mark_after(i + 1) == "-" || scan.mark_after(i + 1) == "'")
    return std::nullopt;
  if (i > 0 && scan.are_neighbours(i - 1) && scan.folded(i - 1) == word)
    return std::nullopt;  // one finding a run
  const bool run = i + 2 < scan.size() && scan.are_neighbours(i + 1) && scan.folded(i + 2) == word;
  if (run && !is_of(WordClass::never_doubled, word))
    return std::nullopt;  // "buffalo buffalo buffalo"
  if (spans_picture(scan, i)) return std::nullopt;
  const std::string both = std::string(word).append(" ").append(word);
  if (scan.reading().lexicon.vocabulary().is_term(both)) return std::nullopt;  // "gado gado"
  return is_of(WordClass::never_doubled, word) ? findings::Severity::error
                                               : findings::Severity::warning;
}

}  // namespace linter::checks::spelling
