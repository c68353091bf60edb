// Why a word that no dictionary has is nevertheless no mistake.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/checks/spelling/article_suggestions.h"
#include "linter/checks/spelling/code_words.h"
#include "linter/checks/spelling/scan.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/lexicon/foreign_sentences.h"

namespace linter::checks::spelling {

// One distinct unknown word of an article.
struct UnknownWord {
  lexicon::WordId folded = 0;
  std::uint32_t count = 0;          // in any case
  std::uint32_t named = 0;          // of these, with a capital that is not due
  std::uint32_t lower = 0;          // of these, in lower case
  std::vector<Scan::Index> places;  // ascending
};

// What silences() needs beyond the word; made anew for each article.
class Surroundings {
 public:
  Surroundings(const Scan& scan, const Spelling& shared, ArticleSuggestions& suggestions,
               lexicon::ForeignSentences& others, CodeWords& code)
      : scan_(&scan),
        shared_(&shared),
        suggestions_(&suggestions),
        others_(&others),
        code_(&code) {}

  [[nodiscard]] const Scan& scan() const { return *scan_; }
  [[nodiscard]] const Spelling& shared() const { return *shared_; }
  [[nodiscard]] bool is_english() const { return shared_->vocabulary().is_english(); }
  [[nodiscard]] bool is_unknown(Scan::Index i) const;
  [[nodiscard]] bool is_like_slip(Scan::Index i) const;
  [[nodiscard]] bool is_like_slip_of_two(Scan::Index i);
  // Whether an everyday word, of at most that SCOWL size, is one edit from the folded word.
  [[nodiscard]] bool is_near_common(std::string_view folded, std::uint8_t tier) const {
    return suggestions_->is_near_common(folded, tier);
  }
  // Whether a word of a list, or a name of a list of things, is one slip from the folded word.
  [[nodiscard]] bool is_slip_of_listed_word(std::string_view folded) const {
    return suggestions_->is_slip_of_listed_word(folded);
  }
  [[nodiscard]] bool is_slip_of_listed_name(std::string_view folded) const {
    return suggestions_->is_slip_of_listed_name(folded);
  }
  // Whether a suggestion for a token scores so many points. Some 0.3 ms for each new word, 1 ms where
  // few points are enough.
  [[nodiscard]] bool is_like(Scan::Index i, int points) const {
    return suggestions_->has_like(scan_->reading(), scan_->text(i), points);
  }
  // Whether most words of the token's sentence are unknown, and most of these not mistyped: it is
  // written in another language. Some 20 µs for each unknown word of such a sentence.
  [[nodiscard]] bool in_foreign_sentence(Scan::Index i);
  // Whether its sentence is in another language by the words that only that one has.
  [[nodiscard]] bool in_other_language(Scan::Index i) const {
    return scan_->is_foreign(*others_, i);
  }
  // Whether the article's code has the folded word.
  [[nodiscard]] bool is_in_code(std::string_view folded) const {
    return code_->has(scan_->reading(), folded);
  }
  // Whether the token stands in emphasis of which half the words are unknown, or rare: a foreign
  // phrase or a Latin name.
  [[nodiscard]] bool in_foreign_emphasis(Scan::Index i) const;

 private:
  [[nodiscard]] base::Span emphasis_of(Scan::Index i) const;
  [[nodiscard]] bool is_mostly_unknown(const sentences::Sentence& sentence) const;
  [[nodiscard]] bool is_mostly_mistyped(const sentences::Sentence& sentence);

  enum class Answer : std::uint8_t { open, yes, no };
  const Scan* scan_;
  const Spelling* shared_;
  ArticleSuggestions* suggestions_;
  lexicon::ForeignSentences* others_;
  CodeWords* code_;
  std::vector<Answer> foreign_;  // by sentence
};

// The name of the first reason why the word at `place` is no English word at all, be it ever so
// like a mistyped one: code, a pronunciation, another language. Empty where there is none. Constant
// in the article's length but for its sentence.
[[nodiscard]] std::string_view other_than_word(Surroundings& around, const UnknownWord& word,
                                               Scan::Index place);
// Whether it stands in text at all, be it a word or not: no code, nothing struck out, no other
// language. Cheap.
[[nodiscard]] bool stands_in_text(Surroundings& around, const UnknownWord& word, Scan::Index place);
// The name of the first reason why it may be a word, a name or an abbreviation that the dictionary lacks.
[[nodiscard]] std::string_view silence(Surroundings& around, const UnknownWord& word,
                                       Scan::Index place);

// Whether a word that nothing silences is a known one mistyped: a usual slip, or one slip from a
// word that people know, that a list has or that the article has often. Else it may as well be one
// that no dictionary has. Some 50 µs.
[[nodiscard]] bool is_mistyped_for_sure(Surroundings& around, const UnknownWord& word,
                                        Scan::Index place);

// Whether a list of names has the word, which has a capital here and is no usual slip.
[[nodiscard]] bool is_listed_as_name(Surroundings& around, const UnknownWord& word,
                                     Scan::Index place);

}  // namespace linter::checks::spelling
