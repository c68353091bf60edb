#include "linter/lexicon/foreign_sentences.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/english_tables.h"

namespace linter::lexicon {
namespace {

static_assert(std::ranges::is_sorted(tables::only_elsewhere));
static_assert(std::ranges::is_sorted(tables::elsewhere_too));

// By first byte of a word of a table: the lengths of those that begin with it, as bits.
using Lengths = std::array<std::uint32_t, 256>;
constexpr std::uint32_t length_bit(std::string_view word) {
  return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
}
template <class Words>
constexpr Lengths lengths_of(const Words& words) {
  Lengths lengths{};
  for (const std::string_view word : words)
    lengths[static_cast<unsigned char>(word.front())] |= length_bit(word);
  return lengths;
}
constexpr Lengths lengths_only_elsewhere = lengths_of(tables::only_elsewhere);
constexpr Lengths lengths_elsewhere_too = lengths_of(tables::elsewhere_too);

template <class Words>
bool is_in(const Words& words, const Lengths& lengths, std::string_view folded) {
  const auto first = static_cast<unsigned char>(folded.empty() ? '\0' : folded.front());
  return (lengths[first] & length_bit(folded)) != 0 && std::ranges::binary_search(words, folded);
}

constexpr std::uint32_t sure = 2;
constexpr std::uint32_t fewest = 4;

// "été", "größer"; not "µm" and "β".
bool has_accent(std::string_view word) {
  constexpr unsigned char first_lead = 0xC3;
  constexpr unsigned char last_lead = 0xC9;
  const auto high =
      std::ranges::find_if(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (high == word.end()) return false;
  const auto lead = static_cast<unsigned char>(*high);
  return lead >= first_lead && lead <= last_lead;
}

}  // namespace

void ForeignSentences::begin() {
  answers_.clear();
  article_.reset();
}

// Whose function word it is. An accent in a word that English has not borrowed tells as much.
ForeignSentences::Speech ForeignSentences::speech_of(Lexicon& lexicon,
                                                     const sentences::Token& token) {
  const WordId word = token.word;
  if (word >= words_.size()) words_.resize(std::max<std::size_t>(lexicon.size(), word + 1));
  if (words_[word] != Speech::open) return words_[word];
  const std::string_view folded = lexicon[lexicon[word].folded].text;
  const bool shared = is_in(tables::elsewhere_too, lengths_elsewhere_too, folded);
  const bool english = closed_class(folded).has_value();
  Speech speech = Speech::neither;
  if (shared && !english) speech = Speech::other;
  if (!shared && english) speech = Speech::english;
  if (!shared && !english &&
      (is_in(tables::only_elsewhere, lengths_only_elsewhere, folded) ||
       (!token.ascii && has_accent(folded) && !lexicon.accepts(word)))) {
    speech = Speech::surely_other;
  }
  words_[word] = speech;
  return speech;
}

ForeignSentences::Weights ForeignSentences::weights(const Reading& reading, std::size_t first,
                                                    std::size_t end) {
  Weights sum;
  for (std::size_t i = first; i < end; ++i) {
    const sentences::Token& token = reading.text.tokens[i];
    if (token.kind != sentences::TokenKind::word) continue;
    const std::string_view view = reading.article.view;
    if (token.text.size() == 1 && view.substr(token.text.end, 1) == "-") continue;  // "e-mail"
    const Speech speech = speech_of(reading.lexicon, token);
    if (speech == Speech::other) ++sum.other;
    if (speech == Speech::english) sum.english += sure;
    if (speech == Speech::surely_other) sum.other += sure;
  }
  return sum;
}

ForeignSentences::Weights ForeignSentences::weights_of_block(const Reading& reading,
                                                             std::uint32_t sentence) {
  const auto& all = reading.text.sentences;
  std::size_t first = sentence;
  std::size_t last = sentence;
  while (first > 0 && all[first - 1].block == all[sentence].block) --first;
  while (last + 1 < all.size() && all[last + 1].block == all[sentence].block) ++last;
  return weights(reading, all[first].first_token, all[last].end_token);
}

bool ForeignSentences::article_is_foreign(const Reading& reading) {
  constexpr std::size_t enough = 4000;  // tokens
  constexpr std::uint32_t much = 20;
  if (!article_) {
    const Weights sum = weights(reading, 0, std::min(reading.text.tokens.size(), enough));
    article_ = sum.other >= much && sum.other > sum.english;
  }
  return *article_;
}

bool ForeignSentences::is_foreign(const Reading& reading, std::uint32_t sentence) {
  const sentences::Sentence& here = reading.text.sentences[sentence];
  const Weights sum = weights(reading, here.first_token, here.end_token);
  if (sum.other >= fewest && sum.other > sum.english) return true;
  if (sum.english > sum.other) return false;
  constexpr std::uint32_t short_sentence = 6;  // tokens: "Comment allez-vous?"
  if (sum.other >= sure && sum.english == 0 &&
      here.end_token - here.first_token <= short_sentence) {
    return true;
  }
  if (here.first_token == here.end_token) return false;
  const Weights around = weights_of_block(reading, sentence);
  if (around.other >= fewest || around.english >= fewest) return around.other > around.english;
  return article_is_foreign(reading);
}

bool ForeignSentences::has(const Reading& reading, std::uint32_t sentence) {
  if (generation_ != reading.lexicon.generation()) words_.clear();
  generation_ = reading.lexicon.generation();
  if (answers_.empty()) answers_.resize(reading.text.sentences.size());
  Answer& answer = answers_[sentence];
  if (answer == Answer::open) answer = is_foreign(reading, sentence) ? Answer::yes : Answer::no;
  return answer == Answer::yes;
}

}  // namespace linter::lexicon
