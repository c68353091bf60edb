#include "linter/checks/spelling/other_languages.h"

#include <algorithm>

#include "linter/checks/spelling/english_tables.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {

static_assert(std::ranges::is_sorted(only_elsewhere));
static_assert(std::ranges::is_sorted(elsewhere_too));

void OtherLanguages::begin(const Scan& scan) {
  scan_ = &scan;
  article_ = Answer::open;
  sentences_.clear();
  const lexicon::Lexicon& lexicon = scan.reading().lexicon;
  if (generation_ != lexicon.generation()) words_.clear();
  generation_ = lexicon.generation();
}

// Whose function word it is.
OtherLanguages::Speech OtherLanguages::speech_of(Scan::Index i) {
  const lexicon::WordId id = scan_->entry(i).folded;
  if (id >= words_.size()) words_.resize(scan_->reading().lexicon.size(), Speech::open);
  Speech& speech = words_[id];
  if (speech != Speech::open) return speech;
  const std::string_view word = scan_->folded(i);
  const bool shared = std::ranges::binary_search(elsewhere_too, word);
  const bool english = lexicon::closed_class(word).has_value();
  speech = Speech::none;
  if (shared && !english) speech = Speech::other;
  if (!shared && english) speech = Speech::english;
  if (!shared && !english && std::ranges::binary_search(only_elsewhere, word))
    speech = Speech::surely_other;
  return speech;
}

OtherLanguages::Weights OtherLanguages::weights(Scan::Index first, Scan::Index end) {
  constexpr std::uint32_t sure = 2;
  Weights sum;
  for (Scan::Index i = first; i < end; ++i) {
    if (!scan_->is_word(i)) continue;
    const Speech speech = speech_of(i);
    if (speech == Speech::other) ++sum.other;
    if (speech == Speech::english) sum.english += sure;
    if (speech == Speech::surely_other) sum.other += sure;
  }
  return sum;
}

bool OtherLanguages::article_is_foreign() {
  constexpr Scan::Index enough = 4000;  // tokens
  constexpr std::uint32_t much = 20;
  if (article_ == Answer::open) {
    const Weights sum = weights(0, std::min(scan_->size(), enough));
    article_ = sum.other >= much && sum.other > sum.english ? Answer::yes : Answer::no;
  }
  return article_ == Answer::yes;
}

bool OtherLanguages::has(Scan::Index i) {
  constexpr std::uint32_t fewest = 4;
  const sentences::Text& text = scan_->reading().text;
  if (sentences_.empty()) sentences_.resize(text.sentences.size(), Answer::open);
  const std::uint32_t index = text.sentence_at(scan_->token(i).text.begin);
  Answer& answer = sentences_[index];
  if (answer == Answer::open) {
    const sentences::Sentence& sentence = text.sentences[index];
    const Weights sum = weights(sentence.first_token, sentence.end_token);
    const bool told = sum.other >= fewest && sum.other > sum.english;
    answer = told || (sum.other >= sum.english && article_is_foreign()) ? Answer::yes : Answer::no;
  }
  return answer == Answer::yes;
}

}  // namespace linter::checks::spelling
