// What only seems to be the article's own thing: a part that does not fit it ("the laser" on a page
// about needles), and methods that were named before ("Waxing and shaving ... These methods ...").
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

// Whether a part can be one of this subject: what the title itself is called by does.
bool Extractor::fits(const Mention& part, ConceptId subject) const {
  const knowledge::Concept& meaning = knowledge_->concept_of(part.meaning);
  if (meaning.stands_for.empty()) return true;
  const auto is_it = [&](ConceptId one) {
    return knowledge_->is_a(subject, one) || knowledge_->is_a(one, subject);
  };
  if (std::ranges::any_of(meaning.stands_for, is_it)) return true;
  const auto folded = [&](lexicon::WordId word) { return reading_->lexicon[word].folded; };
  const lexicon::WordId word = folded(reading_->text.tokens[part.end_token - 1].word);
  return std::ranges::any_of(title_words_,
                             [&](lexicon::WordId one) { return folded(one) == word; });
}

// Whether a part is what its clause is about, or what something is said to come of: "the laser
// burns", "after a peel the skin flakes".
bool Extractor::is_spoken_of(const Mention& part, const context::Clause& clause) const {
  static constexpr std::array<std::string_view, 7> links = {"after", "following", "from",  "with",
                                                            "by",    "of",        "during"};
  static constexpr std::uint32_t reach = 3;  // tokens: a determiner and words that describe
  if (part.text.overlaps(clause.subject)) return true;
  const std::uint32_t first = reading_->text.sentences[part.sentence].first_token;
  if (part.first_token == first + 1 &&
      lexicon::has(parts_of(first), lexicon::PartOfSpeech::determiner))
    return true;
  for (std::uint32_t back = 1; back <= reach && part.first_token >= first + back; ++back) {
    const std::uint32_t token = part.first_token - back;
    if (reading_->text.tokens[token].kind != sentences::TokenKind::word) return false;
    const std::string word = base::lower(reading_->view(reading_->text.tokens[token].text));
    if (base::is_one_of(word, links)) return true;
    if (lexicon::has(parts_of(token), lexicon::PartOfSpeech::preposition)) return false;
  }
  return false;
}

// "The laser can burn" on a page about needles: what is said is said of another thing.
bool Extractor::speaks_of_misfit(const Mention& mention, const context::Clause& clause,
                                 ConceptId subject) const {
  if (knowledge_->concept_of(subject).stand_in) return false;
  const auto is_misfit = [&](const Mention& part) {
    return clause.text.contains(part.text) && !fits(part, subject) &&
           (part.text == mention.text || part.end_token == mention.first_token ||
            is_spoken_of(part, clause));
  };
  const auto is_fitting = [&](const Mention& part) {
    return part.text.overlaps(clause.subject) && is_stand_in(part.meaning) && fits(part, subject);
  };
  return std::ranges::any_of(finds_.mentions, is_misfit) &&
         std::ranges::none_of(finds_.mentions, is_fitting);
}

// "Waxing and shaving take time. These methods are painful.", "Such treatments ...": of those that
// the sentence before names, and not of the article's own.
bool Extractor::points_to_others(const context::Clause& clause, std::uint32_t sentence,
                                 ConceptId subject) const {
  static constexpr std::array<std::string_view, 4> pointing = {"these", "those", "such", "both"};
  bool away = false;  // "such creams", "those procedures"
  const auto points = [&](const Mention& part) {
    if (!part.text.overlaps(clause.text) ||
        !knowledge_->types[knowledge_->concept_of(part.meaning).type].part ||
        part.first_token == reading_->text.sentences[sentence].first_token ||
        !shape_.is_plural(part.end_token - 1))
      return false;
    const std::uint32_t before = part.first_token - 1;
    const std::string word = base::lower(reading_->view(reading_->text.tokens[before].text));
    away = away || word == "such" || word == "those";
    return base::is_one_of(word, pointing);
  };
  const bool goes_on = sentence > 0 && reading_->text.sentences[sentence - 1].block ==
                                           reading_->text.sentences[sentence].block;
  // "Some clinics have one laser. These places cannot treat dark skin.": of things that no pack
  // knows
  const std::uint32_t head =
      clause.subject.empty() ? 0 : reading_->text.token_at(clause.subject.begin);
  if (goes_on && head > reading_->text.sentences[sentence].first_token &&
      !subjects_.names(sentence - 1, subject) && shape_.is_plural(head) &&
      base::is_one_of(base::lower(reading_->view(reading_->text.tokens[head - 1].text)),
                      pointing) &&
      std::ranges::none_of(finds_.mentions,
                           [&](const Mention& one) { return one.text.overlaps(clause.subject); }))
    return true;
  if (!goes_on || subjects_.names(sentence - 1, subject) ||
      std::ranges::none_of(finds_.mentions, points))
    return false;
  return away || subjects_.names_other(sentence - 1, subject) ||
         names_unknown(sentence - 1, true) || names_unknown(sentence - 1, false);
}

// "a painless treatment", "the procedure does not hurt": said of the treatment itself, and not "at
// any stage", nor of afterwards.
bool Extractor::is_of_itself(const Mention& mention, Span clause) const {
  static constexpr std::array<std::string_view, 9> later = {"after",     "afterwards", "afterward",
                                                            "following", "later",      "stage",
                                                            "point",     "neither",    "both"};
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token)
    if (base::is_one_of(base::lower(reading_->view(reading_->text.tokens[token].text)), later))
      return false;
  if (mention.denies) return true;
  static constexpr std::uint32_t reach = 3;  // tokens: "does not usually"
  return std::ranges::any_of(finds_.mentions, [&](const Mention& part) {
    return clause.contains(part.text) && part.end_token <= mention.first_token &&
           mention.first_token - part.end_token <= reach &&
           (is_stand_in(part.meaning) || knowledge_->concept_of(part.meaning).subject);
  });
}

}  // namespace linter::assertions
