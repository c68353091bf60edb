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
}

OtherLanguages::Weights OtherLanguages::weights(Scan::Index first, Scan::Index end) const {
  constexpr std::uint32_t sure = 2;
  Weights sum;
  for (Scan::Index i = first; i < end; ++i) {
    if (!scan_->is_word(i)) continue;
    const std::string_view word = scan_->folded(i);
    const bool shared = std::ranges::binary_search(elsewhere_too, word);
    const bool english = lexicon::closed_class(word).has_value();
    if (shared && !english) ++sum.other;
    if (!shared && english) sum.english += sure;
    if (!shared && !english && std::ranges::binary_search(only_elsewhere, word)) sum.other += sure;
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
